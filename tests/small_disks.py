"""Real disks that are small enough to fill, and sticks that are pulled, locked or dead in the middle of being written."""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@contextmanager
def small_disk_at(point: Path, megabytes: int = 0, *, kilobytes: int = 0) -> Iterator[Path]:
    """Give a disk of its own at ``point`` while the block runs; skip the test where this computer lets none be mounted."""
    point.mkdir()
    size = f"size={megabytes * 1024 + kilobytes}k"
    mounting = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(point)]
    if sys.platform == "win32" or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator of a Linux computer may mount a small disk")
    try:
        yield point
    finally:
        subprocess.run(["umount", "--lazy", str(point)], check=True)


def lock_disk(point: Path) -> None:
    """Let nothing be written to the disk at ``point`` from now on, as a stick whose lock is on."""
    subprocess.run(["mount", "-o", "remount,ro", str(point)], check=True)


# What ext4 calls going down: from then on the kernel answers everything with an error, and what it had not written is lost.
_EXT4_SHUTDOWN, _LOSE_WHAT_IS_NOT_WRITTEN = 0x8004587D, 2


@dataclass(frozen=True, kw_only=True)
class Stick:
    """A disk of its own in a file, mounted at ``point`` by the kernel while it is plugged in."""

    file: Path
    point: Path

    def plug(self, *, to_read: bool = False) -> bool:
        """Mount it, perhaps to be read alone; tell whether this computer lets it be mounted."""
        options = "loop,ro" if to_read else "loop"
        mounting = ["mount", "-o", options, str(self.file), str(self.point)]
        return not subprocess.run(mounting, capture_output=True, check=False).returncode

    def pull(self) -> None:
        """Take it away at once, whatever is being written: nothing can be found there any more."""
        subprocess.run(["umount", "--lazy", str(self.point)], check=True)

    def lock(self) -> None:
        """Let nothing be written from now on, as a kernel does when it meets errors."""
        lock_disk(self.point)

    def die(self) -> None:
        """Answer everything from now on with an error of the disk."""
        import fcntl  # not on Windows, where nobody gets here

        handle = os.open(self.point, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _EXT4_SHUTDOWN, struct.pack("I", _LOSE_WHAT_IS_NOT_WRITTEN))
        finally:
            os.close(handle)

    def unplug(self) -> None:
        """Take it away if it is still there."""
        if self.point.is_mount():
            self.pull()


@contextmanager
def stick_at(folder: Path, *, megabytes: int = 32, really: int = 0) -> Iterator[Stick]:
    """Give a stick that is plugged in; ``really`` is how many megabytes a forged one holds of those it claims.

    Skips the test where no such disk can be made.
    """
    point, holder = folder / "stick", folder / "inside"
    for each in (folder, point, holder):
        each.mkdir()
    if shutil.which("mkfs.ext4") is None or not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("only the administrator of a Linux computer may mount a disk in a file")
    if really:
        size = f"size={really}m"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(holder)], check=True)
    stick = Stick(file=holder / "disk", point=point)
    try:
        with stick.file.open("wb") as disk:
            disk.truncate(megabytes << 20)
        # Like the file systems of most sticks, one that is dying keeps no journal that would have to be written first.
        features = ["-O", "^has_journal"] if really else []
        subprocess.run(["mkfs.ext4", "-q", *features, str(stick.file)], check=True)
        if not stick.plug():
            pytest.skip("this computer has no disks in files")
        yield stick
    finally:
        stick.unplug()
        if really:
            subprocess.run(["umount", "--lazy", str(holder)], check=True)
