"""The cells of a workbook, merged cells spread over what they cover."""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from desk_app.kernel.errors import InvalidInput
from desk_app.mobile_sessions.excel.cells import Cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LARGEST_UNPACKED_BYTES = 200_000_000
_MOST_ROWS, _MOST_COLUMNS = 20_000, 60
_WIDE = 3
# What the zip, XML and Excel readers raise for bytes that are no workbook.
_NO_WORKBOOK = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(LookupError, ValueError, TypeError, AttributeError, SyntaxError),
)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet: its title and its rows from the top, row 1 first.

    A merged cell says its words in every cell that it covers. ``banners`` are the rows (from 1) with one merged over three
    columns or more: a heading or a remark, whatever else stands there.
    """

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    banners: frozenset[int]


def sheets_of(raw: bytes) -> tuple[Sheet, ...]:
    """Return the visible sheets of a workbook; raise ``InvalidInput`` for bytes that are none."""
    import openpyxl

    try:
        _check_container(raw)
        book = openpyxl.load_workbook(BytesIO(raw), data_only=True)
        return tuple(_sheet(each) for each in book.worksheets if each.sheet_state == "visible")
    except _NO_WORKBOOK as error:
        raise InvalidInput(
            "file", "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng.", "Hãy lưu lại từ Excel dạng .xlsx."
        ) from error


def _check_container(raw: bytes) -> None:
    """Raise one of ``_NO_WORKBOOK`` unless every part unpacks to what its checksum says, and to no flood."""
    with ZipFile(BytesIO(raw)) as container:
        if sum(part.file_size for part in container.infolist()) > _LARGEST_UNPACKED_BYTES:
            raise BadZipFile("too large")
        damaged = container.testzip()
    if damaged is not None:
        raise BadZipFile(damaged)


def _sheet(sheet: "Worksheet") -> Sheet:
    columns = min(sheet.max_column, _MOST_COLUMNS)
    rows = [
        list(row) for row in sheet.iter_rows(max_row=min(sheet.max_row, _MOST_ROWS), max_col=columns, values_only=True)
    ]
    banners = set()
    for area in sheet.merged_cells.ranges:
        top, left = area.min_row - 1, area.min_col - 1
        if top >= len(rows) or left >= columns:
            continue
        value = rows[top][left]
        if area.max_col - area.min_col + 1 >= _WIDE and area.min_row == area.max_row:
            banners.add(area.min_row)
        for row in range(top, min(area.max_row, len(rows))):
            for column in range(left, min(area.max_col, columns)):
                rows[row][column] = value
    return Sheet(title=sheet.title, rows=tuple(map(tuple, rows)), banners=frozenset(banners))
