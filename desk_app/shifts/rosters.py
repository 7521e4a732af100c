"""Reading one month's roster, inside a write or outside of one."""

from datetime import date

from desk_app.journal import tables as journal_tables
from desk_app.kernel.errors import NotFound
from desk_app.shifts.facts import roster_subject
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import NOBODY, Edition, Roster, Seat
from desk_app.shifts.roster_fold import folded_roster
from desk_app.shifts.tables import queries
from desk_app.storage.engine import Database


def subject_of(room: Shifts, db: Database, month: date) -> str:
    """Return the journal subject of this office's roster of a month."""
    agency = room.office.book.get(db).agency
    return roster_subject(agency.code if agency is not None else "", month.replace(day=1))


def roster_in(room: Shifts, db: Database, subject: str) -> Roster | None:
    """Return a roster as its entries make it; None when no plan was ever made."""
    registry = room.journal.registry
    history = [registry.read(entry) for entry in journal_tables.history(db, subject)]
    return folded_roster(history) if history else None


def month_in(room: Shifts, db: Database, month: date) -> Roster:
    """Return this office's roster of a month; raise ``NotFound`` before anybody has planned it."""
    found = roster_in(room, db, subject_of(room, db, month))
    if found is None:
        raise NotFound("shifts.no_roster", f"Tháng {month:%m/%Y} chưa xếp lịch trực.", "Hãy xếp lịch tháng này trước.")
    return found


def seat_standing(room: Shifts, db: Database, seat: str) -> tuple[Roster, Edition, Seat]:
    """Return a seat as it stands, with its roster and edition, the issued one first; raise ``NotFound`` without one."""
    subject = queries.roster_of_seat(db, seat)
    roster = roster_in(room, db, subject) if subject is not None else None
    for edition in (roster.issued, roster.draft) if roster is not None else ():
        found = edition.seats.get(seat) if edition is not None else None
        if roster is not None and edition is not None and found is not None:
            return roster, edition, found
    raise NotFound("shifts.no_seat", "Không có chỗ trực này trong lịch nào.", "Hãy xem lại lịch trực của tháng.")


def out_on(room: Shifts, db: Database, on: date, *, roster: Roster, edition: Edition) -> tuple[Seat, ...]:
    """Return the seats held on a day: those of this edition, and what other months have issued."""
    others = (roster_in(room, db, each) for each in queries.rosters_between(db, on, on) if each != roster.subject)
    issued = (other.issued for other in others if other is not None and other.issued is not None)
    return tuple(
        seat
        for each in (edition, *issued)
        for seat in each.seats.values()
        if seat.on == on and seat.holder != NOBODY and not seat.called_off
    )
