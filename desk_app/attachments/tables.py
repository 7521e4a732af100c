"""Attachments as a table; and, local to this desk, the keys of the files that stand here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desk_app.attachments.attachment import Attachment, Kept, folded
from desk_app.attachments.facts import Added, Purged, Removed, attachment_id_of
from desk_app.journal.entry import Recorded
from desk_app.journal.folding import AnyFold, SubjectFold
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

_COLUMNS = (
    *("id", "dossier", "paper", "media_type", "size", "sha256", "sensitive", "keep_months"),
    *("added_at", "added_by", "desk", "ended", "ended_at", "ended_by", "reason"),
)
_INSERT = f"INSERT INTO attachments ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_SELECT = (
    f"SELECT {', '.join(f'a.{name}' for name in _COLUMNS)}, d.code, d.ended_at "
    "FROM attachments a LEFT JOIN dossiers d ON d.id = a.dossier"
)

migrations = Migrations("attachments")


@migrations()
def m001_attachments(db: Database) -> None:
    db.execute("""
        CREATE TABLE attachments (
            id TEXT PRIMARY KEY, dossier TEXT NOT NULL, paper TEXT NOT NULL, media_type TEXT NOT NULL,
            size INTEGER NOT NULL, sha256 TEXT NOT NULL, sensitive INTEGER NOT NULL, keep_months INTEGER NOT NULL,
            added_at TEXT NOT NULL, added_by TEXT NOT NULL, desk TEXT NOT NULL,
            ended TEXT NOT NULL, ended_at TEXT, ended_by TEXT NOT NULL, reason TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX attachments_by_dossier ON attachments (dossier)")
    # Local to this desk and in no fold: a key in the journal would travel, live for ever, and could never be erased.
    db.execute("""
        CREATE TABLE attachment_keys (
            id TEXT PRIMARY KEY, file TEXT NOT NULL UNIQUE, key BLOB NOT NULL CHECK (length(key) = 32)
        ) STRICT""")


@dataclass(frozen=True, kw_only=True)
class FileKey:
    """Where the file of an attachment stands on this desk, and what opens it."""

    id: str
    file: str
    key: bytes


class AttachmentFold(SubjectFold[Attachment | None]):
    """One attachment, from its adding to its erasing."""

    name = "attachments"
    facts = (Added, Removed, Purged)
    tables = ("attachments",)

    def fold(self, history: Sequence[Recorded]) -> Attachment | None:
        """Return the attachment, or None while its adding has not arrived."""
        return folded(history)

    def store(self, db: Database, subject: str, state: Attachment | None, *, fresh: bool) -> None:
        """Replace the attachment's row."""
        if state is None:
            return
        if not fresh:
            db.conn.execute("DELETE FROM attachments WHERE id = ?", (attachment_id_of(subject),))
        ended_at = state.ended_at.isoformat() if state.ended_at else None
        values = {**vars(state), "sensitive": int(state.sensitive), "added_at": state.added_at.isoformat()}
        db.conn.execute(_INSERT, tuple({**values, "ended_at": ended_at}[name] for name in _COLUMNS))


FOLDS: tuple[AnyFold, ...] = (AttachmentFold(),)


def find_attachment(db: Database, id_: str) -> Kept | None:
    """Return the attachment of that id, or None."""
    return next(iter(_kept(db, "WHERE a.id = ?", (id_,))), None)


def list_of_dossier(db: Database, dossier: str) -> tuple[Kept, ...]:
    """Return everything ever attached to a dossier, in the order in which it was added."""
    return tuple(_kept(db, "WHERE a.dossier = ? ORDER BY a.added_at, a.id", (dossier,)))


def list_of_ended(db: Database, desk: str) -> tuple[Kept, ...]:
    """Return what is still kept at one desk of dossiers that came to their end, the earliest end first."""
    where = "WHERE a.desk = ? AND a.ended = '' AND d.ended_at IS NOT NULL ORDER BY d.ended_at, a.id"
    return tuple(_kept(db, where, (desk,)))


def list_ended_with_key(db: Database) -> tuple[FileKey, ...]:
    """Return the keys that stand here of attachments that some desk has erased: a restored backup brings them back."""
    rows = db.execute(
        "SELECT k.id, k.file, k.key FROM attachment_keys k JOIN attachments a USING (id) WHERE a.ended <> ''"
    )
    return tuple(FileKey(id=id_, file=file, key=bytes(key)) for id_, file, key in rows.fetchall())


def list_keys(db: Database) -> tuple[FileKey, ...]:
    """Return every key that stands here."""
    rows = db.execute("SELECT id, file, key FROM attachment_keys ORDER BY id").fetchall()
    return tuple(FileKey(id=id_, file=file, key=bytes(key)) for id_, file, key in rows)


def find_key(db: Database, id_: str) -> FileKey | None:
    """Return the key of one attachment; None when its file does not stand here, or was erased."""
    row = db.execute("SELECT file, key FROM attachment_keys WHERE id = ?", (id_,)).fetchone()
    return None if row is None else FileKey(id=id_, file=str(row[0]), key=bytes(row[1]))


def put_key(db: Database, key: FileKey) -> None:
    """Keep the key of a file that has just been sealed."""
    db.execute("INSERT INTO attachment_keys VALUES (?, ?, ?)", (key.id, key.file, key.key))


def erase_key(db: Database, id_: str) -> None:
    """Erase a key for good: overwritten where it stands, then deleted; no backup taken later holds it."""
    db.execute("UPDATE attachment_keys SET key = zeroblob(32) WHERE id = ?", (id_,))
    db.execute("DELETE FROM attachment_keys WHERE id = ?", (id_,))


def _kept(db: Database, tail: str, values: Iterable[Any]) -> list[Kept]:
    return [_kept_of(row) for row in db.conn.execute(f"{_SELECT} {tail}", tuple(values)).fetchall()]


def _kept_of(row: Sequence[Any]) -> Kept:
    *own, code, closed_at = row
    values = dict(zip(_COLUMNS, own, strict=True))
    ended_at = values["ended_at"]
    values.update(
        sensitive=bool(values["sensitive"]),
        added_at=datetime.fromisoformat(values["added_at"]),
        ended_at=None if ended_at is None else datetime.fromisoformat(ended_at),
    )
    ended_on: date | None = None if closed_at is None else datetime.fromisoformat(closed_at).date()
    return Kept(attachment=Attachment(**values), code=code or "", ended_on=ended_on)
