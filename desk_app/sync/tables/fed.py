"""When this home read from a copy in PostgreSQL: local to it."""

from datetime import datetime

from desk_app.storage.engine import Database


def put_fed(db: Database, at: datetime) -> None:
    """Note when this home read from a copy last."""
    db.conn.execute("INSERT OR REPLACE INTO sync_fed VALUES (1, ?)", (at.isoformat(),))


def fed_at(db: Database) -> datetime | None:
    """Return when this home read from a copy last, None for never."""
    row = db.execute("SELECT at FROM sync_fed").fetchone()
    return None if row is None else datetime.fromisoformat(row[0])
