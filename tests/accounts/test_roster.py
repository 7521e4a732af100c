from datetime import date, timedelta

import pytest

from desk_app.accounts.commands import end_account, forgive_tries, set_secret
from desk_app.accounts.people import usual_last_day
from desk_app.accounts.roster import Person, list_people
from desk_app.accounts.rules import Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.accounts.sign_in import sign_in
from desk_app.accounts.tables import list_access_about
from desk_app.kernel.errors import NotAllowed, Refused
from tests.accounts.people import PASSWORD, added
from tests.desks import RehearsalDesk

OTHER = "cây đa bến nước"
TODAY = date(2026, 11, 23)


def person(desk: RehearsalDesk, account: str) -> Person:
    return next(each for each in list_people(desk.accounts, by=desk.admin) if each.account.id == account)


def choose_own(desk: RehearsalDesk, account: str) -> None:
    new_id = desk.journal.new_id()
    set_secret(desk.accounts, by=account, kind=SecretKind.PASSWORD, old=PASSWORD, new=OTHER, command_id=new_id)


def fail(desk: RehearsalDesk, login: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(NotAllowed):
            sign_in(desk.accounts, login, "đoán mò thôi")


def test_a_new_person_must_choose_a_password_and_then_works(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    assert person(desk, lan).standing == "first_password"
    assert person(desk, lan).signed_in_at is None
    choose_own(desk, lan)
    sign_in(desk.accounts, "lan", OTHER)
    assert person(desk, lan).standing == "works"
    assert person(desk, lan).signed_in_at == desk.time.now()


def test_the_last_sign_in_is_the_newest_one(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    for _ in range(3):
        sign_in(desk.accounts, "lan", PASSWORD)
        desk.time.advance(timedelta(hours=2))
    assert person(desk, lan).signed_in_at == desk.time.now() - timedelta(hours=2)


def test_an_account_past_its_last_day_and_an_ended_one_say_so(desk: RehearsalDesk) -> None:
    lan, mai = added(desk, "lan", valid_until=TODAY), added(desk, "mai")
    end_account(desk.accounts, by=desk.admin, account_id=mai, reason="thôi việc", command_id=desk.journal.new_id())
    desk.time.advance(timedelta(days=1))
    assert (person(desk, lan).standing, person(desk, mai).standing) == ("expired", "ended")


def test_who_typed_wrong_too_often_waits_until_an_administrator_forgives(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    fail(desk, "lan", 5)
    assert person(desk, lan).standing == "waits"
    forgive_tries(desk.accounts, by=desk.admin, account_id=lan, command_id=desk.journal.new_id())
    assert person(desk, lan).standing == "first_password"
    assert sign_in(desk.accounts, "lan", PASSWORD).id == lan
    log = list_access_about(desk.journal.reading(), [f"account:{lan}"], 10)
    assert [(line.kind, line.account) for line in log][:1] == [("accounts.tries_forgiven", desk.admin)]


def test_nobody_is_forgiven_who_does_not_wait_and_nobody_forgives_themselves(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan", Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="không bị tạm khóa"):
        forgive_tries(desk.accounts, by=desk.admin, account_id=lan, command_id=desk.journal.new_id())
    fail(desk, "lan", 5)
    with pytest.raises(Refused, match="cho mình"):
        forgive_tries(desk.accounts, by=lan, account_id=lan, command_id=desk.journal.new_id())


def test_only_an_administrator_sees_the_list(desk: RehearsalDesk) -> None:
    for role in ("officer", "leader", "volunteer"):
        with pytest.raises(NotAllowed):
            list_people(desk.accounts, by=desk.accounts_by_role[role])


@pytest.mark.parametrize(
    ("roles", "last"),
    [
        ((Role.VOLUNTEER,), date(2026, 12, 31)),
        ((Role.VOLUNTEER, Role.OFFICER), None),
        ((Role.OFFICER,), None),
        ((), None),
    ],
)
def test_a_volunteers_account_usually_ends_with_the_year(roles: tuple[Role, ...], last: date | None) -> None:
    assert usual_last_day(roles, TODAY) == last
