"""What the journal keeps about accounts: never a password, a PIN or anything made from one.

Accounts stand under ``account:<id>``, look-ups and sign-ins under an ``access:<id>`` of their own. Wrong passwords are
no entries: they are counted on the desk where they were typed, and forgotten.
"""

import re
from datetime import date
from typing import ClassVar, Literal

from msgspec import UNSET, UnsetType

from desk_app.accounts.rules import Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.journal.fact import Fact
from desk_app.kernel.errors import InvalidInput

How = Literal["card", "search", "scan", "list"]
"""How somebody came to a citizen's data: by the dossier's card, by searching, by scanning a code, in a whole list."""

ABOUT_LIST = "list"
"""What a look-up of a whole list is about: nobody by name; its reason says which list, and how many stood in it."""

MOST_SHOWN = 100
"""How many dossiers one entry names: a page of hits."""

_ACCOUNT = "account:"
_DOSSIER = "dossier:"
_ABOUT = re.compile(r"dossier:[A-Za-z0-9._-]{1,64}|person:\*\*\*[0-9]{3}|list")


class AccountAdded(Fact):
    """A person may now work here; ``valid_until`` is the last day, None without one."""

    KIND: ClassVar[str] = "accounts.account_added"

    login: str
    name: str
    title: str = ""
    roles: tuple[Role, ...]
    valid_until: date | None = None


class AccountChanged(Fact):
    """Something about the person changed; a field that is left out stays as it was, whatever another desk did to it."""

    KIND: ClassVar[str] = "accounts.account_changed"

    login: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    title: str | UnsetType = UNSET
    roles: tuple[Role, ...] | UnsetType = UNSET
    valid_until: date | UnsetType | None = UNSET

    def values(self) -> dict[str, object]:
        """Return the fields that are given, by their names in ``Account``."""
        every = {
            "login": self.login,
            "name": self.name,
            "title": self.title,
            "roles": self.roles,
            "valid_until": self.valid_until,
        }
        return {name: value for name, value in every.items() if value is not UNSET}


class AccountEnded(Fact):
    """The person works here no longer, from this moment and for good."""

    KIND: ClassVar[str] = "accounts.account_ended"

    reason: str


class SecretSet(Fact):
    """The account has a new password or PIN on the desk that wrote this; the entry's actor is who set it."""

    KIND: ClassVar[str] = "accounts.secret_set"

    secret: SecretKind


class TriesForgiven(Fact):
    """The wrong tries under the account's name were forgotten on the desk that wrote this: it may sign in at once."""

    KIND: ClassVar[str] = "accounts.tries_forgiven"


class BadgeIssued(Fact):
    """The account got a badge at the desk that wrote this; it opens nothing after ``expires_on``."""

    KIND: ClassVar[str] = "accounts.badge_issued"

    badge: str
    expires_on: date


class BadgeRevoked(Fact):
    """A badge opens nothing from this moment on."""

    KIND: ClassVar[str] = "accounts.badge_revoked"

    badge: str
    reason: str


class SignedIn(Fact):
    """The entry's actor signed in at the desk that wrote this."""

    KIND: ClassVar[str] = "access.signed_in"

    secret: SecretKind


class LookedUp(Fact):
    """The entry's actor looked at a citizen's data; ``about`` is what ``about_dossier`` or ``about_person`` returns."""

    KIND: ClassVar[str] = "access.looked_up"

    about: str
    how: How
    reason: str = ""


class DossiersShown(Fact):
    """Which dossiers a look-up showed, no more than ``MOST_SHOWN``; it stands under the subject of that look-up."""

    KIND: ClassVar[str] = "access.dossiers_shown"

    dossiers: tuple[str, ...]
    how: How


def account_subject(account_id: str) -> str:
    """Return the journal subject of an account."""
    return _ACCOUNT + account_id


def account_id_of(subject: str) -> str:
    """Return the account that an ``account:`` subject names."""
    return subject.removeprefix(_ACCOUNT)


def access_subject(id_: str) -> str:
    """Return the journal subject of one look-up or one sign-in."""
    return f"access:{id_}"


def about_dossier(dossier_id: str) -> str:
    """Return how the access log names a dossier."""
    return checked_about(_DOSSIER + dossier_id)


def dossier_of(about: str) -> str:
    """Return the dossier that the access log names so; empty when it names none."""
    return about.removeprefix(_DOSSIER) if about.startswith(_DOSSIER) else ""


def about_person(number: str) -> str:
    """Return how the access log names somebody searched by identity number: its last three digits, no more."""
    return checked_about(f"person:***{number.strip()[-3:]}")


def checked_about(about: str) -> str:
    """Return ``about``; raise ``InvalidInput`` for anything but a dossier's id or three digits of a number."""
    if not _ABOUT.fullmatch(about):
        raise InvalidInput("about", "Nhật ký tra cứu cần mã hồ sơ hoặc số giấy tờ.", "Hãy mở lại hồ sơ rồi thử lại.")
    return about
