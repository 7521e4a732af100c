"""Rehearsing a restore: the last copy is opened like a desk, read from end to end and thrown away; red or green is noted."""

import random
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desk_app.attachments.tables import list_keys
from desk_app.desk import Desk, opened_with_key
from desk_app.home_card import read_card
from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import Home
from desk_app.storage import media
from desk_app.storage.copying import brief
from desk_app.storage.sealed_files import SealedFiles
from desk_app.upkeep import tables
from desk_app.upkeep.copies import Copy, copy_named
from desk_app.upkeep.place import trouble_at
from desk_app.upkeep.proving import prove
from desk_app.upkeep.records import Copied, Rehearsed
from desk_app.upkeep.room import BACK_UP

_OPENED_ATTACHMENTS = 20
Watch = Callable[[], None]


def rehearse(desk: Desk, *, by: str, named: Path | None = None, watch: Watch = lambda: None) -> Rehearsed:
    """Restore the copy that ``named`` (by default the last one) names into a passing folder, read all of it, and say how it went.

    The outcome is noted for the window. Raises ``NotFound`` without a copy, ``DeviceTrouble`` where it cannot be reached or the
    disk of this computer is full: that says nothing of the copy, and nothing is noted.
    """
    desk.upkeep.require(by, BACK_UP)
    return _rehearsed(desk, named, watch)


def rehearsal_of_month(desk: Desk, watch: Watch = lambda: None) -> Rehearsed | None:
    """Rehearse where none was made in this month and there is a copy, else return None; nobody's permission is asked."""
    return _rehearsed(desk, None, watch) if is_rehearsal_due(desk) else None


def is_rehearsal_due(desk: Desk) -> bool:
    """Tell whether there is a copy within reach and none was rehearsed in this month."""
    db, now = desk.journal.reading(), desk.journal.time.now()
    made, last = tables.find_note(db, tables.COPIED, Copied), tables.find_note(db, tables.REHEARSED, Rehearsed)
    if made is None or not Path(made.folder).is_dir():
        return False
    return last is None or _month(last.at) != _month(now)


def _rehearsed(desk: Desk, named: Path | None, watch: Watch) -> Rehearsed:
    place = named or _last_copy(desk)
    with trouble_at(place):
        copy = copy_named(place)
    words, entries = "", 0
    try:
        entries = _read_through(desk, copy, watch)
    except Damaged as error:
        words = error.message
    done = Rehearsed(
        at=desk.journal.time.now(), ok=not words, copied_at=copy.card.made_at, entries=entries, words=words
    )
    desk.journal.store.transact(lambda db: tables.put_note(db, tables.REHEARSED, done))
    return done


def _last_copy(desk: Desk) -> Path:
    last = tables.find_note(desk.journal.reading(), tables.COPIED, Copied)
    place = tables.find_place(desk.journal.reading())
    return Path(last.folder) if last is not None else place or desk.home.folder / "sao-luu"


def _month(at: datetime) -> tuple[int, int]:
    return at.year, at.month


def _read_through(desk: Desk, copy: Copy, watch: Watch) -> int:
    """Return how many entries the copy gave back; raise ``Damaged`` where it did not give back what it says."""
    key = desk.journal.store.key
    prove(copy, key, watch)
    folder = desk.home.folder / "rehearsal"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        with media.disk_trouble(desk.home.folder, room="upkeep"):
            folder.mkdir(mode=0o700)
            shutil.copyfile(copy.home.database, Home(folder).database)
        return _opened(desk, copy, Home(folder), watch)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _opened(desk: Desk, copy: Copy, passing: Home, watch: Watch) -> int:
    restored = opened_with_key(passing, read_card(copy.home), desk.journal.store.key, time=desk.journal.time)
    try:
        verified = restored.journal.verify(lambda _count: watch())
        if verified.breaks:
            raise _bad(f"bút toán {verified.breaks[0].seq}: {verified.breaks[0].what}")
        for words in restored.journal.store.damages():
            raise _bad(brief(words))
        watch()
        for table in restored.journal.refold():
            raise _bad(f"bảng «{table}» lệch với sổ nhật ký")
        _open_attachments(restored, copy)
        return verified.entries
    finally:
        restored.close()


def _open_attachments(restored: Desk, copy: Copy) -> None:
    """Open some of the sealed files in the copy: with a wrong key or a changed byte this raises ``Damaged``."""
    known = {file.name for file in copy.card.attachments}
    keys = [key for key in list_keys(restored.journal.reading()) if key.file in known]
    for key in random.sample(keys, min(_OPENED_ATTACHMENTS, len(keys))):
        for _chunk in SealedFiles(copy.pool).content(key.file, key.key, owner=key.id):
            pass


def _bad(what: str) -> Damaged:
    return Damaged("upkeep.bad_copy", f"Bản sao khôi phục không đúng: {what}.", "Hãy sao lưu lại rồi diễn tập lại.")
