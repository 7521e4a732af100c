from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desk_app.accounts.commands import reset_secret, set_secret
from desk_app.accounts.secret_rules import SecretKind
from tests.desks import PASSWORD, RehearsalDesk
from tests.ui.windows import OWN_PASSWORD, Seat, own_password
from ui.dossiers.registration.page import RegistrationPage
from ui.home.page import HomePage
from ui.shell.sign_in import Asked, SignInPage


@pytest.fixture
def door(desk: RehearsalDesk) -> Iterator[Seat]:
    with Seat(desk) as made:
        yield made


PIN = "582913"


def give_pin(desk: RehearsalDesk, login: str) -> None:
    account = desk.accounts.present_book().find_by_login(login)
    assert account is not None
    old = own_password(desk, login)
    new_id = desk.journal.new_id()
    set_secret(desk.accounts, by=account.id, kind=SecretKind.PIN, old=old, new=PIN, command_id=new_id)


def type_secret(seat: Seat, secret: str) -> None:
    seat.hands.type(secret)
    seat.hands.press("Return")


def login_field(seat: Seat) -> str:
    return next(edit.text() for edit in seat.window.sign_in.findChildren(QLineEdit) if edit.isVisible())


def errors_of(seat: Seat) -> str:
    return seat.window.sign_in.error


def test_the_page_names_the_office_and_asks_for_a_name(door: Seat) -> None:
    assert "xã Hòa Mẫu" in door.window.windowTitle()
    assert door.window.is_locked


def test_a_wrong_password_is_told_beside_the_fields_and_may_be_tried_again(door: Seat) -> None:
    own_password(door.desk, "officer")
    door.answer("officer", "khong-phai-the")
    door.wait(lambda: "không đúng" in errors_of(door), "nothing was told")
    assert door.window.is_locked
    door.sign_in("officer")
    door.front(HomePage)


def test_an_empty_field_takes_the_focus_instead_of_being_sent(door: Seat) -> None:
    door.answer("officer", "")
    assert errors_of(door) == ""
    assert door.window.sign_in.asked is Asked.SECRET


