"""The lines of ``desk appointments``: which slots there are."""

from datetime import datetime, time

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.guidance.appointments.commands import put_line
from desk_app.guidance.appointments.line import Line, Plan, plan_of, spoken_weekdays, weekdays_in
from desk_app.guidance.appointments.reading import READ, get_line, list_lines, list_slots
from desk_app.guidance.appointments.slots import Slot, why_closed
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day


class LineShown(Record):
    """A line and its newest plan; ``weekdays`` begin with 0, Monday; ``plans`` counts all it ever had."""

    id: str
    name: str
    fields: tuple[str, ...]
    counter: str
    weekdays: tuple[int, ...]
    opens_at: time
    closes_at: time
    minutes: int
    capacity: int
    is_open: bool
    valid_from: str
    plans: int


class SlotShown(Record):
    """One slot of a line."""

    line: str
    starts_at: datetime
    minutes: int
    capacity: int
    free: int


@command("lines", "Liệt kê các lịch nhận hẹn.")
@asks
def lines(asked: Asked) -> None:
    """List every line."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = list_lines(act.desk.guidance)
    nothing = "Chưa có lịch nhận hẹn nào: lập bằng «desk appointments line TÊN»."
    answer_each(asked, ((_shown(each), _words(each)) for each in found), nothing=nothing)


@command("line", "Lập một lịch nhận hẹn, hoặc đổi lịch đã có từ một ngày.")
@click.argument("name", metavar="TÊN")
@click.option("--field", "fields", multiple=True, metavar="LĨNH_VỰC", help="Lĩnh vực. Ghi được nhiều lần.")
@click.option("--counter", default=None, metavar="QUẦY", help="Quầy tiếp người hẹn.")
@click.option("--weekdays", default=None, metavar="THỨ", help="Như 2-6, hoặc 3,5.")
@click.option("--opens", default=None, metavar="GIỜ", help="Nhận hẹn từ giờ này trong giờ làm việc.")
@click.option("--closes", default=None, metavar="GIỜ", help="Nhận hẹn đến giờ này.")
@click.option("--minutes", type=int, default=None, metavar="PHÚT", help="Mỗi lượt bao lâu.")
@click.option("--capacity", type=int, default=None, metavar="SỐ", help="Mỗi lượt mấy người.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này; không ghi là hôm nay.")
@click.option("--closed", is_flag=True, help="Thôi nhận hẹn từ ngày này.")
@asks
def line(
    asked: Asked,
    name: str,
    first: str,
    closed: bool,
    weekdays: str | None,
    opens: str | None,
    closes: str | None,
    **values: object,
) -> None:
    """Lay down a line; what is not said stays as it was."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        on = day(first, field="from") if first else act.desk.journal.time.now().date()
        known = _find(list_lines(act.desk.guidance), name)
        plan = plan_of(known.plans[-1]) if known is not None else Plan(name=name, valid_from=on)
        said = {key: value for key, value in values.items() if value not in (None, ())}
        said |= {"weekdays": weekdays_in(weekdays)} if weekdays else {}
        said |= {key: _time(text) for key, text in (("opens_at", opens), ("closes_at", closes)) if text}
        plan = changed(plan, **said, valid_from=on, is_open=not closed)
        written = put_line(
            act.desk.guidance, by=act.by, plan=plan, line=known.id if known else "", command_id=act.new_id()
        )
        made = get_line(act.desk.guidance, written.subject)
    answer(asked, _shown(made), _words(made))


@command("slots", "Liệt kê các lượt hẹn của một ngày và số chỗ trống.")
@click.argument("line_name", metavar="[LỊCH]", default="")
@click.option("--date", "date_text", default="", metavar="NGÀY", help="Ngày nào; không ghi là hôm nay.")
@click.option("--free", is_flag=True, help="Chỉ lượt còn chỗ và chưa qua.")
@asks
def slots(asked: Asked, line_name: str, date_text: str, free: bool) -> None:
    """List the slots of a line on a day."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room, now = act.desk.guidance, act.desk.journal.time.now()
        on = day(date_text) if date_text else now.date()
        named = get_line(room, line_name)
        found = [slot for slot in list_slots(room, named, on) if not free or (slot.free and slot.starts_at >= now)]
        why = why_closed(named, on, room.working_time.present_calendar())
    nothing = f"Không có lượt nào{f': {why}' if why else ''}."
    answer_each(asked, ((_slot_shown(named, each), _slot_words(each)) for each in found), nothing=nothing)


def _find(known: tuple[Line, ...], name: str) -> Line | None:
    """Return the line that bears exactly this name or id."""
    return next((each for each in known if name in (each.name, each.id)), None)


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise InvalidInput("time", f"«{text}» không phải là giờ.", "Ghi như 07:30.") from None


def _shown(of: Line) -> LineShown:
    plan = of.plans[-1]
    same = ("name", "fields", "counter", "weekdays", "opens_at", "closes_at", "minutes", "capacity", "is_open")
    return LineShown(
        **{name: getattr(plan, name) for name in same},
        id=of.id,
        valid_from=plan.valid_from.isoformat(),
        plans=len(of.plans),
    )


def _words(of: Line) -> str:
    plan = of.plans[-1]
    state = "" if plan.is_open else " – THÔI NHẬN HẸN"
    fields = f" ({', '.join(plan.fields)})" if plan.fields else ""
    counter = f", {plan.counter}" if plan.counter else ""
    each = f"mỗi lượt {plan.minutes} phút, {quantity(plan.capacity)} người"
    return f"{plan.name}{fields}{counter}: {spoken_weekdays(plan.weekdays)}, {each}{state}"


def _slot_shown(of: Line, slot: Slot) -> SlotShown:
    return SlotShown(
        line=of.name, starts_at=slot.starts_at, minutes=slot.minutes, capacity=slot.capacity, free=slot.free
    )


def _slot_words(slot: Slot) -> str:
    left = f"còn {slot.free} chỗ" if slot.free else "đã đủ"
    return f"{slot.starts_at:%H:%M}–{slot.ends_at:%H:%M}  {left}"
