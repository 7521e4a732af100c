"""From the entries of rosters and thanks to the rows that lists and reports count."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.shifts import facts
from desk_app.shifts.roster import Edition, Roster
from desk_app.shifts.roster_fold import folded_roster
from desk_app.storage.engine import Database

_SEAT = f"INSERT INTO shift_seats VALUES ({', '.join('?' * 15)})"
_CANCELLED = "INSERT INTO shift_cancellations VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


class RosterFold(SubjectFold[Roster | None]):
    """One month of one agency: its draft, what was issued, and all that became of it."""

    name = "shift_rosters"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.RosterPlanned,
        facts.RosterIssued,
        facts.SeatPinned,
        facts.SeatUnpinned,
        facts.SeatGiven,
        facts.SeatCancelled,
        facts.ShiftCalledOff,
        facts.AttendanceNoted,
    )
    tables = ("shift_rosters", "shift_seats", "shift_shares", "shift_cancellations")

    def fold(self, history: Sequence[Recorded]) -> Roster | None:
        """Return the roster, or None while no plan has arrived."""
        return folded_roster(history)

    def store(self, db: Database, subject: str, state: Roster | None, *, fresh: bool) -> None:
        """Write the month's rows, those of its seats, shares and cancellations, and its findings."""
        if not fresh:
            db.conn.execute("DELETE FROM shift_rosters WHERE subject = ?", (subject,))
            for table in self.tables[1:]:
                db.conn.execute(f"DELETE FROM {table} WHERE roster = ?", (subject,))
        if state is None:
            return
        issued = state.issued
        number, issued_on = (issued.number, issued.issued_on) if issued is not None else ("", None)
        row = (
            *(subject, state.month.isoformat(), state.desk, int(state.draft is not None), state.version, number),
            issued_on.isoformat() if issued_on is not None else None,
        )
        db.conn.execute("INSERT INTO shift_rosters VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        for edition in (state.draft, issued):
            if edition is not None:
                db.conn.executemany(_SEAT, _seats(state, edition))
                db.conn.executemany("INSERT INTO shift_shares VALUES (?, ?, ?, ?, ?, ?)", _shares(state, edition))
        db.conn.executemany(_CANCELLED, _cancellations(state))
        if not fresh:
            found = ((each.kind, each.entry, each.against, each.words) for each in state.findings)
            put_findings(db, self.name, subject, found)


class ThanksFold(SubjectFold[Recorded]):
    """Each thanks by itself."""

    name = "shift_thanks"
    facts = (facts.Thanked,)
    tables = ("shift_thanks",)

    def fold(self, history: Sequence[Recorded]) -> Recorded:
        """Return the one entry there is of it."""
        return history[0]

    def store(self, db: Database, subject: str, state: Recorded, *, fresh: bool) -> None:
        """Write the row of one thanks."""
        fact = state.fact
        assert isinstance(fact, facts.Thanked)
        if not fresh:
            db.conn.execute("DELETE FROM shift_thanks WHERE id = ?", (subject,))
        row = (
            *(subject, fact.holder.organisation, fact.holder.member, fact.first_on.isoformat()),
            *(fact.last_on.isoformat(), fact.number, fact.words, fact.thanked_at.isoformat(), state.entry.desk),
        )
        db.conn.execute(f"INSERT INTO shift_thanks VALUES ({', '.join('?' * 9)})", row)


def _seats(roster: Roster, edition: Edition) -> Iterator[tuple[object, ...]]:
    for seat in edition.seats.values():
        yield (
            *(roster.subject, edition.name, seat.id, seat.shift, seat.on.isoformat(), seat.place),
            *(seat.starts.isoformat("minutes"), seat.minutes, seat.holder.organisation, seat.holder.member),
            *(seat.state, seat.how, seat.hundredths, seat.worked_minutes, roster.desk),
        )


def _shares(roster: Roster, edition: Edition) -> Iterator[tuple[object, ...]]:
    start, month = (roster.subject, edition.name), roster.month.isoformat()
    for share in edition.shares:
        yield (*start, month, share.organisation, "", share.owed)
    for own in edition.member_shares:
        yield (*start, month, "", own.member, own.owed)


def _cancellations(roster: Roster) -> Iterator[tuple[object, ...]]:
    for place, each in enumerate(roster.cancellations):
        yield (
            *(roster.subject, place, each.seat, each.on.isoformat(), each.holder.organisation, each.holder.member),
            *(int(each.is_late), roster.desk),
        )
