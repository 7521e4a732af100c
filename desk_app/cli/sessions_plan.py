"""Places and plans of ``desk sessions``."""

from datetime import date, datetime

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.sessions_shown import answer_session, place_shown, session_shown, session_words
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import day
from desk_app.mobile_sessions import planning
from desk_app.mobile_sessions.dates import clock_time, hours, weekly
from desk_app.mobile_sessions.facts import CancelReason, Place, Plan, Staff
from desk_app.mobile_sessions.named import get_place, place_named, session_named
from desk_app.mobile_sessions.planning import Change
from desk_app.mobile_sessions.reading import places as places_in_use
from desk_app.mobile_sessions.reading import session_seen
from desk_app.mobile_sessions.room import READ

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_REASONS = click.Choice(["weather", "place", "staff", "few_people", "other"])
_session = click.argument("session", metavar="BUỔI")
_staff = click.option("--staff", multiple=True, metavar="TÊN|CƠ QUAN|VIỆC", help="Một người phục vụ; ghi nhiều lần.")
_procedures = click.option(
    "--procedure", "procedures", multiple=True, metavar="MÃ", help="Thủ tục giải quyết tại buổi."
)
_kit = click.option(
    "--thing", "kit", multiple=True, metavar="CHỮ", help="Dụng cụ mang theo; không ghi là danh mục cơ quan."
)


@command("places", "Các địa điểm; --add thêm một nơi, --end thôi dùng một nơi.")
@click.option("--add", "name", default="", metavar="TÊN", help="Thêm địa điểm.")
@click.option("--area", default="", metavar="TÊN", help="Khu vực, ấp của địa điểm.")
@click.option("--address", default="", metavar="CHỮ", help="Địa chỉ.")
@click.option("--contact", default="", metavar="TÊN", help="Người liên hệ.")
@click.option("--phone", default="", metavar="SỐ", help="Điện thoại.")
@click.option("--end", "ending", default="", metavar="NƠI", help="Thôi dùng địa điểm này.")
@click.option("--reason", default="", metavar="CHỮ", help="Vì sao thôi dùng.")
@asks
def places(asked: Asked, name: str, ending: str, reason: str, **about: str) -> None:
    """List the places, add one, or give one up."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        if name:
            place = Place(name=name, **about)
            made = planning.put_place(room, by=act.by, place=place, command_id=act.new_id()).subject
            known = get_place(act.desk.journal.reading(), made)
            answer(asked, place_shown(known), f"Đã ghi {known.place.name}, mã {known.short}.")
            return
        if ending:
            id_ = place_named(room, ending).id
            planning.end_place(room, by=act.by, place=id_, reason=reason, command_id=act.new_id())
        act.desk.require(act.by, READ)
        found = places_in_use(room)
    shown = ((place_shown(each), f"{each.short}  {each.place.area}: {each.place.name}") for each in found)
    answer_each(asked, shown, nothing="Chưa có địa điểm nào. Thêm bằng --add.")


@command("plan", "Lập một buổi (--on) hoặc một loạt (--every, --until).")
@click.argument("place", metavar="NƠI")
@click.option("--on", "on", default="", metavar="NGÀY", help="Ngày tổ chức; với --every là ngày bắt đầu.")
@click.option("--every", type=click.Choice(_WEEKDAYS), help="Lặp lại vào thứ này hằng tuần.")
@click.option("--weeks", type=click.IntRange(1, 8), default=1, help="Cách mấy tuần một lần.")
@click.option("--until", default="", metavar="NGÀY", help="Lặp đến hết ngày này.")
@click.option("--starts", default="7:30", metavar="GIỜ", help="Giờ bắt đầu; thường 7:30.")
@click.option("--ends", default="11:00", metavar="GIỜ", help="Giờ kết thúc; thường 11:00.")
@_staff
@_procedures
@_kit
@click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")
@asks
def plan(asked: Asked, place: str, on: str, every: str | None, weeks: int, until: str, **about: object) -> None:
    """Plan a session or a series; answers each."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        known = place_named(room, place)
        days = _days(act, on, every, weeks, until)
        plans = tuple(_plan_of(known.id, each, about) for each in days)
        written = planning.plan_sessions(room, by=act.by, plans=plans, command_id=act.new_id())
        seen = [session_seen(room, each.subject) for each in written.entries]
    answer_each(asked, ((session_shown(each), session_words(each)) for each in seen), nothing="")


