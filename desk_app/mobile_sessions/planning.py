"""Places and plans: what is held where and when, by whom, with what; and what is called off."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_moment
from desk_app.mobile_sessions import facts, screening_facts
from desk_app.mobile_sessions.areas import checked_area
from desk_app.mobile_sessions.facts import CancelReason, Place, Plan, Staff
from desk_app.mobile_sessions.lists import kit_on
from desk_app.mobile_sessions.named import get_place, session_in
from desk_app.mobile_sessions.room import PLAN, MobileSessions
from desk_app.mobile_sessions.session import STATE_WORDS, Session, State
from desk_app.mobile_sessions.tables import queries, screening_queries

MOST_STAFF, MOST_THINGS, MOST_SESSIONS = 40, 60, 60


@dataclass(frozen=True, kw_only=True)
class Change:
    """Which parts of a plan are put otherwise; None leaves a part as it is."""

    place: str | None = None
    hours: tuple[datetime, datetime] | None = None
    staff: tuple[Staff, ...] | None = None
    procedures: tuple[str, ...] | None = None
    kit: tuple[str, ...] | None = None
    note: str | None = None


def put_place(room: MobileSessions, *, by: str, place: Place, id_: str = "", command_id: str) -> Written:
    """Enter a place, or with ``id_`` describe it anew; its id is the subject of what was written.

    Raises ``InvalidInput`` naming the field, ``Conflict`` for a name that another place in use has.
    """
    made = _checked_place(place)

    def decide(writing: Writing) -> None:
        for known in queries.list_places(writing.db):
            if known.id != id_ and (known.place.name, known.place.area) == (made.name, made.area):
                raise Conflict("sessions.same_place", f"Đã có địa điểm «{made.name}».", "Sửa địa điểm đã có.")
        subject = get_place(writing.db, id_).id if id_ else writing.new_id()
        writing.add(subject, facts.PlacePut(place=made, put_at=writing.now))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def end_place(room: MobileSessions, *, by: str, place: str, reason: str, command_id: str) -> Written:
    """Hold no further session at a place; what was held there stays. Raises ``InvalidInput`` without a reason."""
    words = checked_line(reason, field="reason", label="Lý do", longest=200, required=True)

    def decide(writing: Writing) -> None:
        writing.add(get_place(writing.db, place).id, facts.PlaceEnded(reason=words, ended_at=writing.now))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def plan_sessions(room: MobileSessions, *, by: str, plans: tuple[Plan, ...], command_id: str) -> Written:
    """Put one session or a series on the calendar, whole or not at all; each id is the subject of its entry.

    A plan without a kit gets the office's list. Raises ``InvalidInput`` naming the field, ``Conflict`` where a place is
    taken at that moment already.
    """
    if not 0 < len(plans) <= MOST_SESSIONS:
        raise InvalidInput("days", f"Phải có từ 1 đến {MOST_SESSIONS} buổi.", "Hãy xem lại các ngày.")
    made = tuple(_checked_plan(room, plan) for plan in plans)

    def decide(writing: Writing) -> None:
        for plan in made:
            _add(room, writing, plan, moved_from="")

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def change_session(room: MobileSessions, *, by: str, session: str, change: Change, command_id: str) -> Written:
    """Put parts of a plan otherwise; raise ``Refused`` for a session that is over or called off."""

    def decide(writing: Writing) -> None:
        now = session_in(room, writing.db, session)
        require_state(now, (State.PLANNED, State.OPEN), "sửa")
        starts_at, ends_at = change.hours or (now.plan.starts_at, now.plan.ends_at)
        wanted = Plan(
            place=now.plan.place if change.place is None else change.place,
            starts_at=starts_at,
            ends_at=ends_at,
            staff=now.plan.staff if change.staff is None else change.staff,
            procedures=now.plan.procedures if change.procedures is None else change.procedures,
            kit=now.plan.kit if change.kit is None else change.kit,
            note=now.plan.note if change.note is None else change.note,
        )
        plan = _checked_plan(room, wanted)
        get_place(writing.db, plan.place)
        parts = {
            name: getattr(plan, name)
            for name in ("place", "starts_at", "ends_at", "staff", "procedures", "kit", "note")
            if getattr(plan, name) != getattr(now.plan, name)
        }
        if not parts:
            raise Refused("sessions.nothing_changed", "Kế hoạch không có gì khác.", "Chưa ghi gì.")
        writing.add(session, facts.SessionChanged(changed_at=writing.now, **parts))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def cancel_session(
    room: MobileSessions,
    *,
    by: str,
    session: str,
    reason: CancelReason,
    note: str = "",
    hours: tuple[datetime, datetime] | None = None,
    command_id: str,
) -> Written:
    """Call a session off; with ``hours`` another takes its place, with the same staff, kit, procedures and people asked.

    Raises ``Refused`` once somebody worked there, ``InvalidInput`` for the reason «other» without a note.
    """
    words = checked_line(note, field="note", label="Nói rõ", longest=300, required=reason == "other")

    def decide(writing: Writing) -> None:
        now = session_in(room, writing.db, session)
        require_state(now, (State.PLANNED,), "hủy")
        moved_to = ""
        if hours is not None:
            plan = _checked_plan(room, changed(now.plan, starts_at=hours[0], ends_at=hours[1]))
            moved_to = _add(room, writing, plan, moved_from=session)
            _ask_again(writing, session, moved_to)
        fact = facts.SessionCancelled(reason=reason, note=words, moved_to=moved_to, cancelled_at=writing.now)
        writing.add(session, fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def require_state(session: Session, states: tuple[State, ...], doing: str) -> None:
    """Raise ``Refused`` unless the session is in one of ``states``."""
    if session.state not in states:
        raise Refused(
            "sessions.state",
            f"Buổi ngày {session.on:%d/%m/%Y} {STATE_WORDS[session.state]}: không thể {doing}.",
            "Xem lại buổi này.",
        )


def _add(room: MobileSessions, writing: Writing, plan: Plan, *, moved_from: str) -> str:
    if plan.starts_at.date() < writing.now.date():
        raise InvalidInput("on", f"Ngày {plan.starts_at:%d/%m/%Y} ở quá khứ.", "Ghi hôm nay hoặc một ngày tới.")
    place = get_place(writing.db, plan.place)
    if place.ended_at is not None:
        raise InvalidInput("place", f"Địa điểm «{place.place.name}» đã thôi dùng.", "Chọn địa điểm khác.")
    if queries.find_place_session(writing.db, plan.place, plan.starts_at) is not None:
        raise Conflict(
            "sessions.place_taken",
            f"«{place.place.name}» đã có buổi lúc {spoken_moment(plan.starts_at)}.",
            "Chọn giờ hoặc ngày khác.",
        )
    subject = writing.new_id()
    made = plan if plan.kit else changed(plan, kit=_kit(room, writing, plan.starts_at.date()))
    writing.add(subject, facts.SessionPlanned(plan=made, moved_from=moved_from, planned_at=writing.now))
    return subject


def _ask_again(writing: Writing, session: str, moved_to: str) -> None:
    """Ask everybody who was asked to a session to the one that takes its place."""
    for each in screening_queries.list_lines(writing.db, session=session):
        visit = each.visit(session)
        if each.ended is None and visit is not None and visit.invited_at is not None:
            fact = screening_facts.Invited(session=moved_to, carried_from=session, invited_at=writing.now)
            writing.add(each.id, fact)


def _kit(room: MobileSessions, writing: Writing, on: date) -> tuple[str, ...]:
    return kit_on(room.office.book.get(writing.db), on)


def _checked_place(place: Place) -> Place:
    def line(text: str, field: str, label: str, longest: int, *, required: bool = False) -> str:
        return checked_line(text, field=field, label=label, longest=longest, required=required)

    return Place(
        name=line(place.name, "name", "Tên địa điểm", 120, required=True),
        area=checked_area(place.area),
        address=line(place.address, "address", "Địa chỉ", 200),
        contact=line(place.contact, "contact", "Người liên hệ", 120),
        phone=line(place.phone, "phone", "Điện thoại", 40),
        note=line(place.note, "note", "Ghi chú", 300),
    )


def _checked_plan(room: MobileSessions, plan: Plan) -> Plan:
    if plan.ends_at <= plan.starts_at or plan.ends_at.date() != plan.starts_at.date():
        raise InvalidInput("ends_at", "Giờ kết thúc phải sau giờ bắt đầu, trong cùng ngày.", "Ghi như 07:30 và 11:00.")
    if len(plan.staff) > MOST_STAFF or len(plan.kit) > MOST_THINGS:
        raise InvalidInput("staff", "Quá nhiều người hoặc dụng cụ.", f"Tối đa {MOST_STAFF} người, {MOST_THINGS} thứ.")
    book, day = room.catalogue.present(), plan.starts_at.date()
    return Plan(
        place=plan.place,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        staff=tuple(_checked_staff(each) for each in plan.staff),
        procedures=tuple(dict.fromkeys(book.procedure_on(code, day).code for code in plan.procedures)),
        kit=_distinct(checked_line(each, field="kit", label="Dụng cụ", longest=120) for each in plan.kit),
        note=checked_line(plan.note, field="note", label="Ghi chú", longest=500),
    )


def _distinct(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


def _checked_staff(staff: Staff) -> Staff:
    return Staff(
        name=checked_line(staff.name, field="staff", label="Họ tên người phục vụ", longest=120, required=True),
        agency=checked_line(staff.agency, field="agency", label="Cơ quan", longest=120),
        job=checked_line(staff.job, field="job", label="Việc làm", longest=120),
    )
