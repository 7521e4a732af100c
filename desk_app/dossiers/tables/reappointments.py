"""Which dossiers were given another date by the office, and whether the first one was missed by then."""

from desk_app.dossiers.dossier import Dossier
from desk_app.storage.engine import Database

TABLE = "dossier_reappointments"


def keep(db: Database, state: Dossier, *, fresh: bool) -> None:
    """Write the re-appointments of a dossier; one, but for a merge."""
    if fresh:
        return
    db.conn.execute(f"DELETE FROM {TABLE} WHERE dossier = ?", (state.id,))
    for place, each in enumerate(state.reappointments):
        days = (each.at.isoformat(), each.was_due_at.isoformat(), each.due_at.isoformat())
        values = (state.id, place, state.entry.desk, *days, int(each.by_letter), int(each.came_late))
        db.conn.execute(f"INSERT INTO {TABLE} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