@command("change", "Sửa kế hoạch một buổi; phần không ghi thì giữ nguyên.")
@_session
@click.option("--place", default="", metavar="NƠI", help="Địa điểm khác.")
@click.option("--on", "on", default="", metavar="NGÀY", help="Ngày khác.")
@click.option("--starts", default="", metavar="GIỜ", help="Giờ bắt đầu khác.")
@click.option("--ends", default="", metavar="GIỜ", help="Giờ kết thúc khác.")
@_staff
@_procedures
@_kit
@click.option("--note", default=None, metavar="CHỮ", help="Ghi chú khác.")
@asks
def change(asked: Asked, session: str, place: str, on: str, starts: str, ends: str, **about: object) -> None:
    """Change parts of a plan."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        now = session_named(room, session)
        staff, procedures, kit, note = (about[name] for name in ("staff", "procedures", "kit", "note"))
        wanted = Change(
            place=place_named(room, place).id if place else None,
            hours=_other_hours(now.plan, on, starts, ends) if on or starts or ends else None,
            staff=_staff_of(staff) if staff else None,
            procedures=tuple(map(str, _texts(procedures))) if procedures else None,
            kit=_texts(kit) if kit else None,
            note=None if note is None else str(note),
        )
        planning.change_session(room, by=act.by, session=now.id, change=wanted, command_id=act.new_id())
        answer_session(asked, act, now.id)


@command("cancel", "Hủy một buổi; --to dời sang ngày khác với cùng người, dụng cụ, thủ tục.")
@_session
@click.option("--reason", type=_REASONS, required=True, help="Vì sao.")
@click.option("--note", default="", metavar="CHỮ", help="Nói rõ; bắt buộc khi lý do là other.")
@click.option("--to", "to", default="", metavar="NGÀY", help="Dời sang ngày này, cùng giờ.")
@asks
def cancel(asked: Asked, session: str, reason: CancelReason, note: str, to: str) -> None:
    """Call a session off."""
    with acting(asked) as act:
        room = act.desk.mobile_sessions
        now = session_named(room, session)
        moved = _other_hours(now.plan, to, "", "") if to else None
        planning.cancel_session(
            room, by=act.by, session=now.id, reason=reason, note=note, hours=moved, command_id=act.new_id()
        )
        answer_session(asked, act, now.id)


def _days(act: Acting, on: str, every: str | None, weeks: int, until: str) -> tuple[date, ...]:
    first = day(on, field="on") if on else act.desk.journal.time.now().date()
    if every is None:
        if not on:
            raise InvalidInput("on", "Chưa ghi ngày tổ chức.", "Thêm --on NGÀY, hoặc --every friday --until NGÀY.")
        return (first,)
    return weekly(_WEEKDAYS.index(every), first, day(until, field="until"), every=weeks)


def _plan_of(place: str, on: date, about: dict[str, object]) -> Plan:
    starts, ends = (clock_time(str(about[name]), field=name) for name in ("starts", "ends"))
    starts_at, ends_at = hours(on, starts, ends)
    return Plan(
        place=place,
        starts_at=starts_at,
        ends_at=ends_at,
        staff=_staff_of(about["staff"]),
        procedures=_texts(about["procedures"]),
        kit=_texts(about["kit"]),
        note=str(about["note"]),
    )


def _other_hours(plan: Plan, on: str, starts: str, ends: str) -> tuple[datetime, datetime]:
    return hours(
        day(on, field="on") if on else plan.starts_at.date(),
        clock_time(starts, field="starts") if starts else plan.starts_at.time(),
        clock_time(ends, field="ends") if ends else plan.ends_at.time(),
    )


def _staff_of(typed: object) -> tuple[Staff, ...]:
    found = []
    for each in _texts(typed):
        name, agency, job = (*(part.strip() for part in each.split("|")), "", "")[:3]
        found.append(Staff(name=name, agency=agency, job=job))
    return tuple(found)


def _texts(typed: object) -> tuple[str, ...]:
    return tuple(map(str, typed)) if isinstance(typed, tuple) else ()
