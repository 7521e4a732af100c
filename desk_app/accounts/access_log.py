"""Reading the access log: for the leader who reviews it, and for the citizen who asks who looked at them."""

from collections.abc import Sequence

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.room import Accounts
from desk_app.accounts.tables import Access, list_access, list_access_about, list_access_by
from desk_app.storage.engine import Database

READ_ACCESS = "access.read"


def access_about(room: Accounts, *, by: str, abouts: Sequence[str], limit: int = 200) -> tuple[Access, ...]:
    """Return who looked at these dossiers or persons, newest first.

    ``abouts`` are what ``about_dossier`` and ``about_person`` return.
    """
    return list_access_about(_readable(room, by), abouts, limit)


def access_of(room: Accounts, *, by: str, account_id: str, limit: int = 200) -> tuple[Access, ...]:
    """Return what one person looked at and when they signed in, newest first."""
    return list_access_by(_readable(room, by), account_id, limit)


def latest_access(room: Accounts, *, by: str, limit: int = 200) -> tuple[Access, ...]:
    """Return the newest lines of the whole access log."""
    return list_access(_readable(room, by), limit)


def _readable(room: Accounts, by: str) -> Database:
    """Return the connection to read from; raise ``NotAllowed`` for somebody who may not read the log."""
    db = room.journal.reading()
    require_allowed(room.book.get(db), by, READ_ACCESS, room.journal.time.now().date())
    return db
