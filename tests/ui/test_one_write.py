from threading import Event

import pytest

from desk_app.kernel.errors import DeskError, Refused
from tests.ui.windows import Seat
from ui.printing.queue.page import QueuePage
from ui.shell.one_write import Doing, OneWrite


@pytest.fixture
def page(seat: Seat) -> QueuePage:
    seat.hands.press("F9")
    seat.settle()
    return seat.front(QueuePage)


def test_a_second_press_while_something_is_written_does_nothing(seat: Seat, page: QueuePage) -> None:
    one, may_go_on, came = OneWrite(page.context, page), Event(), list[str]()
    one.fresh()
    assert one.do(lambda _do: may_go_on.wait(20), lambda _went: came.append("first"), came_wrong)
    assert not one.do(lambda _do: True, lambda _went: came.append("second"), came_wrong)
    assert one.is_busy
    may_go_on.set()
    seat.settle()
    assert came == ["first"]
    assert not one.is_busy


def test_what_a_form_sends_twice_bears_one_command_id(seat: Seat, page: QueuePage) -> None:
    one, sent = OneWrite(page.context, page), list[Doing]()
    one.fresh()
    for _twice in range(2):
        one.do(lambda do: do, sent.append, came_wrong)
        seat.settle()
    one.fresh()
    one.do(lambda do: do, sent.append, came_wrong)
    seat.settle()
    assert sent[0] == sent[1]
    assert sent[2].id not in ("", sent[0].id)
    assert sent[0].by == page.context.actor.id


def test_an_error_comes_home_and_lets_the_form_be_sent_again(seat: Seat, page: QueuePage) -> None:
    def refuse(_do: Doing) -> None:
        raise Refused("test.refused", "Không được.", "Thử lại.")

    one, errors, came = OneWrite(page.context, page), list[DeskError](), list[str]()
    one.do(refuse, lambda _none: came.append("done"), errors.append)
    seat.settle()
    assert [error.code for error in errors] == ["test.refused"]
    assert one.do(lambda _do: None, lambda _none: came.append("again"), came_wrong)
    seat.settle()
    assert came == ["again"]


def came_wrong(error: DeskError) -> None:
    raise AssertionError(error.code)
