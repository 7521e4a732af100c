import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.kernel.paths import Home
from desk_app.storage.engine import KEY_BYTES
from desk_app.storage.store import Store
from tests.small_disks import small_disk_at


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
    with small_disk_at(tmp_path / "disk", 4) as point:
        yield point
