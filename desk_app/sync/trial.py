"""A copy of this desk's data to try things in: a large bundle folded for an hour must not keep the counter from writing."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from desk_app.kernel.paths import Home
from desk_app.storage.store import Store
from desk_app.sync.room import Sync
from desk_app.sync.whole_file import disk_trouble

_PREFIX = ".thu-"
# What another program tries out at this moment is not taken from it.
_LEFT_AFTER_S = 24 * 3600


@contextmanager
def trial_copy(room: Sync, watch: Callable[[], None] = lambda: None) -> Iterator[Store]:
    """Give a copy of the database, encrypted as the data are, and remove it afterwards; writers go on meanwhile.

    ``watch`` is called now and then while copying, and what it raises ends it. Raises ``DeviceTrouble`` where there is no room.
    """
    _remove_leftovers(room.home.folder)
    with disk_trouble(room.home.folder):
        folder = Path(mkdtemp(prefix=_PREFIX, dir=room.home.folder))
    try:
        place = Home(folder)
        room.journal.store.back_up_to(place.database, watch=watch)
        store = Store(place, room.journal.store.key)
        try:
            yield store
        finally:
            store.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_leftovers(home: Path) -> None:
    """Remove the copies of programs that were killed."""
    for each in home.glob(f"{_PREFIX}*"):
        if each.stat().st_mtime < time.time() - _LEFT_AFTER_S:
            shutil.rmtree(each, ignore_errors=True)
