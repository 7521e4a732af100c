"""What lists, pages and papers show of duties; whoever calls asks for the permission."""

from datetime import date, datetime, time

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import EditionName
from desk_app.shifts.fairness import FairnessLine, lines_of
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import Edition, Roster, Seat
from desk_app.shifts.rosters import roster_in, seat_standing, subject_of
from desk_app.shifts.seen import SeatSeen, ShiftSeen, StandbySeen, seat_seen, standby_seen
from desk_app.shifts.tables import queries

__all__ = [
    "MonthSeen",
    "MovedSeen",
    "RosterSeen",
    "SeatSeen",
    "ShiftSeen",
    "StandbySeen",
    "get_seat",
    "list_months",
    "roster_of",
    "seats_between",
    "shifts_between",
]


class MovedSeen(Record):
    """A duty day that a holiday moved (``to``), or took away (None)."""

    pattern_name: str
    place_name: str
    on: date
    to: date | None
    reason: str


class RosterSeen(Record):
    """A month's roster in one edition.

    ``is_outdated``: it is a draft, and what was issued has changed since it was made. ``version`` counts issues.
    """

    subject: str
    month: date
    edition: EditionName
    version: int
    number: str
    issued_on: date | None
    note: str
    planned_at: datetime
    shifts: tuple[ShiftSeen, ...]
    fairness: tuple[FairnessLine, ...]
    unmet: tuple[str, ...]
    moved: tuple[MovedSeen, ...]
    has_draft: bool
    is_issued: bool
    is_outdated: bool


class MonthSeen(Record):
    """One month in the list of rosters."""

    month: date
    is_issued: bool
    has_draft: bool
    version: int
    number: str
    issued_on: date | None


def roster_of(room: Shifts, month: date, edition: EditionName | None = None) -> RosterSeen | None:
    """Return a month's roster: that edition, or the draft where there is one and else what was issued; None without."""
    db, book = room.journal.reading(), room.present()
    roster = roster_in(room, db, subject_of(room, db, month))
    if roster is None:
        return None
    shown = {"draft": roster.draft, "issued": roster.issued, None: roster.latest}[edition]
    return None if shown is None else _roster_seen(book, roster, shown)


def list_months(room: Shifts) -> tuple[MonthSeen, ...]:
    """Return the months with a roster, the newest first."""
    return tuple(
        MonthSeen(
            month=row.month,
            is_issued=row.version > 0,
            has_draft=row.has_draft,
            version=row.version,
            number=row.number,
            issued_on=row.issued_on,
        )
        for row in queries.list_rosters(room.journal.reading())
    )


def seats_between(
    room: Shifts, first_on: date, last_on: date, *, organisation: str = "", member: str = "", place: str = ""
) -> tuple[SeatSeen, ...]:
    """Return issued seats of a period, both ends included, by day, time and place; of everybody, or of those named."""
    book = room.present()
    found = [
        seat_seen(book, seat, "issued")
        for seat in _issued_between(room, first_on, last_on)
        if organisation in ("", seat.holder.organisation)
        and member in ("", seat.holder.member)
        and place in ("", seat.place)
    ]
    return tuple(sorted(found, key=_order))


def get_seat(room: Shifts, seat: str) -> SeatSeen:
    """Return a seat as it stands, the issued one first; raise ``NotFound`` without one."""
    _roster, edition, found = seat_standing(room, room.journal.reading(), seat)
    return seat_seen(room.present(), found, edition.name)


def shifts_between(room: Shifts, first_on: date, last_on: date) -> tuple[ShiftSeen, ...]:
    """Return issued shifts of a period with their seats and who steps in, by day, time and place."""
    db, book = room.journal.reading(), room.present()
    found: list[ShiftSeen] = []
    for subject in queries.rosters_between(db, first_on, last_on):
        roster = roster_in(room, db, subject)
        if roster is not None and roster.issued is not None:
            found += [each for each in _shifts(book, roster.issued) if first_on <= each.on <= last_on]
    return tuple(sorted(found, key=lambda each: (each.on, each.starts, collation_key(each.place_name), each.shift)))


def _issued_between(room: Shifts, first_on: date, last_on: date) -> list[Seat]:
    db = room.journal.reading()
    rosters = (roster_in(room, db, each) for each in queries.rosters_between(db, first_on, last_on))
    return [
        seat
        for roster in rosters
        if roster is not None and roster.issued is not None
        for seat in roster.issued.seats.values()
        if first_on <= seat.on <= last_on
    ]


def _roster_seen(book: ShiftBook, roster: Roster, edition: Edition) -> RosterSeen:
    return RosterSeen(
        subject=roster.subject,
        month=roster.month,
        edition=edition.name,
        version=roster.version,
        number=edition.number,
        issued_on=edition.issued_on,
        note=edition.note,
        planned_at=edition.planned_at,
        shifts=_shifts(book, edition),
        fairness=lines_of(book, edition),
        unmet=edition.unmet,
        moved=tuple(_moved(book, edition)),
        has_draft=roster.draft is not None,
        is_issued=roster.issued is not None,
        is_outdated=edition.name == "draft" and edition.after != roster.changes,
    )


def _shifts(book: ShiftBook, edition: Edition) -> tuple[ShiftSeen, ...]:
    steps_in = {each.shift: each.holders for each in edition.standbys}
    by_shift: dict[str, list[SeatSeen]] = {}
    for seat in edition.seats.values():
        by_shift.setdefault(seat.shift, []).append(seat_seen(book, seat, edition.name))
    found = []
    for shift, seats in by_shift.items():
        seats.sort(key=lambda each: each.number)
        first = seats[0]
        found.append(
            ShiftSeen(
                shift=shift,
                on=first.on,
                starts=first.starts,
                ends=first.ends,
                place=first.place,
                place_name=first.place_name,
                pattern_name=first.pattern_name,
                seats=tuple(seats),
                standbys=tuple(standby_seen(book, each) for each in steps_in.get(shift, ())),
            )
        )
    return tuple(sorted(found, key=lambda each: (each.on, each.starts, collation_key(each.place_name), each.shift)))


def _moved(book: ShiftBook, edition: Edition) -> list[MovedSeen]:
    found = []
    for each in edition.moved:
        pattern = book.find_pattern(each.pattern)
        place = book.find_place(pattern.place) if pattern is not None else None
        found.append(
            MovedSeen(
                pattern_name=pattern.name if pattern is not None else "",
                place_name=place.name if place is not None else "",
                on=each.on,
                to=each.to,
                reason=each.reason,
            )
        )
    return found


def _order(seat: SeatSeen) -> tuple[date, time, str, str]:
    return seat.on, seat.starts, collation_key(seat.place_name), seat.seat
