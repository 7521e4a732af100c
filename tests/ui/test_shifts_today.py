"""Today's shift in the page of shifts, worked by keyboard."""

from collections.abc import Iterator

import pytest

from tests.desks import RehearsalDesk
from tests.shifts.rota import entered, issued, on
from tests.ui.planning import Planning, december
from tests.ui.windows import Seat
from ui.shifts.page import TODAY


@pytest.fixture
def planning(desk: RehearsalDesk) -> Iterator[Planning]:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        yield Planning(seat, desk)


def test_attendance_is_noted_with_one_key(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.desk.time.put(on(4, 8))
    planning.come()
    assert planning.page.deck.place == TODAY
    planning.press("F7", "Down", "Shift+F7")
    planning.fill(from_time="8:10")
    planning.press("Return")
    first, second = (seat for seat in december(planning.desk) if seat.on.day == 4)
    assert (first.state, second.state) == ("came", "late")
    assert second.from_time is not None
    planning.press("F8")
    assert december(planning.desk)[1].state == "no_show"


def test_nobody_is_marked_present_before_the_day(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come()
    assert "buổi tới: thứ sáu 04/12/2026" in planning.page.today.view.title.text()
    planning.press("F7")
    assert december(planning.desk)[0].state == "held"


def test_a_late_cancellation_shows_who_to_call_and_one_key_takes_the_first(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.desk.time.put(on(4, 7))
    planning.come()
    planning.press("Ctrl+B")
    planning.fill(reason="Om")
    planning.press("Return")
    view = planning.page.today.view
    assert "báo vắng" in view.alerts.text()
    first = view.replacements.rows[0]
    planning.press("F6")
    seat = december(planning.desk)[0]
    assert (seat.state, seat.member) == ("held", first.member)
    assert first.phone in planning.seat.said
