"""The access log, folded from the journal: who signed in, who got a new secret, who looked at whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desk_app.accounts.facts import (
    BadgeIssued,
    BadgeRevoked,
    DossiersShown,
    LookedUp,
    SecretSet,
    SignedIn,
    TriesForgiven,
    about_dossier,
    dossier_of,
)
from desk_app.journal.clock import wall_time
from desk_app.journal.entry import Recorded
from desk_app.journal.folding import EntryFold
from desk_app.kernel.records import canonical
from desk_app.storage.engine import Database

_BOUND = " "
_INSERT = "INSERT OR IGNORE INTO access_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_SHOWN = "INSERT OR IGNORE INTO access_shown VALUES (?, ?, ?, ?, ?, ?, ?)"
_SELECT = "SELECT clock, desk, account, kind, about, how, reason FROM access_log"
_NEWEST_FIRST = "ORDER BY clock DESC, desk DESC, epoch DESC, seq DESC LIMIT ?"
_ABOUT = f"""
    SELECT clock, desk, account, kind, about, how, reason FROM (
        SELECT * FROM access_log WHERE about IN (SELECT value FROM json_each(?))
        UNION ALL
        SELECT s.desk, s.epoch, s.seq, s.clock, s.account, ?, w.value, s.how, ''
        FROM access_shown s JOIN json_each(?) w ON instr(s.dossiers, w.value)
    ) {_NEWEST_FIRST}"""
_OF_ACCOUNT = f"{_SELECT} WHERE account = ? {_NEWEST_FIRST}"
_ALL = f"{_SELECT} {_NEWEST_FIRST}"
_LAST_SIGN_INS = "SELECT account, max(clock) FROM access_log WHERE kind = ? GROUP BY account"


class AccessLogFold(EntryFold):
    """One row each time somebody signed in, got a new secret, tries or a badge, or looked at a citizen's data."""

    name = "access_log"
    facts = (LookedUp, DossiersShown, SignedIn, SecretSet, TriesForgiven, BadgeIssued, BadgeRevoked)
    tables = ("access_log", "access_shown")

    def store(self, db: Database, recorded: Recorded) -> None:
        """Add the entry's row, once."""
        entry, fact = recorded.entry, recorded.fact
        if isinstance(fact, DossiersShown):
            shown = _bounded(fact.dossiers)
            db.conn.execute(
                _INSERT_SHOWN, (entry.desk, entry.epoch, entry.seq, entry.clock, entry.actor, fact.how, shown)
            )
            return
        about, how, reason = "", "", ""
        if isinstance(fact, LookedUp):
            about, how, reason = fact.about, fact.how, fact.reason
        elif isinstance(fact, SecretSet):
            about, how = entry.subject, fact.secret.value
        elif isinstance(fact, SignedIn):
            how = fact.secret.value
        elif isinstance(fact, TriesForgiven | BadgeIssued | BadgeRevoked):
            about = entry.subject
            reason = fact.reason if isinstance(fact, BadgeRevoked) else ""
        row = (entry.desk, entry.epoch, entry.seq, entry.clock, entry.actor, entry.kind, about, how, reason)
        db.conn.execute(_INSERT, row)


@dataclass(frozen=True, kw_only=True)
class Access:
    """One line of the access log: who, when, at which desk, about what (empty for a sign-in), how and why.

    ``kind`` is the journal's: ``access.looked_up``, ``access.dossiers_shown``, ``access.signed_in``,
    ``accounts.secret_set``, ``accounts.tries_forgiven``, ``accounts.badge_issued`` or ``accounts.badge_revoked``.
    """

    at: datetime
    desk: str
    account: str
    kind: str
    about: str
    how: str
    reason: str


def list_access_about(db: Database, abouts: Sequence[str], limit: int) -> tuple[Access, ...]:
    """Return who looked at any of these dossiers or persons, or set the secret of these accounts; newest first."""
    dossiers = {dossier_of(about) for about in abouts} - {""}
    bounded = canonical(tuple(map(_bounded, [(each,) for each in sorted(dossiers)]))).decode()
    found = _log(db, _ABOUT, canonical(tuple(abouts)).decode(), DossiersShown.KIND, bounded, limit)
    shown = DossiersShown.KIND
    return tuple(
        replace(each, about=about_dossier(each.about.strip(_BOUND))) if each.kind == shown else each for each in found
    )


def list_access_by(db: Database, account_id: str, limit: int) -> tuple[Access, ...]:
    """Return when one person signed in and whom they looked at, newest first."""
    return _log(db, _OF_ACCOUNT, account_id, limit)


def list_access(db: Database, limit: int) -> tuple[Access, ...]:
    """Return the whole access log, newest first."""
    return _log(db, _ALL, limit)


def last_sign_ins(db: Database) -> dict[str, datetime]:
    """Return when each account signed in last, at any desk, by the account's id."""
    return {account: wall_time(clock) for account, clock in db.execute(_LAST_SIGN_INS, (SignedIn.KIND,)).fetchall()}


def _bounded(dossiers: Sequence[str]) -> str:
    """Return ids each with a bound on either side, so that none is found inside another."""
    return _BOUND + "".join(f"{each}{_BOUND}" for each in dossiers)


def _log(db: Database, query: str, *values: object) -> tuple[Access, ...]:
    return tuple(
        Access(at=wall_time(clock), desk=desk, account=account, kind=kind, about=about, how=how, reason=reason)
        for clock, desk, account, kind, about, how, reason in db.execute(query, values).fetchall()
    )
