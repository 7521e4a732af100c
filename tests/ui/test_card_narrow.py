"""The card where room is scarce: at twice the text size the dossier is seen, and the less used acts are one key away."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.desks import RehearsalDesk
from tests.ui.cards import Card, opened_card
from tests.ui.test_card import settle
from tests.ui.windows import Seat, focused
from ui.shell.dress import dress


@pytest.fixture
def card(desk: RehearsalDesk, qapp: QApplication) -> Iterator[Card]:
    dress(qapp, 200)
    with Seat(desk) as seat:
        seat.window.resize(1366, 728)
        seat.sign_in("officer")
        yield opened_card(seat, desk)
    dress(qapp, 100)


def buttons(card: Card) -> list[str]:
    """Return what can be pressed on the card, by what stands on it."""
    found = [each for each in card.page.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
    return [each.accessibleName() for each in found]


def top(card: Card, widget: QWidget) -> int:
    return widget.mapTo(card.page, QPoint(0, 0)).y()


def test_one_line_of_buttons_stands_above_the_code(card: Card) -> None:
    card.press("F5")
    assert buttons(card) == ["Xong bước", "Có kết quả", "Việc khác"]
    line = [each for each in card.page.buttons.next_moves.findChildren(QPushButton) if each.isVisible()]
    assert len({each.y() for each in line}) == 1
    assert line[0].x() == 0
    assert top(card, card.page.view.code) < 200


def test_a_hand_over_that_can_be_done_is_the_button_in_front(card: Card) -> None:
    settle(card)
    assert buttons(card) == ["Trả kết quả", "Việc khác"]


def test_the_other_acts_open_with_one_key_and_close_with_esc(card: Card) -> None:
    card.page.view.history.setFocus()
    card.press("Alt+Down")
    assert {"Sửa", "Ghi chú", "In bản sao", "Bổ sung", "Rút"} <= set(buttons(card))
    assert focused() is card.page.buttons.by_name["correct"]
    assert 0 < top(card, focused()) < card.page.height()
    card.press("Esc")
    assert buttons(card) == ["Xong bước", "Có kết quả", "Việc khác"]
    assert focused() is card.page.view.history


def test_the_same_button_shows_the_other_acts_and_puts_them_away(card: Card) -> None:
    for shown in (True, False):
        QTest.mouseClick(card.page.more.button, Qt.MouseButton.LeftButton)
        card.seat.settle()
        assert ("Ghi chú" in buttons(card)) is shown


def test_an_act_that_asks_something_takes_the_place_of_the_others(card: Card) -> None:
    card.press("Alt+Down")
    card.page.life.buttons["withdraw"].click()
    card.seat.settle()
    assert card.page.life.strips["withdraw"].isVisible()
    assert "Ghi chú" not in buttons(card)
    card.press("Alt+Down")
    assert not card.page.life.strips["withdraw"].isVisible()


def test_their_keys_work_without_the_other_acts_being_open(card: Card) -> None:
    card.press("Ctrl+N")
    card.seat.hands.type("Da goi dien bao")
    card.press("Return")
    assert any("Da goi dien bao" in line.words for line in card.page.view.history.rows)


def test_the_parts_stand_one_below_the_other_and_show_all_facts(card: Card) -> None:
    tables = (card.page.view.legs, card.page.view.history, card.page.view.why, card.page.view.sheets)
    tops = [top(card, each) for each in tables]
    assert all(above < below for above, below in pairwise(tops))
    facts = card.page.view.facts
    assert facts.verticalScrollBar().maximum() == 0
    assert facts.width() > card.page.width() // 2


def test_with_plain_text_everything_stands_open_again(card: Card, qapp: QApplication) -> None:
    dress(qapp, 100)
    card.seat.window.resize(1367, 728)
    card.seat.settle()
    assert "Ghi chú" in buttons(card)
    assert "Việc khác" not in buttons(card)
