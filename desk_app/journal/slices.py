"""Chains as bundles need them: how far each reaches, runs of entries, digests on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from desk_app.journal.chain import START
from desk_app.journal.entry import Entry
from desk_app.storage.engine import Database

_FIRST_CHAIN = "SELECT desk, epoch FROM entries ORDER BY desk, epoch LIMIT 1"
_NEXT_CHAIN = "SELECT desk, epoch FROM entries WHERE (desk, epoch) > (?, ?) ORDER BY desk, epoch LIMIT 1"
_LAST = "SELECT seq, digest FROM entries WHERE desk = ? AND epoch = ? ORDER BY seq DESC LIMIT 1"
_DIGEST = "SELECT digest FROM entries WHERE desk = ? AND epoch = ? AND seq = ?"
_COLUMNS = "desk, epoch, seq, command_id, clock, actor, subject, kind, version, body"
_RUN = f"SELECT {_COLUMNS} FROM entries WHERE desk = ? AND epoch = ? AND seq BETWEEN ? AND ? ORDER BY seq"
_TO_THE_END = f"SELECT {_COLUMNS}, previous, digest FROM entries WHERE desk = ? AND epoch = ? AND seq >= ? ORDER BY seq"
_AT_ONCE = 500


class ChainHead(NamedTuple):
    """How far a chain reaches here, and the digest of its last entry."""

    desk: str
    epoch: int
    seq: int
    digest: bytes


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Let every reading inside the block see the same moment; within another one, that one's."""
    if db.conn.in_transaction:
        yield
        return
    db.conn.execute("BEGIN")
    try:
        yield
    finally:
        db.conn.execute("ROLLBACK")


def list_heads(db: Database) -> tuple[ChainHead, ...]:
    """Return the end of every chain, by desk and epoch."""
    heads = []
    at = db.conn.execute(_FIRST_CHAIN).fetchone()
    while at is not None:
        # From chain to chain along the index: a GROUP BY would read every entry.
        heads.append(ChainHead(*at, *db.conn.execute(_LAST, at).fetchone()))
        at = db.conn.execute(_NEXT_CHAIN, at).fetchone()
    return tuple(heads)


def digest_at(db: Database, desk: str, epoch: int, seq: int) -> bytes | None:
    """Return the digest of an entry, ``START`` before the first, None where there is none."""
    if seq == 0:
        return START
    row = db.conn.execute(_DIGEST, (desk, epoch, seq)).fetchone()
    return None if row is None else bytes(row[0])


class Unsealed(NamedTuple):
    """An entry without the digests that follow from it."""

    desk: str
    epoch: int
    seq: int
    command_id: str
    clock: int
    actor: str
    subject: str
    kind: str
    version: int
    body: bytes


def rows_from(db: Database, desk: str, epoch: int, first: int, last: int) -> Iterator[list[Unsealed]]:
    """Yield a chain's entries from ``first`` to ``last``, some hundred at a time."""
    rows = db.conn.execute(_RUN, (desk, epoch, first, last))
    while some := rows.fetchmany(_AT_ONCE):
        # Plain tuples of the right shape: making a million named ones takes a second.
        yield some


def entries_from(db: Database, desk: str, epoch: int, first: int) -> Iterator[Entry]:
    """Yield one chain's entries from ``first`` to its end."""
    yield from map(Entry._make, db.conn.execute(_TO_THE_END, (desk, epoch, first)))


def highest_own_clock(db: Database, desk: str) -> int:
    """Return the highest clock that a desk wrote in any of its epochs; 0 before its first entry."""
    return int(db.conn.execute("SELECT coalesce(max(clock), 0) FROM entries WHERE desk = ?", (desk,)).fetchone()[0])
