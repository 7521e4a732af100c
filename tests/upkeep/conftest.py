from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_disks import Stick, small_disk_at, stick_at


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


@pytest.fixture
def real_stick(tmp_path: Path) -> Iterator[Stick]:
    """Give a real stick that can be pulled, where this computer lets a test mount one."""
    with stick_at(tmp_path / "real") as made:
        yield made


@pytest.fixture
def forged_stick(tmp_path: Path) -> Iterator[Stick]:
    """Give a real stick that claims 32 MB and holds 6: beyond, the disk answers with errors."""
    with stick_at(tmp_path / "forged", really=6) as made:
        yield made
