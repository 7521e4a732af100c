"""Taking what a set-aside folder still knows: its entries, chain by chain, as far as each holds."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import takewhile
from pathlib import Path

from desk_app.desk import Desk
from desk_app.journal.chain import digest_of
from desk_app.journal.entry import Entry
from desk_app.journal.slices import entries_from, list_heads
from desk_app.kernel.errors import DeskError
from desk_app.kernel.paths import Home
from desk_app.storage.engine import Database, SqliteError, open_database

_AT_ONCE = 1_000


def salvage(desk: Desk, old: Home, key: bytes) -> int:
    """Merge the entries of ``old`` that the restored ``desk`` lacks, as far as they can be read, and return how many.

    The old folder is only read: what is opened is a copy, for opening a database may change it. An entry is taken only where it
    continues the chain that is here.
    """
    if not old.database.is_file():
        return 0
    with tempfile.TemporaryDirectory(dir=desk.home.folder, prefix="salvage-") as folder:
        for each in old.folder.glob("desk.db*"):
            shutil.copyfile(each, Path(folder) / each.name)
        return _merged(desk, Home(Path(folder)).database, key)


def _merged(desk: Desk, old: Path, key: bytes) -> int:
    taken = 0
    try:
        with closing(open_database(old, key, read_only=True)) as db:
            for some in _batched(_beyond(desk, db)):
                taken += desk.journal.merge(some).taken
    except (DeskError, SqliteError):
        # What was merged stays: the rest is behind the damage.
        return taken
    return taken


def _beyond(desk: Desk, db: Database) -> Iterator[Entry]:
    here = {(head.desk, head.epoch): head.seq for head in list_heads(desk.journal.reading())}
    for head in list_heads(db):
        first = here.get((head.desk, head.epoch), 0) + 1
        if first <= head.seq:
            entries = entries_from(db, head.desk, head.epoch, first)
            yield from takewhile(lambda entry: digest_of(entry) == entry.digest, entries)


def _batched(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    some: list[Entry] = []
    for entry in entries:
        some.append(entry)
        if len(some) == _AT_ONCE:
            yield some
            some = []
    if some:
        yield some
