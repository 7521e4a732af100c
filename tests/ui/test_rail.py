from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.windows import Seat, focused
from ui.shell.dress import dress
from ui.shell.pages import PAGES, PageEntry, group_of
from ui.shell.rail import Rail
from ui.widgets import glyphs
from ui.widgets.parts import grown

DAY = (
    "home",
    "tickets",
    "registration",
    "on_the_spot",
    "hand_over",
    "returns",
    "fees",
    "find",
    "list",
    *("writing", "shifts", "guidance", "appointments", "sessions"),
    *("reports", "voice", "signage", "sync", "findings", "hub"),
    "queue",
    "settings",
)


def test_the_rail_follows_the_officers_day_in_groups(seat: Seat) -> None:
    shown = list(seat.workspace.rail.keys)
    assert shown == [key for key in DAY if key in shown]
    assert [group_of(key) for key in DAY] == [*[0] * 7, *[1] * 2, *[2] * 5, *[3] * 6, *[4] * 2]
    assert group_of("a page that nobody grouped") == 1


def test_tab_stops_once_on_the_rail_at_the_page_in_front_and_arrows_lead_on(seat: Seat) -> None:
    seat.hands.press("F9")
    seat.settle()
    rail = seat.workspace.rail
    stops = [each for each in rail.findChildren(QPushButton) if each.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [each.accessibleName() for each in stops] == ["Hàng đợi in", "Phím tắt", "Khóa"]
    stops[0].setFocus()
    seat.hands.press("Up")
    assert focused() in rail.findChildren(QPushButton)
    assert focused() is not stops[0]
    seat.hands.press("Down")
    assert focused() is stops[0]
    seat.hands.press("Space")
    assert stops[0].isChecked()


@pytest.mark.parametrize("percent", [100, 125])
def test_every_title_stands_whole_beside_its_key(qapp: QApplication, percent: int) -> None:
    dress(qapp, percent)
    rail = Rail([entry for entry in PAGES if entry.on_rail])
    rail.count("queue", 12)
    assert [each.text().strip() for each in rail.findChildren(QPushButton)] == [
        each.accessibleName() for each in rail.findChildren(QPushButton)
    ]
    rail.deleteLater()


def test_where_pages_do_not_fit_they_scroll_and_the_one_in_front_is_seen(qapp: QApplication) -> None:
    dress(qapp, 200)
    rail = Rail([replace(PAGES[0], key=f"{number}") for number in range(24)])
    rail.be_narrow(True)
    rail.resize(rail.width(), 672)
    rail.show()
    rail.mark("23")
    qapp.processEvents()
    last = next(each for each in rail.findChildren(QPushButton) if each.isChecked())
    seen = last.mapTo(rail, QPoint(0, 0)).y()
    lock = rail.findChildren(QPushButton)[-1].geometry()
    assert 0 <= seen <= lock.top() - last.height()
    assert lock.bottom() < 672
    assert last.height() >= grown(18)
    rail.deleteLater()


@pytest.mark.parametrize(("percent", "height"), [(100, 672), (200, 672)])
def test_ten_pages_have_room_on_the_rail(qapp: QApplication, percent: int, height: int) -> None:
    dress(qapp, percent)
    entries = [replace(PAGES[0], key=f"{number}", shortcut="Ctrl+Shift+9") for number in range(10)]
    rail = Rail(entries)
    rail.be_narrow(percent > 100)
    rail.resize(rail.width(), height)
    rail.show()
    qapp.processEvents()
    buttons = rail.findChildren(QPushButton)
    assert len(buttons) == 12
    assert max(button.geometry().bottom() for button in buttons) < height
    assert min(button.height() for button in buttons) >= grown(18)
    rail.deleteLater()


def test_every_page_has_a_drawing_of_its_own() -> None:
    shown: list[PageEntry] = [entry for entry in PAGES if entry.on_rail]
    assert len({entry.glyph for entry in shown}) == len(shown)
    assert not any(glyphs.pixmap(entry.glyph, "#000000", 16).isNull() for entry in shown)
