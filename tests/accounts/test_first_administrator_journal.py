from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from desk_app.accounts import tables
from desk_app.accounts.authorise import MACHINE, authoriser
from desk_app.accounts.commands import add_account
from desk_app.accounts.facts import AccountAdded
from desk_app.accounts.room import Accounts
from desk_app.accounts.rules import Role
from desk_app.accounts.sign_in import must_change_password, sign_in
from desk_app.journal import tables as journal_tables
from desk_app.journal.cached import Cached
from desk_app.journal.folding import FoldRegistry
from desk_app.journal.journal import Journal
from desk_app.journal.write_door import Seat, Written
from desk_app.kernel.errors import InvalidInput, NotAllowed
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import VIETNAM, FixedTime
from desk_app.storage.migrations import upgrade
from desk_app.storage.store import Store
from tests.accounts.people import PASSWORD

ADMINISTRATOR = AccountAdded(login="quantri", name="Trần Thị Thử", roles=(Role.ADMINISTRATOR, Role.OFFICER))


@pytest.fixture
def nobody_yet(tmp_path: Path) -> Iterator[Accounts]:
    """Give the accounts of a desk on which nobody has an account."""
    store = Store(Home(tmp_path), b"k" * 32)
    with store.writing() as db:
        upgrade(db, (journal_tables.migrations, tables.migrations), back_up=lambda: None)
    time = FixedTime(datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM))
    book = Cached("accounts", tables.load_accounts)
    journal = Journal(
        store=store,
        seat=Seat(desk="d1", epoch=1),
        registry=FoldRegistry(tables.FOLDS),
        time=time,
        ids=IdMaker(),
        authorise=authoriser(book, time),
    )
    yield Accounts(journal=journal, book=book)
    store.close()


def add(room: Accounts, person: AccountAdded) -> Written:
    return add_account(room, by=MACHINE, person=person, password=PASSWORD, command_id=room.journal.new_id())


def test_the_machine_adds_the_first_administrator_whose_password_is_their_own(nobody_yet: Accounts) -> None:
    add(nobody_yet, ADMINISTRATOR)
    account = sign_in(nobody_yet, "quantri", PASSWORD)
    assert account.roles == (Role.OFFICER, Role.ADMINISTRATOR)
    assert not must_change_password(nobody_yet, account.id)


def test_the_machine_adds_one_account_and_no_second(nobody_yet: Accounts) -> None:
    add(nobody_yet, ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        add(nobody_yet, AccountAdded(login="minh", name="Lê Minh", roles=(Role.ADMINISTRATOR,)))


@pytest.mark.parametrize(
    "person",
    [
        AccountAdded(login="lan", name="Trần Thị Lan", roles=(Role.OFFICER,)),
        AccountAdded(login="lan", name="Trần Thị Lan", roles=(Role.ADMINISTRATOR,), valid_until=date(2026, 12, 31)),
    ],
)
def test_the_first_account_must_be_able_to_let_others_in_for_good(nobody_yet: Accounts, person: AccountAdded) -> None:
    with pytest.raises(InvalidInput, match="đầu tiên phải là quản trị"):
        add(nobody_yet, person)
    assert nobody_yet.present_book().is_empty


def test_nobody_signs_in_where_nobody_has_an_account(nobody_yet: Accounts) -> None:
    with pytest.raises(NotAllowed, match="không đúng"):
        sign_in(nobody_yet, "admin", "admin")
