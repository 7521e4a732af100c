"""Guidance, appointments and outreach of an invented office: three weeks of calls, this week's appointments, a year's posts."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random

from desk_app.accounts.rules import allows
from desk_app.demonstration.lives import Plan
from desk_app.demonstration.people import grown_up
from desk_app.desk import Desk
from desk_app.dossiers.person import Person
from desk_app.guidance.appointments import commands as appointments
from desk_app.guidance.appointments.commands import Booking, put_line
from desk_app.guidance.appointments.line import Plan as LinePlan
from desk_app.guidance.appointments.reading import get_line, list_lines, list_slots
from desk_app.guidance.contacts.commands import Advice, log_guidance
from desk_app.guidance.contacts.facts import Channel, PaperChecked
from desk_app.guidance.contacts.procedures import PUT_PROCEDURES, put_procedure_list
from desk_app.guidance.outreach.commands import Outreach, record_outreach
from desk_app.guidance.outreach.facts import Kind
from desk_app.kernel.time_source import VIETNAM, FixedTime

Come = Callable[[str], None]

_GUIDED = 35
_DAYS = 21
_LINE, _PAGE = "Hộ tịch – chứng thực", "Zalo OA xã Hòa Sen"
_CHANNELS: tuple[Channel, ...] = ("hotline", "hotline", "hotline", "zalo", "zalo", "email", "counter")
_ADVICE = (
    "Mang bản chính để đối chiếu.",
    "Đã gửi mẫu tờ khai qua Zalo.",
    "Nên đến buổi sáng; thứ ba, thứ năm vắng.",
    "Có thể nộp qua Cổng dịch vụ công.",
    "Thiếu giấy thì bổ sung sau, vẫn nhận trước.",
)
_OUTREACH: tuple[tuple[int, Kind, int, str], ...] = (
    (80, "launch", 54, "Ra quân «Viết hộ mỗi tuần»"),
    (75, "broadcast", 12, "Đài truyền thanh xã"),
    (60, "training", 32, "Tập huấn cán bộ ấp về Cổng dịch vụ công"),
    (50, "followers", 96, _PAGE),
    (40, "post", 1, "Hướng dẫn đăng ký khai sinh"),
    (26, "post", 1, "Lịch lưu động tháng này"),
    (12, "post", 1, "Hẹn trước, không phải chờ"),
    (12, "views", 250, "Ba bài đăng gần đây"),
    (3, "followers", 185, _PAGE),
)


def people_call(desk: Desk, rng: Random, *, by: str, end: datetime, plan: Plan, come: Come) -> None:
    """Plan that people call and write first; most come some days later: ``come`` gets the contact."""
    start = (end - timedelta(days=_DAYS)).replace(hour=7, minute=30)
    plan(start, partial(_lay_down, desk, start.date()))
    for number in range(34):
        at = _moment(rng, end - timedelta(days=_DAYS - number * _DAYS // 34))
        plan(at, partial(_call, desk, rng, by, number, plan, come))


def people_book(desk: Desk, clock: FixedTime, rng: Random, *, by: str, end: datetime) -> None:
    """Let people book and keep appointments, and the office be heard of."""
    clock.put(end - timedelta(minutes=50))
    for ahead in (0, 1, 2, 3):
        _book(desk, rng, by, end.date() + timedelta(days=ahead))
    clock.put(end)
    for ago, kind, count, title in _OUTREACH:
        of = Outreach(kind=kind, on=end.date() - timedelta(days=ago), count=count, title=title)
        record_outreach(desk.guidance, by=by, outreach=of, command_id=desk.journal.new_id())


def _lay_down(desk: Desk, day: date) -> None:
    """Lay down what the office guides on, and when it takes appointments, unless it has done so."""
    if list_lines(desk.guidance):
        return
    book = desk.accounts.present_book()
    leader = next(each.id for each in book.list_accounts() if allows(each, PUT_PROCEDURES, day))
    codes = tuple(each.code for each in desk.catalogue.present().current(day))[:_GUIDED]
    put_procedure_list(
        desk.guidance,
        by=leader,
        codes=codes,
        valid_from=day,
        basis="Kế hoạch 08/KH-UBND",
        command_id=desk.journal.new_id(),
    )
    fields = ("Hộ tịch", "Chứng thực")
    plans = (
        LinePlan(name=_LINE, valid_from=day, fields=fields, counter="Quầy 1", capacity=2),
        LinePlan(
            name="Đất đai", valid_from=day, fields=("Đất đai",), weekdays=(1, 3), minutes=45, opens_at=time(7, 30)
        ),
    )
    for plan in plans:
        put_line(desk.guidance, by=leader, plan=plan, command_id=desk.journal.new_id())


def _call(desk: Desk, rng: Random, by: str, number: int, plan: Plan, come: Come) -> None:
    now = desk.journal.time.now()
    procedure = rng.choice([each for each in desk.catalogue.present().current(now.date())[:_GUIDED] if each.papers])
    papers = tuple(PaperChecked(name=each.name, has=rng.random() < 0.75) for each in procedure.papers[:3])
    ahead = now.date() + timedelta(days=rng.randrange(2, 6)) if number % 5 == 0 else None
    advice = Advice(
        channel=rng.choice(_CHANNELS),
        person=_caller(rng, now),
        procedure=procedure.code,
        advice=rng.choice(_ADVICE),
        papers=papers,
        forms=procedure.forms[:1] if rng.random() < 0.4 else (),
        minutes=rng.randrange(2, 9),
        follow_up_on=ahead,
        follow_up="Đã có đủ giấy chưa" if ahead is not None else "",
    )
    contact = log_guidance(desk.guidance, by=by, advice=advice, command_id=desk.journal.new_id()).subject
    if rng.random() < 0.7:
        plan(now + timedelta(days=rng.randrange(1, 4)), partial(come, contact))


def _book(desk: Desk, rng: Random, by: str, day: date) -> None:
    """Fill a third of a day's slots; of those that are over most people have come."""
    room, now = desk.guidance, desk.journal.time.now()
    for slot in list_slots(room, get_line(room, _LINE), day):
        if slot.ends_at <= now or rng.random() > 0.35:
            continue
        booking = Booking(
            starts_at=slot.starts_at,
            line=slot.line,
            person=_caller(rng, now),
            procedure=rng.choice(("1.001193", "2.000815")),
        )
        made = appointments.book(room, by=by, booking=booking, command_id=desk.journal.new_id()).subject
        if slot.starts_at <= now:
            appointments.arrive(room, by=by, appointment=made, command_id=desk.journal.new_id())


def _caller(rng: Random, now: datetime) -> Person:
    known = grown_up(rng, now.date())
    return Person(name=known.name if rng.random() < 0.9 else "", phone=known.phone or "0900123456")


def _moment(rng: Random, day: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, rng.choice((8, 9, 10, 14, 15)), rng.randrange(60), tzinfo=VIETNAM)
