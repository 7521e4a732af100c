import random
import threading
import time

from desk_app.kernel.paths import Home
from desk_app.storage.store import Store
from tests.storage import programs

KILLS = 10


def count(store: Store) -> int:
    return int(store.reading().execute("SELECT count(*) FROM people").fetchone()[0])


def test_threads_and_a_second_program_write_at_once_and_nobody_is_turned_away(
    store: Store, home: Home, key: bytes
) -> None:
    other = programs.start("write", home, key, "100000", "150")

    def write(first: int) -> None:
        for number in range(first, first + 50):
            with store.writing() as db:
                db.execute("INSERT INTO people VALUES (?)", (f"Người {number}",))

    assert other.stdout is not None
    assert other.stdout.readline() == "100000\n"
    threads = [threading.Thread(target=write, args=(first,)) for first in (1_000, 2_000, 3_000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(other.communicate(timeout=60)[0].splitlines()) == 149
    assert other.returncode == 0
    assert count(store) == 300


def test_a_killed_writer_loses_nothing_that_it_had_acknowledged(store: Store, home: Home, key: bytes) -> None:
    chance = random.Random(20261123)
    acknowledged = 0
    for kill in range(KILLS):
        running = programs.start("write", home, key, str(kill * 1_000_000), "1000000")
        assert running.stdout is not None
        assert running.stdout.readline() == f"{kill * 1_000_000}\n"
        time.sleep(chance.uniform(0.0, 0.08))
        running.kill()
        acknowledged += 1 + len(
            [line for line in running.communicate()[0].splitlines(keepends=True) if line[-1] == "\n"]
        )
        # One more may stand: committed, but killed before it could say so.
        assert acknowledged <= count(store) <= acknowledged + kill + 1
    assert acknowledged > 5 * KILLS
    assert store.reading().execute("PRAGMA quick_check").fetchone()[0] == "ok"
    assert store.reading().execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with store.writing() as db:
        db.execute("INSERT INTO people VALUES ('và vẫn ghi được')")


def test_a_second_program_s_row_is_seen_as_soon_as_it_is_acknowledged(store: Store, home: Home, key: bytes) -> None:
    other = programs.start("write", home, key, "0", "20")
    assert other.stdout is not None
    for line in other.stdout:
        name = f"Người {line.strip()}"
        assert store.reading().execute("SELECT 1 FROM people WHERE name = ?", (name,)).fetchone() is not None
    assert other.wait(30) == 0
    other.stdout.close()
