"""All accounts of the office, held in memory: asked at every write."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from desk_app.accounts.rules import Account
from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import collation_key


@dataclass(frozen=True, kw_only=True)
class AccountBook:
    """The accounts by id; ended ones stay, since the history names them."""

    accounts: tuple[Account, ...]
    _by_id: dict[str, Account] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {account.id: account for account in self.accounts})

    @property
    def is_empty(self) -> bool:
        """Tell whether no account has ever been added here."""
        return not self.accounts

    def find(self, account_id: str) -> Account | None:
        """Return the account of that id, or None."""
        return self._by_id.get(account_id)

    def get(self, account_id: str) -> Account:
        """Return the account of that id; raise ``NotFound`` without one."""
        account = self._by_id.get(account_id)
        if account is None:
            raise NotFound("accounts.unknown", "Không có tài khoản này.", "Hãy chọn lại trong danh sách tài khoản.")
        return account

    def find_by_login(self, login: str) -> Account | None:
        """Return whom a login name means: the account in use, else the one ended last; None when nobody has it.

        Two desks may give the same name before they hear of each other: then the older account keeps it.
        """
        return next(iter(self.list_named(login)), None)

    def list_named(self, login: str) -> tuple[Account, ...]:
        """Return all that bear a login name: those in use, the oldest first, then the ended ones, the latest first."""
        named = sorted((account for account in self.accounts if account.login == login), key=lambda each: each.id)
        ended = (account for account in named if account.ended_on is not None)
        latest_first = sorted(ended, key=lambda each: (each.ended_on or date.min, each.id), reverse=True)
        return (*(account for account in named if account.ended_on is None), *latest_first)

    def list_accounts(self) -> tuple[Account, ...]:
        """Return accounts in use in the Vietnamese order of their names, then the ended ones."""
        return tuple(
            sorted(self.accounts, key=lambda each: (each.ended_on is not None, collation_key(each.name), each.id))
        )

    def list_shared_logins(self) -> tuple[str, ...]:
        """Return login names that several accounts in use bear since a merge: all but the oldest need another name."""
        bearers = Counter(account.login for account in self.accounts if account.ended_on is None)
        return tuple(sorted(login for login, count in bearers.items() if count > 1))
