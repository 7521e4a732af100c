"""The way by post: label, tracking number, proof; and back again when the post could not deliver."""

from datetime import datetime

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.facts import Noted
from desk_app.dossiers.hand_over import Collecting, given_out
from desk_app.dossiers.status import require as require_status
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line
from desk_app.printing.commands import issue
from desk_app.returns import facts
from desk_app.returns.addresses import address_of
from desk_app.returns.facts import way_subject
from desk_app.returns.moves import checked_moment, require_may_go, require_parcel
from desk_app.returns.papers import Label, label
from desk_app.returns.planning import PLAN
from desk_app.returns.room import Returns
from desk_app.returns.ways import way_in

_MOST_DONG = 10_000_000


def prepare_parcel(room: Returns, *, by: str, dossier: str, address: str = "", command_id: str) -> Written:
    """Make up a parcel and queue its label; without ``address`` it goes where the registration says.

    Raises ``InvalidInput`` without any address, ``Refused`` where the register must be signed at the desk, ``Conflict``
    for a result that is on its way already.
    """
    typed = checked_line(address, field="address", label="Địa chỉ", longest=300)

    def decide(writing: Writing) -> None:
        now = dossier_in(room.dossiers, writing.db, dossier)
        require_may_go(now, way_in(room, writing.db, dossier), room.catalogue.book.get(writing.db), home=False)
        fact = now.registered
        to = typed or address_of(fact)
        if not to:
            raise InvalidInput("address", f"Hồ sơ {now.code} không có địa chỉ.", "Ghi địa chỉ người nhận.")
        prepared = facts.PostPrepared(
            parcel=writing.new_id(),
            to=fact.applicant.name,
            address=to,
            phone=fact.applicant.phone,
            prepared_at=writing.now,
        )
        writing.add(way_subject(dossier), prepared)
        book = room.office.book.get(writing.db)
        paper = label(Label(parcel=prepared, code=now.code, agency=book.get_agency()))
        issue(writing, room.printing, paper, about=dossier)

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
    """Record that the post took the parcel: its tracking number, and what it cost in đồng.

    Raises ``InvalidInput`` without a tracking number, ``Refused`` when there is no parcel made up.
    """
    number = checked_line(tracking, field="tracking", label="Số hiệu bưu gửi", longest=40, required=True).upper()
    if cost is not None and not 0 <= cost <= _MOST_DONG:
        raise InvalidInput("cost", "Cước không hợp lý.", "Ghi số đồng, như 28500.")

    def decide(writing: Writing) -> None:
        code = dossier_in(room.dossiers, writing.db, dossier).code
        parcel = require_parcel(way_in(room, writing.db, dossier), code, frozenset({"packed"}), "ghi đã gửi")
        at = checked_moment(posted_at, writing.now, None)
        fact = facts.Posted(parcel=parcel.id, tracking=number, cost=cost, posted_at=at)
        writing.add(way_subject(dossier), fact)
        writing.add(dossier, Noted(text=f"Đã gửi qua bưu chính, số hiệu {number}.", noted_at=at))

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
    """Record the post's proof that it delivered; the dossier is handed over by the same write.

    Raises ``Refused`` when no parcel is with the post or the result was handed over otherwise.
    """
    name = checked_line(to, field="to", label="Người nhận", longest=120)
    shown = checked_line(proof, field="proof", label="Báo phát", longest=200)

    def decide(writing: Writing) -> None:
        now = dossier_in(room.dossiers, writing.db, dossier)
        parcel = require_parcel(way_in(room, writing.db, dossier), now.code, frozenset({"posted"}), "ghi đã phát")
        require_status(now.status, "hand_over", now.code)
        at = checked_moment(delivered_at, writing.now, parcel.posted_at)
        other = bool(name) and name != now.registered.applicant.name
        note = f"Trả qua bưu chính, số hiệu {parcel.tracking}. {shown}".strip()
        who = Collecting(relation="relative" if other else "self", to=name if other else "", note=note)
        given = given_out(now, who, at)
        writing.add(dossier, given)
        fact = facts.PostDelivered(parcel=parcel.id, to=given.to, proof=shown, delivered_at=at)
        writing.add(way_subject(dossier), fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def take_back(room: Returns, *, by: str, dossier: str, reason: str, command_id: str) -> Written:
    """Record that a parcel is at the desk again: the post brought it back, or it was never sent.

    Raises ``InvalidInput`` without a reason, ``Refused`` when there is no open parcel.
    """
    words = checked_line(reason, field="reason", label="Lý do", longest=300, required=True)

    def decide(writing: Writing) -> None:
        code = dossier_in(room.dossiers, writing.db, dossier).code
        parcel = require_parcel(way_in(room, writing.db, dossier), code, frozenset({"packed", "posted"}), "ghi hoàn về")
        fact = facts.PostReturned(parcel=parcel.id, reason=words, returned_at=writing.now)
        writing.add(way_subject(dossier), fact)
        said = f"Bưu gửi về lại quầy, cần gọi người dân đến nhận: {words}"
        writing.add(dossier, Noted(text=said, noted_at=writing.now))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)
