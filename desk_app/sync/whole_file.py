"""Writing a file to a stick or a shared folder: whole, read back and proved, or not at all."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

from desk_app.storage import media

T = TypeVar("T")

PART = ".part"
# What another program is still writing is not taken from it.
_LEFT_AFTER_S = 3600


def write_whole(
    folder: Path, name: str, fill: Callable[[BinaryIO], T], prove: Callable[[BinaryIO, T], None]
) -> tuple[Path, T]:
    """Write ``folder/name`` and return it with what ``fill`` returned; on the medium and proved when this returns.

    ``prove`` reads the written file back and raises when it is not what it must be. Nothing is left behind then, nor when the
    disk is full, read-only or pulled (``DeviceTrouble``).
    """
    part = folder / (name + PART)
    with disk_trouble(folder):
        try:
            with part.open("wb") as out:
                made = fill(out)
                out.flush()
                os.fsync(out.fileno())
            with part.open("rb") as written:
                _forget_cached(written)
                prove(written, made)
            part.replace(folder / name)
            media.sync_folder(folder)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return folder / name, made


def remove_leftovers(folder: Path, prefix: str) -> None:
    """Remove half-written files of this desk that a killed program left; what cannot be removed does no harm."""
    for each in folder.glob(f"{prefix}*{PART}"):
        try:
            if each.stat().st_mtime < time.time() - _LEFT_AFTER_S:
                each.unlink()
        except OSError:
            continue


@contextmanager
def disk_trouble(place: Path) -> Iterator[None]:
    """Say in words what a full, read-only, missing or failing disk means."""
    with media.disk_trouble(place, room="sync"):
        yield


def _forget_cached(file: BinaryIO) -> None:
    """Have the file read back from the medium, where the system can be asked to: memory would always agree."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
