"""Questions about keys and trust."""

from datetime import datetime
from typing import NamedTuple

from desk_app.storage.engine import Database
from desk_app.sync.cover import Rotation
from desk_app.sync.facts import Role
from desk_app.sync.key_pair import SecretKeys


class TrustRow(NamedTuple):
    """One desk's opinion of another."""

    writer: str
    desk: str
    role: Role
    office_code: str
    desk_number: int
    name: str
    sign: str
    seal: str
    replaces: str
    trusted_at: datetime


class Void(NamedTuple):
    """Why and since when a key is trusted no more."""

    reason: str
    since: datetime


def list_trusts(db: Database) -> tuple[TrustRow, ...]:
    """Return every opinion that the journal holds, of all writers."""
    rows = db.execute("SELECT * FROM sync_trusts ORDER BY writer, desk").fetchall()
    return tuple(TrustRow._make((*row[:9], datetime.fromisoformat(row[9]))) for row in rows)


def revoked_keys(db: Database, writers: set[str]) -> dict[tuple[str, str], Void]:
    """Return each ``(desk, signing key)`` that one of ``writers`` took back; the empty key stands for all of a desk's."""
    rows = db.execute("SELECT writer, desk, sign, reason, revoked_at FROM sync_revoked_keys ORDER BY writer").fetchall()
    return {
        (desk, sign): Void(reason, datetime.fromisoformat(at))
        for writer, desk, sign, reason, at in rows
        if writer in writers
    }


def rotations_of(db: Database, desk: str) -> tuple[Rotation, ...]:
    """Return what a desk said of its keys, in the order of their generations; nothing of it is checked."""
    rows = db.execute(
        "SELECT generation, sign, seal, signature FROM sync_keys WHERE desk = ? ORDER BY generation", (desk,)
    ).fetchall()
    return tuple(Rotation(generation=row[0], sign=row[1], seal=row[2], signature=row[3]) for row in rows)


def recovery_of(db: Database, desk: str) -> str:
    """Return the recovery key (``age1…``) to which a desk seals, empty while it named none."""
    row = db.execute("SELECT seal FROM sync_recoveries WHERE desk = ?", (desk,)).fetchone()
    return "" if row is None else str(row[0])


def list_escrows(db: Database, desk: str) -> tuple[tuple[int, str, str], ...]:
    """Return ``(generation, recovery key, sealed)`` of every escrow of a desk, the newest generation first."""
    rows = db.execute(
        "SELECT generation, recovery, sealed FROM sync_escrows WHERE desk = ? "
        # Entries are named desk/epoch/seq: of two numbers the longer one is the later.
        "ORDER BY generation DESC, length(entry) DESC, entry DESC",
        (desk,),
    )
    return tuple((row[0], row[1], row[2]) for row in rows.fetchall())


def put_secret_keys(db: Database, keys: SecretKeys) -> None:
    """Keep this desk's own secret keys of one generation."""
    db.conn.execute("INSERT INTO sync_secrets VALUES (?, ?, ?)", (keys.generation, keys.sign, keys.seal))


def list_secret_keys(db: Database) -> tuple[SecretKeys, ...]:
    """Return this desk's own secret keys, the newest generation first; nothing before their first need."""
    rows = db.execute("SELECT generation, sign, seal FROM sync_secrets ORDER BY generation DESC").fetchall()
    return tuple(SecretKeys(generation=row[0], sign=row[1], seal=row[2]) for row in rows)
