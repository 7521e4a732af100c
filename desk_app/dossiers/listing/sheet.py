"""How a dossier stands in a row of an Excel sheet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from desk_app.catalogue.offices import OfficeCatalogues
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.listing import ListRow

RETURN_WAYS = {"counter": "tại quầy", "home": "tại nhà", "post": "bưu điện"}


@dataclass(frozen=True, kw_only=True)
class Names:
    """What the codes in a row are called, and what the reader may see."""

    offices: OfficeCatalogues
    people: Mapping[str, str]
    whole_numbers: bool
    asked: str
    now: datetime


class _Column(NamedTuple):
    title: str
    width: int
    value: Callable[[ListRow, Names], str | datetime | None]


def written(file: Path, rows: Iterable[ListRow], names: Names) -> None:
    """Write ``rows`` under a head; memory stays the same however many they are."""
    # Takes a tenth of a second to load, and most days nobody exports.
    from xlsxwriter import Workbook

    book = Workbook(str(file), {"constant_memory": True, "tmpdir": str(file.parent), "in_memory": False})
    try:
        _fill(book, rows, names)
    except BaseException:
        # The rest is thrown away with its folder; closed, so that no file handle keeps the folder alive.
        book.close()
        raise
    book.close()


def _fill(book: Any, rows: Iterable[ListRow], names: Names) -> None:
    sheet = book.add_worksheet("Danh sách")
    head = book.add_format({"bold": True, "bg_color": "#DDE8EE", "text_wrap": True, "valign": "top"})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
    book.set_properties(
        {"title": "Danh sách hồ sơ", "comments": names.asked, "created": names.now.replace(tzinfo=None)}
    )
    for place, column in enumerate(_COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, head)
    sheet.freeze_panes(1, 2)
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(_COLUMNS):
            value = column.value(row, names)
            if isinstance(value, datetime):
                sheet.write_datetime(line, place, value, moment)
            elif value:
                # As text, whatever it looks like: a number keeps its zeros, and a name that begins with = is no formula.
                sheet.write_string(line, place, value)


def _at(text: str | None) -> datetime | None:
    # Excel knows no offsets: the clock on the wall of the office.
    return datetime.fromisoformat(text).replace(tzinfo=None) if text else None


def _number(row: ListRow, names: Names) -> str:
    number = row.id_number
    return number if names.whole_numbers else "*" * max(0, len(number) - 3) + number[-3:]


_COLUMNS = (
    _Column("Mã hồ sơ", 28, lambda row, _: row.code),
    _Column("Người nộp", 26, lambda row, _: row.name),
    _Column("Số định danh", 15, _number),
    _Column("Điện thoại", 13, lambda row, _: row.phone),
    _Column("Người được làm cho", 26, lambda row, _: row.subject_name),
    _Column("Thủ tục", 44, lambda row, names: names.offices.name_of(row.procedure, row.code)),
    _Column("Mã thủ tục", 12, lambda row, _: row.procedure),
    _Column("Lĩnh vực", 16, lambda row, _: row.field),
    _Column("Trạng thái", 22, lambda row, _: Status(row.status).words),
    _Column("Nhận lúc", 16, lambda row, _: _at(row.received_at)),
    _Column("Hẹn trả", 16, lambda row, _: _at(row.due_at)),
    _Column("Có kết quả", 16, lambda row, _: _at(row.result_at)),
    _Column("Trả lúc", 16, lambda row, _: _at(row.handed_at)),
    _Column("Đang ở", 26, lambda row, _: row.agency),
    _Column("Hạn của bước", 16, lambda row, _: _at(row.step_due_at)),
    _Column("Trả kết quả", 12, lambda row, _: RETURN_WAYS.get(row.return_by, row.return_by)),
    _Column("Người tiếp nhận", 22, lambda row, names: names.people.get(row.officer, row.officer)),
    _Column("Người đang giữ", 22, lambda row, names: names.people.get(row.holder, row.holder)),
)
