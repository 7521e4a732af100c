"""The cash report of a day as an Excel file: the sums on one sheet, every payment on another."""

from pathlib import Path
from typing import Any

from desk_app.dossiers.book.counted import require_rows
from desk_app.fees.day import KIND_WORDS, WAY_WORDS, DayReport, Line
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.storage.whole_file import whole_file

_LINES = (
    ("Số phiếu", 18),
    ("Mã hồ sơ", 28),
    ("Loại", 14),
    ("Lĩnh vực", 22),
    ("Người nộp", 26),
    ("Số tiền", 13),
    ("Phải thu", 13),
    ("Cách nộp", 14),
    ("Lý do", 36),
    ("Lúc", 17),
    ("Người thu", 24),
)


def write_day(of: DayReport, file: Path) -> int:
    """Write the report to ``file``, whole or not at all, and return how many payments and returns stand in it.

    Raises ``DeviceTrouble`` when the disk fails, ``Damaged`` when the file read back holds other than was written.
    """
    with whole_file(file) as part:
        _written(part, of)
        require_rows(part, len(of.lines) + 1, sheet=2)
    return len(of.lines)


def _written(part: Path, of: DayReport) -> None:
    # Takes a tenth of a second to load, and is wanted once a day.
    from xlsxwriter import Workbook

    book = Workbook(str(part), {"constant_memory": True, "tmpdir": str(part.parent), "in_memory": False})
    book.set_properties({"title": f"Thu phí, lệ phí ngày {spoken_day(of.day)}"})
    _sums(book, of)
    _lines(book, of)
    book.close()


def _sums(book: Any, of: DayReport) -> None:
    sheet, bold = book.add_worksheet("Tổng hợp"), book.add_format({"bold": True})
    money = book.add_format({"num_format": "#,##0"})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 5, 15)
    opening = ("Có đầu ngày", of.opening)
    rows: list[tuple[Any, ...]] = [
        (f"Thu phí, lệ phí ngày {spoken_day(of.day)}", of.name),
        ("Lĩnh vực", "Số phiếu", "Tiền mặt", "Chuyển khoản", "Trả lại", "Còn"),
        *((each.field, each.payments, each.cash, each.transfer, each.returned, each.net) for each in of.fields),
        ("Cách nộp", "Số phiếu", "Đã thu", "Trả lại", "Còn"),
        *((WAY_WORDS[each.way], each.payments, each.paid, each.returned, each.net) for each in of.ways),
        ("Miễn, theo lý do", "Số hồ sơ"),
        *((each.reason, each.count) for each in of.waived),
        ("Tiền mặt cuối ngày",),
        *(opening, ("Phải có", of.expected), ("Đếm được", of.counted), ("Chênh lệch", of.difference)),
        ("Giải thích", of.note),
    ]
    heads = {row for row in rows if len(row) == 1 or (len(row) > 1 and isinstance(row[1], str) and row[1])}
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(place, column, value, money)
            elif value is not None:
                sheet.write_string(place, column, value, bold if row in heads else None)


def _lines(book: Any, of: DayReport) -> None:
    sheet = book.add_worksheet("Từng phiếu")
    head = book.add_format({"bold": True, "bg_color": "#DDE8EE", "text_wrap": True})
    money = book.add_format({"num_format": "#,##0"})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
    for place, (title, width) in enumerate(_LINES):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, head)
    sheet.freeze_panes(1, 1)
    for at, line in enumerate(of.lines, start=1):
        for place, value in enumerate(_cells(line)):
            if isinstance(value, int):
                sheet.write_number(at, place, value, money)
            elif value:
                # As text, whatever it looks like: a name that begins with = is no formula.
                sheet.write_string(at, place, value)
        # Excel knows no offsets: the clock on the wall of the office.
        sheet.write_datetime(at, 9, line.at.astimezone(VIETNAM).replace(tzinfo=None), moment)


def _cells(line: Line) -> tuple[str | int | None, ...]:
    return (
        *(line.number, line.code, KIND_WORDS[line.kind], line.field, line.payer, line.amount, line.due),
        *(WAY_WORDS[line.way], line.reason, None, line.officer),
    )
