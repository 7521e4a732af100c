"""What must not be forgotten about duties: seats without anybody, people who said they are away, months without a roster."""

from datetime import date, timedelta
from typing import Literal

from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.days import first_of_next, month_days
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.reading import seats_between
from desk_app.shifts.replacement import replacements
from desk_app.shifts.room import Shifts
from desk_app.shifts.rosters import roster_in, subject_of
from desk_app.shifts.seen import SeatSeen
from desk_app.shifts.words import weekday

AlertKind = Literal["no_cover", "away", "empty", "unnoted", "no_roster"]
"""Cancelled and nobody instead; the holder said they are away; never filled; attendance missing; no roster issued."""

_ORDER: tuple[AlertKind, ...] = ("no_cover", "away", "empty", "unnoted", "no_roster")
_NOTICE_DAYS = 10
"""So many days before a month begins its roster should be known."""
_UNNOTED_DAYS = 14


class Alert(Record):
    """One thing to do; ``seat`` and ``shift`` are empty when it is about a whole month. ``is_late``: cancelled too late."""

    kind: AlertKind
    on: date
    seat: str
    shift: str
    words: str
    hint: str
    is_late: bool


def alerts_of(room: Shifts, *, days: int = 14) -> tuple[Alert, ...]:
    """Return what is to be done about duties of the next ``days`` days, the nearest day first, then the most pressing.

    Attendance that was not noted is reminded of for two weeks.
    """
    now = room.journal.time.now()
    today = now.date()
    seats = seats_between(room, today - timedelta(days=_UNNOTED_DAYS), today + timedelta(days=days))
    found = [alert for seat in seats if (alert := _of_seat(room, seat, today)) is not None]
    found += _missing_rosters(room, today)
    return tuple(sorted(found, key=lambda each: (each.on, _ORDER.index(each.kind), each.seat)))


def _of_seat(room: Shifts, seat: SeatSeen, today: date) -> Alert | None:
    when = f"{weekday(seat.on)} {spoken_day(seat.on)}, {seat.starts:%H:%M}, {seat.place_name}"
    if seat.on < today:
        return (
            _alert(seat, "unnoted", f"{when}: chưa điểm danh {seat.who}.", "Ghi có mặt, đến muộn hoặc vắng mặt.")
            if (seat.state == "held")
            else None
        )
    if seat.state == "cancelled":
        words = f"{when}: {seat.cancelled_name} báo vắng, chưa có người thay."
        return _alert(seat, "no_cover", words, _suggested(room, seat))
    if seat.state == "open":
        return _alert(seat, "empty", f"{when}: chỗ {seat.number} chưa có ai.", _suggested(room, seat))
    if seat.state == "held" and (reason := _away(room, seat)):
        return _alert(seat, "away", f"{when}: {seat.who} {reason}.", _suggested(room, seat))
    return None


def _alert(seat: SeatSeen, kind: AlertKind, words: str, hint: str) -> Alert:
    return Alert(
        kind=kind, on=seat.on, seat=seat.seat, shift=seat.shift, words=words, hint=hint, is_late=seat.cancelled_late
    )


def _suggested(room: Shifts, seat: SeatSeen) -> str:
    first = next(iter(replacements(room, seat.seat, limit=1)), None)
    if first is None:
        return "Không còn ai rảnh trong danh sách: hãy gọi các tổ chức, hoặc bỏ ca."
    name = f"{first.member_name} ({first.organisation_name})" if first.member_name else first.organisation_name
    return f"Nên gọi {name}{f', {first.phone}' if first.phone else ''}: {first.why[0].lower()}{first.why[1:]}"


def _away(room: Shifts, seat: SeatSeen) -> str:
    """Return why the holder of a seat cannot come after all, as words after the name; empty while they can."""
    book = room.present()
    pattern = book.find_pattern(seat.pattern)
    if pattern is None:
        return ""
    holder = Holder(organisation=seat.organisation, member=seat.member)
    blocked = Availability(book).blocked(holder, seat.on, pattern, "")
    return blocked.words if blocked is not None else ""


def _missing_rosters(room: Shifts, today: date) -> list[Alert]:
    """Return this month's and, shortly before it begins, the next month's roster that were not issued."""
    first = today.replace(day=1)
    following = first_of_next(today)
    months = [first, following] if following - today <= timedelta(days=_NOTICE_DAYS) else [first]
    return [_missing(month, max(month, today)) for month in months if _is_missing(room, month, today)]


def _is_missing(room: Shifts, month: date, today: date) -> bool:
    db, book = room.journal.reading(), room.present()
    roster = roster_in(room, db, subject_of(room, db, month))
    if roster is not None and roster.issued is not None:
        return False
    days = month_days(book.patterns, month, room.working_time.present_calendar(), moves=True).days
    return any(day.on >= today for day in days)


def _missing(month: date, on: date) -> Alert:
    return Alert(
        kind="no_roster",
        on=on,
        seat="",
        shift="",
        words=f"Lịch trực tháng {month:%m/%Y} chưa ban hành.",
        hint="Xếp lịch, xem công bằng giữa các tổ chức, rồi ban hành thông báo.",
        is_late=False,
    )
