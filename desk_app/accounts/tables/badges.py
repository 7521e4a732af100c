"""The badges of this desk, beside the journal like the credentials: hashes, never the codes on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desk_app.kernel.time_source import from_milliseconds, milliseconds
from desk_app.storage.engine import Database

_COLUMNS = "id, account, issued_at, expires_on, revoked_at"


@dataclass(frozen=True, kw_only=True)
class Badge:
    """A badge of an account; it opens nothing after ``expires_on`` or once it was revoked."""

    id: str
    account: str
    issued_at: datetime
    expires_on: date
    revoked_at: datetime | None = None

    def works_on(self, day: date) -> bool:
        """Tell whether the badge opens the desk on ``day``."""
        return self.revoked_at is None and day <= self.expires_on


def insert_badge(db: Database, badge: Badge, token_hash: bytes) -> None:
    """Keep a new badge."""
    row = (badge.id, badge.account, token_hash, milliseconds(badge.issued_at), badge.expires_on.isoformat())
    db.execute("INSERT INTO badges VALUES (?, ?, ?, ?, ?, NULL)", row)


def find_badge_by_hash(db: Database, token_hash: bytes) -> Badge | None:
    """Return the badge whose code has that hash, or None."""
    row = db.execute(f"SELECT {_COLUMNS} FROM badges WHERE token_hash = ?", (token_hash,)).fetchone()
    return None if row is None else _badge(row)


def find_badge(db: Database, id_: str) -> Badge | None:
    """Return a badge, or None."""
    row = db.execute(f"SELECT {_COLUMNS} FROM badges WHERE id = ?", (id_,)).fetchone()
    return None if row is None else _badge(row)


def list_badges_of(db: Database, account: str = "") -> tuple[Badge, ...]:
    """Return the badges of one account (empty: of all), newest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM badges WHERE ? = '' OR account = ? ORDER BY issued_at DESC, id DESC",
        (account, account),
    )
    return tuple(map(_badge, rows.fetchall()))


def put_revoked(db: Database, id_: str, at: datetime) -> None:
    """Write that a badge was revoked."""
    db.execute("UPDATE badges SET revoked_at = ? WHERE id = ?", (milliseconds(at), id_))


def _badge(row: Sequence[Any]) -> Badge:
    id_, account, issued_at, expires_on, revoked_at = row
    return Badge(
        id=id_,
        account=account,
        issued_at=from_milliseconds(issued_at),
        expires_on=date.fromisoformat(expires_on),
        revoked_at=None if revoked_at is None else from_milliseconds(revoked_at),
    )
