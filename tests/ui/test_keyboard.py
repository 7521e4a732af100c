import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desk_app.accounts.rules import PERMISSION_TABLE
from tests.desks import RehearsalDesk
from tests.ui.counter import fill, go_to_counter
from tests.ui.windows import Seat, focused
from ui import theme
from ui.dossiers.registration.page import RegistrationPage
from ui.shell.pages import PAGES, start_of

KEYS = {entry.shortcut: entry.key for entry in PAGES if entry.shortcut and entry.where != "hub"}


@pytest.mark.parametrize("key", KEYS)
def test_every_page_opens_by_its_key(seat: Seat, key: str) -> None:
    seat.hands.press(key)
    seat.settle()
    assert seat.workspace.place[0] == KEYS[key]


def test_the_key_of_the_upper_level_does_nothing_at_a_desk(seat: Seat) -> None:
    before = (seat.workspace.place, seat.said)
    seat.hands.press("Shift+F12")
    seat.settle()
    assert (seat.workspace.place, seat.said) == before


def test_the_keyboard_follows_the_visit_from_the_name_to_the_save_button(seat: Seat) -> None:
    go_to_counter(seat)
    fill(seat)
    view = seat.front(RegistrationPage).view
    view.person.fields["name"].take_focus()
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
        view.picker.field.edit,
        view.papers.table,
        view.papers.another.edit,
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


@pytest.mark.parametrize(
    ("pages", "start"),
    [
        (("find", "registration", "home"), "home"),
        (("settings", "writing", "shifts"), "writing"),
        (("away", "signage", "sync", "queue"), "queue"),
        (("settings",), "settings"),
        ((), ""),
    ],
)
def test_a_day_starts_at_the_counter_at_the_writing_table_or_with_what_must_be_printed(
    pages: tuple[str, ...], start: str
) -> None:
    assert start_of(pages) == start


def test_a_volunteer_starts_at_the_first_of_their_own_pages(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        assert seat.workspace.place[0] == seat.workspace.keys_of_pages[0]
        assert "find" not in seat.workspace.keys_of_pages
        assert seat.workspace.header.search is None


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
