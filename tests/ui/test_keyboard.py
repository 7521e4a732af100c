import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QWidget

from desk_app.accounts.rules import PERMISSION_TABLE
from tests.desks import RehearsalDesk
from tests.ui.windows import Seat, focused
from ui import theme
from ui.dossiers.registration.page import RegistrationPage
from ui.shell.pages import PAGES

KEYS = {entry.shortcut: entry.key for entry in PAGES if entry.shortcut}
TAKES_KEYS = (QLineEdit, QComboBox, QAbstractButton, QAbstractItemView)


def reached_by_tab(seat: Seat, most: int = 120) -> list[QWidget]:
    met: list[QWidget] = []
    for _ in range(most):
        seat.hands.press("Tab")
        widget = focused()
        if widget in met:
            return met
        met.append(widget)
    raise AssertionError("Tab never comes round")


@pytest.mark.parametrize("key", KEYS)
def test_every_page_opens_by_its_key(seat: Seat, key: str) -> None:
    seat.hands.press(key)
    seat.settle()
    assert seat.workspace.place[0] == KEYS[key]


@pytest.mark.parametrize("key", KEYS)
def test_tab_reaches_everything_that_takes_keys_and_comes_round(seat: Seat, key: str) -> None:
    seat.hands.press(key)
    seat.settle()
    front = seat.workspace.front
    assert front is not None
    met = reached_by_tab(seat)
    wanted = [
        widget
        for widget in front.findChildren(QWidget)
        if isinstance(widget, TAKES_KEYS)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    missed = [widget for widget in wanted if widget not in met and not _other_radio(widget, met)]
    assert [widget.accessibleName() or type(widget).__name__ for widget in missed] == []


def _other_radio(widget: QWidget, met: list[QWidget]) -> bool:
    # Of a group of choices Tab reaches the chosen one; arrows lead to the others.
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(each in met for each in group.buttons())


@pytest.mark.parametrize("key", KEYS)
def test_everything_that_takes_keys_has_a_name_for_the_ear(seat: Seat, key: str) -> None:
    seat.hands.press(key)
    seat.settle()
    nameless = [
        type(each).__name__
        for each in seat.window.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
    ]
    assert nameless == []


def test_the_keyboard_follows_the_visit_from_the_name_to_the_save_button(seat: Seat) -> None:
    seat.hands.press("F2")
    seat.settle()
    view = seat.front(RegistrationPage).view
    met: list[QWidget] = [focused()]
    while met[-1] is not view.save_button:
        seat.hands.press("Tab")
        met.append(focused())
        assert len(met) < 40
    person, details = view.person.fields, view.details.fields
    wanted = [
        person["name"].edit,
        person["id_number"].edit,
        person["birth"].edit,
        view.person.sex.box,
        person["phone"].edit,
        person["address"].edit,
        person["subject"].edit,
        view.picker.field.edit,
        view.papers_table,
        view.another.edit,
        details["copies"].edit,
        details["fee"].edit,
        details["priority"].edit,
        details["note"].edit,
    ]
    assert [widget for widget in met if widget in wanted] == wanted


def test_f1_shows_the_keys_of_the_page_and_takes_them_away_again(seat: Seat) -> None:
    seat.hands.press("F9")
    seat.hands.press("F1")
    words = [each.text() for each in seat.workspace.keys.findChildren(QLabel)]
    assert {"F8", "Hủy, ghi lý do", "Ctrl+L"} <= set(words)
    assert seat.workspace.keys.isVisible()
    seat.hands.press("Esc")
    assert not seat.workspace.keys.isVisible()


def test_every_person_gets_the_pages_of_their_roles_only(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("keeper")
        assert seat.workspace.place[0] == "queue"
        seat.hands.press("F2")
        assert seat.workspace.place[0] == "queue"
        seat.workspace.go("registration")
        assert "không dùng được trang" in seat.said


def test_somebody_without_any_page_is_told_so(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        assert seat.workspace.front is None
        assert any("chưa có trang nào" in each.text() for each in seat.window.findChildren(QLabel))


def test_every_page_asks_for_a_permission_that_exists() -> None:
    assert {entry.permission for entry in PAGES} <= {permission.name for permission in PERMISSION_TABLE}


def test_larger_text_keeps_the_half_typed_form(seat: Seat) -> None:
    seat.hands.press("F2")
    seat.settle()
    seat.hands.type("Nguyễn Văn Mẫu")
    first = seat.workspace
    seat.hands.press("Ctrl+=")
    seat.wait(lambda: theme.present_percent() == 110 and seat.workspace is not first, "the text did not grow")
    seat.settle()
    assert seat.front(RegistrationPage).filling.typed.name == "Nguyễn Văn Mẫu"
    seat.hands.press("Ctrl+0")
    seat.wait(lambda: theme.present_percent() == 100, "the text did not shrink")
    seat.settle()
