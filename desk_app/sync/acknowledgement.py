"""The answer to what was sent: up to where, what was refused and why, what contradicts, what is missing, whose keys are void."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from desk_app.journal import tables as journal_tables
from desk_app.journal.fold_pass import digests_of_references
from desk_app.journal.slices import ChainHead, digest_at, list_heads
from desk_app.kernel.errors import BundleRejected
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.records import WireError, canonical, from_json
from desk_app.kernel.time_source import milliseconds
from desk_app.storage.engine import Database
from desk_app.sync import rejections
from desk_app.sync.acknowledgement_records import (
    Acknowledged,
    Acknowledgement,
    Contradiction,
    Held,
    Refusal,
    Taken,
    Void,
)
from desk_app.sync.cover import ACKNOWLEDGEMENT
from desk_app.sync.enrolment_files import lease_of
from desk_app.sync.export import receiver_named
from desk_app.sync.package import Opened, open_package, write_package
from desk_app.sync.revocation import follow_revocation
from desk_app.sync.room import EXCHANGE, READ, Sync
from desk_app.sync.tables import carried
from desk_app.sync.tables import trust as trust_tables
from desk_app.sync.tables.carried import Acked
from desk_app.sync.trust import TrustedDesk, hubs, list_trusted

__all__ = [
    "Acknowledged",
    "Acknowledgement",
    "Contradiction",
    "Held",
    "Refusal",
    "Taken",
    "Void",
    "acknowledge",
    "acknowledged",
    "acknowledgement_for",
    "latest_from",
    "state_of",
    "take_acknowledgement",
]

_REFUSALS_KEPT = timedelta(days=60)


def acknowledge(room: Sync, *, by: str, desk: str, folder: Path) -> Acknowledged:
    """Write to one trusted desk what is held here of all chains; raise ``NotFound`` for an unknown one."""
    room.require(by, EXCHANGE)
    to = receiver_named(room, desk)
    number = room.journal.store.transact(lambda db: carried.next_number(db, to.desk))
    said = acknowledgement_for(room, to, number)
    made = write_package(room, by=by, folder=folder, kind=ACKNOWLEDGEMENT, payload=canonical(said), to=(to,))
    return Acknowledged(file=str(made.file), number=number, to=to.desk)


def acknowledgement_for(room: Sync, to: TrustedDesk, number: int) -> Acknowledgement:
    """Return what there is to say to one desk now."""
    db, now = room.journal.reading(), room.journal.time.now()
    heads = list_heads(db)
    since = now - _REFUSALS_KEPT
    found = [row for row in journal_tables.list_findings(db) if row[2].startswith(f"{to.desk}/")]
    return Acknowledgement(
        number=number,
        to=to.desk,
        written_at=now,
        heads=tuple(map(_held, heads)),
        entries=sum(each.seq for each in heads),
        state=state_of(heads),
        gaps=journal_tables.list_gaps(db),
        refusals=tuple(map(_refusal, carried.list_refused(db, to.desk, since))),
        findings=tuple(Contradiction(subject=a, kind=b, entry=c, against=d, words=e) for a, b, c, d, e in found),
        revoked=_void(room, db),
        leases=(lease_of(to.desk_number),),
        reference=digests_of_references(db, room.journal.registry),
    )


def take_acknowledgement(room: Sync, *, by: str, file: Path) -> Taken:
    """Take an acknowledgement of a trusted desk: what it holds is not sent to it again, what it revoked is trusted no more.

    The very same one again changes nothing. Raises ``BundleRejected`` unless it is newer than the one before and agrees with
    this desk's own chain.
    """
    room.require(by, EXCHANGE)
    try:
        with open_package(room, file, kind=ACKNOWLEDGEMENT) as opened:
            said, writer = _said(room, opened), opened.writer
    except BundleRejected as refusal:
        _alarm(room, refusal)
        raise
    if writer is None:
        raise rejections.WrongReceiver(file=file.name, desk=said.to)
    try:
        is_new = room.journal.store.transact(lambda db: _keep(room, db, said, writer))
    except BundleRejected as refusal:
        _alarm(room, refusal)
        raise
    return _taken(room, said, writer, _revoke_too(room, by, said, writer), is_new=is_new)


def acknowledged(room: Sync, desk: str = "") -> tuple[Acked, ...]:
    """Return how far a desk, or without one the first hub, holds each chain by its latest acknowledgement."""
    named = desk or next((each.desk for each in hubs(room)), "")
    return carried.acknowledged_by(room.journal.reading(), named)


def latest_from(room: Sync, *, by: str, desk: str) -> Acknowledgement | None:
    """Return the latest acknowledgement of a desk, with every refusal and finding; None before the first."""
    room.require(by, READ)
    last = carried.last_acknowledgement(room.journal.reading(), desk)
    return None if last is None else from_json(last[2], Acknowledgement)


def state_of(heads: tuple[ChainHead, ...]) -> str:
    """Return a digest over where all chains end."""
    return sha256(canonical([(each.desk, each.epoch, each.seq, each.digest.hex()) for each in heads])).hexdigest()


def _said(room: Sync, opened: Opened) -> Acknowledgement:
    try:
        said = from_json(opened.content(), Acknowledgement)
    except WireError as error:
        raise rejections.BadContent(file=opened.parts.name, what=f"báo nhận, mục «{error.field}»") from None
    if said.to != room.journal.desk_id:
        raise rejections.WrongReceiver(file=opened.parts.name, desk=said.to)
    return said


def _keep(room: Sync, db: Database, said: Acknowledgement, writer: TrustedDesk) -> bool:
    """Keep what was said in place of what was said before; tell whether it is new."""
    last, body = carried.last_acknowledgement(db, writer.desk), canonical(said).decode()
    if last is not None and body == last[2]:
        return False
    if last is not None and said.number <= last[0]:
        raise rejections.StaleAcknowledgement(number=said.number, last=last[0])
    carried.put_acknowledgement(
        db, hub=writer.desk, number=said.number, at=room.journal.time.now(), body=body, chains=_agreed(room, db, said)
    )
    return True


def _agreed(room: Sync, db: Database, said: Acknowledgement) -> list[Acked]:
    """Return which chains the writer holds as this desk does, or further; raise ``BundleRejected`` for another own chain."""
    own = room.journal.seat
    agreed = []
    for each in said.heads:
        here = digest_at(db, each.desk, each.epoch, each.seq)
        if here is not None and here.hex() == each.digest:
            agreed.append(Acked(each.desk, each.epoch, each.seq, here))
        elif each.desk == own.desk and here is None:
            raise rejections.AcknowledgementAhead(seq=each.seq, own=journal_tables.head(db, own.desk, each.epoch).seq)
        elif each.desk == own.desk:
            raise rejections.ForeignAcknowledgement(seq=each.seq)
        elif here is None:
            # It holds more of a third desk than we do: nothing of that chain need be sent.
            agreed.append(Acked(each.desk, each.epoch, each.seq, bytes.fromhex(each.digest)))
    return agreed


def _revoke_too(room: Sync, by: str, said: Acknowledgement, writer: TrustedDesk) -> tuple[str, ...]:
    """Take back what a hub took back; one desk's word is not enough for another's end."""
    if writer.role != "hub":
        return ()
    still = {each.desk for each in list_trusted(room) if each.revoked_at is None}
    gone = []
    for void in said.revoked:
        if void.desk in still and void.desk != writer.desk:
            named = f"sync-revoked:{room.journal.desk_id}:{writer.desk}:{said.number}:{void.desk}:{void.sign}"
            follow_revocation(
                room, by=by, desk=void.desk, sign=void.sign, reason=void.reason, command_id=command_id_of(named)
            )
            gone.append(void.desk)
    return tuple(dict.fromkeys(gone))


def _taken(room: Sync, said: Acknowledgement, writer: TrustedDesk, gone: tuple[str, ...], *, is_new: bool) -> Taken:
    own = room.journal.seat
    seq = next((each.seq for each in said.heads if (each.desk, each.epoch) == (own.desk, own.epoch)), 0)
    return Taken(
        number=said.number,
        writer=writer.desk,
        writer_label=writer.label,
        written_at=said.written_at,
        heads=said.heads,
        own_seq=seq,
        waiting=journal_tables.head(room.journal.reading(), own.desk, own.epoch).seq - seq,
        refusals=said.refusals,
        findings=said.findings,
        gaps=said.gaps,
        newly_revoked=gone,
        verdict="taken" if is_new else "known",
    )


def _void(room: Sync, db: Database) -> tuple[Void, ...]:
    desks = [Void(desk=each.desk, sign="", reason=each.reason) for each in list_trusted(room) if each.revoked_at]
    keys = trust_tables.revoked_keys(db, {room.journal.desk_id})
    return (*desks, *(Void(desk=desk, sign=sign, reason=of.reason) for (desk, sign), of in keys.items() if sign))


def _held(head: ChainHead) -> Held:
    return Held(desk=head.desk, epoch=head.epoch, seq=head.seq, digest=head.digest.hex())


def _refusal(row: carried.RefusedRow) -> Refusal:
    slices = from_json(row.slices, tuple[tuple[str, int, int, int], ...])
    return Refusal(
        bundle=row.bundle, file=row.file, code=row.code, message=row.message, refused_at=row.at, slices=slices
    )


def _alarm(room: Sync, refusal: BundleRejected) -> None:
    if isinstance(refusal, rejections.Rejected) and refusal.alarming:
        at = milliseconds(room.journal.time.now())
        room.journal.store.transact(lambda db: journal_tables.raise_alarm(db, at, refusal.code, "", refusal.message))
