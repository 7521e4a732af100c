"""How each unit stands at the hub: what came last, what is missing, who is silent, how many dossiers."""

from datetime import datetime

from desk_app.journal.clock import wall_time
from desk_app.kernel.records import Record
from desk_app.office.tables import list_units
from desk_app.sync.hub.tables import counts as tables
from desk_app.sync.room import READ, Sync
from desk_app.sync.status import WARN_AFTER_DAYS, Peer, SyncStatus, status


class DeskStanding(Record):
    """One desk of a unit. ``wrote_at`` is its latest entry here, ``received_at`` when a file of it came last.

    ``missing`` counts the runs of entries that later ones show to be missing; ``silent_days`` since its latest entry, None
    before the first.
    """

    desk: str
    label: str
    number: int
    revoked: bool
    wrote_at: datetime | None
    received_at: datetime | None
    answered: int
    missing: int
    forked: bool
    silent_days: int | None
    dossiers: int
    open: int
    late: int

    @property
    def is_silent(self) -> bool:
        """Tell whether it should be asked after: let in, and nothing of it for a week."""
        return not self.revoked and (self.silent_days is None or self.silent_days >= WARN_AFTER_DAYS)


class UnitStanding(Record):
    """A unit with its desks, the most silent first."""

    code: str
    name: str
    desks: tuple[DeskStanding, ...]

    @property
    def dossiers(self) -> int:
        """Return how many dossiers the unit received."""
        return sum(each.dossiers for each in self.desks)

    @property
    def late(self) -> int:
        """Return how many open dossiers of the unit are late."""
        return sum(each.late for each in self.desks)


def list_standings(room: Sync, *, by: str) -> tuple[UnitStanding, ...]:
    """Return every unit that was let in or whose entries are here, by their codes; raise ``NotAllowed``."""
    room.require(by, READ)
    db, now = room.journal.reading(), room.journal.time.now()
    known = status(room, by=by)
    peers = {each.desk: each for each in known.peers if each.role == "desk"}
    named = {desk: unit for unit in list_units(db) for desk in unit.desks}
    counts = tables.count_by_desk(db, now.isoformat())
    desks = {*peers, *named, *counts} - {room.journal.desk_id}
    found: dict[str, list[DeskStanding]] = {}
    for desk in desks:
        code = named[desk].code if desk in named else peers[desk].office_code if desk in peers else ""
        count = counts.get(desk, tables.DeskCount(0, 0, 0))
        clock = tables.last_clock(db, desk)
        if desk not in peers and clock is None:
            # A laptop that has not come home yet is its own desk's business.
            continue
        wrote_at = None if clock is None else wall_time(clock)
        found.setdefault(code, []).append(_standing(desk, peers.get(desk), known, count, wrote_at, now))
    names = {unit.code: unit.name for unit in named.values()}
    return tuple(
        UnitStanding(code=code, name=names.get(code, code), desks=tuple(sorted(found[code], key=_most_silent_first)))
        for code in sorted(found)
    )


def _standing(
    desk: str, peer: Peer | None, known: SyncStatus, count: tables.DeskCount, wrote_at: datetime | None, now: datetime
) -> DeskStanding:
    return DeskStanding(
        desk=desk,
        label=peer.label if peer else desk,
        number=peer.desk_number if peer else 0,
        revoked=peer is not None and peer.revoked_at is not None,
        wrote_at=wrote_at,
        received_at=peer.received_at if peer else None,
        answered=peer.acknowledgement if peer else 0,
        missing=sum(1 for gap in known.gaps if gap[0] == desk),
        forked=any(each.kind == "fork" and each.desk == desk for each in known.alarms),
        silent_days=None if wrote_at is None else max(0, (now.date() - wrote_at.date()).days),
        dossiers=count.dossiers,
        open=count.open,
        late=count.late,
    )


def _most_silent_first(one: DeskStanding) -> tuple[float, int, str]:
    return (-(one.silent_days if one.silent_days is not None else float("inf")), one.number, one.desk)
