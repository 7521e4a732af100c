"""Invented people of a desk."""

from datetime import date

from desk_app.accounts.commands import add_account
from desk_app.accounts.facts import AccountAdded, account_id_of
from desk_app.accounts.rules import Account, Role
from tests.desks import RehearsalDesk

PASSWORD = "bông súng trắng"


def an_account(
    *roles: Role, login: str = "lan.tran", valid_until: date | None = None, ended_on: date | None = None, id: str = "a1"
) -> Account:
    return Account(
        id=id,
        login=login,
        name="Trần Thị Lan",
        title="",
        roles=roles,
        valid_until=valid_until,
        added_on=date(2026, 1, 5),
        ended_on=ended_on,
    )


def added(desk: RehearsalDesk, login: str, *roles: Role, valid_until: date | None = None) -> str:
    person = AccountAdded(login=login, name="Trần Thị Lan", roles=roles or (Role.OFFICER,), valid_until=valid_until)
    command_id = desk.accounts.journal.new_id()
    written = add_account(desk.accounts, by=desk.admin, person=person, password=PASSWORD, command_id=command_id)
    return account_id_of(written.subject)