def test_a_password_that_somebody_else_chose_is_changed_before_any_work(door: Seat, desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    new_id = desk.journal.new_id()
    reset_secret(desk.accounts, by=desk.admin, account_id=officer, password="tam-thoi-1", command_id=new_id)
    door.answer("officer", "tam-thoi-1")
    door.wait(lambda: door.window.sign_in.asked is Asked.NEW_PASSWORD, "the password need not be changed")
    door.answer("cua-rieng-toi", "cua-rieng-ban")
    assert "không giống nhau" in errors_of(door)
    door.answer("cua-rieng-toi", "cua-rieng-toi")
    door.wait(lambda: not door.window.is_locked, "nobody was let in")


def test_the_same_person_finds_the_half_typed_form_behind_the_lock(door: Seat) -> None:
    door.sign_in("officer")
    door.hands.press("F2")
    door.hands.type("Nguyễn Văn Mẫu")
    door.hands.press("Ctrl+L")
    assert door.window.is_locked
    door.answer("officer", OWN_PASSWORD)
    door.wait(lambda: not door.window.is_locked, "nobody was let in")
    assert door.front(RegistrationPage).filling.typed.name == "Nguyễn Văn Mẫu"


def test_another_person_never_sees_it_and_the_first_one_gets_it_back(door: Seat) -> None:
    door.sign_in("officer")
    door.hands.press("F2")
    door.settle()
    door.hands.type("Nguyễn Văn Mẫu")
    door.hands.press("Ctrl+L")
    door.answer("quantri", PASSWORD)
    door.wait(lambda: not door.window.is_locked, "nobody was let in")
    door.hands.press("F2")
    door.settle()
    assert door.front(RegistrationPage).filling.typed.name == ""
    door.hands.press("Ctrl+L")
    door.answer("officer", OWN_PASSWORD)
    door.wait(lambda: not door.window.is_locked, "nobody was let in")
    door.settle()
    assert door.front(RegistrationPage).filling.typed.name == "Nguyễn Văn Mẫu"


def test_the_next_officer_signs_in_by_one_key_and_a_pin_and_the_first_finds_her_place_again(
    door: Seat, desk: RehearsalDesk
) -> None:
    give_pin(desk, "officer")
    door.sign_in("quantri")
    door.hands.press("F9")
    door.settle()
    door.hands.press("Ctrl+L")
    door.sign_in("officer")
    door.hands.press("F2")
    door.settle()
    door.hands.type("Nguyễn Văn Mẫu")

    door.hands.press("Ctrl+Shift+L")
    assert door.window.sign_in.title == "Đổi người làm việc"
    type_secret(door, PASSWORD)
    door.wait(lambda: not door.window.is_locked, "the administrator was not let in")
    assert (door.workspace.actor.login, door.workspace.place) == ("quantri", ("queue", ""))

    door.hands.press("Ctrl+Shift+L")
    people = door.window.sign_in.people.people
    assert [(person.login, person.left_at) for person in people] == [
        ("quantri", "Hàng đợi in"),
        ("officer", "Tiếp nhận"),
    ]
    type_secret(door, PIN)
    door.wait(lambda: not door.window.is_locked, "the officer was not let in")
    door.settle()
    assert door.front(RegistrationPage).filling.typed.name == "Nguyễn Văn Mẫu"


def test_the_lock_offers_who_worked_here_and_arrows_or_keys_choose(door: Seat) -> None:
    for login in ("quantri", "officer"):
        door.sign_in(login)
        door.hands.press("Ctrl+L")
    assert login_field(door) == "officer"
    for key, login in (("Down", "quantri"), ("Down", "officer"), ("Up", "quantri"), ("Alt+1", "officer")):
        door.hands.press(key)
        assert login_field(door) == login, key
    door.hands.type("sai")
    door.hands.press("Alt+2")
    assert [edit.text() for edit in door.window.sign_in.findChildren(QLineEdit) if edit.isVisible()] == ["quantri", ""]


def test_the_lock_says_whose_work_is_kept(door: Seat) -> None:
    door.sign_in("officer")
    door.hands.press("Ctrl+L")
    words = " ".join(each.text() for each in door.window.sign_in.findChildren(QLabel))
    assert "đang làm dở" in words


def test_a_locked_window_keeps_its_place_through_a_change_of_contrast(door: Seat) -> None:
    door.sign_in("officer")
    door.hands.press("F9")
    door.settle()
    door.hands.press("Ctrl+L")
    for _twice in range(2):
        door.hands.press("Ctrl+Shift+H")
        door.settle()
    assert door.window.is_locked
    door.sign_in("officer")
    assert door.workspace.place == ("queue", "")


def test_what_was_scanned_is_no_place_to_come_back_to(door: Seat) -> None:
    door.sign_in("officer")
    door.workspace.go("registration", "scan:093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2|25122021")
    door.settle()
    assert door.workspace.place == ("registration", "")


def test_a_window_that_nobody_uses_locks_itself_after_the_offices_minutes(door: Seat) -> None:
    door.sign_in("officer")
    door.window.idle.look(ahead_s=4 * 60)
    assert not door.window.is_locked
    door.window.idle.look(ahead_s=5 * 60 + 1)
    assert door.window.is_locked
    assert "Màn hình đã khóa" in door.window.sign_in.title


def test_a_home_that_needs_a_password_asks_for_it_in_place(desk: RehearsalDesk) -> None:
    with Seat(desk, data_password="mo-ra") as seat:
        assert seat.window.sign_in.title == "Mở dữ liệu"
        seat.answer("sai")
        seat.wait(lambda: "Sai mật khẩu" in errors_of(seat), "nothing was told")
        seat.answer("mo-ra")
        seat.wait(lambda: seat.window.sign_in.asked is Asked.SECRET, "the desk did not open")


def test_while_an_answer_is_looked_at_no_other_way_can_be_taken() -> None:
    page = SignInPage()
    page.ask(Asked.PACK)
    other = next(each for each in page.findChildren(QPushButton) if each.text().startswith("Máy cũ đã mất"))
    page.wait()
    assert not other.isEnabled()
    page.refuse("Sai mật khẩu gói.")
    assert other.isEnabled()
