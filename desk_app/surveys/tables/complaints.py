"""Complaints and suggestions as rows."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.kernel.records import canonical, from_json
from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database
from desk_app.surveys import complaint_facts as facts
from desk_app.surveys.complaint import Complaint, ComplaintState, folded
from desk_app.surveys.complaint_number import counted_in, series_of


class ComplaintFold(SubjectFold[ComplaintState | None]):
    """One complaint, from its receipt to its end."""

    name = "complaints"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.ComplaintReceived,
        facts.ComplaintAssigned,
        facts.ComplaintStep,
        facts.ComplaintAnswered,
        facts.ComplaintClosed,
    )
    tables = ("complaints",)

    def fold(self, history: Sequence[Recorded]) -> ComplaintState | None:
        """Return the complaint, or None while its receipt has not arrived."""
        return folded(history)

    def store(self, db: Database, subject: str, state: ComplaintState | None, *, fresh: bool) -> None:
        """Replace the complaint's row and findings."""
        if not fresh:
            db.conn.execute("DELETE FROM complaints WHERE id = ?", (subject,))
        if state is None:
            return
        now = state.complaint
        row = (
            *(now.id, now.desk, now.received.topic, now.received.how, now.received.procedure, now.received.officer),
            *(now.responsible, now.received_by, now.received.received_on.isoformat(), now.due_on.isoformat()),
            now.answer.answered_on.isoformat() if now.answer else None,
            now.closed.closed_on.isoformat() if now.closed else None,
            now.closed.outcome if now.closed else "",
            canonical(now).decode(),
        )
        db.conn.execute("INSERT INTO complaints VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        if not fresh:
            put_findings(db, self.name, subject, state.findings)


def find(db: Database, id_: str) -> Complaint | None:
    """Return one complaint, or None."""
    row = db.conn.execute("SELECT body FROM complaints WHERE id = ?", (id_,)).fetchone()
    return None if row is None else from_json(row[0], Complaint)


def list_all(db: Database, *, is_open: bool) -> tuple[Complaint, ...]:
    """Return complaints by their day, the open ones alone or all."""
    where = "WHERE closed_on IS NULL " if is_open else ""
    rows = db.execute(f"SELECT body FROM complaints {where}ORDER BY due_on, id").fetchall()
    return tuple(from_json(row[0], Complaint) for row in rows)


def received_between(db: Database, first_on: date, last_on: date) -> tuple[Complaint, ...]:
    """Return the complaints received in a period, both days included."""
    rows = db.execute(
        "SELECT body FROM complaints WHERE received_on BETWEEN ? AND ? ORDER BY received_on, id",
        (first_on.isoformat(), last_on.isoformat()),
    ).fetchall()
    return tuple(from_json(row[0], Complaint) for row in rows)


def highest_number(db: Database, desk: str, desk_number: int, day: date) -> int | None:
    """Return the highest number that a desk gave a complaint on a day, or must not give again; None when it gave none."""
    sql = "SELECT body FROM complaints WHERE desk = ? AND received_on = ?"
    received = (from_json(row[0], Complaint).received for row in db.execute(sql, (desk, day.isoformat())))
    known = max((counted_in(each.number, desk_number) for each in received), default=None)
    return above_floor(db, series_of(day), known)
