from datetime import datetime, timedelta

from desk_app.dossiers.commands import issue_result
from desk_app.dossiers.register import register
from desk_app.kernel.time_source import VIETNAM
from tests.desks import RehearsalDesk, form
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage
from ui.dossiers.find.page import FindPage
from ui.home.page import HomePage
from ui.home.state import Counts, tiles_of
from ui.printing.queue.page import QueuePage


def figures(seat: Seat) -> list[int]:
    seat.hands.press("F4")
    seat.settle()
    return [figure.tile.number for figure in seat.front(HomePage).figures if figure.tile is not None]


def receive(desk: RehearsalDesk, name: str, procedure: str = "1.001193") -> str:
    officer = desk.accounts_by_role["officer"]
    return register(desk.dossiers, by=officer, form=form(name, procedure), command_id=desk.journal.new_id()).subject


def test_the_morning_counts_what_is_late_due_and_waiting(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Trễ")
    desk.time.put(datetime(2026, 11, 25, 8, 0, tzinfo=VIETNAM))
    receive(desk, "Người Nay")
    settled = receive(desk, "Người Chờ")
    officer = desk.accounts_by_role["officer"]
    issue_result(desk.dossiers, by=officer, dossier=settled, command_id=desk.journal.new_id())
    assert figures(seat) == [1, 1, 0, 1, 3]
    assert [line.name for line in seat.front(HomePage).table.rows] == ["Người Trễ", "Người Nay"]


def test_what_is_due_on_the_next_working_day_is_counted_over_a_holiday(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Mai", "1.010041")
    assert figures(seat)[:3] == [0, 0, 1]


def test_a_figure_opens_its_dossiers(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Trễ")
    desk.time.advance(timedelta(days=3))
    figures(seat)
    seat.front(HomePage).figures[0].setFocus()
    seat.hands.press("Space")
    seat.settle()
    assert [hit.name for hit in seat.front(FindPage).table.rows] == ["Người Trễ"]
    seat.hands.press("Return")
    seat.settle()
    seat.front(CardPage)
    seat.hands.press("Esc")
    seat.settle()
    seat.front(FindPage)


def test_the_figure_of_papers_opens_the_print_queue(seat: Seat) -> None:
    figures(seat)
    seat.front(HomePage).figures[4].setFocus()
    seat.hands.press("Space")
    seat.front(QueuePage)


def test_a_figure_of_nothing_is_calm() -> None:
    tiles = tiles_of(Counts(late=0, today=0, tomorrow=0, waiting=0, papers=0))
    assert {tile.shape for tile in tiles[:4]} == {"tick"}
    assert len({tile.colour for tile in tiles}) == 1
