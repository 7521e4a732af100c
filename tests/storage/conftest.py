import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.kernel.paths import Home
from desk_app.storage.engine import KEY_BYTES
from desk_app.storage.store import Store


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def store(home: Home, key: bytes) -> Iterator[Store]:
    opened = Store(home, key)
    with opened.writing() as db:
        db.execute("CREATE TABLE people (name TEXT NOT NULL UNIQUE) STRICT")
    yield opened
    opened.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a real disk of 4 MB, where this computer lets a test mount one."""
    point = tmp_path / "disk"
    point.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(point)]
    if sys.platform == "win32" or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("only the administrator of a Linux computer may mount a small disk")
    yield point
    subprocess.run(["umount", "--lazy", str(point)], check=True)
