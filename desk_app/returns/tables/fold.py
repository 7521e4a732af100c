"""From the entries of rounds and of results' ways to their rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.returns import facts
from desk_app.returns.round import Round, folded_round
from desk_app.returns.way import Way
from desk_app.returns.way_fold import folded
from desk_app.storage.engine import Database

_ROUND = f"INSERT INTO return_rounds VALUES ({', '.join('?' * 12)})"


class RoundFold(SubjectFold[Round | None]):
    """One round, from its planning to its end."""

    name = "return_rounds"
    facts: ClassVar[tuple[type[Fact], ...]] = (facts.RoundPlanned, facts.RoundLeft, facts.RoundClosed)
    tables = ("return_rounds",)

    def fold(self, history: Sequence[Recorded]) -> Round | None:
        """Return the round, or None while the entry that made it has not arrived."""
        return folded_round(history)

    def store(self, db: Database, subject: str, state: Round | None, *, fresh: bool) -> None:
        """Write the round's row."""
        if not fresh:
            db.conn.execute("DELETE FROM return_rounds WHERE id = ?", (subject,))
        if state is None:
            return
        helper = state.helper
        row = (
            *(state.id, state.going_on.isoformat(), state.hamlet, helper.name, helper.organisation, helper.phone),
            *(state.note, state.planned_at.isoformat(), state.carrier, _text(state.left_at), _text(state.closed_at)),
            state.closing_note,
        )
        db.conn.execute(_ROUND, row)


class WayFold(SubjectFold[Way]):
    """One result's way: its stops, its parcels, where it is now."""

    name = "return_ways"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.ProposalAnswered,
        facts.StopPlanned,
        facts.StopLeft,
        facts.Delivered,
        facts.AttemptFailed,
        facts.CameBack,
        facts.PostPrepared,
        facts.Posted,
        facts.PostDelivered,
        facts.PostReturned,
    )
    tables = ("return_ways", "return_stops", "return_parcels")

    def fold(self, history: Sequence[Recorded]) -> Way:
        """Return the stops, parcels and answers that the history leads to."""
        return folded(history)

    def store(self, db: Database, subject: str, state: Way, *, fresh: bool) -> None:
        """Write the way's row, those of its stops and parcels, and its findings."""
        id_ = facts.dossier_of(subject)
        if not fresh:
            for table in self.tables:
                db.conn.execute(f"DELETE FROM {table} WHERE dossier = ?", (id_,))
        where = str(state.where) if state.where is not None else ""
        way = (id_, where, _text(state.since), state.attempts, int(state.answer is not None))
        db.conn.execute("INSERT INTO return_ways VALUES (?, ?, ?, ?, ?)", way)
        stops = [
            (id_, stop.round, stop.place, stop.state, stop.at.isoformat(), _text(stop.failed_at))
            for stop in state.stops
        ]
        db.conn.executemany("INSERT INTO return_stops VALUES (?, ?, ?, ?, ?, ?)", stops)
        parcels = [
            (each.id, id_, each.state, each.at.isoformat(), each.tracking, each.cost, _text(each.posted_at))
            for each in state.parcels
        ]
        db.conn.executemany("INSERT INTO return_parcels VALUES (?, ?, ?, ?, ?, ?, ?)", parcels)
        if not fresh:
            found = ((each.kind, each.entry, each.against, each.words) for each in state.findings)
            put_findings(db, self.name, subject, found)


def _text(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
