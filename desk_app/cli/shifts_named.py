"""What people mean on the command line of ``desk shifts``: names instead of ids, months, weekdays, seats."""

from collections.abc import Sequence
from datetime import date, time
from typing import TypeVar

from desk_app.cli.acting import Acting
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.texts import folded
from desk_app.kernel.time_source import day
from desk_app.shifts.book import Member, Organisation, Place
from desk_app.shifts.name_matching import same_name
from desk_app.shifts.reading import roster_of
from desk_app.shifts.seen import SeatSeen
from desk_app.working_time.calendar import WEEKDAYS

N = TypeVar("N", Organisation, Member, Place)
SEAT_HELP = "«ĐIỂM/NGÀY/CHỖ», như «Bàn viết hộ/2026-12-04/1»; một điểm trực thì «2026-12-04/1»."


def organisation_named(act: Acting, text: str) -> Organisation:
    """Return the organisation of that id, name or short name; raise ``NotFound``, ``InvalidInput`` for several."""
    every = act.desk.shifts.present().organisations
    short = [each for each in every if each.short and folded(each.short) == folded(text)]
    return short[0] if len(short) == 1 else _only(text, "tổ chức", every)


def member_named(act: Acting, text: str, organisation: str = "") -> Member:
    """Return the person of that id or name, of an organisation where one is named; raise as ``organisation_named``."""
    every = act.desk.shifts.present().members
    return _only(text, "người trực", [each for each in every if organisation in ("", each.organisation)])


def place_named(act: Acting, text: str) -> Place:
    """Return the place of that id or name, the only one there is for an empty text; raise as ``organisation_named``."""
    places = act.desk.shifts.present().places
    if not text and len(places) == 1:
        return places[0]
    return _only(text, "điểm trực", places)


def seat_named(act: Acting, text: str) -> SeatSeen:
    """Return the seat people mean by place, day and number; raise ``NotFound``, ``InvalidInput`` for several or no day."""
    head, _, number = text.strip().rpartition("/")
    if not head:
        raise InvalidInput("seat", f"«{text}» không phải là một chỗ trực.", f"Ghi {SEAT_HELP}")
    named, _, day_text = head.rpartition("/")
    on = day(day_text, field="seat")
    wanted = folded(named)
    found = [
        seat
        for edition in _editions(act, on)
        for seat in edition
        if str(seat.number) == number
        and on in (seat.on, date.fromisoformat(seat.seat.split("/")[1]))
        and (not named or seat.pattern == named or wanted in (folded(seat.place_name), folded(seat.pattern_name)))
    ]
    by_id = {each.seat: each for each in found}
    if len(by_id) > 1:
        raise InvalidInput("seat", f"Ngày {on:%d/%m/%Y} có nhiều điểm trực.", f"Ghi {SEAT_HELP}")
    if not by_id:
        raise NotFound("shifts.no_seat", f"Không có chỗ trực «{text}» trong lịch.", f"Ghi {SEAT_HELP}")
    return next(iter(by_id.values()))


def month_named(text: str) -> date:
    """Return the first day of a month given as ``YYYY-MM``; raise ``InvalidInput`` otherwise."""
    try:
        return date.fromisoformat(f"{text.strip()}-01")
    except ValueError:
        raise InvalidInput("month", f"«{text}» không phải là tháng.", "Viết như 2026-12.") from None


def time_named(text: str, *, field: str) -> time:
    """Return the time given as ``HH:MM``; raise ``InvalidInput`` otherwise."""
    try:
        return time.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInput(field, f"«{text}» không phải là giờ.", "Viết như 07:30.") from None


def weekday_named(text: str) -> int:
    """Return the number of a weekday (0 is Monday) given by name or number 2 to 8 as people count; else ``InvalidInput``."""
    names = {folded(name): number for number, name in enumerate(WEEKDAYS)}
    wanted = folded(text)
    if wanted in names:
        return names[wanted]
    if wanted.isdecimal() and 2 <= int(wanted) <= 8:
        return int(wanted) - 2
    raise InvalidInput("weekdays", f"«{text}» không phải là ngày trong tuần.", "Ghi như «thứ sáu», «chủ nhật», hoặc 6.")


def _editions(act: Acting, on: date) -> list[list[SeatSeen]]:
    """Return the seats of the months in which a day may stand, issued before drafts; a holiday may have moved it."""
    months = {on.replace(day=1), (on.replace(day=1) - date.resolution).replace(day=1)}
    found = []
    for month in sorted(months, reverse=True):
        roster = roster_of(act.desk.shifts, month, "issued") or roster_of(act.desk.shifts, month)
        if roster is not None:
            found.append([seat for shift in roster.shifts for seat in shift.seats])
    return found


def _only(text: str, word: str, among: Sequence[N]) -> N:
    exact = [each for each in among if each.id == text.strip()]
    found = exact or list(same_name(text, among))
    if not found:
        raise NotFound("shifts.unknown", f"Không có {word} «{text}».", "Xem danh sách bằng «desk shifts …».")
    if len(found) > 1:
        raise InvalidInput("name", f"Có nhiều {word} tên «{text}».", "Ghi mã (id) thay cho tên.")
    return found[0]
