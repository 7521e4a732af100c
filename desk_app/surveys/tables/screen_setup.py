"""How this desk's screens for citizens are set up: local to this desk, in no fold."""

from desk_app.storage.engine import Database


def put_screen_setup(db: Database, body: bytes) -> None:
    """Keep how the screens are set up; the older setting is replaced."""
    db.execute("INSERT OR REPLACE INTO screen_setup VALUES (1, ?)", (body,))


def find_screen_setup(db: Database) -> bytes | None:
    """Return how the screens are set up, or None before anybody chose."""
    row = db.execute("SELECT body FROM screen_setup").fetchone()
    return None if row is None else bytes(row[0])
