"""What holds of every page, of those that come later too: a name for the ear, a focus for the eye, keys that work."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLabel, QLineEdit, QRadioButton, QWidget

from desk_app.dossiers.register import register
from desk_app.dossiers.tables import queries
from desk_app.dossiers.tables.queries import Narrowing
from tests.desks import form, rehearsal_desk
from tests.sync.hubs import join, open_hub
from tests.ui.windows import Seat, focused
from ui.settings.sections import SECTIONS
from ui.shell.pages import PAGES
from ui.shell.workspace import Workspace

AT_A_DESK = [entry.key for entry in PAGES if entry.key != "settings" and entry.where != "hub"]
AT_A_DESK += [f"settings {entry.key}" for entry in SECTIONS]
# What an upper level's computer has instead, or fills otherwise.
AT_THE_HUB = ["hub", "sync", "findings", "reports"]
PLACES = [("desk", place) for place in AT_A_DESK] + [("hub", place) for place in AT_THE_HUB]
MOST_STOPS = 200


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Seat]]:
    """Give two windows for all of it, of somebody who may open every page: at a desk that has a dossier, at a hub."""
    folder = tmp_path_factory.mktemp("accessible")
    with rehearsal_desk(folder / "home") as desk, open_hub(folder / "hub") as hub:
        officer = desk.accounts_by_role["officer"]
        register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id())
        join(hub, desk, folder)
        with Seat(desk) as at_desk, Seat(hub) as at_hub:
            for seat in (at_desk, at_hub):
                seat.window.activateWindow()
                seat.sign_in("quantri")
            yield {"desk": at_desk, "hub": at_hub}


@pytest.fixture(params=PLACES, ids=" ".join)
def place(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Give whose window each page is looked at in, and the page or the section of the settings."""
    where, page = request.param
    return str(where), str(page)


@pytest.fixture
def window(windows: dict[str, Seat], place: tuple[str, str]) -> Seat:
    """Give the window of the page, in front of the other."""
    window = windows[place[0]]
    window.window.activateWindow()
    return window


@pytest.fixture
def front(window: Seat, place: tuple[str, str]) -> QWidget:
    """Give each page in front, and each section of the settings."""
    key, _blank, about = place[1].partition(" ")
    if key == "card":
        about = queries.newest(window.desk.journal.reading(), Narrowing(), 1)[0].id
    assert key in window.workspace.keys_of_pages
    window.workspace.keys.put_away()
    window.workspace.go(key, about)
    window.settle()
    page = window.workspace.front
    assert page is not None
    return page


def stops(front: QWidget) -> list[QWidget]:
    """Return everything on the page that Tab can reach."""
    return [each for each in front.findChildren(QWidget) if _takes_focus(each)]


def _takes_focus(widget: QWidget) -> bool:
    wanted = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    inside = isinstance(widget.parent(), QAbstractSpinBox) or widget.focusProxy() is not None
    return wanted and widget.isVisible() and widget.isEnabled() and not inside


def said_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} «{widget.accessibleName()}»"


def test_everything_that_takes_the_keyboard_has_a_name_for_the_ear(front: QWidget) -> None:
    nameless = [
        said_of(each)
        for each in stops(front)
        if not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text().strip())
    ]
    assert nameless == []


def test_the_keyboard_can_be_seen_wherever_it_is(window: Seat, front: QWidget) -> None:
    unseen = []
    for widget in stops(front):
        QApplication.processEvents()
        if not _takes_focus(widget):
            continue
        window.workspace.setFocus()
        before = _picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if focused() is widget and _picture(widget) == before:
            unseen.append(said_of(widget))
    assert unseen == []


def _picture(widget: QWidget) -> QImage:
    if isinstance(widget, QLineEdit):
        # A caret is no focus that can be seen across a counter.
        widget.setCursorPosition(0)
        widget.deselect()
    whole = widget.window()
    at = widget.mapTo(whole, QPoint(0, 0))
    return whole.grab().toImage().copy(at.x(), at.y(), widget.width(), widget.height())


def test_tab_reaches_everything_one_way_or_the_other_and_comes_round(window: Seat, front: QWidget) -> None:
    # Both ways: a list that drops down from a field may lie over what comes next.
    met = [*_round(window, "Tab"), *_round(window, "Shift+Tab")]
    missed = [each for each in stops(front) if each not in met and not _other_choice(each, met)]
    assert [said_of(each) for each in missed] == []


def _round(window: Seat, key: str) -> list[QWidget]:
    met: list[QWidget] = []
    while len(met) < MOST_STOPS:
        window.hands.press(key)
        if focused() in met:
            return met
        met.append(focused())
    raise AssertionError(f"{key} never comes round")


def _other_choice(widget: QWidget, met: list[QWidget]) -> bool:
    """Tell whether arrows lead to the widget: of a group of choices Tab reaches one."""
    if not isinstance(widget, QAbstractButton):
        return False
    parent = widget.parentWidget()
    beside = parent.findChildren(type(widget)) if widget.autoExclusive() and parent is not None else []
    group = widget.group()
    return any(each in met for each in (group.buttons() if group is not None else beside))


def keys_of(widget: QWidget) -> list[str]:
    """Return the shortcuts that work now: those of pages behind and of panels that are shut left out."""
    return [
        shortcut.key().toString(QKeySequence.SequenceFormat.PortableText)
        for shortcut in widget.findChildren(QShortcut)
        if shortcut.isEnabled() and _in_front(shortcut, widget)
    ]


def _in_front(shortcut: QShortcut, widget: QWidget) -> bool:
    parent = shortcut.parent()
    return isinstance(parent, QWidget) and (parent is widget or parent.isVisibleTo(widget))


@pytest.mark.usefixtures("front")
def test_every_tab_and_choice_can_be_clicked_with_the_mouse(
    windows: dict[str, Seat], window: Seat, front: QWidget
) -> None:
    for radio in [each for each in front.findChildren(QRadioButton) if each.isVisible() and each.isEnabled()]:
        if radio.isVisible():
            QTest.mouseClick(radio, Qt.MouseButton.LeftButton, pos=QPoint(8, radio.height() // 2))
            window.settle()
            assert radio.isChecked() or not radio.isVisible(), radio.text()
    # A program has one log: that of the desk opened last.
    assert [each.desk.home.log for each in windows.values() if each.desk.home.log.exists()] == []


def test_no_two_shortcuts_collide_on_a_page(window: Seat) -> None:
    counted = Counter(keys_of(window.window))
    assert [shortcut for shortcut, times in counted.items() if times > 1] == []


@pytest.mark.usefixtures("front")
def test_every_shortcut_is_on_the_key_map(window: Seat) -> None:
    bound = set(keys_of(window.window))
    window.hands.press("F1")
    assert bound - _told(window.workspace) == set()


def _told(workspace: Workspace) -> set[str]:
    caps = [each.text() for each in workspace.keys.findChildren(QLabel) if each.property("look") == "keycap"]
    keys = [key for cap in caps for part in cap.split(" / ") for key in _all_of(part)]
    # Ctrl++ is what a keyboard sends that has the plus without Shift; Enter and Return are one key to a person.
    told = {QKeySequence(each).toString(QKeySequence.SequenceFormat.PortableText) for each in keys}
    return told | {"Ctrl++"} | {each.replace("Enter", "Return") for each in told}


def _all_of(cap: str) -> list[str]:
    """Return the keys of a cap: ``Alt+1 … Alt+4`` is four of them."""
    first, dots, last = cap.partition(" … ")
    if not dots:
        return [cap]
    return [f"{first[:-1]}{number}" for number in range(int(first[-1]), int(last[-1]) + 1)]
