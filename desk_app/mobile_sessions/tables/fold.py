"""From the entries of places and sessions to their rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.mobile_sessions import facts
from desk_app.mobile_sessions.session import KnownPlace, Session, folded_place, folded_session
from desk_app.storage.engine import Database


class PlaceFold(SubjectFold[KnownPlace | None]):
    """A place as it was last described."""

    name = "mobile_places"
    facts: ClassVar[tuple[type[Fact], ...]] = (facts.PlacePut, facts.PlaceEnded)
    tables = ("mobile_places",)

    def fold(self, history: Sequence[Recorded]) -> KnownPlace | None:
        """Return the place, or None while the entry that describes it has not arrived."""
        return folded_place(history)

    def store(self, db: Database, subject: str, state: KnownPlace | None, *, fresh: bool) -> None:
        """Write the place's row."""
        if not fresh:
            db.conn.execute("DELETE FROM mobile_places WHERE id = ?", (subject,))
        if state is None:
            return
        place = state.place
        row = (
            *(state.id, state.desk, place.name, place.area, place.address, place.contact, place.phone, place.note),
            text_of(state.ended_at),
        )
        db.conn.execute("INSERT INTO mobile_places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


class SessionFold(SubjectFold[Session | None]):
    """A session: its plan, and each desk's work at it."""

    name = "mobile_sessions"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.SessionPlanned,
        facts.SessionChanged,
        facts.SessionCancelled,
        facts.KitTicked,
        facts.SessionOpened,
        facts.SessionClosed,
    )
    tables = ("mobile_sessions", "mobile_stints")

    def fold(self, history: Sequence[Recorded]) -> Session | None:
        """Return the session, or None while the entry that planned it has not arrived."""
        return folded_session(history)

    def store(self, db: Database, subject: str, state: Session | None, *, fresh: bool) -> None:
        """Write the session's row, those of its stints, and its findings."""
        if not fresh:
            db.conn.execute("DELETE FROM mobile_sessions WHERE id = ?", (subject,))
            db.conn.execute("DELETE FROM mobile_stints WHERE session = ?", (subject,))
        if state is None:
            return
        plan, cancelled = state.plan, state.cancelled
        row = (
            *(state.id, state.desk, plan.place, plan.starts_at.isoformat(), plan.ends_at.isoformat()),
            *(str(state.state), cancelled.reason if cancelled else "", cancelled.moved_to if cancelled else ""),
        )
        db.conn.execute("INSERT INTO mobile_sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        stints = [
            (state.id, each.desk, each.opened_at.isoformat(), text_of(each.closed_at), each.cash)
            for each in state.stints
        ]
        db.conn.executemany("INSERT INTO mobile_stints VALUES (?, ?, ?, ?, ?)", stints)
        if not fresh:
            found = ((each.kind, each.entry, each.against, each.words) for each in state.findings)
            put_findings(db, self.name, subject, found)


def text_of(at: datetime | None) -> str | None:
    """Return a moment as it stands in a row."""
    return None if at is None else at.isoformat()
