import secrets
from pathlib import Path

import pytest

from desk_app.kernel.errors import DeviceTrouble
from desk_app.kernel.paths import Home
from desk_app.storage.engine import Database
from desk_app.storage.store import Store

ROW = "x" * 30_000


def fill(disk: Path) -> None:
    """Write until not one byte more fits."""
    with disk.joinpath("others-data").open("wb", buffering=0) as out:
        for size in (65_536, 4_096, 512, 1):
            try:
                while out.write(b"x" * size):
                    pass
            except OSError:
                continue


def insert(db: Database) -> int:
    db.execute("INSERT INTO people VALUES (?)", (ROW + secrets.token_hex(8),))
    return int(db.execute("SELECT count(*) FROM people").fetchone()[0])


def opened(folder: Path) -> Store:
    store = Store(Home(folder), secrets.token_bytes(32))
    with store.writing() as db:
        db.execute("CREATE TABLE people (name TEXT NOT NULL UNIQUE) STRICT")
        insert(db)
    return store


def test_a_real_full_disk_gives_up_the_ballast_and_the_registration_stands(small_disk: Path) -> None:
    store = opened(small_disk)
    fill(small_disk)
    assert store.transact(insert) == 2
    assert not Home(small_disk).ballast.exists()
    store.close()


def test_when_the_ballast_is_gone_too_the_person_is_told_and_nothing_is_half_written(small_disk: Path) -> None:
    store = opened(small_disk)
    fill(small_disk)
    Home(small_disk).ballast.unlink()
    fill(small_disk)
    with pytest.raises(DeviceTrouble) as caught:
        store.transact(insert)
    assert caught.value.code == "storage.full"
    assert store.reading().execute("SELECT count(*) FROM people").fetchone()[0] == 1
    small_disk.joinpath("others-data").unlink()
    assert store.transact(insert) == 2
    assert store.reading().execute("PRAGMA quick_check").fetchone()[0] == "ok"
    store.close()


def test_a_backup_that_does_not_fit_leaves_the_older_one_and_no_part(small_disk: Path) -> None:
    store = opened(small_disk)
    backup = Home(small_disk).backups / "desk.db"
    store.back_up_to(backup)
    older = backup.read_bytes()
    fill(small_disk)
    with pytest.raises(DeviceTrouble) as caught:
        store.back_up_to(backup)
    assert caught.value.code == "storage.full"
    assert backup.read_bytes() == older
    assert [file.name for file in backup.parent.iterdir()] == ["desk.db"]
    store.close()


def test_a_full_file_gives_up_the_ballast_once_and_calls_the_work_again(store: Store, home: Home) -> None:
    calls = 0

    def work(db: Database) -> int:
        nonlocal calls
        calls += 1
        # Stands for the room that giving up the ballast makes.
        db.execute(f"PRAGMA max_page_count = {4 if home.ballast.exists() else 1_000_000}")
        return insert(db)

    assert store.transact(work) == 1
    assert calls == 2
    assert not home.ballast.exists()


def test_without_a_ballast_a_full_file_is_not_tried_again(store: Store, home: Home) -> None:
    home.ballast.unlink()
    with store.writing() as db:
        db.execute("PRAGMA max_page_count = 4")
    with pytest.raises(DeviceTrouble) as caught:
        store.transact(insert)
    assert caught.value.code == "storage.full"
    assert store.reading().execute("SELECT count(*) FROM people").fetchone()[0] == 0
