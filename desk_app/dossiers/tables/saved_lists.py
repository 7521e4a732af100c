"""The filters that a person gave a name, on this desk."""

from desk_app.storage.engine import Database


def list_saved(db: Database, account: str) -> list[tuple[str, str]]:
    """Return a person's saved lists as name and query."""
    rows = db.execute("SELECT name, query FROM saved_lists WHERE account = ?", (account,))
    return [(str(name), str(query)) for name, query in rows.fetchall()]


def find_saved(db: Database, account: str, name: str) -> str | None:
    """Return the query that a person saved under ``name``, or None."""
    row = db.execute("SELECT query FROM saved_lists WHERE account = ? AND name = ?", (account, name)).fetchone()
    return None if row is None else str(row[0])


def put_saved(db: Database, account: str, name: str, query: str) -> None:
    """Keep a query under ``name``; what stood there is replaced."""
    db.execute("INSERT OR REPLACE INTO saved_lists VALUES (?, ?, ?)", (account, name, query))


def drop_saved(db: Database, account: str, name: str) -> None:
    """Forget the query under ``name``."""
    db.execute("DELETE FROM saved_lists WHERE account = ? AND name = ?", (account, name))
