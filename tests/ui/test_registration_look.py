"""Nothing of the registration page is cut at the sides, whatever state it is in, at plain and at double text size."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.desks import RehearsalDesk
from tests.ui.counter import fill, go_to_counter, page_of
from tests.ui.windows import Seat
from ui.shell.dress import dress


def empty(_seat: Seat) -> None:
    """Nobody has come yet."""


def complete(seat: Seat) -> None:
    fill(seat, procedure="2.000635")


def missing(seat: Seat) -> None:
    fill(seat)
    seat.hands.press("Space")


def nevertheless(seat: Seat) -> None:
    missing(seat)
    seat.hands.press("Ctrl+B")


def rare_fields(seat: Seat) -> None:
    fill(seat)
    seat.hands.press("F8")


def put_aside(seat: Seat) -> None:
    fill(seat)
    seat.hands.press("F2")


def saved(seat: Seat) -> None:
    fill(seat, procedure="3t1")
    seat.hands.press("Ctrl+Return")
    seat.wait(lambda: page_of(seat).saved is not None, "not saved")


@pytest.fixture(params=[100, 200])
def seat(request: pytest.FixtureRequest, desk: RehearsalDesk, qapp: QApplication) -> Iterator[Seat]:
    dress(qapp, request.param)
    with Seat(desk) as made:
        made.window.resize(1366, 728)
        made.sign_in("officer")
        go_to_counter(made)
        yield made


@pytest.mark.parametrize("state", [empty, complete, missing, nevertheless, rare_fields, put_aside, saved])
def test_every_column_is_as_wide_as_its_place(seat: Seat, state: Callable[[Seat], None]) -> None:
    state(seat)
    seat.settle()
    areas = [area for area in page_of(seat).findChildren(QScrollArea) if area.isVisible()]
    assert areas
    inside = [(area.widget(), area.viewport().width()) for area in areas]
    assert [width for widget, width in inside if widget is None or widget.width() > width] == []


def test_the_keyboards_place_is_in_sight_at_double_text_size(seat: Seat) -> None:
    rare_fields(seat)
    seat.settle()
    field = page_of(seat).view.fields["subject"].edit
    assert field.hasFocus()
    assert not field.visibleRegion().isEmpty()
