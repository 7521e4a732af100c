"""One's own duties: what somebody sees, prints and takes along who may see nothing of anybody else's."""

from datetime import date

from desk_app.shifts.reading import seats_between
from desk_app.shifts.room import Shifts
from desk_app.shifts.seen import SeatSeen


def own_seats(room: Shifts, by: str, first_on: date, last_on: date) -> tuple[SeatSeen, ...]:
    """Return the issued seats of the person to whom an account belongs; nothing of anybody else's."""
    own = own_members(room, by)
    return tuple(each for each in seats_between(room, first_on, last_on) if each.member in own)


def own_members(room: Shifts, by: str) -> frozenset[str]:
    """Return as whom an account stands in the book: nobody, one person, or one of each organisation they belong to."""
    return frozenset(each.id for each in room.present().members if by and each.account == by)
