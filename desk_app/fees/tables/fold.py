"""From the entries of payments and closed days to their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from desk_app.fees.facts import DayClosed, FeePaid, FeeReturned, dossier_of
from desk_app.fees.payment import Money, Move, folded
from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.kernel.records import canonical
from desk_app.storage.engine import Database

_MOVE = f"INSERT INTO fee_moves VALUES ({', '.join('?' * 16)})"


@dataclass(frozen=True, kw_only=True)
class Closing:
    """A closed day and the entry that says so."""

    entry: Entry
    fact: DayClosed


class MoneyFold(SubjectFold[Money]):
    """The money of one dossier."""

    name = "fees"
    facts: ClassVar[tuple[type[Fact], ...]] = (FeePaid, FeeReturned)
    tables = ("fee_moves",)

    def fold(self, history: Sequence[Recorded]) -> Money:
        """Return every move, in clock order."""
        return folded(history)

    def store(self, db: Database, subject: str, state: Money, *, fresh: bool) -> None:
        """Replace the dossier's rows and its findings."""
        if not fresh:
            db.conn.execute("DELETE FROM fee_moves WHERE dossier = ?", (dossier_of(subject),))
        db.conn.executemany(_MOVE, [_row(move) for move in state.moves])
        if not fresh:
            found = ((each.kind, each.entry, each.against, each.words) for each in state.findings)
            put_findings(db, self.name, subject, found)


class DayFold(SubjectFold[Closing | None]):
    """One officer's cash day at one desk; it is closed once."""

    name = "fee_days"
    facts: ClassVar[tuple[type[Fact], ...]] = (DayClosed,)
    tables = ("fee_days",)

    def fold(self, history: Sequence[Recorded]) -> Closing | None:
        """Return the closing of the day."""
        first = history[0]
        return Closing(entry=first.entry, fact=first.fact) if isinstance(first.fact, DayClosed) else None

    def store(self, db: Database, subject: str, state: Closing | None, *, fresh: bool) -> None:
        """Write the day's row."""
        if not fresh:
            db.conn.execute("DELETE FROM fee_days WHERE subject = ?", (subject,))
        if state is not None:
            body, day = canonical(state.fact).decode(), state.fact.day.isoformat()
            row = (subject, state.entry.desk, state.entry.actor, day, body)
            db.conn.execute("INSERT INTO fee_days VALUES (?, ?, ?, ?, ?)", row)


def _row(move: Move) -> tuple[object, ...]:
    return (
        *(move.entry, move.dossier, move.kind, move.number, move.code, move.procedure, move.field, move.payer),
        *(move.amount, move.due, move.way, move.reason, move.day.isoformat(), move.at.isoformat()),
        *(move.desk, move.officer),
    )
