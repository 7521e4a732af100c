"""The people of the office as an administrator sees them: who may do what, until when, and how they stand today."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.commands import CHANGE_ACCOUNT
from desk_app.accounts.room import Accounts
from desk_app.accounts.rules import Account, is_active
from desk_app.accounts.tables import find_credential, find_tries, last_sign_ins
from desk_app.accounts.tries import wait_left_s
from desk_app.storage.engine import Database

Standing = Literal["works", "first_password", "no_password", "waits", "expired", "ended"]
"""``first_password``: must choose their own at the next sign-in. ``no_password``: got none on this desk yet.
``waits``: typed too many wrong ones here."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """An account and how it stands on this desk today; ``signed_in_at`` is the last time at any desk."""

    account: Account
    standing: Standing
    signed_in_at: datetime | None


def list_people(room: Accounts, *, by: str) -> tuple[Person, ...]:
    """Return everybody who has or had an account, those in use first; raise ``NotAllowed``."""
    db, now = room.journal.reading(), room.journal.time.now()
    book = room.book.get(db)
    require_allowed(book, by, CHANGE_ACCOUNT, now.date())
    seen = last_sign_ins(db)
    return tuple(
        Person(account=each, standing=_standing(db, each, now), signed_in_at=seen.get(each.id))
        for each in book.list_accounts()
    )


def _standing(db: Database, account: Account, now: datetime) -> Standing:
    if account.ended_on is not None:
        return "ended"
    if not is_active(account, now.date()):
        return "expired"
    if wait_left_s(find_tries(db, account.login), now):
        return "waits"
    credential = find_credential(db, account.id)
    if credential is None:
        return "no_password"
    return "first_password" if credential.must_change else "works"
