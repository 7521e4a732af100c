"""What lists show: who waits for a round, what is proposed, the rounds with their stops, and what must not be forgotten."""

from collections.abc import Iterable

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.received_under import received_under
from desk_app.kernel.texts import collation_key
from desk_app.returns.addresses import NO_HAMLET, address_of, hamlet_of
from desk_app.returns.facts import Helper
from desk_app.returns.kits import kit_of, proposal_reason
from desk_app.returns.moves import blocked_reason
from desk_app.returns.parcels import same_address
from desk_app.returns.room import Returns
from desk_app.returns.round import Round
from desk_app.returns.seen import Going, Outstanding, RoundSeen, StopSeen
from desk_app.returns.tables import queries
from desk_app.returns.way import OPEN_PARCELS, Parcel, Where
from desk_app.returns.ways import way_in

POST_DAYS = 7
"""After how many days a parcel without proof must be asked after."""
_MOST_PROPOSED = 300
_OUTSTANDING = (Where.OUT, Where.FAILED, Where.AT_DESK, Where.PACKED, Where.POSTED)


def waiting(room: Returns) -> tuple[Going, ...]:
    """Return the results that wait for a round or a parcel, by hamlet and address."""
    db = room.journal.reading()
    return _by_hamlet(_going(room, dossier_in(room.dossiers, db, id_)) for id_ in queries.waiting_to_go(db))


def proposals(room: Returns) -> tuple[Going, ...]:
    """Return results to be fetched at the counter that should rather be brought home, by hamlet and address.

    Where the register must be signed at the desk ``blocked`` says so. Of the newest three hundred waiting results.
    """
    db, today = room.journal.reading(), room.journal.time.now().date()
    found = []
    for id_ in queries.not_asked_yet(db, _MOST_PROPOSED):
        dossier = dossier_in(room.dossiers, db, id_)
        reason = proposal_reason(dossier.registered, today)
        if reason:
            found.append(_going(room, dossier, proposed=reason))
    return _by_hamlet(found)


def open_rounds(room: Returns) -> tuple[RoundSeen, ...]:
    """Return the rounds that something is still to be said about, the earliest day first."""
    return tuple(round_seen(room, each) for each in queries.open_rounds(room.journal.reading()))


def round_seen(room: Returns, round_: Round) -> RoundSeen:
    """Return a round with its stops."""
    db, stops = room.journal.reading(), []
    for id_ in queries.stops_of(db, round_.id):
        way = way_in(room, db, id_)
        stop = way.stop_of(round_.id) if way is not None else None
        if way is not None and stop is not None:
            stops.append(StopSeen(dossier=dossier_in(room.dossiers, db, id_), way=way, stop=stop))
    return RoundSeen(round=round_, stops=tuple(stops))


def outstanding(room: Returns, wheres: tuple[Where, ...] = _OUTSTANDING) -> tuple[Outstanding, ...]:
    """Return every result that is on its way, or came back and waits for its owner; the longest first."""
    ids = queries.ways_at(room.journal.reading(), [str(where) for where in wheres])
    return tuple(found for found in (seen(room, id_) for id_ in ids) if found is not None)


def seen(room: Returns, dossier: str) -> Outstanding | None:
    """Return where one result is; None when nothing was ever said of it but that it stays at the counter."""
    db = room.journal.reading()
    way = way_in(room, db, dossier)
    if way is None or way.where is None or way.since is None:
        return None
    days = (room.journal.time.now().date() - way.since.date()).days
    parcel = max(way.parcels, key=lambda each: each.order, default=None)
    return Outstanding(
        dossier=dossier_in(room.dossiers, db, dossier),
        way=way,
        where=way.where,
        since=way.since,
        days=days,
        is_late=way.where is Where.POSTED and days > POST_DAYS,
        stop=max(way.stops, key=lambda each: each.order, default=None),
        parcel=parcel,
        together=_together(room, dossier, parcel),
    )


def same_household(asked: Going, waiting: Iterable[Going]) -> tuple[Going, ...]:
    """Return the other results that wait for the post to the same address and may go in one parcel with ``asked``."""
    return tuple(
        each
        for each in waiting
        if each.way == "post"
        and not each.blocked
        and each.dossier.id != asked.dossier.id
        and same_address(each.address, asked.address)
    )


def usual_helper(room: Returns, hamlet: str) -> Helper | None:
    """Return who went to a hamlet last time, or None."""
    last = queries.last_round_to(room.journal.reading(), hamlet)
    return last.helper if last is not None else None


def _together(room: Returns, dossier: str, parcel: Parcel | None) -> tuple[str, ...]:
    if parcel is None or parcel.state not in OPEN_PARCELS:
        return ()
    db = room.journal.reading()
    ids = queries.dossiers_of_parcel(db, parcel.id, (parcel.state,))
    return tuple(dossier_in(room.dossiers, db, each).code for each in ids if each != dossier)


def _going(room: Returns, dossier: Dossier, *, proposed: str = "") -> Going:
    fact, db = dossier.registered, room.journal.reading()
    kit = kit_of(fact.procedure, room.journal.time.now().date())
    way = way_in(room, db, dossier.id)
    address = address_of(fact)
    return Going(
        dossier=dossier,
        way="post" if fact.return_by == "post" else "home",
        hamlet=hamlet_of(address),
        address=address,
        kit=kit.items if kit is not None else (),
        attempts=way.attempts if way is not None else 0,
        proposed=proposed,
        blocked=blocked_reason(received_under(room.dossiers, db, fact)),
    )


def _by_hamlet(found: Iterable[Going]) -> tuple[Going, ...]:
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.hamlet == NO_HAMLET,
                collation_key(each.hamlet),
                collation_key(each.address),
                each.dossier.code,
            ),
        )
    )
