"""Who is on duty today, and on the next duty day: what the home page shows."""

from datetime import date, timedelta

from desk_app.kernel.records import Record
from desk_app.shifts.reading import shifts_between
from desk_app.shifts.room import Shifts
from desk_app.shifts.seen import ShiftSeen

_AHEAD = timedelta(days=31)
_OPEN = frozenset({"open", "cancelled"})


class Today(Record):
    """Today's shifts and those of the next duty day (None: none in the next month); ``open_seats`` of both together."""

    on: date
    shifts: tuple[ShiftSeen, ...]
    next_on: date | None
    next_shifts: tuple[ShiftSeen, ...]
    open_seats: int


def today_of(room: Shifts) -> Today:
    """Return today's duty and the next, as issued; whoever calls asks for the permission."""
    today = room.journal.time.now().date()
    found = shifts_between(room, today, today + _AHEAD)
    shifts = tuple(each for each in found if each.on == today)
    next_on = min((each.on for each in found if each.on > today and not _is_off(each)), default=None)
    following = tuple(each for each in found if each.on == next_on)
    still_open = sum(seat.state in _OPEN for each in (*shifts, *following) for seat in each.seats)
    return Today(on=today, shifts=shifts, next_on=next_on, next_shifts=following, open_seats=still_open)


def _is_off(shift: ShiftSeen) -> bool:
    return all(seat.state == "called_off" for seat in shift.seats)
