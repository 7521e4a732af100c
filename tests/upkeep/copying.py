"""Hands for these tests: copies made, restored, spoilt."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desk_app.desk import Desk
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.restoring.key import key_of
from desk_app.restoring.restore import Restored, Wanted, restore
from desk_app.upkeep.back_up import back_up
from desk_app.upkeep.copies import Copy, copy_named
from desk_app.upkeep.records import Copied
from tests.desks import MORNING, RehearsalDesk


def copied(desk: RehearsalDesk, stick: Path) -> Copied:
    """Make a copy."""
    return back_up(desk.upkeep, by=desk.admin, folder=stick)


def administrator(desk: Desk) -> str:
    """Return the first administrator of an open desk."""
    return next(each.id for each in desk.accounts.present_book().list_accounts() if each.login == "quantri")


def wanted(
    place: Path,
    home: Path,
    *,
    at: datetime = MORNING,
    may_set_aside: bool = False,
    may_salvage: bool = True,
    sign_in: Callable[[Desk], str] = administrator,
) -> Wanted:
    """Return what to restore: the newest copy at ``place``, into ``home``."""
    copy = copy_named(place)
    return Wanted(
        copy=copy,
        key=key_of(copy),
        home=Home(home),
        sign_in=sign_in,
        time=FixedTime(at),
        may_set_aside=may_set_aside,
        may_salvage=may_salvage,
    )


def restored(place: Path, home: Path, *, at: datetime = MORNING, may_set_aside: bool = False) -> Restored:
    """Restore the newest copy at ``place`` into ``home``."""
    return restore(wanted(place, home, at=at, may_set_aside=may_set_aside))


def newest(place: Path) -> Copy:
    """Return the newest copy at ``place``."""
    return copy_named(place)


def flip_a_bit(file: Path, at: int) -> None:
    """Change one bit of a file."""
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def everything_below(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}
