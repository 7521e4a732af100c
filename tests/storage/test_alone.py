"""Whether anybody else has the database open."""

import sys
from pathlib import Path

import pytest

from desk_app.kernel.errors import Conflict, Damaged
from desk_app.kernel.paths import Home
from desk_app.storage.alone import require_alone, require_unlocked
from desk_app.storage.copying import damages_of_copy
from desk_app.storage.engine import open_copy
from desk_app.storage.store import Store


def test_an_open_connection_of_this_very_program_is_found(store: Store, home: Home, key: bytes) -> None:
    with pytest.raises(Conflict):
        require_alone(home.database, key)
    store.close()
    require_alone(home.database, key)
    Store(home, key).close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_closed_database_may_be_moved_and_a_missing_one_is_nobodys(store: Store, home: Home) -> None:
    store.close()
    require_unlocked(home.database)
    require_unlocked(home.folder / "none.db")


def test_reading_a_copy_lays_nothing_beside_it(store: Store, tmp_path: Path, key: bytes) -> None:
    file = tmp_path / "away" / "copy.db"
    store.back_up_to(file)
    db = open_copy(file, key)
    assert db.execute("SELECT count(*) FROM people").fetchone()[0] == 0
    assert [each.name for each in file.parent.iterdir()] == ["copy.db"]
    db.close()
    assert damages_of_copy(file, key) == ()


def test_a_copy_under_another_key_is_damaged(store: Store, tmp_path: Path) -> None:
    store.back_up_to(tmp_path / "copy.db")
    with pytest.raises(Damaged):
        open_copy(tmp_path / "copy.db", bytes(32))
