"""From a result that waits to a round that has left: proposals, planning, going out."""

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.facts import Noted
from desk_app.dossiers.received_under import received_under
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.kernel.texts import checked_line
from desk_app.returns import facts
from desk_app.returns.facts import Helper, spoken_helper, way_subject
from desk_app.returns.kits import kit_of, proposal_reason
from desk_app.returns.moves import checked_moment, require_may_go, require_round, still_waits
from desk_app.returns.room import Returns
from desk_app.returns.round import Round
from desk_app.returns.tables import queries
from desk_app.returns.ways import get_round, way_in

PLAN = "returns.plan"
READ = "returns.read"
MOST_STOPS = 60

_FETCHED = "Người dân đã nhận ở quầy trước khi chuyến đi."


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A round to be: ``dossiers`` are its stops in their order."""

    going_on: date
    hamlet: str
    helper: Helper
    dossiers: tuple[str, ...]
    note: str = ""


def answer_proposal(room: Returns, *, by: str, dossier: str, accepted: bool, command_id: str) -> Written:
    """Accept or decline to bring home a result that was to be fetched at the counter; it is proposed no more.

    Raises ``Refused`` where the register must be signed at the desk, ``Conflict`` once it is on its way.
    """

    def decide(writing: Writing) -> None:
        now = dossier_in(room.dossiers, writing.db, dossier)
        if accepted:
            way = way_in(room, writing.db, dossier)
            require_may_go(now, way, received_under(room.dossiers, writing.db, now.registered), home=True)
        reason = proposal_reason(now.registered, writing.now.date())
        fact = facts.ProposalAnswered(accepted=accepted, reason=reason, answered_at=writing.now)
        writing.add(way_subject(dossier), fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def plan_round(room: Returns, *, by: str, plan: Plan, command_id: str) -> Written:
    """Put results together to a round; its id is the subject of what was written. Whole or not at all.

    Raises ``InvalidInput`` naming the field, ``Refused`` where a register must be signed or two attempts failed,
    ``Conflict`` for a result that is on its way already.
    """
    stops = tuple(dict.fromkeys(plan.dossiers))
    made = _checked(plan)

    def decide(writing: Writing) -> None:
        if plan.going_on < writing.now.date():
            raise InvalidInput("going_on", "Ngày đi ở quá khứ.", "Ghi hôm nay hoặc một ngày tới.")
        if not 0 < len(stops) <= MOST_STOPS:
            raise InvalidInput("dossiers", f"Chuyến phải có từ 1 đến {MOST_STOPS} hồ sơ.", "Hãy chọn hồ sơ.")
        round_ = writing.new_id()
        writing.add(
            round_,
            facts.RoundPlanned(
                going_on=made.going_on,
                hamlet=made.hamlet,
                helper=made.helper,
                note=made.note,
                planned_at=writing.now,
            ),
        )
        for place, dossier in enumerate(stops, start=1):
            now = dossier_in(room.dossiers, writing.db, dossier)
            way = way_in(room, writing.db, dossier)
            require_may_go(now, way, received_under(room.dossiers, writing.db, now.registered), home=True)
            kit = kit_of(now.registered.procedure, made.going_on)
            items = kit.items if kit is not None else ()
            fact = facts.StopPlanned(round=round_, place=place, kit=items, planned_at=writing.now)
            writing.add(way_subject(dossier), fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def leave(
    room: Returns, *, by: str, round_: str, carrier: str = "", left_at: datetime | None = None, command_id: str
) -> Written:
    """Record that the papers of a round left the desk, and with whom (the helper, when nobody is named).

    A result that its owner fetched in the meantime stays. Raises ``Refused`` for a round that left or has no stop.
    """
    who = checked_line(carrier, field="carrier", label="Người nhận đi trả", longest=120)

    def decide(writing: Writing) -> None:
        now = get_round(writing.db, round_)
        require_round(now, left=False, doing="ghi lên đường")
        at = checked_moment(left_at, writing.now, None)
        if _stops_leave(room, writing, now, at) == 0:
            raise Refused(
                "returns.no_stop", "Chuyến không còn kết quả nào để đi trả.", "Kết thúc chuyến, lập chuyến mới."
            )
        writing.add(round_, facts.RoundLeft(carrier=who or now.helper.name, left_at=at))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def _stops_leave(room: Returns, writing: Writing, round_: Round, at: datetime) -> int:
    """Let every planned stop of a round leave; return how many did."""
    left = 0
    for dossier in queries.stops_of(writing.db, round_.id):
        way = way_in(room, writing.db, dossier)
        stop = way.stop_of(round_.id) if way is not None else None
        if way is None or stop is None or stop.state != "planned":
            continue
        subject, now = way_subject(dossier), dossier_in(room.dossiers, writing.db, dossier)
        if not still_waits(now):
            gone = facts.CameBack(round=round_.id, was="planned", next="desk", reason=_FETCHED, back_at=writing.now)
            writing.add(subject, gone)
            continue
        if len(way.open_stops) > 1 or way.open_parcels:
            raise Conflict(
                "returns.two_rounds",
                f"Hồ sơ {now.code} còn nằm ở chuyến khác hoặc đang gửi bưu chính.",
                "Bỏ hồ sơ khỏi một bên rồi ghi lên đường.",
            )
        writing.add(subject, facts.StopLeft(round=round_.id, left_at=at))
        words = f"Rời quầy đi trả tận nhà, {round_.hamlet}: {spoken_helper(round_.helper)}."
        writing.add(dossier, Noted(text=words, noted_at=at))
        left += 1
    return left


def _checked(plan: Plan) -> Plan:
    helper = plan.helper
    return Plan(
        going_on=plan.going_on,
        hamlet=checked_line(plan.hamlet, field="hamlet", label="Địa bàn", longest=80, required=True),
        helper=Helper(
            name=checked_line(helper.name, field="helper", label="Người đi trả", longest=120, required=True),
            organisation=checked_line(helper.organisation, field="organisation", label="Tổ chức", longest=120),
            phone=checked_line(helper.phone, field="phone", label="Điện thoại", longest=40),
        ),
        dossiers=plan.dossiers,
        note=checked_line(plan.note, field="note", label="Ghi chú", longest=500),
    )
