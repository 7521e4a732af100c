from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from desk_app.accounts.commands import change_account, reset_secret, set_secret
from desk_app.accounts.facts import AccountChanged
from desk_app.accounts.rules import Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.accounts.secrets import needs_rehash
from desk_app.accounts.sign_in import must_change_password, sign_in
from desk_app.accounts.tables import Credential, find_credential, find_tries, put_credential
from desk_app.kernel.errors import InvalidInput, NotAllowed, Refused
from tests.accounts.people import PASSWORD, added
from tests.desks import RehearsalDesk

OTHER = "cây đa bến nước"
PIN = "902517"


def refusal(desk: RehearsalDesk, login: str, secret: str) -> NotAllowed:
    with pytest.raises(NotAllowed) as caught:
        sign_in(desk.accounts, login, secret)
    return caught.value


def fail(desk: RehearsalDesk, login: str, times: int) -> None:
    for _ in range(times):
        assert refusal(desk, login, "đoán mò thôi").code == "sign_in.wrong"


def own_secret(desk: RehearsalDesk, account: str, kind: SecretKind, old: str, new: str) -> None:
    command_id = desk.accounts.journal.new_id()
    set_secret(desk.accounts, by=account, kind=kind, old=old, new=new, command_id=command_id)


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer_and_the_same_wait(desk: RehearsalDesk) -> None:
    added(desk, "lan")
    for login in ("lan", "khong.co"):
        fail(desk, login, 5)
    known, unknown = refusal(desk, "lan", PASSWORD), refusal(desk, "khong.co", PASSWORD)
    assert known.code == unknown.code == "sign_in.wait"
    assert known.message == unknown.message


