import pytest

from desk_app.kernel.paths import Home
from desk_app.storage.engine import Database
from desk_app.storage.store import Store


class People:
    """Counts people, and how often it was asked to."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, db: Database) -> int:
        self.asked += 1
        return int(db.execute("SELECT count(*) FROM people").fetchone()[0])


@pytest.fixture
def people() -> People:
    return People()


def counted(store: Store, people: People) -> int:
    """Return how many people a write sees."""
    with store.writing() as db:
        db.recall.open()
        count = db.recall.ask("people", people, db)
        db.recall.close()
    return count


def add(store: Store, name: str) -> None:
    with store.writing() as db:
        db.execute("INSERT INTO people VALUES (?)", (name,))
        db.recall.forget("people")


def test_the_same_question_is_put_to_the_disk_once(store: Store, people: People) -> None:
    assert [counted(store, people) for _ in range(3)] == [0, 0, 0]
    assert people.asked == 1


def test_what_another_program_has_written_since_is_asked_for_again(
    store: Store, people: People, home: Home, key: bytes
) -> None:
    assert counted(store, people) == 0
    other = Store(home, key)
    add(other, "Lan")
    assert counted(store, people) == 1
    other.close()


def test_what_was_forgotten_is_asked_for_again(store: Store, people: People) -> None:
    assert counted(store, people) == 0
    add(store, "Lan")
    assert counted(store, people) == 1


def test_what_was_put_stands_without_asking(store: Store, people: People) -> None:
    with store.writing() as db:
        db.recall.open()
        db.recall.put("people", 7)
    assert counted(store, people) == 7
    assert people.asked == 0


def test_a_write_that_is_taken_back_leaves_no_answer_behind(store: Store, people: People) -> None:
    def fail(db: Database) -> None:
        db.recall.open()
        db.execute("INSERT INTO people VALUES ('Lan')")
        assert db.recall.ask("people", people, db) == 1
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.transact(fail)
    assert counted(store, people) == 0


def test_a_reader_is_told_nothing_from_memory(store: Store, people: People) -> None:
    db = store.reading()
    assert [db.recall.ask("people", people, db) for _ in range(2)] == [0, 0]
    assert people.asked == 2
