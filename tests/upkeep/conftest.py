from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_disks import small_disk_at


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give a folder that plays the stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    """Give a real stick of 3 MB, where this computer lets a test mount one."""
    with small_disk_at(tmp_path / "small", 3) as point:
        yield point
