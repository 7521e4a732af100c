"""The mobile sessions of an invented office: two cultural houses, a list of people, one session held, others to come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from desk_app.demonstration.people import HAMLETS, child_of, grown_up
from desk_app.desk import Desk
from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.dossiers.facts import PaperHandedIn
from desk_app.dossiers.form import Form
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.kernel.time_source import FixedTime
from desk_app.mobile_sessions import following, planning, running, screening
from desk_app.mobile_sessions.facts import Place, Plan, Staff
from desk_app.mobile_sessions.named import session_in
from desk_app.mobile_sessions.screening_facts import Found
from desk_app.mobile_sessions.tables.queries import list_places
from desk_app.printing.commands import cancel_job
from desk_app.printing.tables import list_jobs

_FRIDAY = 4
_COPY = "2.000635"
_STAFF = (
    Staff(name="Trần Hữu Phúc", agency="Bộ phận Một cửa", job="tiếp nhận"),
    Staff(name="Ngô Chí Tín", agency="Công an xã", job="cư trú, căn cước"),
    Staff(name="Mai Thị Kim Loan", agency="Trạm Y tế", job="bảo hiểm y tế"),
    Staff(name="Đặng Thu Thảo", agency="Đoàn Thanh niên", job="viết hộ"),
)
_LACKS = (("birth",), ("identity",), ("birth",), ("residence", "identity"), ("birth",), ("insurance",), ("birth",))
_CAME, _HELPED = 5, 3
_OLD_PAPER = "Dữ liệu tập dượt: không in giấy của những ngày trước"


@dataclass(frozen=True)
class _Outing:
    """What every step needs."""

    desk: Desk
    clock: FixedTime
    rng: Random
    by: str

    def new_id(self) -> str:
        """Return a fresh command id."""
        return self.desk.journal.new_id()


def begin_of_session(end: datetime) -> datetime:
    """Return when the last session before ``end`` began: on the last Friday before that day."""
    friday = end - timedelta(days=(end.weekday() - _FRIDAY) % 7 or 7)
    return friday.replace(hour=7, minute=30, second=0, microsecond=0)


def has_places(desk: Desk) -> bool:
    """Tell whether a cultural house of an invented office stands in the desk's books: it was filled, or begun to be."""
    own = {_house(hamlet) for hamlet in HAMLETS[:2]}
    return any(known.place.name in own for known in list_places(desk.journal.reading(), ended=True))


def places_entered(desk: Desk, *, by: str) -> tuple[str, ...]:
    """Enter the cultural houses of two hamlets; return their ids. They are the first of an invented office's entries."""
    return tuple(_place(desk, hamlet, by) for hamlet in HAMLETS[:2])


def session_held(
    desk: Desk, clock: FixedTime, rng: Random, *, by: str, begin: datetime, places: tuple[str, ...]
) -> tuple[str, ...]:
    """Let an invented office hold a session from ``begin`` and plan the next; return the dossiers received there."""
    outing = _Outing(desk, clock, rng, by)
    clock.put(begin - timedelta(days=9))
    week = timedelta(days=7)
    held = _planned(outing, places[0], begin)
    for place, at in ((places[1], begin + week), (places[0], begin + 2 * week)):
        _planned(outing, place, at)
    lines = [_listed(outing, HAMLETS[0], lacks) for lacks in _LACKS]
    for lacks in _LACKS[:4]:
        _listed(outing, HAMLETS[1], lacks)
    following.invite(desk.mobile_sessions, by=by, session=held, command_id=outing.new_id())
    return _held(outing, held, lines, begin)


def _house(hamlet: str) -> str:
    return f"Nhà văn hóa ấp {hamlet}"


def _place(desk: Desk, hamlet: str, by: str) -> str:
    place = Place(
        name=_house(hamlet),
        area=f"Ấp {hamlet}",
        address=f"Ấp {hamlet}, xã Hòa Sen",
        contact="Trưởng ấp",
        phone="0900 000 016",
    )
    command_id = desk.journal.new_id()
    return planning.put_place(desk.mobile_sessions, by=by, place=place, command_id=command_id).subject


def _planned(outing: _Outing, place: str, begin: datetime) -> str:
    plan = Plan(
        place=place,
        starts_at=begin,
        ends_at=begin + timedelta(hours=3, minutes=30),
        staff=_STAFF,
        procedures=("1.001193", _COPY, "1.004222", "1.001613"),
    )
    room = outing.desk.mobile_sessions
    return planning.plan_sessions(room, by=outing.by, plans=(plan,), command_id=outing.new_id()).subject


def _listed(outing: _Outing, hamlet: str, lacks: tuple[str, ...]) -> tuple[str, Person]:
    today = outing.clock.now().date()
    parent = grown_up(outing.rng, today)
    is_child = lacks == ("insurance",)
    person = child_of(outing.rng, parent, today) if is_child else parent
    found = Found(
        person=person,
        area=f"Ấp {hamlet}",
        lacks=lacks,
        guardian=parent.name if is_child else "",
        source="hamlet_head",
        told_by=f"Trưởng ấp {hamlet}",
    )
    room = outing.desk.mobile_sessions
    return screening.add_line(room, by=outing.by, found=found, command_id=outing.new_id()).subject, person


def _held(outing: _Outing, session: str, lines: list[tuple[str, Person]], begin: datetime) -> tuple[str, ...]:
    """Let the session be held, and return the dossiers of those who were helped there."""
    desk, by, room = outing.desk, outing.by, outing.desk.mobile_sessions
    kit = tuple(each.item for each in session_in(room, desk.journal.reading(), session).kit)
    outing.clock.put(begin - timedelta(minutes=40))
    running.tick_kit(room, by=by, session=session, items=kit, way="out", command_id=outing.new_id())
    outing.clock.put(begin)
    running.open_session(room, by=by, session=session, command_id=outing.new_id())
    received: list[str] = []
    for line, person in lines[:_CAME]:
        outing.clock.advance(timedelta(minutes=outing.rng.randrange(8, 25)))
        following.record_came(room, by=by, session=session, line=line, command_id=outing.new_id())
        if len(received) < _HELPED:
            received.append(_settled(outing, line, person))
    outing.clock.put(begin + timedelta(hours=3, minutes=20))
    running.close_session(room, by=by, session=session, cash=0, command_id=outing.new_id())
    outing.clock.advance(timedelta(minutes=40))
    running.tick_kit(room, by=by, session=session, items=kit, way="back", command_id=outing.new_id())
    return tuple(received)


def _settled(outing: _Outing, line: str, person: Person) -> str:
    """Let somebody's copy be received and given out at the session; return its dossier."""
    desk, by = outing.desk, outing.by
    form = Form(
        procedure=_COPY,
        applicant=person,
        papers=(PaperHandedIn(name="Tờ khai cấp bản sao trích lục hộ tịch"),),
        channel="mobile",
        origin=f"sessions:{line}",
    )
    dossier = register(desk.dossiers, by=by, form=form, command_id=outing.new_id()).subject
    job = list_jobs(desk.journal.reading(), limit=1)[0]
    cancel_job(desk.printing, by=by, job_id=job.id, reason=_OLD_PAPER, command_id=outing.new_id())
    outing.clock.advance(timedelta(minutes=4))
    issue_result(desk.dossiers, by=by, dossier=dossier, command_id=outing.new_id())
    hand_over(desk.dossiers, by=by, dossier=dossier, command_id=outing.new_id())
    return dossier
