import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.accounts.rules import Role
from desk_app.accounts.secret_rules import (
    SecretKind,
    checked_password,
    checked_secret,
    is_guessable_pin,
    kind_of,
    may_have_pin,
)
from desk_app.kernel.errors import InvalidInput
from tests.accounts.people import an_account

DIGITS = st.text("0123456789", min_size=6, max_size=6)
SENTENCES = st.lists(st.sampled_from(["sông", "núi", "đò", "mưa", "lúa", "chín"]), min_size=4, max_size=9).map(" ".join)


@pytest.mark.parametrize("password", ["hoa sen trắng", "Tr0ngL@nh", "ba con vịt", "xanh lục lam"])
def test_an_ordinary_password_passes_without_capitals_or_signs(password: str) -> None:
    assert checked_password(password, "lan") == password


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", "từ 8 đến 128"),
        ("sáu chữ", "từ 8 đến 128"),
        ("dài " * 40, "từ 8 đến 128"),
        ("lan.tran99", "trùng tên đăng nhập"),
        ("Lan Trần 99", "trùng tên đăng nhập"),
        ("12345678", "dễ đoán"),
        ("1234-5678", "dễ đoán"),
        ("Mật Khẩu 123", "dễ đoán"),
        ("PassWord1", "dễ đoán"),
        ("aaaaaaaaaa", "dễ đoán"),
        ("hoa sen\ttrắng", "không gõ được"),
        ("hoa sen\nx", "không gõ được"),
    ],
)
def test_a_poor_password_is_refused_with_its_reason(password: str, why: str) -> None:
    with pytest.raises(InvalidInput, match=why) as caught:
        checked_password(password, "lan.tran99")
    assert caught.value.field == "password"


def test_signs_alone_are_a_password_and_not_the_login_name() -> None:
    assert checked_password("!@#$%^&*()", "..") == "!@#$%^&*()"


@given(SENTENCES)
def test_four_words_are_always_a_password_however_they_are_composed(sentence: str) -> None:
    apart = unicodedata.normalize("NFD", sentence)
    assert checked_password(apart, "lan") == unicodedata.normalize("NFC", sentence)


@given(st.text(max_size=7))
def test_less_than_eight_letters_are_never_a_password(text: str) -> None:
    with pytest.raises(InvalidInput):
        checked_password(text, "lan")


@given(st.text(max_size=200), st.text(max_size=20))
def test_what_passes_has_the_promised_length_and_is_not_the_login(text: str, login: str) -> None:
    try:
        password = checked_password(text, login)
    except InvalidInput:
        return
    assert 8 <= len(password) <= 128
    assert password.isprintable()
    assert password != login


@pytest.mark.parametrize("pin", ["123456", "654321", "012345", "456789", "987654", "000000", "121212", "123123"])
def test_runs_and_repeats_are_guessable(pin: str) -> None:
    assert is_guessable_pin(pin)


@pytest.mark.parametrize("pin", ["135246", "890123", "112233", "902517", "123457"])
def test_other_pins_are_not(pin: str) -> None:
    assert not is_guessable_pin(pin)


@given(DIGITS)
def test_no_accepted_pin_goes_up_or_down_by_one_all_along(pin: str) -> None:
    steps = {int(later) - int(earlier) for earlier, later in itertools.pairwise(pin)}
    assert is_guessable_pin(pin) or steps not in ({1}, {-1}, {0})


@given(DIGITS)
def test_six_digits_are_a_pin_and_can_never_be_a_password(digits: str) -> None:
    assert kind_of(digits) is SecretKind.PIN
    with pytest.raises(InvalidInput):
        checked_password(digits, "lan")


@pytest.mark.parametrize("secret", ["12345", "1234567", "12345a", "١٢٣٤٥٦", "", "902517\n"])
def test_anything_else_is_taken_for_a_password(secret: str) -> None:
    assert kind_of(secret) is SecretKind.PASSWORD


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ((Role.OFFICER,), True),
        ((Role.VOLUNTEER,), True),
        ((Role.OFFICER, Role.VOLUNTEER), True),
        ((Role.LEADER,), False),
        ((Role.OFFICER, Role.LEADER), False),
        ((Role.VOLUNTEER, Role.ADMINISTRATOR), False),
    ],
)
def test_a_pin_is_for_those_who_hold_no_more_than_counter_work(roles: tuple[Role, ...], may: bool) -> None:
    assert may_have_pin(an_account(*roles)) is may


def test_a_leader_gets_no_pin() -> None:
    with pytest.raises(InvalidInput, match="chỉ dành cho"):
        checked_secret(SecretKind.PIN, "902517", an_account(Role.LEADER))


@pytest.mark.parametrize("pin", ["90251", "9025171", "90251x", "111111", "hoa sen trắng"])
def test_a_poor_pin_is_refused(pin: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_secret(SecretKind.PIN, pin, an_account(Role.OFFICER))
    assert caught.value.field == "pin"


def test_a_good_pin_passes() -> None:
    assert checked_secret(SecretKind.PIN, "902517", an_account(Role.VOLUNTEER)) == "902517"
