"""From the entries of tickets and lines to their rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.storage.engine import Database
from desk_app.tickets import facts
from desk_app.tickets.facts import LinePut, field_of
from desk_app.tickets.ticket import Ticket, folded

_INSERT = f"INSERT INTO tickets VALUES ({', '.join('?' * 20)})"


class TicketFold(SubjectFold[Ticket | None]):
    """One ticket, from the key that gave it out to its end."""

    name = "tickets"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.Taken,
        facts.Called,
        facts.CalledAgain,
        facts.Skipped,
        facts.Transferred,
        facts.Begun,
        facts.Done,
        facts.Withdrawn,
        facts.DayClosed,
        facts.DossierLinked,
    )
    tables = ("tickets",)

    def fold(self, history: Sequence[Recorded]) -> Ticket | None:
        """Return the ticket, or None while the entry that made it has not arrived."""
        return folded(history)

    def store(self, db: Database, subject: str, state: Ticket | None, *, fresh: bool) -> None:
        """Write the ticket's row and its findings."""
        if not fresh:
            db.conn.execute("DELETE FROM tickets WHERE id = ?", (subject,))
        if state is None:
            return
        db.conn.execute(_INSERT, _values(state))
        if not fresh:
            found = ((each.kind, each.entry, each.against, each.words) for each in state.findings)
            put_findings(db, self.name, subject, found)


class LineFold(SubjectFold[LinePut | None]):
    """What was last laid down about one field's line."""

    name = "ticket_lines"
    facts = (LinePut,)
    tables = ("ticket_lines",)

    def fold(self, history: Sequence[Recorded]) -> LinePut | None:
        """Return the newest word on the line."""
        last = history[-1].fact
        return last if isinstance(last, LinePut) else None

    def store(self, db: Database, subject: str, state: LinePut | None, *, fresh: bool) -> None:
        """Write the line's row."""
        if not fresh:
            db.conn.execute("DELETE FROM ticket_lines WHERE field = ?", (field_of(subject),))
        if state is not None:
            row = (state.field, state.letter, int(state.is_open))
            db.conn.execute("INSERT INTO ticket_lines VALUES (?, ?, ?)", row)


def _values(state: Ticket) -> tuple[object, ...]:
    return (
        state.id,
        state.desk,
        state.day.isoformat(),
        state.field,
        state.letter,
        state.number,
        state.priority,
        state.source,
        state.taken_at.isoformat(),
        state.taken_clock,
        str(state.state),
        state.for_counter,
        state.counter,
        state.times_called,
        state.called_clock,
        _text(state.first_called_at),
        _text(state.called_at),
        _text(state.begun_at),
        _text(state.ended_at),
        " ".join(state.dossiers),
    )


def _text(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
