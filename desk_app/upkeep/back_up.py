"""Copies of the data folder elsewhere: made on request, once a day and when the program is closed, kept by a rule."""

from collections.abc import Callable
from pathlib import Path

from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import Cancelled, DeskError
from desk_app.storage.engine import Database
from desk_app.upkeep import place as places
from desk_app.upkeep import tables
from desk_app.upkeep.copies import Copy, copy_named, desk_folder, list_copies
from desk_app.upkeep.making import make_copy
from desk_app.upkeep.proving import prove
from desk_app.upkeep.records import Copied, Trouble
from desk_app.upkeep.room import BACK_UP, LOOK, PUT_PLACE, Upkeep

Watch = Callable[[int, int], None]


def choose_place(room: Upkeep, *, by: str, folder: Path | None) -> None:
    """Let the copy of each day go to ``folder``, nowhere for None; raise ``Refused`` for a place that saves nothing."""
    room.require(by, PUT_PLACE)
    if folder is not None:
        places.require_place(room, folder)
    room.journal.store.transact(lambda db: tables.put_place(db, folder))


def back_up(room: Upkeep, *, by: str, folder: Path, watch: Watch = lambda _done, _of: None) -> Copied:
    """Copy the data folder into ``folder`` and return what was made; older copies leave by the rule of ``keeping``.

    ``watch`` is told bytes done and bytes in all; what it raises ends the copying. Raises ``DeviceTrouble`` for a full, missing or
    failing place, ``Damaged`` when this desk's own data cannot be copied; nothing half-made stays behind.
    """
    room.require(by, BACK_UP)
    return _copied(room, folder, watch)


def is_copy_due(room: Upkeep) -> bool:
    """Tell whether a place is chosen and no copy was made today, or the last one that should have been made was not."""
    db = room.journal.reading()
    last = tables.find_note(db, tables.COPIED, Copied)
    if tables.find_place(db) is None:
        return False
    return last is None or last.made_at.date() != room.journal.time.now().date() or _has_trouble(db)


def copy_of_day(room: Upkeep, watch: Watch = lambda _done, _of: None) -> Copied | None:
    """Make the copy of the day where one is due, else return None; what went wrong is noted for the window, then raised.

    Nobody's permission is asked: an administrator chose the place.
    """
    place = tables.find_place(room.journal.reading())
    return _kept(room, place, watch) if place is not None and is_copy_due(room) else None


def is_closing_copy_due(room: Upkeep) -> bool:
    """Tell whether the chosen place is in reach and lacks something that this desk has written since the last copy there."""
    db = room.journal.reading()
    place, last = tables.find_place(db), tables.find_note(db, tables.COPIED, Copied)
    if place is None or not places.is_in_reach(room, place, last):
        return False
    if last is None or not Path(last.folder).is_dir() or not Path(last.folder).is_relative_to(place):
        return True
    return last.entries != count_entries(db)


def copy_at_closing(room: Upkeep, watch: Watch = lambda _done, _of: None) -> Copied | None:
    """Make the copy that a closing program leaves behind where one is due, else return None; troubles as ``copy_of_day``."""
    place = tables.find_place(room.journal.reading())
    return _kept(room, place, watch) if place is not None and is_closing_copy_due(room) else None


def _kept(room: Upkeep, place: Path, watch: Watch) -> Copied:
    try:
        if not places.is_in_reach(room, place, tables.find_note(room.journal.reading(), tables.COPIED, Copied)):
            raise places.missing(place)
        return _copied(room, place, watch)
    except DeskError as error:
        if not isinstance(error, Cancelled):
            trouble = Trouble(at=room.journal.time.now(), code=error.code, message=error.message, hint=error.hint)
            room.journal.store.transact(lambda db: tables.put_note(db, tables.TROUBLE, trouble))
        raise


def _has_trouble(db: Database) -> bool:
    return tables.find_note(db, tables.TROUBLE, Trouble) is not None


def _copied(room: Upkeep, place: Path, watch: Watch) -> Copied:
    places.require_place(room, place)
    folder = desk_folder(place, room.card)
    with places.trouble_at(place):
        folder.mkdir(exist_ok=True)
        places.remove_leftovers(folder)
        copy, missing = make_copy(room, folder, watch)
        removed = places.prune(folder, room.card.desk_id, copy)
        made = _made(room, copy, missing, removed)

    def note(db: Database) -> None:
        tables.put_note(db, tables.COPIED, made)
        tables.forget(db, tables.TROUBLE)

    room.journal.store.transact(note)
    return made


def _made(room: Upkeep, copy: Copy, missing: int, removed: int) -> Copied:
    return Copied(
        file=str(copy.home.database),
        folder=str(copy.folder),
        made_at=copy.card.made_at,
        bytes=copy.card.bytes,
        entries=copy.card.entries,
        dossiers=copy.card.dossiers,
        attachments=len(copy.card.attachments),
        missing_attachments=missing,
        key=copy.card.key,
        recovery=copy.card.recovery,
        same_disk=copy.folder.stat().st_dev == room.home.folder.stat().st_dev,
        copies=len(list_copies(copy.folder.parent, desk_id=room.card.desk_id)),
        removed=removed,
    )


def copies_at(room: Upkeep, *, by: str, folder: Path) -> tuple[Copy, ...]:
    """Return this desk's copies at a place, newest first."""
    room.require(by, LOOK)
    with places.trouble_at(folder):
        return list_copies(folder, desk_id=room.card.desk_id)


def prove_copy(room: Upkeep, *, by: str, named: Path, watch: Callable[[], None] = lambda: None) -> Copy:
    """Read a copy of this desk back and return it; raise ``Damaged``, saying what is wrong, unless it is whole."""
    room.require(by, LOOK)
    with places.trouble_at(named):
        copy = copy_named(named)
        prove(copy, room.journal.store.key, watch)
    return copy
