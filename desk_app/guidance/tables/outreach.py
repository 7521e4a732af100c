"""Entries of outreach: their fold, and every question put to their table."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from desk_app.guidance.outreach.facts import OutreachRecorded, OutreachWithdrawn
from desk_app.guidance.outreach.item import OutreachItem, folded
from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.kernel.records import canonical, from_json
from desk_app.storage.engine import Database

State = tuple[OutreachItem, int] | None


class OutreachFold(SubjectFold[State]):
    """One entry of outreach, with the clock that orders two counts of one day."""

    name = "outreach"
    facts: ClassVar[tuple[type[Fact], ...]] = (OutreachRecorded, OutreachWithdrawn)
    tables = ("outreach",)

    def fold(self, history: Sequence[Recorded]) -> State:
        """Return the entry and the clock of its first part; None while that has not arrived."""
        item = folded(history)
        return None if item is None else (item, history[0].entry.clock)

    def store(self, db: Database, subject: str, state: State, *, fresh: bool) -> None:
        """Write the entry's row."""
        if not fresh:
            db.conn.execute("DELETE FROM outreach WHERE id = ?", (subject,))
        if state is None:
            return
        item, clock = state
        row = (
            *(item.id, item.desk, item.on.isoformat(), item.kind, item.count, item.title),
            *(int(bool(item.withdrawn)), clock, canonical(item)),
        )
        db.conn.execute("INSERT INTO outreach VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def find_item(db: Database, id_: str) -> OutreachItem | None:
    """Return the entry of that id, or of the only id that ends so; None otherwise."""
    found = _items(db, "WHERE substr(id, -length(?)) = ? ORDER BY id LIMIT 2", (id_, id_)) if id_ else ()
    return found[0] if len(found) == 1 else None


def list_between(db: Database, first_on: date, last_on: date, desks: Sequence[str]) -> tuple[OutreachItem, ...]:
    """Return the entries of a period, both days included, newest first; those taken back left out."""
    where = f"WHERE on_day BETWEEN ? AND ? AND is_withdrawn = 0 AND desk IN ({_marks(desks)})"
    values = (first_on.isoformat(), last_on.isoformat(), *desks)
    return _items(db, f"{where} ORDER BY on_day DESC, id DESC", values)


def list_follower_counts(db: Database, last_on: date, desks: Sequence[str]) -> tuple[OutreachItem, ...]:
    """Return every count of followers up to ``last_on``, the oldest first: the last of a page is what it has."""
    where = f"WHERE kind = 'followers' AND on_day <= ? AND is_withdrawn = 0 AND desk IN ({_marks(desks)})"
    return _items(db, f"{where} ORDER BY on_day, clock, id", (last_on.isoformat(), *desks))


def _items(db: Database, rest: str, values: Iterable[Any]) -> tuple[OutreachItem, ...]:
    rows = db.conn.execute(f"SELECT body FROM outreach {rest}", tuple(values)).fetchall()
    return tuple(from_json(row[0], OutreachItem) for row in rows)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
