"""What the nine indices are counted from: dossiers, their steps, requests to complete them; and what people counted."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.kernel.records import canonical, from_json
from desk_app.storage.engine import Database
from desk_app.surveys.index_facts import IndexEntered

Part = tuple[int, int]
"""A count, and out of how many."""


class IndexFold(SubjectFold[tuple[IndexEntered, str]]):
    """One entered index of one period: the latest word stands."""

    name = "entered_indices"
    facts: ClassVar[tuple[type[Fact], ...]] = (IndexEntered,)
    tables = ("entered_indices",)

    def fold(self, history: Sequence[Recorded]) -> tuple[IndexEntered, str]:
        """Return the latest figure and the desk that wrote first."""
        latest = [each.fact for each in history if isinstance(each.fact, IndexEntered)][-1]
        return latest, history[0].entry.desk

    def store(self, db: Database, subject: str, state: tuple[IndexEntered, str], *, fresh: bool) -> None:
        """Replace the index's row."""
        fact, desk = state
        _, *key = subject.split(":")
        if not fresh:
            sql = "DELETE FROM entered_indices WHERE first_on = ? AND last_on = ? AND key = ?"
            db.conn.execute(sql, key)
        db.conn.execute("INSERT INTO entered_indices VALUES (?, ?, ?, ?, ?)", (*key, desk, canonical(fact).decode()))


def entered_between(db: Database, first_on: date, last_on: date) -> dict[str, IndexEntered]:
    """Return the figures that people entered for exactly this period, by index."""
    rows = db.execute(
        "SELECT key, body FROM entered_indices WHERE first_on = ? AND last_on = ?",
        (first_on.isoformat(), last_on.isoformat()),
    ).fetchall()
    return {str(key): from_json(body, IndexEntered) for key, body in rows}


def results_in_time(db: Database, first_on: date, last_on: date) -> Part:
    """Return how many results of the period came on the due date or before; dates are compared."""
    return _part(
        db,
        "SELECT sum(substr(result_at, 1, 10) <= substr(due_at, 1, 10)), count(*) FROM dossiers "
        "WHERE result_at >= ? AND result_at < ?",
        _span(first_on, last_on),
    )


def steps_in_time(db: Database, first_on: date, last_on: date) -> Part:
    """Return how many steps that ended in the period did so in time, each agency's by its own date."""
    return _part(
        db,
        "SELECT sum(substr(done_at, 1, 10) <= substr(dossier_legs.due_at, 1, 10)), count(*) FROM dossier_legs "
        "WHERE done_at >= ? AND done_at < ?",
        _span(first_on, last_on),
    )


def complete_at_once(db: Database, first_on: date, last_on: date) -> Part:
    """Return how many visits of the period needed no completion: neither before the dossier was taken in nor after."""
    span = _span(first_on, last_on)
    received = _one(db, "SELECT count(*) FROM dossiers WHERE received_at >= ? AND received_at < ?", span)
    asked = _one(
        db,
        "SELECT count(DISTINCT subject) FROM entries JOIN dossiers ON id = subject "
        "WHERE kind = 'dossier.supplement_requested' AND received_at >= ? AND received_at < ?",
        span,
    )
    turned_away = _one(db, "SELECT count(*) FROM sent_back WHERE asked_at >= ? AND asked_at < ?", span)
    return received - asked, received + turned_away


def received_online(db: Database, first_on: date, last_on: date) -> Part:
    """Return how many dossiers of the period came online."""
    return _part(
        db,
        "SELECT sum(channel = 'online'), count(*) FROM dossiers WHERE received_at >= ? AND received_at < ?",
        _span(first_on, last_on),
    )


def _part(db: Database, sql: str, span: tuple[str, str]) -> Part:
    count, of = db.execute(sql, span).fetchone()
    return int(count or 0), int(of)


def _one(db: Database, sql: str, span: tuple[str, str]) -> int:
    return int(db.execute(sql, span).fetchone()[0])


def _span(first_on: date, last_on: date) -> tuple[str, str]:
    """Return the texts between which the moments of the period lie; all are written with +07:00."""
    return first_on.isoformat(), (last_on + timedelta(days=1)).isoformat()