def test_after_five_wrong_tries_even_the_right_password_waits_half_a_minute(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    fail(desk, "lan", 5)
    assert "30 giây" in refusal(desk, "LAN", PASSWORD).message
    desk.time.advance(timedelta(seconds=30))
    assert sign_in(desk.accounts, "lan", PASSWORD).id == lan


def test_waiting_doubles_and_a_right_password_clears_the_count(desk: RehearsalDesk) -> None:
    added(desk, "lan")
    fail(desk, "lan", 5)
    desk.time.advance(timedelta(seconds=30))
    fail(desk, "lan", 1)
    assert "60 giây" in refusal(desk, "lan", PASSWORD).message
    desk.time.advance(timedelta(seconds=60))
    sign_in(desk.accounts, "lan", PASSWORD)
    fail(desk, "lan", 4)
    assert sign_in(desk.accounts, "lan", PASSWORD).login == "lan"


def test_another_name_does_not_wait(desk: RehearsalDesk) -> None:
    added(desk, "lan")
    minh = added(desk, "minh")
    fail(desk, "lan", 5)
    assert sign_in(desk.accounts, "minh", PASSWORD).id == minh


def test_a_pin_opens_only_after_its_owner_set_it(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan", Role.VOLUNTEER)
    assert refusal(desk, "lan", PIN).code == "sign_in.wrong"
    own_secret(desk, lan, SecretKind.PIN, PASSWORD, PIN)
    assert sign_in(desk.accounts, "lan", PIN).id == lan
    assert sign_in(desk.accounts, "lan", PASSWORD).id == lan


def test_a_pin_stops_working_when_its_owner_becomes_a_leader(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan", Role.OFFICER)
    own_secret(desk, lan, SecretKind.PIN, PASSWORD, PIN)
    change = AccountChanged(roles=(Role.OFFICER, Role.LEADER))
    change_account(desk.accounts, by=desk.admin, account_id=lan, change=change, command_id="c")
    assert refusal(desk, "lan", PIN).code == "sign_in.wrong"
    assert sign_in(desk.accounts, "lan", PASSWORD).id == lan


def test_the_own_password_changes_only_with_the_old_one(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    with pytest.raises(NotAllowed, match="hiện tại không đúng"):
        own_secret(desk, lan, SecretKind.PASSWORD, "đoán mò thôi", OTHER)
    own_secret(desk, lan, SecretKind.PASSWORD, PASSWORD, OTHER)
    assert not must_change_password(desk.accounts, lan)
    assert sign_in(desk.accounts, "lan", OTHER).id == lan
    assert refusal(desk, "lan", PASSWORD).code == "sign_in.wrong"


def test_guessing_the_old_password_at_an_open_window_waits_too(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    for _ in range(5):
        with pytest.raises(NotAllowed, match="hiện tại không đúng"):
            own_secret(desk, lan, SecretKind.PASSWORD, "đoán mò thôi", OTHER)
    with pytest.raises(NotAllowed, match="Hãy chờ"):
        own_secret(desk, lan, SecretKind.PASSWORD, PASSWORD, OTHER)


def test_a_password_change_pressed_twice_succeeds_twice(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    first, second = (
        set_secret(
            desk.accounts, by=lan, kind=SecretKind.PASSWORD, old=PASSWORD, new=OTHER, command_id="form-1"
        ).repeated
        for _ in range(2)
    )
    assert (first, second) == (False, True)
    assert sign_in(desk.accounts, "lan", OTHER).id == lan


def test_the_same_password_again_is_no_change(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    with pytest.raises(InvalidInput, match="khác mật khẩu cũ"):
        own_secret(desk, lan, SecretKind.PASSWORD, PASSWORD, PASSWORD)


def test_a_reset_ends_the_wait_and_the_pin_and_asks_for_a_password_of_ones_own(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    own_secret(desk, lan, SecretKind.PASSWORD, PASSWORD, OTHER)
    own_secret(desk, lan, SecretKind.PIN, OTHER, PIN)
    fail(desk, "lan", 5)
    reset_secret(desk.accounts, by=desk.admin, account_id=lan, password="đò ngang sông Hậu", command_id="c")
    assert sign_in(desk.accounts, "lan", "đò ngang sông Hậu").id == lan
    assert must_change_password(desk.accounts, lan)
    assert refusal(desk, "lan", PIN).code == "sign_in.wrong"


def test_nobody_resets_their_own_password_without_the_old_one(desk: RehearsalDesk) -> None:
    with pytest.raises(Refused, match="Không tự đặt lại"):
        reset_secret(desk.accounts, by=desk.admin, account_id=desk.admin, password=OTHER, command_id="c")


def test_an_officer_resets_nobody(desk: RehearsalDesk) -> None:
    lan, minh = added(desk, "lan"), added(desk, "minh")
    with pytest.raises(NotAllowed, match="đặt lại mật khẩu"):
        reset_secret(desk.accounts, by=lan, account_id=minh, password=OTHER, command_id="c")
    assert sign_in(desk.accounts, "minh", PASSWORD).id == minh


def test_an_account_known_from_another_desk_has_no_secret_here_and_is_refused_like_a_guess(
    desk: RehearsalDesk,
) -> None:
    lan = added(desk, "lan")
    with desk.accounts.journal.store.writing() as db:
        db.execute("DELETE FROM credentials WHERE account = ?", (lan,))
    assert refusal(desk, "lan", PASSWORD).code == "sign_in.wrong"


def test_a_hash_of_older_costs_is_made_again_at_the_next_sign_in(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    older = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    now = desk.time.now()
    with desk.accounts.journal.store.writing() as db:
        put_credential(db, Credential(account=lan, password_hash=older, pin_hash=None, set_at=now, must_change=False))
    sign_in(desk.accounts, "lan", PASSWORD)
    renewed = find_credential(desk.accounts.journal.reading(), lan)
    assert renewed is not None
    assert not needs_rehash(renewed.password_hash)
    assert sign_in(desk.accounts, "lan", PASSWORD).id == lan


def test_names_that_were_only_guessed_do_not_pile_up(desk: RehearsalDesk) -> None:
    fail(desk, "khong.co", 1)
    desk.time.advance(timedelta(hours=25))
    fail(desk, "cung.khong", 1)
    assert find_tries(desk.accounts.journal.reading(), "khong.co") is None
    assert find_tries(desk.accounts.journal.reading(), "cung.khong") is not None
