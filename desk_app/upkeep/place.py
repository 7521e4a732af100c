"""The place that copies go to: whether it saves anything, what its troubles mean, what leaves it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.kernel.errors import DeviceTrouble, Refused
from desk_app.storage import media
from desk_app.storage.engine import SqliteError
from desk_app.storage.faults import DISK_FULL
from desk_app.upkeep.copies import PART, POOL, Copy, list_copies, remove_folder
from desk_app.upkeep.keeping import kept
from desk_app.upkeep.records import Copied
from desk_app.upkeep.room import Upkeep

_ROOM = "upkeep"
# Somebody else's copy that is being made is not robbed of its files: what is older was left by a program that ended.
_LEFT_AFTER_S = 3600


def require_place(room: Upkeep, place: Path) -> None:
    """Raise ``DeviceTrouble`` when ``place`` is not there, ``Refused`` when it lies in the data folder itself."""
    if not place.is_dir():
        raise missing(place)
    if place.resolve().is_relative_to(room.home.folder.resolve()):
        raise Refused(
            "upkeep.place_within",
            f"«{place}» nằm ngay trong thư mục dữ liệu: mất máy là mất cả bản sao.",
            "Hãy chọn thẻ nhớ, ổ đĩa khác hoặc thư mục dùng chung.",
        )


def missing(place: Path) -> DeviceTrouble:
    """Return what to say when ``place`` is not there."""
    return media.missing(place, room=_ROOM)


@contextmanager
def trouble_at(place: Path) -> Iterator[None]:
    """Say of every error of the disk or of SQLite's writing which place it is about, and that nothing half-made stays."""
    try:
        with media.disk_trouble(place, room=_ROOM):
            yield
    except DeviceTrouble as error:
        if not isinstance(error.__cause__, SqliteError):
            raise
        if error.code == DISK_FULL:
            raise media.full(place) from error
        raise (media.failing if place.is_dir() else media.missing)(place, room=_ROOM) from error


@contextmanager
def interrupted_at(place: Path) -> Iterator[None]:
    """Say of a medium that is lost once the writing has begun that this cost nothing but the copy in the making."""
    try:
        with trouble_at(place):
            yield
    except DeviceTrouble as error:
        if error.code == DISK_FULL:
            raise
        pulled = error.code == f"{_ROOM}.no_place"
        what = "bị rút khi đang ghi bản sao" if pulled else "không ghi tiếp được khi đang ghi bản sao"
        again = "Hãy cắm lại rồi sao lưu lại." if pulled else "Hãy cắm lại rồi sao lưu lại; còn lỗi thì đổi thẻ nhớ."
        raise DeviceTrouble(
            error.code,
            f"«{place}» {what}.",
            f"Dữ liệu của máy và các bản sao trước vẫn nguyên, bản dở không được tính. {again}",
        ) from error


def is_in_reach(room: Upkeep, place: Path, last: Copied | None) -> bool:
    """Tell whether a copy may go to ``place`` by itself: it is there, and what was another disk is one still.

    Where a stick's folder stays behind on the computer's own disk, a copy would be lost together with what it is a copy of.
    """
    if last is None or last.same_disk or not Path(last.folder).is_relative_to(place):
        return place.is_dir()
    try:
        return place.stat().st_dev != room.home.folder.stat().st_dev
    except OSError:
        return False


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed program left half-made; what cannot be removed does no harm."""
    oldest = time.time() - _LEFT_AFTER_S
    for each in folder.glob(f"*{PART}*"):
        try:
            if each.is_dir() and max(file.stat().st_mtime for file in (each, *each.iterdir())) < oldest:
                remove_folder(each)
        except OSError:
            continue


def prune(folder: Path, desk_id: str, newest: Copy) -> int:
    """Remove the copies that the rule does not keep, and sealed files that no copy needs; return how many copies went.

    ``newest`` stays whatever its clock says.
    """
    copies = list_copies(folder, desk_id=desk_id)
    moments = kept({each.card.made_at for each in copies})
    leaving = [each for each in copies if each.card.made_at not in moments and each.folder != newest.folder]
    for each in leaving:
        remove_folder(each.folder)
    _remove_unneeded(folder, desk_id)
    return len(leaving)


def _remove_unneeded(folder: Path, desk_id: str) -> None:
    """Remove sealed files that no copy here names; those just put there may belong to a copy that is being made.

    While one copy's card cannot be read, nobody knows what it needs: everything stays.
    """
    copies, pool = list_copies(folder, desk_id=desk_id), folder / POOL
    known = {pool, *(copy.folder for copy in copies)}
    if any(each.is_dir() and PART not in each.name and each not in known for each in folder.iterdir()):
        return
    needed = {file.name for copy in copies for file in copy.card.attachments}
    oldest = time.time() - _LEFT_AFTER_S
    for each in pool.iterdir() if pool.is_dir() else ():
        if each.name not in needed and each.stat().st_mtime < oldest:
            each.unlink()
