from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.kernel.errors import Conflict, Damaged, DeskError, DeviceTrouble
from desk_app.kernel.paths import Home
from desk_app.storage.engine import Database, SqliteError, open_database
from desk_app.storage.faults import known_trouble, translated, translating
from desk_app.storage.store import Store


def met(act: Callable[[], object]) -> DeskError | None:
    with pytest.raises(SqliteError) as caught:
        act()
    return translated(caught.value)


@pytest.fixture
def db(store: Store) -> Database:
    return store._writer


def test_another_program_s_lock_is_a_conflict(store: Store, home: Home, key: bytes) -> None:
    other = open_database(home.database, key)
    other.execute("PRAGMA busy_timeout = 1")
    with store.writing():
        error = met(lambda: other.conn.execute("BEGIN IMMEDIATE"))
    other.close()
    assert isinstance(error, Conflict)
    assert error.code == "storage.busy"


def test_a_column_that_is_named_locked_is_no_lock(db: Database) -> None:
    db.execute("CREATE TABLE busy (locked_at TEXT UNIQUE, malformed TEXT) STRICT")
    db.execute("INSERT INTO busy (locked_at) VALUES ('08:00')")
    assert met(lambda: db.execute("INSERT INTO busy (locked_at) VALUES ('08:00')")) is None
    assert met(lambda: db.execute("SELECT readonly FROM busy")) is None


def test_a_full_file_is_the_disk_s_trouble(db: Database) -> None:
    db.execute("PRAGMA max_page_count = 4")
    error = met(lambda: db.execute("INSERT INTO people VALUES (?)", ("x" * 100_000,)))
    assert isinstance(error, DeviceTrouble)
    assert error.code == "storage.full"


def test_a_file_that_may_not_be_written_is_the_disk_s_trouble(db: Database) -> None:
    db.execute("PRAGMA query_only = ON")
    error = met(lambda: db.execute("INSERT INTO people VALUES ('Lan')"))
    assert isinstance(error, DeviceTrouble)
    assert error.code == "storage.read_only"


def test_a_place_that_cannot_be_opened_is_the_disk_s_trouble(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(DeviceTrouble) as caught:
        Store(Home(tmp_path / "missing"), key)
    assert caught.value.code == "storage.io"


def test_a_flipped_bit_is_damage(store: Store, home: Home, key: bytes) -> None:
    with store.writing() as writer:
        writer.conn.executemany("INSERT INTO people VALUES (?)", [(f"{n} " + "x" * 900,) for n in range(100)])
    store.close()
    content = bytearray(home.database.read_bytes())
    content[len(content) // 2] ^= 1
    home.database.write_bytes(content)
    again = Store(home, key)
    with pytest.raises(Damaged) as caught, again.writing() as writer:
        writer.execute("SELECT sum(length(name)) FROM people").fetchone()
    again.close()
    assert caught.value.code == "storage.damaged"


def test_our_own_mistakes_stay_what_they_are(db: Database) -> None:
    with pytest.raises(SqliteError, match="syntax error"), translating():
        db.execute("SELEKT 1")
    with pytest.raises(ZeroDivisionError), translating():
        raise ZeroDivisionError


def test_trouble_of_the_disk_is_told_and_a_bug_is_not_taken_for_it() -> None:
    assert known_trouble(ValueError("database is locked")) is None
    full = SqliteError("database or disk is full")
    full.sqlite_errorcode = 13
    known = known_trouble(full)
    assert known is not None
    assert known.code == "storage.full"
