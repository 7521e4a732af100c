"""Accounts and the access log as tables; and, local to this desk, credentials and wrong tries."""

from desk_app.accounts.tables.access_log import (
    Access,
    AccessLogFold,
    last_sign_ins,
    list_access,
    list_access_about,
    list_access_by,
)
from desk_app.accounts.tables.credentials import (
    Credential,
    clear_tries,
    find_credential,
    find_tries,
    put_credential,
    put_tries,
)
from desk_app.accounts.tables.people import AccountFold, load_accounts
from desk_app.accounts.tables.schema import migrations
from desk_app.journal.folding import AnyFold

__all__ = [
    "FOLDS",
    "Access",
    "AccessLogFold",
    "AccountFold",
    "Credential",
    "clear_tries",
    "find_credential",
    "find_tries",
    "last_sign_ins",
    "list_access",
    "list_access_about",
    "list_access_by",
    "load_accounts",
    "migrations",
    "put_credential",
    "put_tries",
]

FOLDS: tuple[AnyFold, ...] = (AccountFold(), AccessLogFold())
