"""The windows that citizens see name nobody, and are read from across a hall."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desk_app.surveys.rules import Level
from tests.desks import RehearsalDesk
from tests.ui.citizens import (
    CHILD,
    NAME,
    NUMBER,
    SIZES,
    asked,
    called,
    customer_of,
    display_of,
    given_out,
    with_both_open,
)
from tests.ui.windows import Seat


@pytest.fixture
def open_seat(seat: Seat) -> Seat:
    return with_both_open(seat)


def words_in(window: QWidget) -> str:
    """Return every text that a window shows or tells a screen reader."""
    parts = [window.windowTitle()]
    for each in window.findChildren(QWidget):
        texts = [each.toolTip(), each.accessibleName(), each.statusTip()]
        if isinstance(each, QLabel | QAbstractButton):
            texts.append(each.text())
        parts += texts
    return "\n".join(parts)


def shown_states(seat: Seat, desk: RehearsalDesk) -> Iterator[str]:
    """Go through everything the windows can show with real people in the data, naming each."""
    yield "idle"
    happenings = seat.window.happenings
    dossier, code = given_out(desk)
    happenings.tell_registered(code, "17:00 07/12/2026", NAME, NUMBER)
    yield "registered"
    called(desk)
    happenings.called.emit("A001", "Quầy 1")
    seat.settle()
    yield "called"
    happenings.handed_over.emit(dossier, code)
    yield "rating"
    customer_of(seat).levels[Level.SATISFIED].click()
    seat.settle()
    yield "reasons"
    customer_of(seat).done.click()
    yield "thanks"
    seat.hands.press("Ctrl+L")
    seat.settle()
    yield "locked"


def test_no_window_of_citizens_ever_names_anybody(open_seat: Seat, desk: RehearsalDesk) -> None:
    states = []
    for state in shown_states(open_seat, desk):
        states.append(state)
        for window in (customer_of(open_seat), display_of(open_seat)):
            shown = words_in(window)
            assert len(shown) > 20
            for secret in (NAME, CHILD, *NAME.split()[1:], *CHILD.split(), NUMBER, NUMBER[-4:]):
                assert secret not in shown, state
            assert not re.search(r"(?<![\d-])\d{9,12}(?!\d)", shown), state
    assert len(states) == 7


def contrast_px(image: QImage) -> int:
    """Return how many pixels of a picture differ clearly from its corner."""
    ground = image.pixelColor(1, 1).lightness()
    columns, rows = range(0, image.width(), 2), range(0, image.height(), 2)
    return sum(abs(image.pixelColor(x, y).lightness() - ground) > 60 for x in columns for y in rows)


@pytest.mark.parametrize("size", SIZES)
def test_the_number_called_is_read_from_across_the_hall(
    open_seat: Seat, desk: RehearsalDesk, size: tuple[int, int]
) -> None:
    called(desk)
    hall, customer = display_of(open_seat), customer_of(open_seat)
    for window in (hall, customer):
        window.resize(*size)
    open_seat.window.happenings.called.emit("A001", "Quầy 1")
    open_seat.wait(lambda: hall.number.text() != "" and customer.under.text() != "", "nobody was called")
    open_seat.hands.rest(50)
    # A letter of a twentieth of the picture's height is read from as far as thirty times the picture's height.
    assert hall.number.font().pixelSize() > size[1] / 5
    assert customer.big.font().pixelSize() > size[1] / 5
    assert min(each.font().pixelSize() for each in (hall.counter, hall.clock, customer.under)) > size[1] / 20
    for words in (hall.number, hall.counter, customer.big):
        assert words.fontMetrics().horizontalAdvance(words.text()) <= words.width()
    number = hall.grab(QRect(hall.number.mapTo(hall, QPoint(0, 0)), hall.number.size())).toImage()
    assert contrast_px(number) > 2_000


@pytest.mark.parametrize("size", [*SIZES, (640, 400)])
def test_nothing_is_cut_on_any_screen(open_seat: Seat, desk: RehearsalDesk, size: tuple[int, int]) -> None:
    customer = asked(open_seat, desk)
    customer.resize(*size)
    open_seat.hands.rest(50)
    assert all(button.height() >= size[1] / 4 and button.width() >= 90 for button in customer.levels.values())
    needed = customer.question.fontMetrics().boundingRect(
        customer.question.contentsRect(), customer.question.alignment().value | 0x1000, customer.question.text()
    )
    assert needed.height() <= customer.question.height()
    assert customer.no_answer.geometry().bottom() < customer.height()
