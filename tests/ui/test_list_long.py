import pytest

from desk_app.dossiers.listing.asked import wanted_of
from desk_app.dossiers.listing.pages import asker_of, count_of
from tests.bench.many import fill_table
from tests.desks import RehearsalDesk
from tests.ui.windows import Seat
from ui.dossiers.list.page import ListPage
from ui.dossiers.list.state import HELD
from ui.home.page import HomePage


def page(seat: Seat) -> ListPage:
    return seat.front(ListPage)


def go(seat: Seat, about: str = "") -> ListPage:
    seat.workspace.go("list", about)
    seat.settle()
    return page(seat)


@pytest.fixture
def many(seat: Seat, desk: RehearsalDesk) -> Seat:
    """Give a window at a desk with 1.300 dossiers."""
    fill_table(desk, 1_300)
    return seat


def test_the_keyboard_walks_through_a_list_of_which_only_a_part_is_held(many: Seat) -> None:
    table = go(many, "sort=code").table
    seen: list[str] = []
    for _ in range(300):
        seen += [line.row.code for line in table.rows if line.row.code not in seen[-HELD:]]
        if table.window_of_rows.at_end:
            break
        many.hands.press("PgDown")
        many.settle()
        assert len(table.rows) <= HELD
    assert len(seen) == len(set(seen)) == 1_300
    assert seen == sorted(seen)
    assert table.window_of_rows.first == 1_300 - len(table.rows)


def test_end_and_home_reach_the_ends_of_the_whole_list(many: Seat) -> None:
    table = go(many, "sort=code").table
    first = table.rows[0].row.code
    many.hands.press("End")
    many.settle()
    last = table.current
    assert last is not None
    assert table.window_of_rows.at_end
    assert last.row.code.endswith("0001299")
    for _ in range(12):
        many.hands.press("PgUp")
        many.settle()
    assert table.current is not None
    assert table.current.row.code < last.row.code
    many.hands.press("Home")
    many.settle()
    assert table.current is not None
    assert table.current.row.code == first


def test_the_place_in_a_long_list_is_kept_over_a_card(many: Seat) -> None:
    table = go(many, "sort=code").table
    for _ in range(45):
        many.hands.press("PgDown")
        many.settle()
    there = table.current
    assert there is not None
    assert not table.window_of_rows.at_start
    many.workspace.go("home")
    many.settle()
    many.front(HomePage)
    many.hands.press("Esc")
    many.settle()
    assert table.current is not None
    assert table.current.id == there.id


def test_a_count_of_the_list_before_is_never_shown_for_the_one_at_hand(many: Seat, desk: RehearsalDesk) -> None:
    for about in ("view:all", "status=7", "view:all", "view:open", "due=overdue"):
        many.workspace.go("list", about)
    many.settle()
    assert page(many).title == "Quá hạn"
    officer = desk.accounts_by_role["officer"]
    late = count_of(desk.dossiers, wanted_of("due=overdue"), asker_of(desk.dossiers, officer))
    assert page(many).total == late < 1_300
