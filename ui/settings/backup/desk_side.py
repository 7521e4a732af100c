"""What the section of copies asks and does, on a job's thread."""

from pathlib import Path

from desk_app.desk import Desk
from desk_app.doctor.examine import Examined, examine
from desk_app.kernel.errors import DeviceTrouble, NotFound
from desk_app.restoring.key import where_key_is
from desk_app.restoring.rehearse import rehearse
from desk_app.upkeep.back_up import back_up, choose_place, copies_at, prove_copy
from desk_app.upkeep.copies import Copy
from desk_app.upkeep.records import Copied, Rehearsed, Trouble
from desk_app.upkeep.tables import COPIED, REHEARSED, TROUBLE, find_note, find_place
from ui.settings.backup.state import Standing, copy_row
from ui.shell.progress import Progress


def standing(desk: Desk, by: str) -> Standing:
    """Return how the copies of this desk stand; a stick that is not there is no error."""
    db = desk.journal.reading()
    place = find_place(db)
    copies, is_there = _copies(desk, by, place)
    last = find_note(db, COPIED, Copied)
    return Standing(
        place=place,
        is_there=is_there,
        copies=tuple(copy_row(each) for each in copies),
        last=last,
        trouble=find_note(db, TROUBLE, Trouble),
        rehearsed=find_note(db, REHEARSED, Rehearsed),
        key_words=where_key_is(copies[0]) if copies else "",
        same_disk=bool(place) and is_there and _is_same_disk(desk, place),
    )


def chosen(desk: Desk, by: str, place: str) -> None:
    """Let the copy of each day go to ``place``, nowhere where it is empty."""
    choose_place(desk.upkeep, by=by, folder=Path(place).expanduser() if place else None)


def copied(desk: Desk, by: str, place: Path, progress: Progress) -> Copied:
    """Make a copy now."""
    return back_up(desk.upkeep, by=by, folder=place, watch=progress.say)


def proved(desk: Desk, by: str, folder: Path, progress: Progress) -> Copy:
    """Read a copy back."""
    return prove_copy(desk.upkeep, by=by, named=folder, watch=lambda: progress.say(0, 0))


def rehearsed(desk: Desk, by: str, progress: Progress) -> Rehearsed:
    """Restore the last copy on trial."""
    return rehearse(desk, by=by, watch=lambda: progress.say(0, 0))


def looked(desk: Desk, by: str, progress: Progress) -> Examined:
    """Ask the doctor everything."""
    return examine(desk, by=by, full=True, watch=progress.say)


def _copies(desk: Desk, by: str, place: Path | None) -> tuple[tuple[Copy, ...], bool]:
    if place is None:
        return (), False
    try:
        return copies_at(desk.upkeep, by=by, folder=place), True
    except (DeviceTrouble, NotFound):
        return (), False


def _is_same_disk(desk: Desk, place: Path | None) -> bool:
    try:
        return place is not None and place.stat().st_dev == desk.home.folder.stat().st_dev
    except OSError:
        return False
