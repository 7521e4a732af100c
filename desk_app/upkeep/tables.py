"""Epochs, folded from the journal; and, local to this desk, where its copies go and how the last ones went."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from desk_app.journal.entry import Recorded
from desk_app.journal.folding import AnyFold, EntryFold
from desk_app.kernel.records import Record, canonical, from_json
from desk_app.storage.engine import Database, open_copy
from desk_app.storage.faults import translating
from desk_app.storage.migrations import Migrations
from desk_app.upkeep.facts import EpochBegun

R = TypeVar("R", bound=Record)

migrations = Migrations("upkeep")

PLACE, COPIED, TROUBLE, REHEARSED = "place", "copied", "trouble", "rehearsed"


@migrations()
def m001_upkeep(db: Database) -> None:
    db.execute("""
        CREATE TABLE desk_epochs (
            desk TEXT NOT NULL, epoch INTEGER NOT NULL, why TEXT NOT NULL, reason TEXT NOT NULL, previous INTEGER NOT NULL,
            last INTEGER NOT NULL, begun_at TEXT NOT NULL, PRIMARY KEY (desk, epoch)
        ) STRICT, WITHOUT ROWID""")
    # In no fold: where copies of this computer go means nothing elsewhere.
    db.execute("CREATE TABLE upkeep_notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")


class EpochRow(NamedTuple):
    """One epoch of a desk that began with a restore or a clone."""

    desk: str
    epoch: int
    why: str
    reason: str
    previous: int
    last: int
    begun_at: datetime


class EpochFold(EntryFold):
    """One row for each epoch that a desk began."""

    name = "upkeep"
    facts = (EpochBegun,)
    tables = ("desk_epochs",)

    def store(self, db: Database, recorded: Recorded) -> None:
        """Write the epoch's row; its first entry counts, should two say so."""
        fact, entry = recorded.fact, recorded.entry
        assert isinstance(fact, EpochBegun)
        row = (entry.desk, entry.epoch, fact.why, fact.reason, fact.previous, fact.last, fact.begun_at.isoformat())
        db.execute(
            "INSERT INTO desk_epochs VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (desk, epoch) DO UPDATE SET "
            "why = excluded.why, reason = excluded.reason, previous = excluded.previous, last = excluded.last, "
            "begun_at = excluded.begun_at WHERE excluded.begun_at < begun_at",
            row,
        )


FOLDS: tuple[AnyFold, ...] = (EpochFold(),)


def list_epochs(db: Database) -> tuple[EpochRow, ...]:
    """Return every epoch that began with a restore or a clone, by desk, oldest first."""
    rows = db.execute("SELECT * FROM desk_epochs ORDER BY desk, epoch").fetchall()
    return tuple(EpochRow._make((*row[:6], datetime.fromisoformat(row[6]))) for row in rows)


def find_place(db: Database) -> Path | None:
    """Return the folder that daily copies go to, None while nobody chose one."""
    row = db.execute("SELECT value FROM upkeep_notes WHERE name = ?", (PLACE,)).fetchone()
    return None if row is None else Path(row[0])


def put_place(db: Database, folder: Path | None) -> None:
    """Let daily copies go to ``folder`` from now on, nowhere for None."""
    forget(db, PLACE)
    if folder is not None:
        db.execute("INSERT INTO upkeep_notes VALUES (?, ?)", (PLACE, str(folder)))


def find_note(db: Database, name: str, kind: type[R]) -> R | None:
    """Return what was noted last under ``name``, or None."""
    row = db.execute("SELECT value FROM upkeep_notes WHERE name = ?", (name,)).fetchone()
    return None if row is None else from_json(row[0], kind)


def put_note(db: Database, name: str, note: Record) -> None:
    """Note the latest of its kind."""
    db.execute("INSERT OR REPLACE INTO upkeep_notes VALUES (?, ?)", (name, canonical(note).decode()))


def forget(db: Database, name: str) -> None:
    """Forget a note."""
    db.execute("DELETE FROM upkeep_notes WHERE name = ?", (name,))


def count_dossiers(db: Database) -> int:
    """Return how many dossiers stand in a database."""
    return int(db.execute("SELECT count(*) FROM dossiers").fetchone()[0])


@contextmanager
def copy_opened(file: Path, key: bytes) -> Iterator[Database]:
    """Give a connection to a copy, which nobody writes; SQLite's errors come out in words."""
    with translating(), closing(open_copy(file, key)) as db:
        yield db
