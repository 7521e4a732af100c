import os
import secrets
from pathlib import Path

import pytest

from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import Home
from desk_app.storage.engine import SqliteError, open_database
from desk_app.storage.store import Store

NAME = "Nguyễn Thị Bình Minh"


@pytest.mark.parametrize("read_only", [False, True])
def test_every_connection_has_the_pragmas_that_keep_data_safe(home: Home, key: bytes, read_only: bool) -> None:
    db = open_database(home.database, key, read_only=read_only)
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "recursive_triggers": 1,
        "query_only": int(read_only),
    }
    assert {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in expected} == expected
    db.close()


def test_a_reference_to_nothing_is_refused(store: Store) -> None:
    with store.writing() as db:
        db.execute("CREATE TABLE pets (owner TEXT REFERENCES people (name)) STRICT")
    with pytest.raises(SqliteError, match="FOREIGN KEY"), store.writing() as db:
        db.execute("INSERT INTO pets VALUES ('nobody')")


def test_a_trigger_that_forbids_deleting_also_holds_against_replacing(store: Store) -> None:
    with store.writing() as db:
        db.execute("INSERT INTO people VALUES (?)", (NAME,))
        db.execute("CREATE TRIGGER keep BEFORE DELETE ON people BEGIN SELECT raise(ABORT, 'kept'); END")
    with pytest.raises(SqliteError, match="kept"), store.writing() as db:
        db.execute("INSERT OR REPLACE INTO people VALUES (?)", (NAME,))


def test_no_file_of_the_home_holds_a_stored_name_in_the_clear(store: Store, home: Home, tmp_path: Path) -> None:
    with store.writing() as db:
        db.execute("INSERT INTO people VALUES (?)", (NAME,))
    backup = tmp_path / "backups" / "copy.db"
    store.back_up_to(backup)
    files = (home.database, tmp_path / "desk.db-wal", tmp_path / "desk.db-shm", backup)
    for file in files:
        content = file.read_bytes()
        assert content
        assert NAME.encode() not in content, file.name
        assert "Bình".encode() not in content, file.name
        assert b"CREATE TABLE" not in content, file.name
        assert not content.startswith(b"SQLite format 3"), file.name
    store.checkpoint()
    assert NAME.encode() not in home.database.read_bytes()


def test_a_wrong_key_is_damaged_and_changes_nothing(store: Store, home: Home) -> None:
    store.close()
    before = home.database.read_bytes()
    with pytest.raises(Damaged) as caught:
        open_database(home.database, secrets.token_bytes(32))
    assert caught.value.code == "storage.key"
    assert home.database.read_bytes() == before


def test_a_wrong_key_says_nothing_on_the_terminal(store: Store, home: Home, capfd: pytest.CaptureFixture[str]) -> None:
    store.close()
    with pytest.raises(Damaged):
        open_database(home.database, secrets.token_bytes(32))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + b"\0" * 5000, b"x" * 100, os.urandom(8192)])
def test_a_file_that_is_no_database_of_this_desk_is_damaged(home: Home, key: bytes, content: bytes) -> None:
    home.database.write_bytes(content)
    with pytest.raises(Damaged):
        open_database(home.database, key)
    assert home.database.read_bytes() == content


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_never_taken_for_a_password(home: Home, length: int) -> None:
    with pytest.raises(ValueError, match="another length"):
        open_database(home.database, b"k" * length)
    assert not home.database.exists()


def test_a_truncated_file_is_damaged(store: Store, home: Home, key: bytes) -> None:
    with store.writing() as db:
        db.conn.executemany(
            "INSERT INTO people VALUES (?)", [(f"Người {number} " + "x" * 500,) for number in range(200)]
        )
    store.close()
    os.truncate(home.database, home.database.stat().st_size // 2)
    with pytest.raises(Damaged):
        open_database(home.database, key)
