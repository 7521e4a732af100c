"""What only this desk knows, beside the journal: by what people prove themselves here, and wrong tries."""

from dataclasses import dataclass
from datetime import datetime

from desk_app.accounts.tries import FORGOTTEN_AFTER, Tries
from desk_app.kernel.time_source import from_milliseconds, milliseconds
from desk_app.storage.engine import Database

_CREDENTIAL = "SELECT account, password_hash, pin_hash, set_at, must_change FROM credentials WHERE account = ?"
_PUT_CREDENTIAL = "INSERT OR REPLACE INTO credentials VALUES (?, ?, ?, ?, ?)"
_TRIES = "SELECT wrong, last_at, locked_until FROM sign_in_attempts WHERE login = ?"
_PUT_TRIES = "INSERT OR REPLACE INTO sign_in_attempts VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, kw_only=True)
class Credential:
    """By what an account proves itself on this desk; ``must_change``: somebody else chose the password."""

    account: str
    password_hash: str
    pin_hash: str | None
    set_at: datetime
    must_change: bool


def find_credential(db: Database, account_id: str) -> Credential | None:
    """Return the account's credential on this desk; None when it never got a password here."""
    row = db.execute(_CREDENTIAL, (account_id,)).fetchone()
    if row is None:
        return None
    account, password_hash, pin_hash, set_at, must_change = row
    return Credential(
        account=account,
        password_hash=password_hash,
        pin_hash=pin_hash,
        set_at=from_milliseconds(set_at),
        must_change=bool(must_change),
    )


def put_credential(db: Database, credential: Credential) -> None:
    """Keep the credential in place of the account's earlier one."""
    row = (credential.account, credential.password_hash, credential.pin_hash, milliseconds(credential.set_at))
    db.execute(_PUT_CREDENTIAL, (*row, int(credential.must_change)))


def find_tries(db: Database, login: str) -> Tries | None:
    """Return the wrong tries under a login name, None when there are none."""
    row = db.execute(_TRIES, (login,)).fetchone()
    if row is None:
        return None
    return Tries(wrong=row[0], last_at=from_milliseconds(row[1]), locked_until=from_milliseconds(row[2]))


def put_tries(db: Database, login: str, tries: Tries) -> None:
    """Keep the tries under a login name, and drop everybody's that are forgotten by now."""
    db.execute("DELETE FROM sign_in_attempts WHERE last_at < ?", (milliseconds(tries.last_at - FORGOTTEN_AFTER),))
    row = (login, tries.wrong, milliseconds(tries.last_at), milliseconds(tries.locked_until))
    db.execute(_PUT_TRIES, row)


def clear_tries(db: Database, login: str) -> None:
    """Forget the wrong tries under a login name."""
    db.execute("DELETE FROM sign_in_attempts WHERE login = ?", (login,))
