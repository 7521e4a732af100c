"""Copying the data elsewhere, proved, against SQLite's own backup of the same encrypted pages.

Beside ``cp`` and ``fsync`` a plain database took 3,9 times. With every page deciphered, checked, enciphered and read back the
cipher alone costs more than that: the limit is what has to do the same.
"""

import os
from contextlib import closing
from pathlib import Path

import sqlcipher3

from desk_app.storage.engine import open_database
from desk_app.upkeep.back_up import back_up
from tests.bench.figures import Figure, in_turns, median
from tests.bench.journals import fill_journal
from tests.desks import RehearsalDesk, rehearsal_desk

ENTRIES = 100_000
_TURNS = 5


def measured(folder: Path) -> list[Figure]:
    """Return how long a proved copy takes beside a bare one of the same database."""
    with rehearsal_desk(folder / "copied-desk") as desk:
        fill_journal(desk, ENTRIES)
        desk.journal.store.checkpoint()
        place, bare = folder / "copies", folder / "bare-copy.db"
        place.mkdir()
        ours, raw = in_turns(_TURNS, lambda _turn: _copied(desk, place), lambda _turn: _bare(desk, bare))
        megabytes = desk.home.database.stat().st_size // 1_000_000
    name = f"proved copy of {megabytes} MB / SQLite's backup and fsync"
    return [Figure(name=name, ours=median(ours), raw=median(raw), target=3.0)]


def _copied(desk: RehearsalDesk, place: Path) -> None:
    back_up(desk.upkeep, by=desk.admin, folder=place)


def _bare(desk: RehearsalDesk, file: Path) -> None:
    file.unlink(missing_ok=True)
    key = desk.journal.store.key
    with closing(open_database(desk.home.database, key)) as source, closing(sqlcipher3.connect(str(file))) as target:
        target.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        source.conn.backup(target)
    with file.open("rb+") as out:
        os.fsync(out.fileno())
