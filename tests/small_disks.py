"""Real disks that are small enough to fill."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk_at(point: Path, megabytes: int) -> Iterator[Path]:
    """Give a disk of its own at ``point`` while the block runs; skip the test where this computer lets none be mounted."""
    point.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(point)]
    if sys.platform == "win32" or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator of a Linux computer may mount a small disk")
    try:
        yield point
    finally:
        subprocess.run(["umount", "--lazy", str(point)], check=True)
