"""At every size the program is made for, no word is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.desks import RehearsalDesk
from tests.ui.counter import fill, save
from tests.ui.windows import Seat
from ui.shell.dress import dress

SIZES = [(1366, 768, 100), (1280, 720, 100), (1280, 720, 150), (1366, 768, 150), (1920, 1080, 200)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}-{size[2]}%")
def sized(request: pytest.FixtureRequest, desk: RehearsalDesk, qapp: QApplication) -> Iterator[Seat]:
    width, height, percent = request.param
    dress(qapp, percent)
    with Seat(desk) as seat:
        seat.window.resize(width, height)
        yield seat


def cut(seat: Seat) -> list[str]:
    """Return the words of labels and buttons that have less room than they need."""
    seat.hands.rest(50)
    found = []
    for widget in seat.window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width())
        else:
            fits = (
                widget.width() >= widget.minimumSizeHint().width()
                and widget.height() >= widget.minimumSizeHint().height()
            )
        if not fits:
            found.append(widget.text())
    return found


def test_no_word_is_cut_on_any_page(sized: Seat) -> None:
    window = sized.window
    assert ("sign-in", cut(sized)) == ("sign-in", [])
    asked = (window.width(), window.height())
    sized.sign_in("officer")
    for key in ("F4", "F3", "F9"):
        sized.hands.press(key)
        sized.settle()
        assert (key, cut(sized)) == (key, [])
    sized.hands.press("F2")
    sized.settle()
    fill(sized, procedure="3t1")
    assert ("form", cut(sized)) == ("form", [])
    save(sized)
    sized.settle()
    assert ("saved", cut(sized)) == ("saved", [])
    sized.hands.press("F6")
    sized.settle()
    assert ("card", cut(sized)) == ("card", [])
    sized.hands.press("F7")
    sized.settle()
    assert ("strip", cut(sized)) == ("strip", [])
    sized.hands.press("F1")
    assert ("keys", cut(sized)) == ("keys", [])
    assert (window.width(), window.height()) == asked
