from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.kernel.errors import Damaged, Refused
from desk_app.kernel.paths import Home
from desk_app.storage.engine import Database, SqliteError, open_database
from desk_app.storage.migrations import Migrations, is_current, upgrade
from desk_app.storage.store import Store
from tests.storage import programs

Step = Callable[[Database], None]


def first(db: Database) -> None:
    db.execute("CREATE TABLE notes (words TEXT NOT NULL) STRICT")
    db.execute("INSERT INTO notes VALUES ('kept')")


def second(db: Database) -> None:
    db.execute("ALTER TABLE notes ADD COLUMN colour TEXT")
    db.execute("UPDATE notes SET colour = 'blue'")


def fails_half_way(db: Database) -> None:
    db.execute("CREATE TABLE half (x TEXT) STRICT")
    db.execute("INSERT INTO notes (words) VALUES ('lost')")
    db.execute("INSERT INTO nowhere VALUES (1)")


def breaks_a_reference(db: Database) -> None:
    db.execute("PRAGMA defer_foreign_keys = ON")
    db.execute("CREATE TABLE tags (note INTEGER REFERENCES numbered (id)) STRICT")
    db.execute("CREATE TABLE numbered (id INTEGER PRIMARY KEY) STRICT")
    db.execute("INSERT INTO tags VALUES (7)")


def steps(*functions: Step, name: str = "notes") -> Migrations:
    made = Migrations(name)
    for function in functions:
        made()(function)
    return made


def never() -> None:
    pytest.fail("nothing to back up")


def bring_up(store: Store, *sets: Migrations, back_up: Callable[[], None] = never) -> tuple[str, ...]:
    with store.writing() as db:
        return upgrade(db, sets, back_up=back_up)


def columns(db: Database) -> list[str]:
    return [row[1] for row in db.execute("PRAGMA table_info(notes)")]


def everything(db: Database) -> list[object]:
    return [
        db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
        for table in ("sqlite_schema", "notes", "_sqlite_migrations")
    ]


def test_steps_run_in_the_order_of_rooms_and_then_of_writing_and_only_once(store: Store) -> None:
    rooms = (steps(first, second), steps(first_of_another_room, name="other"))
    assert bring_up(store, *rooms) == ("notes.first", "notes.second", "other.first_of_another_room")
    assert bring_up(store, *rooms) == ()
    assert store.reading().execute("SELECT words, colour FROM notes").fetchall() == [("kept", "blue")]


def first_of_another_room(db: Database) -> None:
    db.execute("CREATE TABLE copies AS SELECT colour FROM notes")


def test_a_file_knows_whether_it_is_current(store: Store) -> None:
    assert not is_current(store.reading(), [steps(first)])
    bring_up(store, steps(first))
    assert is_current(store.reading(), [steps(first)])
    assert not is_current(store.reading(), [steps(first, second)])
    assert not is_current(store.reading(), [])


def test_a_file_of_a_newer_program_is_refused_and_stays_as_it_is(store: Store) -> None:
    bring_up(store, steps(first, second))
    before = everything(store.reading())
    with pytest.raises(Refused) as caught:
        bring_up(store, steps(first))
    assert caught.value.code == "storage.newer"
    assert everything(store.reading()) == before


def test_a_file_with_a_room_that_this_program_does_not_know_is_newer_too(store: Store) -> None:
    bring_up(store, steps(first), steps(first_of_another_room_alone, name="other"))
    with pytest.raises(Refused):
        bring_up(store, steps(first, second))
    assert columns(store.reading()) == ["words"]


def first_of_another_room_alone(db: Database) -> None:
    db.execute("CREATE TABLE alone (x TEXT) STRICT")


def test_an_older_file_is_backed_up_before_its_first_step(store: Store, home: Home, key: bytes) -> None:
    bring_up(store, steps(first))
    file = home.backups / "before.db"
    assert bring_up(store, steps(first, second), back_up=lambda: store.back_up_to(file)) == ("notes.second",)
    copy = open_database(file, key, read_only=True)
    assert columns(copy) == ["words"]
    assert is_current(copy, [steps(first)])
    copy.close()
    assert columns(store.reading()) == ["words", "colour"]


def test_without_a_backup_nothing_is_changed(store: Store) -> None:
    def no_room() -> None:
        raise OSError("no room for a backup")

    bring_up(store, steps(first))
    with pytest.raises(OSError, match="no room"):
        bring_up(store, steps(first, second), back_up=no_room)
    assert columns(store.reading()) == ["words"]


def test_a_step_that_fails_takes_all_steps_of_that_upgrade_back(store: Store) -> None:
    bring_up(store, steps(first))
    with pytest.raises(SqliteError, match="nowhere"):
        bring_up(store, steps(first, second, fails_half_way), back_up=lambda: None)
    assert columns(store.reading()) == ["words"]
    assert is_current(store.reading(), [steps(first)])
    assert store.reading().execute("SELECT count(*) FROM notes").fetchone()[0] == 1


def test_an_upgrade_is_whole_also_where_no_transaction_is_open(store: Store, home: Home, key: bytes) -> None:
    bring_up(store, steps(first))
    db = open_database(home.database, key)
    with pytest.raises(SqliteError, match="nowhere"):
        upgrade(db, [steps(first, second, fails_half_way)], back_up=lambda: None)
    assert is_current(db, [steps(first)])
    db.close()
    assert columns(store.reading()) == ["words"]


def test_a_step_that_leaves_a_broken_reference_is_taken_back(store: Store) -> None:
    bring_up(store, steps(first))
    with pytest.raises(Damaged) as caught:
        bring_up(store, steps(first, breaks_a_reference), back_up=lambda: None)
    assert caught.value.code == "storage.references"
    assert is_current(store.reading(), [steps(first)])


def test_two_programs_started_at_once_upgrade_once(store: Store, home: Home, key: bytes) -> None:
    running = [programs.start("upgrade", home, key) for _ in range(2)]
    told = sorted(each.communicate(timeout=60)[0].splitlines()[-1] for each in running)
    assert told == ["upgraded 0", "upgraded 3"]
    assert [each.returncode for each in running] == [0, 0]
    count = store.reading().execute("SELECT count(*) FROM many").fetchone()[0]
    assert count == programs.ROWS_OF_THE_SLOW_STEP


@pytest.mark.parametrize("row", [0, 25_000, programs.ROWS_OF_THE_SLOW_STEP - 1])
def test_a_killed_upgrade_leaves_the_older_file_and_the_next_start_finishes_it(
    store: Store, home: Home, key: bytes, row: int, tmp_path: Path
) -> None:
    older = steps(programs.m001_people, name="slow")
    bring_up(store, older)
    running = programs.start("upgrade", home, key, str(row))
    assert running.stdout is not None
    assert running.stdout.readline() == "waiting to be killed\n"
    running.kill()
    running.communicate()
    assert is_current(store.reading(), [older])
    assert store.reading().execute("PRAGMA quick_check").fetchone()[0] == "ok"
    done = bring_up(store, programs.slow, back_up=lambda: store.back_up_to(tmp_path / "older.db"))
    assert done == ("slow.m002_many_rows", "slow.m003_last")
