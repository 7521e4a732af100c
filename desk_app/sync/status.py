"""How sync stands: who is known, what waits to be acknowledged, since when, what is missing, what raised an alarm."""

from datetime import datetime

from desk_app.journal import tables as journal_tables
from desk_app.journal.slices import ChainHead, list_heads
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import from_milliseconds
from desk_app.storage.engine import Database
from desk_app.sync import spelling
from desk_app.sync.acknowledgement import Held, state_of
from desk_app.sync.escrow import has_recovery_file
from desk_app.sync.facts import Role
from desk_app.sync.parked import list_parked
from desk_app.sync.reading_home import fed_at
from desk_app.sync.room import READ, Sync
from desk_app.sync.tables import carried
from desk_app.sync.tables import trust as trust_tables
from desk_app.sync.trust import TrustedDesk, hubs, list_trusted

WARN_AFTER_DAYS = 7


class Peer(Record):
    """Another desk, and what went to and fro; ``waiting`` entries are not acknowledged by it yet."""

    desk: str
    label: str
    role: Role
    office_code: str
    desk_number: int
    fingerprint: str
    revoked_at: datetime | None
    reason: str
    sent_at: datetime | None
    received_at: datetime | None
    acknowledged_at: datetime | None
    acknowledgement: int
    waiting: int


class Alarm(Record):
    """Something about another desk's files that no mishap explains."""

    at: datetime
    kind: str
    desk: str
    words: str


class SyncStatus(Record):
    """How sync stands at this desk. ``days_since_acknowledged`` is None while there is no hub.

    ``recovery_file``: the data open again with the recovery paper, should their key be lost. ``fed_at``: this home only reads,
    from a copy in PostgreSQL, and did so last at that moment.
    """

    desk: str
    epoch: int
    fingerprint: str
    recovery_fingerprint: str
    recovery_file: bool
    state: str
    heads: tuple[Held, ...]
    peers: tuple[Peer, ...]
    gaps: tuple[tuple[str, int, int, int], ...]
    parked_files: tuple[str, ...]
    alarms: tuple[Alarm, ...]
    days_since_acknowledged: int | None
    warn: bool
    fed_at: datetime | None


def status(room: Sync, *, by: str) -> SyncStatus:
    """Return how sync stands now."""
    room.require(by, READ)
    db = room.journal.reading()
    heads, keys, days = list_heads(db), trust_tables.list_secret_keys(db), days_since_acknowledged(room)
    recovery = trust_tables.recovery_of(db, room.journal.desk_id)
    return SyncStatus(
        desk=room.journal.desk_id,
        epoch=room.journal.seat.epoch,
        fingerprint=own_fingerprint(room.journal.desk_id, keys[0].public.sign, keys[0].public.seal) if keys else "",
        recovery_fingerprint=spelling.fingerprint(recovery) if recovery else "",
        recovery_file=has_recovery_file(room),
        state=state_of(heads),
        heads=tuple(Held(desk=a, epoch=b, seq=c, digest=d.hex()) for a, b, c, d in heads),
        peers=tuple(_peer(db, each, heads) for each in list_trusted(room)),
        gaps=journal_tables.list_gaps(db),
        parked_files=tuple(each.name for each in list_parked(room)),
        alarms=tuple(
            Alarm(at=from_milliseconds(at), kind=kind, desk=desk, words=words)
            for at, kind, desk, words in journal_tables.list_alarms(db)
        ),
        days_since_acknowledged=days,
        warn=days is not None and days >= WARN_AFTER_DAYS,
        fed_at=fed_at(room),
    )


def days_since_acknowledged(room: Sync) -> int | None:
    """Return for how many whole days the most silent hub has not answered, from the day it was let in; None without a hub."""
    db, today = room.journal.reading(), room.journal.time.now().date()
    answered = []
    for hub in hubs(room):
        last = carried.last_acknowledgement(db, hub.desk)
        answered.append((last[1] if last else hub.granted_at).date())
    return max(0, (today - min(answered)).days) if answered else None


def last_acknowledged_at(room: Sync) -> datetime | None:
    """Return when the most silent hub acknowledged last; None when one never did, or there is none."""
    db = room.journal.reading()
    answered = [carried.last_acknowledgement(db, hub.desk) for hub in hubs(room)]
    return min((each[1] for each in answered if each is not None), default=None) if all(answered) else None


def own_fingerprint(desk: str, sign: str, seal: str) -> str:
    """Return the six groups that stand for a desk and its keys, as its request and its grants show them."""
    return spelling.fingerprint(desk, sign, seal)


def _peer(db: Database, of: TrustedDesk, heads: tuple[ChainHead, ...]) -> Peer:
    last = carried.last_acknowledgement(db, of.desk)
    held = {(each.desk, each.epoch): each.seq for each in carried.acknowledged_by(db, of.desk)}
    missing = (each.seq - held.get((each.desk, each.epoch), 0) for each in heads if each.desk != of.desk)
    return Peer(
        desk=of.desk,
        label=of.label,
        role=of.role,
        office_code=of.office_code,
        desk_number=of.desk_number,
        fingerprint=own_fingerprint(of.desk, of.public.sign, of.public.seal),
        revoked_at=of.revoked_at,
        reason=of.reason,
        sent_at=carried.last_sent_to(db, of.desk),
        received_at=carried.last_received_from(db, of.desk),
        acknowledged_at=last[1] if last else None,
        acknowledgement=last[0] if last else 0,
        waiting=sum(max(0, each) for each in missing),
    )
