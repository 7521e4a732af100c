"""What a dossier began with: the way back from it to the guidance, the appointment, the filled form."""

from desk_app.storage.engine import Database

TABLE = "dossier_origins"


def keep(db: Database, dossier: str, origin: str, *, fresh: bool) -> None:
    """Write where a dossier comes from; nothing for one that began at the counter."""
    if not fresh:
        db.conn.execute(f"DELETE FROM {TABLE} WHERE dossier = ?", (dossier,))
    if origin:
        db.conn.execute(f"INSERT INTO {TABLE} VALUES (?, ?)", (dossier, origin))


def dossiers_of(db: Database, origin: str) -> tuple[str, ...]:
    """Return the ids of the dossiers that began with ``origin``, oldest first."""
    rows = db.execute(f"SELECT dossier FROM {TABLE} WHERE origin = ? ORDER BY dossier", (origin,))
    return tuple(row[0] for row in rows)
