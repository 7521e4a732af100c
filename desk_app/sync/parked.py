"""Bundles of a newer program: kept aside as they are, and tried again after the upgrade."""

from pathlib import Path
from typing import BinaryIO

from desk_app.sync.package import Opened
from desk_app.sync.room import Sync
from desk_app.sync.sealing import SUFFIX
from desk_app.sync.whole_file import disk_trouble, write_whole

_PIECE = 1024 * 1024


def park_file(room: Sync, opened: Opened) -> Path:
    """Keep a copy of an opened bundle in the data folder; a repetition keeps one."""
    folder = room.home.parked_bundles
    name = f"{opened.cover.bundle}{SUFFIX}"
    with disk_trouble(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    if (folder / name).exists():
        return folder / name

    def copy(out: BinaryIO) -> int:
        opened.file.seek(0)
        while piece := opened.file.read(_PIECE):
            out.write(piece)
        return out.tell()

    return write_whole(folder, name, copy, lambda _file, _size: None)[0]


def list_parked(room: Sync) -> tuple[Path, ...]:
    """Return the files kept aside, oldest first."""
    folder = room.home.parked_bundles
    return tuple(sorted(folder.glob(f"*{SUFFIX}"))) if folder.is_dir() else ()
