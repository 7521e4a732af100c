"""Accounts, folded from the journal."""

from collections.abc import Sequence
from datetime import date

from desk_app.accounts.book import AccountBook
from desk_app.accounts.facts import AccountAdded, AccountChanged, AccountEnded, account_id_of
from desk_app.accounts.rules import Account, Role
from desk_app.journal.entry import Recorded
from desk_app.journal.folding import SubjectFold
from desk_app.kernel.records import changed
from desk_app.storage.engine import Database

_SELECT = (
    "SELECT id, login, name, title, roles, valid_until, added_on, ended_on, ended_reason FROM accounts ORDER BY id"
)
_INSERT = "INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


class AccountFold(SubjectFold[Account | None]):
    """One row a person. A field's latest change wins; an end is for good, whatever comes after it."""

    name = "accounts"
    facts = (AccountAdded, AccountChanged, AccountEnded)
    tables = ("accounts",)
    reference = True

    def fold(self, history: Sequence[Recorded]) -> Account | None:
        """Return the account; None while the entry that added it has not arrived yet."""
        account = next((_added(each, each.fact) for each in history if isinstance(each.fact, AccountAdded)), None)
        if account is None:
            return None
        for each in history:
            if isinstance(each.fact, AccountChanged):
                account = changed(account, **each.fact.values())
            elif isinstance(each.fact, AccountEnded) and account.ended_on is None:
                account = changed(account, ended_on=each.at.date(), ended_reason=each.fact.reason)
        return account

    def store(self, db: Database, subject: str, state: Account | None, *, fresh: bool) -> None:
        """Replace the person's row."""
        if not fresh:
            db.conn.execute("DELETE FROM accounts WHERE id = ?", (account_id_of(subject),))
        if state is not None:
            db.conn.execute(_INSERT, _row(state))


def load_accounts(db: Database) -> AccountBook:
    """Return all accounts of the office."""
    return AccountBook(accounts=tuple(map(_account, db.execute(_SELECT).fetchall())))


def _added(recorded: Recorded, fact: AccountAdded) -> Account:
    return Account(
        id=account_id_of(recorded.entry.subject),
        login=fact.login,
        name=fact.name,
        title=fact.title,
        roles=fact.roles,
        valid_until=fact.valid_until,
        added_on=recorded.at.date(),
    )


def _account(row: Sequence[str]) -> Account:
    id_, login, name, title, roles, valid_until, added_on, ended_on, ended_reason = row
    return Account(
        id=id_,
        login=login,
        name=name,
        title=title,
        roles=tuple(map(Role, roles.split())),
        valid_until=_day(valid_until),
        added_on=date.fromisoformat(added_on),
        ended_on=_day(ended_on),
        ended_reason=ended_reason,
    )


def _row(account: Account) -> tuple[str | None, ...]:
    return (
        account.id,
        account.login,
        account.name,
        account.title,
        " ".join(account.roles),
        _iso(account.valid_until),
        account.added_on.isoformat(),
        _iso(account.ended_on),
        account.ended_reason,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
