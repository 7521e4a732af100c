from datetime import date

import pytest

from desk_app.accounts.idle_lock import Unlocking, is_locked, unlocking
from desk_app.accounts.rules import Role
from tests.accounts.people import an_account

TODAY = date(2026, 11, 23)
LAN = an_account(Role.OFFICER, id="a1")


@pytest.mark.parametrize(("idle_s", "locked"), [(0, False), (299.9, False), (300, True), (36_000, True)])
def test_a_window_locks_after_five_minutes_without_input(idle_s: float, locked: bool) -> None:
    assert is_locked(idle_s, 5) is locked


def test_the_same_person_goes_on() -> None:
    assert unlocking(LAN, LAN, TODAY) is Unlocking.RESUME


def test_a_colleague_starts_a_session_of_their_own() -> None:
    assert unlocking(LAN, an_account(Role.OFFICER, id="a2"), TODAY) is Unlocking.SWITCH


def test_not_even_an_administrator_goes_on_in_another_name() -> None:
    assert unlocking(LAN, an_account(Role.ADMINISTRATOR, id="a3"), TODAY) is Unlocking.SWITCH


def test_whose_account_expired_meanwhile_does_not_go_on() -> None:
    expired = an_account(Role.OFFICER, id="a1", valid_until=date(2026, 11, 22))
    assert unlocking(expired, expired, TODAY) is Unlocking.REFUSE
