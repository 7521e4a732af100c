"""What this desk knows of its exchange folder: where it is, what it put there, what it took. Local, never in the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.journal.folding import AnyFold
from desk_app.kernel.time_source import from_milliseconds, milliseconds
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("exchange")
FOLDS: tuple[AnyFold, ...] = ()


@migrations()
def m001_exchange(db: Database) -> None:
    db.execute("CREATE TABLE exchange_folder (only INTEGER PRIMARY KEY CHECK (only = 1), folder TEXT NOT NULL) STRICT")
    # Up to where each chain stands in the folder, for the receivers named: others could not open what is there.
    db.execute("""
        CREATE TABLE exchange_given (
            desk TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, receivers TEXT NOT NULL,
            PRIMARY KEY (desk, epoch)
        ) STRICT, WITHOUT ROWID""")
    # A file as it was last looked at; without trouble it was taken.
    db.execute("""
        CREATE TABLE exchange_seen (
            name TEXT PRIMARY KEY, stamp TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")


@dataclass(frozen=True, kw_only=True)
class SeenFile:
    """A file in another desk's subfolder; ``stamp`` is its size and time, ``code`` empty when it was taken."""

    name: str
    stamp: str
    code: str
    message: str
    at: datetime


def find_folder(db: Database) -> Path | None:
    """Return the exchange folder, None when this desk has none."""
    row = db.execute("SELECT folder FROM exchange_folder").fetchone()
    return None if row is None else Path(row[0])


def put_folder(db: Database, folder: Path | None) -> None:
    """Exchange through ``folder`` from now on, None: not at all; a new folder holds nothing of ours yet."""
    for table in ("exchange_folder", "exchange_given", "exchange_seen"):
        db.execute(f"DELETE FROM {table}")
    if folder is not None:
        db.execute("INSERT INTO exchange_folder VALUES (1, ?)", (str(folder),))


def given(db: Database, receivers: str) -> dict[tuple[str, int], int]:
    """Return up to where each chain was put into the folder for these receivers."""
    rows = db.execute("SELECT desk, epoch, seq FROM exchange_given WHERE receivers = ?", (receivers,))
    return {(desk, epoch): seq for desk, epoch, seq in rows}


def put_given(db: Database, ends: Iterable[tuple[str, int, int]], receivers: str) -> None:
    """Note up to where each chain stands in the folder now."""
    rows = [(*end, receivers) for end in ends]
    db.conn.executemany("INSERT OR REPLACE INTO exchange_given VALUES (?, ?, ?, ?)", rows)


def seen(db: Database) -> dict[str, SeenFile]:
    """Return every file that was looked at, by its name."""
    rows = db.execute("SELECT name, stamp, code, message, at FROM exchange_seen ORDER BY name")
    return {
        name: SeenFile(name=name, stamp=stamp, code=code, message=message, at=from_milliseconds(at))
        for name, stamp, code, message, at in rows
    }


def put_seen(db: Database, file: SeenFile) -> None:
    """Note how looking at a file ended."""
    row = (file.name, file.stamp, file.code, file.message, milliseconds(file.at))
    db.execute("INSERT OR REPLACE INTO exchange_seen VALUES (?, ?, ?, ?, ?)", row)


def forget_seen(db: Database, names: Iterable[str]) -> None:
    """Forget files that are no longer there."""
    db.conn.executemany("DELETE FROM exchange_seen WHERE name = ?", [(name,) for name in names])
