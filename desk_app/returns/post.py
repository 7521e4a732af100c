"""The way by post: label, tracking number, proof; and back again when the post could not deliver.

A parcel holds one result or several of one household; whatever happens to it happens to all that are in it.
"""

from collections.abc import Sequence
from datetime import datetime

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Noted
from desk_app.dossiers.hand_over import Collecting, given_out
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.status import require as require_status
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line
from desk_app.printing.commands import issue
from desk_app.returns import facts
from desk_app.returns.addresses import address_of
from desk_app.returns.facts import way_subject
from desk_app.returns.moves import checked_moment, require_may_go, still_waits
from desk_app.returns.papers import Label, label
from desk_app.returns.parcels import in_parcel, require_one_household
from desk_app.returns.planning import PLAN
from desk_app.returns.room import Returns
from desk_app.returns.way import OPEN_PARCELS, Parcel
from desk_app.returns.ways import way_in

_MOST_DONG = 10_000_000
_FETCHED = "Người dân đã nhận ở quầy."


def prepare_parcel(room: Returns, *, by: str, dossiers: Sequence[str], address: str = "", command_id: str) -> Written:
    """Make up one parcel of these results and queue its label; without ``address`` it goes where the first one goes.

    Whole or not at all. Raises ``InvalidInput`` without any address, ``Refused`` where the register must be signed at
    the desk or the results go to different people, ``Conflict`` for a result that is on its way already.
    """
    typed = checked_line(address, field="address", label="Địa chỉ", longest=300)
    chosen = tuple(dict.fromkeys(dossiers))

    def decide(writing: Writing) -> None:
        found = [dossier_in(room.dossiers, writing.db, each) for each in chosen]
        for each in found:
            way = way_in(room, writing.db, each.id)
            require_may_go(each, way, received_under(room.dossiers, writing.db, each.registered), home=False)
        require_one_household(found, typed)
        prepared = _prepared(writing, found[0], typed)
        for each in found:
            writing.add(way_subject(each.id), prepared)
        agency, codes = room.office.book.get(writing.db).get_agency(), tuple(each.code for each in found)
        issue(writing, room.printing, label(Label(parcel=prepared, codes=codes, agency=agency)), about=found[0].id)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def record_posted(
    room: Returns,
    *,
    by: str,
    dossier: str,
    tracking: str,
    cost: int | None = None,
    posted_at: datetime | None = None,
    command_id: str,
) -> Written:
    """Record that the post took the parcel that holds this result: its tracking number, and what it cost in đồng.

    A result that its owner fetched in the meantime is left out. Raises ``InvalidInput`` without a tracking number,
    ``Refused`` when there is no parcel made up, or nothing left in it.
    """
    number = checked_line(tracking, field="tracking", label="Số hiệu bưu gửi", longest=40, required=True).upper()
    if cost is not None and not 0 <= cost <= _MOST_DONG:
        raise InvalidInput("cost", "Cước không hợp lý.", "Ghi số đồng, như 28500.")

    def decide(writing: Writing) -> None:
        parcel, found = in_parcel(room, writing.db, dossier, frozenset({"packed"}), "ghi đã gửi")
        at = checked_moment(posted_at, writing.now, None)
        going = _without_fetched(writing, parcel, found)
        for place, each in enumerate(going):
            paid = cost if place == 0 else None
            fact = facts.Posted(parcel=parcel.id, tracking=number, cost=paid, posted_at=at)
            writing.add(way_subject(each.id), fact)
            writing.add(each.id, Noted(text=f"Đã gửi qua bưu chính, số hiệu {number}.", noted_at=at))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def prove_delivered(
    room: Returns,
    *,
    by: str,
    dossier: str,
    to: str = "",
    proof: str = "",
    delivered_at: datetime | None = None,
    command_id: str,
) -> Written:
    """Record the post's proof that it delivered the parcel; every dossier in it is handed over by the same write.

    Without ``to`` it was taken by whom its label names. Raises ``Refused`` when no parcel is with the post or the results
    were handed over otherwise.
    """
    name = checked_line(to, field="to", label="Người nhận", longest=120)
    shown = checked_line(proof, field="proof", label="Báo phát", longest=200)

    def decide(writing: Writing) -> None:
        parcel, found = in_parcel(room, writing.db, dossier, frozenset({"posted"}), "ghi đã phát")
        at = checked_moment(delivered_at, writing.now, parcel.posted_at)
        note = f"Trả qua bưu chính, số hiệu {parcel.tracking}. {shown}".strip()
        for each in _without_fetched(writing, parcel, found):
            given = given_out(each, _taken_by(name or parcel.to, each, note), at)
            writing.add(each.id, given)
            fact = facts.PostDelivered(parcel=parcel.id, to=given.to, proof=shown, delivered_at=at)
            writing.add(way_subject(each.id), fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def take_back(room: Returns, *, by: str, dossier: str, reason: str, command_id: str) -> Written:
    """Record that the parcel that holds this result is at the desk again, with all that is in it.

    The post brought it back, or it was never sent. Raises ``InvalidInput`` without a reason, ``Refused`` when there is
    no open parcel.
    """
    words = checked_line(reason, field="reason", label="Lý do", longest=300, required=True)

    def decide(writing: Writing) -> None:
        parcel, found = in_parcel(room, writing.db, dossier, OPEN_PARCELS, "ghi hoàn về")
        said = f"Bưu gửi về lại quầy, cần gọi người dân đến nhận: {words}"
        for each in found:
            _leaves(writing, parcel, each, words)
            if still_waits(each):
                writing.add(each.id, Noted(text=said, noted_at=writing.now))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def _prepared(writing: Writing, first: Dossier, typed: str) -> facts.PostPrepared:
    fact = first.registered
    to = typed or address_of(fact)
    if not to:
        raise InvalidInput("address", f"Hồ sơ {first.code} không có địa chỉ.", "Ghi địa chỉ người nhận.")
    return facts.PostPrepared(
        parcel=writing.new_id(),
        to=fact.applicant.name,
        address=to,
        phone=fact.applicant.phone,
        prepared_at=writing.now,
    )


def _without_fetched(writing: Writing, parcel: Parcel, found: Sequence[Dossier]) -> tuple[Dossier, ...]:
    """Take what its owner has already out of the parcel; return the rest, of which there must be some."""
    left = tuple(each for each in found if still_waits(each))
    if not left:
        # Says what the first one is instead, and what can be done.
        require_status(found[0].status, "hand_over", found[0].code)
    for each in found:
        if each not in left:
            _leaves(writing, parcel, each, _FETCHED)
    return left


def _leaves(writing: Writing, parcel: Parcel, dossier: Dossier, reason: str) -> None:
    fact = facts.PostReturned(parcel=parcel.id, reason=reason, returned_at=writing.now)
    writing.add(way_subject(dossier.id), fact)


def _taken_by(name: str, dossier: Dossier, note: str) -> Collecting:
    other = name not in (dossier.registered.applicant.name, *dossier.former_names)
    return Collecting(relation="relative" if other else "self", to=name if other else "", note=note)
