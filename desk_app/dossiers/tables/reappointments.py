"""Which dossiers were given another date by the office, and whether the first one was missed by then."""

from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.dossiers.dossier import Dossier
from desk_app.storage.engine import Database

TABLE = "dossier_reappointments"


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How many re-appointments a period had: all, those by letter (form 04), those after the old date had passed."""

    all: int
    by_letter: int
    came_late: int


def keep(db: Database, state: Dossier, *, fresh: bool) -> None:
    """Write the re-appointments of a dossier; one, but for a merge."""
    if fresh:
        return
    db.conn.execute(f"DELETE FROM {TABLE} WHERE dossier = ?", (state.id,))
    for place, each in enumerate(state.reappointments):
        days = (each.at.isoformat(), each.was_due_at.isoformat(), each.due_at.isoformat())
        values = (state.id, place, state.entry.desk, *days, int(each.by_letter), int(each.came_late))
        db.conn.execute(f"INSERT INTO {TABLE} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def counted(db: Database, first_on: date, last_on: date) -> Counted:
    """Return the re-appointments made from ``first_on`` to ``last_on``, both included."""
    row = db.execute(
        f"SELECT count(*), coalesce(sum(by_letter), 0), coalesce(sum(came_late), 0) FROM {TABLE} WHERE at >= ? AND at < ?",
        (first_on.isoformat(), (last_on + timedelta(days=1)).isoformat()),
    ).fetchone()
    return Counted(all=row[0], by_letter=row[1], came_late=row[2])
