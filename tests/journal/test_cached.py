import pytest

from desk_app.journal.cached import Cached
from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import Refused
from desk_app.storage.engine import Database
from tests.journal.desks import Office, TestDesk, opened
from tests.journal.notebook import ColourSet, Glanced, load_colours


class Counting:
    """Loads the colours and counts how often."""

    def __init__(self) -> None:
        self.loads = 0

    def __call__(self, db: Database) -> dict[str, str]:
        self.loads += 1
        return load_colours(db)


@pytest.fixture
def load() -> Counting:
    return Counting()


@pytest.fixture
def colours(load: Counting) -> Cached[dict[str, str]]:
    return Cached("colours", load)


def test_it_is_read_again_only_when_its_own_fold_has_changed(
    desk: TestDesk, colours: Cached[dict[str, str]], load: Counting
) -> None:
    assert colours.get(desk.db) == {}
    desk.add("red", ColourSet(code="#f00"))
    assert [colours.get(desk.db) for _ in range(3)] == [{"red": "#f00"}] * 3
    desk.write("n1", "một")
    desk.add("n1", Glanced())
    assert colours.get(desk.db) == {"red": "#f00"}
    assert load.loads == 2


def test_inside_a_transaction_it_is_what_the_transaction_has_written(
    desk: TestDesk, colours: Cached[dict[str, str]]
) -> None:
    def decide(writing: Writing) -> None:
        writing.add("red", ColourSet(code="#f00"))
        assert colours.get(writing.db) == {"red": "#f00"}
        assert colours.get(desk.db) == {}
        writing.add("red", ColourSet(code="#e00"))
        assert colours.get(writing.db) == {"red": "#e00"}

    desk.journal.write(by="lan", permission="", command_id="c1", decide=decide)
    assert colours.get(desk.db) == {"red": "#e00"}


def test_what_was_rolled_back_is_forgotten_also_when_something_else_follows(
    desk: TestDesk, colours: Cached[dict[str, str]]
) -> None:
    desk.add("red", ColourSet(code="#f00"))

    def decide(writing: Writing) -> None:
        writing.add("red", ColourSet(code="#bad"))
        assert colours.get(writing.db) == {"red": "#bad"}
        raise Refused("notebook.full", "Sổ đã hết trang.")

    with pytest.raises(Refused):
        desk.journal.write(by="lan", permission="", command_id="c1", decide=decide)
    assert colours.get(desk.db) == {"red": "#f00"}
    desk.add("green", ColourSet(code="#0f0"))
    assert colours.get(desk.db) == {"red": "#f00", "green": "#0f0"}


def test_another_program_s_change_is_seen(desk: TestDesk, colours: Cached[dict[str, str]]) -> None:
    desk.add("red", ColourSet(code="#f00"))
    assert colours.get(desk.db) == {"red": "#f00"}
    other = opened(desk.folder)
    other.add("red", ColourSet(code="#e00"))
    other.close()
    assert colours.get(desk.db) == {"red": "#e00"}


def test_a_merge_and_a_folding_again_are_seen(
    desk: TestDesk, office: Office, colours: Cached[dict[str, str]], load: Counting
) -> None:
    assert colours.get(desk.db) == {}
    other = office.desk("b")
    other.add("red", ColourSet(code="#f00"))
    desk.journal.merge(other.entries())
    assert colours.get(desk.db) == {"red": "#f00"}
    desk.journal.store.transact(lambda db: db.execute("UPDATE colours SET code = 'sửa tay'"))
    desk.journal.refold()
    assert colours.get(desk.db) == {"red": "#f00"}
    assert load.loads == 3
