"""A month's roster, and hours of a period, as Excel workbooks."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.hours import Hours, Worked
from desk_app.shifts.reading import RosterSeen
from desk_app.shifts.seen import SeatSeen
from desk_app.shifts.words import weekday

if TYPE_CHECKING:
    from xlsxwriter import Workbook

STATE_WORDS = {
    "open": "chưa có ai",
    "held": "sẽ trực",
    "cancelled": "báo vắng, chưa có người thay",
    "called_off": "bỏ ca",
    "came": "có mặt",
    "late": "đến muộn",
    "no_show": "vắng mặt",
}

Cell = str | int | float | date
Columns = Sequence[tuple[str, int]]

_A4 = 9

_SEATS: Columns = (
    ("Ngày", 12), ("Thứ", 10), ("Giờ", 14), ("Điểm trực", 26), ("Chỗ", 6), ("Tổ chức", 26), ("Người trực", 26),
    ("Điện thoại", 14), ("Tình trạng", 26), ("Vì sao", 70),
)  # fmt: skip
_STANDBYS: Columns = (
    ("Ngày", 12),
    ("Điểm trực", 26),
    ("Thứ tự", 8),
    ("Tổ chức", 26),
    ("Người", 26),
    ("Điện thoại", 14),
)
_FAIRNESS: Columns = (
    ("Tổ chức", 30), ("Tỉ lệ (%)", 10), ("Còn thiếu từ trước", 12), ("Phần tháng này", 12), ("Đã xếp", 10), ("Còn lại", 10)
)  # fmt: skip
_WORKED: Columns = (
    ("Tổ chức", 30), ("Người", 26), ("Số lượt", 10), ("Số giờ", 10), ("Đến muộn", 10), ("Vắng mặt", 10),
    ("Báo vắng", 10), ("Trong đó báo muộn", 12),
)  # fmt: skip


def roster_excel(roster: RosterSeen) -> bytes:
    """Return the workbook of a month: seats with why each was chosen, who steps in, fairness, what could not be met."""
    book, written = _new_book(f"Lịch trực tháng {roster.month:%m/%Y}")
    seats = [seat for shift in roster.shifts for seat in shift.seats]
    _sheet(book, "Lịch trực", _SEATS, (_seat_cells(each) for each in seats))
    standbys: list[tuple[Cell, ...]] = [
        (shift.on, shift.place_name, place, each.organisation_name, each.member_name, each.phone)
        for shift in roster.shifts
        for place, each in enumerate(shift.standbys, start=1)
    ]
    _sheet(book, "Dự phòng", _STANDBYS, standbys)
    lines: list[tuple[Cell, ...]] = [
        (each.name, each.weight, each.carried / 100, each.owed / 100, each.done / 100, each.credit / 100)
        for each in roster.fairness
    ]
    _sheet(book, "Công bằng", _FAIRNESS, lines)
    notes = [*roster.unmet, *(_moved(each.place_name, each.on, each.to, each.reason) for each in roster.moved)]
    _sheet(book, "Ghi chú", (("Điều chưa đáp ứng được, ngày dời", 110),), ((each,) for each in notes))
    book.close()
    return written.getvalue()


def hours_excel(hours: Hours) -> bytes:
    """Return the workbook of a period: what organisations did, and what their people did."""
    book, written = _new_book(f"Giờ trực từ {spoken_day(hours.first_on)} đến {spoken_day(hours.last_on)}")
    _sheet(book, "Tổ chức", _WORKED, (_worked_cells(each) for each in hours.organisations))
    _sheet(book, "Từng người", _WORKED, (_worked_cells(each) for each in hours.members))
    book.close()
    return written.getvalue()


def _seat_cells(seat: SeatSeen) -> tuple[Cell, ...]:
    times = f"{seat.starts:%H:%M}–{seat.ends:%H:%M}"
    return (
        *(seat.on, weekday(seat.on), times, seat.place_name, seat.number, seat.organisation_name, seat.member_name),
        *(seat.phone, STATE_WORDS[seat.state], seat.why),
    )


def _worked_cells(each: Worked) -> tuple[Cell, ...]:
    return (
        *(each.organisation_name, each.name if each.member else "", each.turns, round(each.minutes / 60, 2)),
        *(each.late, each.no_shows, each.cancelled, each.cancelled_late),
    )


def _moved(place: str, on: date, to: date | None, reason: str) -> str:
    became = f"dời sang {spoken_day(to)}" if to is not None else "bỏ"
    return f"{place}, {weekday(on).lower()} {spoken_day(on)}: {became} ({reason})."


def _new_book(title: str) -> tuple["Workbook", BytesIO]:
    from xlsxwriter import Workbook

    written = BytesIO()
    book = Workbook(written, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"title": title})
    return book, written


def _sheet(book: "Workbook", title: str, columns: Columns, rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(title)
    head = book.add_format({"bold": True, "bg_color": "#DDE8EE", "text_wrap": True})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    for place, (name, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for at, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                # As text, whatever it looks like: a name that begins with = is no formula.
                sheet.write_string(at, place, value)
            elif isinstance(value, date):
                sheet.write_datetime(at, place, value, day)
            else:
                sheet.write_number(at, place, value)
