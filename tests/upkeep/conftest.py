import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give a folder that plays the stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    """Give a real stick of 3 MB, where this computer lets a test mount one."""
    point = tmp_path / "small"
    point.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(point)]
    if sys.platform == "win32" or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator of a Linux computer may mount a small disk")
    yield point
    subprocess.run(["umount", "--lazy", str(point)], check=True)
