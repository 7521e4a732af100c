import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from desk_app.kernel.paths import Home
from desk_app.storage.engine import Database, SqliteError, open_database
from desk_app.storage.store import BALLAST_BYTES, Store


def names(db: Database) -> list[str]:
    return [row[0] for row in db.execute("SELECT name FROM people ORDER BY rowid")]


def add(store: Store, name: str) -> None:
    with store.writing() as db:
        db.execute("INSERT INTO people VALUES (?)", (name,))


def test_what_was_written_is_read_after_opening_again(store: Store, home: Home, key: bytes) -> None:
    add(store, "Lan")
    store.close()
    again = Store(home, key)
    assert names(again.reading()) == ["Lan"]
    again.close()


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, GeneratorExit])
def test_any_error_inside_rolls_everything_back(store: Store, error: type[BaseException]) -> None:
    def fail(db: Database) -> None:
        db.execute("INSERT INTO people VALUES ('Lan')")
        raise error

    with pytest.raises(error):
        store.transact(fail)
    assert names(store.reading()) == []
    add(store, "Minh")
    assert names(store.reading()) == ["Minh"]


def test_a_failed_statement_rolls_back_those_before_it(store: Store) -> None:
    add(store, "Lan")
    with pytest.raises(SqliteError, match="UNIQUE"):
        store.transact(lambda db: db.conn.executemany("INSERT INTO people VALUES (?)", [("Minh",), ("Lan",)]))
    assert names(store.reading()) == ["Lan"]


def test_a_transaction_inside_another_is_refused_and_takes_the_outer_one_with_it(store: Store) -> None:
    def nest(outer: Database) -> None:
        outer.execute("INSERT INTO people VALUES ('Lan')")
        add(store, "Minh")

    with pytest.raises(SqliteError, match="within a transaction"):
        store.transact(nest)
    assert names(store.reading()) == []


def test_a_reader_cannot_write_or_change_the_schema(store: Store) -> None:
    for statement in ("INSERT INTO people VALUES ('Lan')", "DROP TABLE people", "CREATE TABLE t (x)"):
        with pytest.raises(SqliteError, match="readonly"):
            store.reading().execute(statement)
    assert names(store.reading()) == []


def test_a_thread_keeps_its_reader_and_never_shares_it(store: Store) -> None:
    assert store.reading() is store.reading()
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(store.reading).result() is not store.reading()


def test_readers_see_the_last_commit_while_a_writer_is_busy(store: Store) -> None:
    add(store, "Lan")
    with store.writing() as db, ThreadPoolExecutor(1) as pool:
        db.execute("INSERT INTO people VALUES ('Minh')")
        # A thread that reads for the first time must not wait for the writer either.
        assert pool.submit(lambda: names(store.reading())).result(timeout=5) == ["Lan"]
    assert names(store.reading()) == ["Lan", "Minh"]


def test_writers_of_one_program_queue(store: Store) -> None:
    inside, most = 0, 0

    def work(number: int) -> None:
        nonlocal inside, most
        with store.writing() as db:
            inside += 1
            most = max(most, inside)
            db.execute("INSERT INTO people VALUES (?)", (str(number),))
            inside -= 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(100)))
    assert most == 1
    assert len(names(store.reading())) == 100


def test_transact_returns_what_the_work_returns(store: Store) -> None:
    assert store.transact(lambda db: db.execute("SELECT 6 * 7").fetchone()[0]) == 42


def test_closing_leaves_one_file_without_a_log_beside_it(store: Store, home: Home) -> None:
    reader = threading.Thread(target=lambda: names(store.reading()))
    reader.start()
    reader.join()
    add(store, "Lan")
    assert home.folder.joinpath("desk.db-wal").exists()
    store.close()
    assert sorted(file.name for file in home.folder.iterdir()) == ["ballast", "desk.db"]


@pytest.mark.usefixtures("store")
def test_the_ballast_lies_ready_from_the_first_opening(home: Home) -> None:
    assert home.ballast.stat().st_size == BALLAST_BYTES


def test_a_sound_file_has_no_damages_and_a_broken_reference_is_named(store: Store, key: bytes) -> None:
    with store.writing() as db:
        db.execute("CREATE TABLE streets (id INTEGER PRIMARY KEY) STRICT")
        db.execute("CREATE TABLE houses (street INTEGER REFERENCES streets (id)) STRICT")
    assert store.damages() == ()
    careless = open_database(store.path, key)
    careless.execute("PRAGMA foreign_keys = OFF")
    careless.execute("INSERT INTO houses VALUES (7)")
    careless.close()
    assert store.damages() == ("houses: streets",)
