from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.accounts.facts import AccountAdded, AccountChanged, about_dossier, about_person
from desk_app.accounts.people import checked_change, checked_login, checked_person, login_of
from desk_app.accounts.rules import Role
from desk_app.kernel.errors import InvalidInput, Refused
from tests.accounts.people import an_account

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        ("lan", "lan"),
        (" Lan.Trần ", "lan.tran"),
        ("ĐỖ_Ước-2", "do_uoc-2"),
        ("Nguyễn", "nguyen"),
        ("motcua01", "motcua01"),
    ],
)
def test_a_login_name_loses_marks_and_capitals(typed: str, login: str) -> None:
    assert checked_login(typed) == login


@pytest.mark.parametrize(
    "typed", ["", "a", "x" * 33, "lan tran", "lan@xa", "lan/../x", "lan!", "日本", "٣٤٥", "desk", "DESK"]
)
def test_what_is_no_login_name_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_login(typed)
    assert caught.value.field == "login"


def test_a_name_with_a_space_is_answered_with_a_name_that_would_do() -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_login("Trần Lan")
    assert caught.value.hint == "Ví dụ: tran.lan"


@given(st.text(max_size=40))
def test_folding_a_login_twice_changes_nothing(typed: str) -> None:
    assert login_of(login_of(typed)) == login_of(typed)


def test_a_card_is_cleaned_field_by_field() -> None:
    card = AccountAdded(login="Lan", name="  Trần  Thị Lan ", roles=(Role.LEADER, Role.OFFICER, Role.LEADER))
    clean = checked_person(card, TODAY)
    assert (clean.login, clean.name, clean.roles) == ("lan", "Trần Thị Lan", (Role.OFFICER, Role.LEADER))


@pytest.mark.parametrize(
    ("card", "field"),
    [
        (AccountAdded(login="lan", name="", roles=(Role.OFFICER,)), "name"),
        (AccountAdded(login="lan", name="Lan", roles=()), "roles"),
        (AccountAdded(login="lan", name="Lan", roles=(Role.OFFICER,), valid_until=date(2026, 11, 22)), "valid_until"),
        (AccountAdded(login="lan", name="Lan", title="x" * 81, roles=(Role.OFFICER,)), "title"),
    ],
)
def test_a_card_that_does_not_fit_names_its_field(card: AccountAdded, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_person(card, TODAY)
    assert caught.value.field == field


def test_an_account_may_still_be_used_on_its_last_day() -> None:
    card = AccountAdded(login="lan", name="Lan", roles=(Role.OFFICER,), valid_until=TODAY)
    assert checked_person(card, TODAY).valid_until == TODAY


def test_only_what_differs_is_changed() -> None:
    account = an_account(Role.OFFICER, valid_until=date(2026, 12, 31))
    change = AccountChanged(name=" Trần Thị Lan ", roles=(Role.LEADER, Role.OFFICER), valid_until=None)
    assert checked_change(change, account, TODAY) == AccountChanged(roles=(Role.OFFICER, Role.LEADER), valid_until=None)


def test_a_last_day_long_past_does_not_stop_another_change() -> None:
    account = an_account(Role.OFFICER, valid_until=date(2026, 1, 31))
    change = AccountChanged(title="Công chức Tư pháp – Hộ tịch", valid_until=date(2026, 1, 31))
    assert checked_change(change, account, TODAY) == AccountChanged(title="Công chức Tư pháp – Hộ tịch")


def test_a_change_that_changes_nothing_is_refused() -> None:
    with pytest.raises(Refused, match="không có gì thay đổi"):
        checked_change(AccountChanged(login="LAN.TRẦN"), an_account(Role.OFFICER), TODAY)


def test_an_ended_account_is_not_changed() -> None:
    with pytest.raises(Refused, match="đã ngừng"):
        checked_change(AccountChanged(name="Lan"), an_account(Role.OFFICER, ended_on=TODAY), TODAY)


def test_the_access_log_names_a_person_by_three_digits_only() -> None:
    assert about_person(" 093085001234 ") == "person:***234"
    assert about_dossier("0199f0c2-aaaa") == "dossier:0199f0c2-aaaa"


@pytest.mark.parametrize("number", ["", "12", "ab", "Nguyễn Văn Mẫu"])
def test_what_is_no_number_does_not_enter_the_access_log(number: str) -> None:
    with pytest.raises(InvalidInput):
        about_person(number)
