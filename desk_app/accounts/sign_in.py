"""Signing in. An unknown name and a wrong password get the same answer after the same work.

Each try is counted, durably, *before* it is checked: two windows or a killed program never get a try for free.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from desk_app.accounts.authorise import require_active
from desk_app.accounts.facts import SignedIn, access_subject
from desk_app.accounts.people import login_of
from desk_app.accounts.room import Accounts
from desk_app.accounts.rules import Account
from desk_app.accounts.secret_rules import SecretKind, kind_of, may_have_pin
from desk_app.accounts.secrets import hash_of_nobody, hashed, needs_rehash, verified
from desk_app.accounts.tables import Credential, clear_tries, find_credential, find_tries, put_credential, put_tries
from desk_app.accounts.tries import one_more, wait_left_s
from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import NotAllowed
from desk_app.storage.engine import Database

SIGN_IN = "accounts.sign_in"

_LONGEST_LOGIN = 32


def sign_in(room: Accounts, login: str, secret: str) -> Account:
    """Return the account that ``login`` and its password or PIN prove, and enter the sign-in in the journal.

    Raises ``NotAllowed``: wrong name or secret, too many wrong tries, or, only after the right secret, an ended or
    expired account.
    """
    with counted_try(room, login):
        account = _proven(room, login, secret)
    require_active(account, room.journal.time.now().date())

    def decide(writing: Writing) -> None:
        writing.add(access_subject(writing.new_id()), SignedIn(secret=kind_of(secret)))

    room.journal.write(by=account.id, permission=SIGN_IN, command_id=room.journal.new_id(), decide=decide)
    return account


def must_change_password(room: Accounts, account_id: str) -> bool:
    """Tell whether somebody else chose the account's password on this desk: change it before any other work."""
    credential = find_credential(room.journal.reading(), account_id)
    return credential is not None and credential.must_change


@contextmanager
def counted_try(room: Accounts, login: str) -> Iterator[None]:
    """Count a try under ``login``, forget it when the block ends well; raise ``NotAllowed`` while it must wait."""
    # Unknown names are counted too, else the wait would tell which names exist.
    name = login_of(login)[:_LONGEST_LOGIN]
    now = room.journal.time.now()
    with room.journal.store.writing() as db:
        earlier = find_tries(db, name)
        wait = wait_left_s(earlier, now)
        if wait:
            raise _must_wait(wait)
        put_tries(db, name, one_more(earlier, now))
    yield
    with room.journal.store.writing() as db:
        clear_tries(db, name)


def _proven(room: Accounts, login: str, secret: str) -> Account:
    """Return the account that the secret opens. One hash is checked on every path, so that time tells nothing."""
    db = room.journal.reading()
    account, credential = _meant(room, db, login_of(login))
    stored = _stored_hash(account, credential, kind_of(secret)) if account and credential else None
    right = verified(stored or hash_of_nobody(), secret)
    if not right or account is None or credential is None or stored is None:
        raise NotAllowed(
            "sign_in.wrong",
            "Tên đăng nhập hoặc mật khẩu không đúng.",
            "Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.",
        )
    if needs_rehash(stored):
        _hash_again(room, credential, secret)
    return account


def _meant(room: Accounts, db: Database, login: str) -> tuple[Account | None, Credential | None]:
    """Return whom a login name means here: of several since a merge, the one who has a password on this desk."""
    named = room.book.get(db).list_named(login)
    for account in named:
        credential = find_credential(db, account.id)
        if credential is not None:
            return account, credential
    return next(iter(named), None), None


def _stored_hash(account: Account, credential: Credential, kind: SecretKind) -> str | None:
    if kind is SecretKind.PASSWORD:
        return credential.password_hash
    return credential.pin_hash if may_have_pin(account) else None


def _hash_again(room: Accounts, credential: Credential, secret: str) -> None:
    """Bring a hash made with older costs up to today's, unless the secret was changed meanwhile."""
    fresh = hashed(secret)
    is_pin = kind_of(secret) is SecretKind.PIN
    renewed = replace(credential, pin_hash=fresh) if is_pin else replace(credential, password_hash=fresh)
    with room.journal.store.writing() as db:
        if find_credential(db, credential.account) == credential:
            put_credential(db, renewed)


def _must_wait(seconds: int) -> NotAllowed:
    spoken = f"{seconds} giây" if seconds < 120 else f"{-(-seconds // 60)} phút"
    return NotAllowed(
        "sign_in.wait",
        f"Đã nhập sai nhiều lần. Hãy chờ {spoken} rồi thử lại.",
        "Quên mật khẩu thì nhờ quản trị đặt lại.",
    )
