"""Typing beside a scanner: a person's keys are never eaten and never late."""

import time
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from tests.ui.counter import go_to_counter, page_of
from tests.ui.keyboard import ENTER, Keyboard, calm, press, window_of
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage
from ui.dossiers.registration.page import RegistrationPage
from ui.shell.scanning.burst import QUICK_MS


@pytest.mark.parametrize("every_ms", [60, 90])
def test_a_fast_typist_is_never_eaten_nor_kept_waiting(seat: Seat, every_ms: int) -> None:
    go_to_counter(seat)
    name = page_of(seat).view.person.fields["name"]
    name.take_focus()
    arrived: list[float] = []
    name.edit.textEdited.connect(lambda _: arrived.append(time.monotonic()))
    pressed: list[float] = []
    keys = Keyboard(seat)
    for letter in "Nguyễn Văn Mẫu":
        pressed.append(time.monotonic())
        keys.press(letter)
        keys.wait(every_ms)
    keys.wait(100)
    assert name.text == "Nguyễn Văn Mẫu"
    late = [come - gone for gone, come in zip(pressed, arrived, strict=True)]
    assert sorted(late)[len(late) // 2] < (QUICK_MS + 20) / 1000
    seat.front(RegistrationPage)


def test_fingers_that_roll_over_two_or_three_keys_still_type(seat: Seat) -> None:
    seat.hands.press("F3")
    seat.settle()
    keys = Keyboard(seat)
    for part in ("tha", "nh ", "tra", "n"):
        keys.press(part, every_ms=12)
        keys.wait(80)
    assert seat.workspace.header.text == "thanh tran"


@pytest.mark.usefixtures("receipt")
def test_a_word_and_enter_typed_fast_is_a_search_and_no_scan(seat: Seat) -> None:
    seat.hands.press("F3")
    seat.settle()
    press(seat, "vi du" + ENTER, every_ms=60)
    seat.settle()
    card = seat.front(CardPage)
    assert card.seen is not None
    assert card.seen.dossier.registered.applicant.name == "Lê Thị Ví Dụ"
    assert seat.workspace.header.text == "vi du"


def test_a_key_held_down_repeats_into_the_field(seat: Seat) -> None:
    seat.hands.press("F3")
    seat.settle()
    Keyboard(seat).press("x" * 20, every_ms=8, repeat=True)
    seat.hands.rest(100)
    assert seat.workspace.header.text == "x" * 20


def test_letters_held_back_reach_the_field_before_a_click_moves_the_focus(seat: Seat) -> None:
    seat.hands.press("F3")
    seat.settle()
    press(seat, "ab")
    assert seat.workspace.header.text == ""
    QTest.mouseClick(window_of(seat), Qt.MouseButton.LeftButton, pos=seat.window.rect().center())
    assert seat.workspace.header.text == "ab"


def test_enter_behind_a_scan_presses_no_shortcut_of_the_page(seat: Seat, receipt: str) -> None:
    pressed: list[str] = []
    for key in ("Return", "9"):
        QShortcut(QKeySequence(key), seat.workspace).activated.connect(partial(pressed.append, key))
    press(seat, receipt + ENTER)
    assert pressed == []
    calm(seat)
    seat.front(CardPage)
    press(seat, ENTER)
    assert pressed == ["Return"]


def test_what_the_program_types_by_itself_is_no_scan(seat: Seat) -> None:
    seat.hands.press("F3")
    seat.hands.type("0907123456")
    calm(seat)
    assert seat.workspace.header.text == "0907123456"
    assert "Đã quét" not in seat.said
