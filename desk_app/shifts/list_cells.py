"""An office's own list of duties as it stands in Excel: where its columns are, and what its cells say."""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any, Literal
from zipfile import BadZipFile, ZipFile

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded, one_line

Field = Literal["on", "name", "organisation", "place", "came"]

_HEADERS: Mapping[Field, tuple[str, ...]] = {
    "on": ("ngay truc", "ngay thang", "ngay", "thoi gian"),
    "name": ("ho va ten", "ho ten", "nguoi truc", "can bo truc", "thanh vien", "ten"),
    "organisation": ("to chuc", "don vi", "doan the", "co quan", "hoi"),
    "place": ("diem truc", "dia diem", "noi truc", "vi tri", "ban"),
    "came": ("co mat", "diem danh", "tham gia", "ket qua"),
}
_DAY = re.compile(r"(?:.*?\D)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\D*")
_EXCEL_BEGAN = date(1899, 12, 30)
_CAME, _MISSED = frozenset({"x", "co", "co mat", "1", "da truc", "v"}), frozenset({"vang", "vang mat", "khong", "0"})
_HEAD_WITHIN = 15
_LARGEST_BYTES = 50_000_000
_NO_WORKBOOK = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(LookupError, ValueError, TypeError, AttributeError, SyntaxError),
)


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """One filled row: its number in Excel, and what stands in each column there is, as typed."""

    number: int
    cells: Mapping[Field, Any]

    def text(self, field: Field) -> str:
        """Return a cell as one line; empty when there is none."""
        value = self.cells.get(field)
        return "" if value is None else one_line(str(value))

    @property
    def on(self) -> date | None:
        """Return the day, also one that Excel keeps as a number or people typed among words; None when it is none."""
        return day_of(self.cells.get("on"))

    @property
    def came(self) -> bool | None:
        """Return whether the list says that they came; None when it does not say."""
        said = folded(self.text("came"))
        return True if said in _CAME else False if said in _MISSED else None


def list_rows(raw: bytes) -> tuple[ListRow, ...]:
    """Return the rows of the first sheet that has a column of days and one of names or organisations.

    Merged cells count for every row they cover. Raises ``InvalidInput`` when the file is no workbook or has no such sheet.
    """
    for cells in _sheets(raw):
        found = _head(cells)
        if found is not None:
            head, columns = found
            return tuple(_filled(cells, head, columns))
    raise InvalidInput(
        "file",
        "Không thấy dòng tiêu đề có cột ngày và cột họ tên hoặc tổ chức.",
        "Ghi tiêu đề như: Ngày trực, Họ và tên, Tổ chức, Điểm trực.",
    )


def day_of(cell: object) -> date | None:
    """Return the day a cell holds: a date, a number of days as Excel counts, or ``dd/mm/yyyy`` among other words."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _EXCEL_BEGAN + timedelta(days=int(cell)) if 30_000 < cell < 80_000 else None
    match = _DAY.fullmatch(str(cell or "").strip())
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


_Cells = list[list[Any]]


def _sheets(raw: bytes) -> list[_Cells]:
    import openpyxl

    try:
        with ZipFile(BytesIO(raw)) as container:
            if sum(part.file_size for part in container.infolist()) > _LARGEST_BYTES:
                raise BadZipFile("too large")
        book = openpyxl.load_workbook(BytesIO(raw), data_only=True)
        return [_unmerged(sheet) for sheet in book.worksheets]
    except _NO_WORKBOOK as error:
        raise InvalidInput(
            "file", "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng.", "Hãy lưu lại từ Excel dạng .xlsx."
        ) from error


def _unmerged(sheet: Any) -> _Cells:
    cells = [list(row) for row in sheet.iter_rows(values_only=True)]
    for area in sheet.merged_cells.ranges:
        value = cells[area.min_row - 1][area.min_col - 1]
        for row in range(area.min_row - 1, min(area.max_row, len(cells))):
            for column in range(area.min_col - 1, min(area.max_col, len(cells[row]))):
                cells[row][column] = value
    return cells


def _head(cells: _Cells) -> tuple[int, Mapping[Field, int]] | None:
    for number, row in enumerate(cells[:_HEAD_WITHIN]):
        columns = _columns(row)
        if "on" in columns and ("name" in columns or "organisation" in columns):
            return number, columns
    return None


def _columns(row: Sequence[Any]) -> dict[Field, int]:
    """Return where each field's column is: the whole header first, then one that begins so."""
    heads = [folded(str(cell)) if cell is not None else "" for cell in row]
    found: dict[Field, int] = {}
    for whole in (True, False):
        for field, names in _HEADERS.items():
            for name in names:
                for place, head in enumerate(heads):
                    fits = head == name if whole else head.startswith(f"{name} ")
                    if fits and field not in found and place not in found.values():
                        found[field] = place
    return found


def _filled(cells: _Cells, head: int, columns: Mapping[Field, int]) -> Iterator[ListRow]:
    for number, row in enumerate(cells[head + 1 :], start=head + 2):
        own = {field: row[place] if place < len(row) else None for field, place in columns.items()}
        if any(own.get(field) not in (None, "") for field in ("name", "organisation")):
            yield ListRow(number=number, cells=own)
