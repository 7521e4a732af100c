import secrets
import threading
from pathlib import Path

import pytest

from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import Home
from desk_app.storage.engine import SqliteError, open_database
from desk_app.storage.store import Store


def names_in(file: Path, key: bytes) -> list[str]:
    db = open_database(file, key, read_only=True)
    try:
        return [row[0] for row in db.execute("SELECT name FROM people ORDER BY 1")]
    finally:
        db.close()


def add(store: Store, name: str) -> None:
    with store.writing() as db:
        db.execute("INSERT INTO people VALUES (?)", (name,))


def test_a_backup_opens_with_the_same_key_and_with_no_other(store: Store, home: Home, key: bytes) -> None:
    add(store, "Lan")
    file = home.backups / "copy.db"
    store.back_up_to(file)
    assert names_in(file, key) == ["Lan"]
    with pytest.raises(Damaged):
        open_database(file, secrets.token_bytes(32))


def test_a_backup_is_one_file_and_replaces_the_older_one(store: Store, home: Home, key: bytes) -> None:
    file = home.backups / "copy.db"
    for name in ("Lan", "Minh"):
        add(store, name)
        store.back_up_to(file)
    assert [each.name for each in home.backups.iterdir()] == ["copy.db"]
    assert names_in(file, key) == ["Lan", "Minh"]


def test_a_part_left_by_a_killed_backup_is_in_nobody_s_way(store: Store, home: Home, key: bytes) -> None:
    home.backups.mkdir()
    (home.backups / "copy.db.part").write_bytes(b"torn")
    add(store, "Lan")
    store.back_up_to(home.backups / "copy.db")
    assert names_in(home.backups / "copy.db", key) == ["Lan"]


def test_a_backup_inside_a_transaction_holds_what_stood_before_it(store: Store, home: Home, key: bytes) -> None:
    add(store, "Lan")
    with store.writing() as db:
        db.execute("INSERT INTO people VALUES ('Minh')")
        store.back_up_to(home.backups / "copy.db")
    assert names_in(home.backups / "copy.db", key) == ["Lan"]


def test_a_backup_and_a_writer_do_not_wait_for_each_other(store: Store, home: Home, key: bytes) -> None:
    add(store, "Lan")
    inside, done = threading.Event(), threading.Event()

    def write_slowly() -> None:
        with store.writing() as db:
            db.execute("INSERT INTO people VALUES ('Minh')")
            inside.set()
            assert done.wait(10)

    writer = threading.Thread(target=write_slowly)
    writer.start()
    assert inside.wait(10)
    store.back_up_to(home.backups / "copy.db")
    done.set()
    writer.join()
    assert names_in(home.backups / "copy.db", key) == ["Lan"]


def test_a_damaged_database_makes_no_backup(store: Store, home: Home, key: bytes) -> None:
    with store.writing() as db:
        db.conn.executemany("INSERT INTO people VALUES (?)", [(f"{number} " + "x" * 900,) for number in range(100)])
    store.close()
    content = bytearray(home.database.read_bytes())
    content[len(content) // 2] ^= 1
    home.database.write_bytes(content)
    again = Store(home, key)
    with pytest.raises(Damaged):
        again.back_up_to(home.backups / "copy.db")
    assert list(home.backups.iterdir()) == []
    with pytest.raises(SqliteError, match="malformed"):
        again.reading().execute("SELECT sum(length(name)) FROM people")
    again.close()
