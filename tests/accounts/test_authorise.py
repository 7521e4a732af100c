from datetime import date

import pytest

from desk_app.accounts.authorise import FOUND_DESK, MACHINE, require_allowed
from desk_app.accounts.book import AccountBook
from desk_app.accounts.rules import Account, Role
from desk_app.kernel.errors import NotAllowed, NotFound
from tests.accounts.people import an_account

TODAY = date(2026, 11, 23)
NOBODY = AccountBook(accounts=())


def refusal(account: Account, permission: str) -> NotAllowed:
    with pytest.raises(NotAllowed) as caught:
        require_allowed(AccountBook(accounts=(account,)), account.id, permission, TODAY)
    return caught.value


def test_what_is_allowed_passes_in_silence() -> None:
    book = AccountBook(accounts=(an_account(Role.OFFICER),))
    require_allowed(book, "a1", "dossiers.register", TODAY)


def test_a_refusal_names_the_account_the_missing_permission_and_whom_to_ask() -> None:
    error = refusal(an_account(Role.VOLUNTEER), "dossiers.find")
    assert error.code == "accounts.not_allowed"
    assert error.message == "Tài khoản «lan.tran» không có quyền tìm hồ sơ."
    assert error.hint == "Hãy nhờ cán bộ một cửa hoặc lãnh đạo."


def test_a_permission_without_words_is_refused_by_its_name() -> None:
    assert "«moon.buy»" in refusal(an_account(*Role), "moon.buy").message


def test_an_expired_account_hears_its_last_day_and_not_a_missing_permission() -> None:
    error = refusal(an_account(Role.OFFICER, valid_until=date(2026, 11, 22)), "dossiers.register")
    assert error.code == "accounts.expired"
    assert "22/11/2026" in error.message


def test_an_ended_account_hears_since_when() -> None:
    error = refusal(an_account(Role.OFFICER, ended_on=date(2026, 10, 1)), "dossiers.register")
    assert error.code == "accounts.ended"
    assert "01/10/2026" in error.message


def test_a_stranger_is_refused() -> None:
    with pytest.raises(NotAllowed, match="không có trên máy"):
        require_allowed(NOBODY, "a-stranger", "accounts.add", TODAY)


def test_the_machine_founds_its_desk_and_adds_the_first_account() -> None:
    require_allowed(NOBODY, MACHINE, FOUND_DESK, TODAY)
    require_allowed(NOBODY, MACHINE, "accounts.add", TODAY)


def test_the_machine_adds_nobody_once_there_is_an_account_not_even_an_ended_one() -> None:
    book = AccountBook(accounts=(an_account(Role.ADMINISTRATOR, ended_on=TODAY),))
    with pytest.raises(NotAllowed, match="thêm tài khoản"):
        require_allowed(book, MACHINE, "accounts.add", TODAY)


@pytest.mark.parametrize(
    "permission", ["dossiers.register", "accounts.reset_password", "access.read", "office.describe"]
)
def test_the_machine_does_nothing_else_even_on_an_empty_desk(permission: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        require_allowed(NOBODY, MACHINE, permission, TODAY)
    assert caught.value.code == "accounts.machine"


def test_a_login_means_the_account_in_use_before_an_ended_one() -> None:
    ended = an_account(Role.OFFICER, id="a1", ended_on=date(2026, 1, 1))
    in_use = an_account(Role.OFFICER, id="a2")
    assert AccountBook(accounts=(ended, in_use)).find_by_login("lan.tran") == in_use
    assert AccountBook(accounts=(ended,)).find_by_login("lan.tran") == ended
    assert NOBODY.find_by_login("lan.tran") is None


def test_a_login_that_two_desks_gave_stays_with_the_older_account_and_is_reported() -> None:
    older, newer = an_account(Role.OFFICER, id="a1"), an_account(Role.LEADER, id="a2")
    book = AccountBook(accounts=(newer, older))
    assert book.find_by_login("lan.tran") == older
    assert book.list_shared_logins() == ("lan.tran",)
    assert AccountBook(accounts=(older,)).list_shared_logins() == ()


def test_an_unknown_account_is_found_by_nobody() -> None:
    assert NOBODY.find("a1") is None
    with pytest.raises(NotFound):
        NOBODY.get("a1")
