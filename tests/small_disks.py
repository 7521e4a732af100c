"""Real disks that are small enough to fill."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
