"""A line: one desk or field that takes appointments, with the plan in force on each day."""

import re
from dataclasses import dataclass
from datetime import date, time

from desk_app.guidance.appointments.facts import LinePut
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line, collation_key, folded
from desk_app.working_time.calendar import WEEKDAYS

WEEKDAY_WORDS = tuple(each.lower() for each in WEEKDAYS)
_LONGEST_SLOT_MINUTES, _LARGEST = 240, 50
_WEEKDAYS = re.compile(r"([2-7]|cn)(?:-([2-7]|cn))?", re.ASCII)


class Plan(Record):
    """The form of a line's plan; see ``LinePut``."""

    name: str
    valid_from: date
    fields: tuple[str, ...] = ()
    counter: str = ""
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    opens_at: time = time(0, 0)
    closes_at: time = time(23, 59)
    minutes: int = 30
    capacity: int = 1
    is_open: bool = True


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line and every plan it ever had, oldest first."""

    id: str
    desk: str
    plans: tuple[LinePut, ...]

    @property
    def name(self) -> str:
        """Return what the line is called now."""
        return self.plans[-1].name

    def plan_on(self, day: date) -> LinePut | None:
        """Return the plan in force on ``day``; None before the first one."""
        return next((plan for plan in reversed(self.plans) if plan.valid_from <= day), None)

    def serves(self, field: str, day: date) -> bool:
        """Tell whether the line takes people of a field of work on ``day``; an empty field is any."""
        plan = self.plan_on(day)
        return plan is not None and plan.is_open and (not plan.fields or not field or field in plan.fields)


def in_order(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return lines in the Vietnamese order of their names."""
    return tuple(sorted(lines, key=lambda line: (collation_key(line.name), line.id)))


def line_named(lines: tuple[Line, ...], text: str) -> Line:
    """Return the line of that id, or whose name ``text`` names or begins; the only one where nothing is said.

    Raises ``NotFound`` for none, or for several that it may mean.
    """
    if not text and len(lines) == 1:
        return lines[0]
    wanted = folded(text)
    exact = [line for line in lines if text in (line.id, line.name) or (wanted and folded(line.name) == wanted)]
    begun = exact or [line for line in lines if wanted and folded(line.name).startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    names = ", ".join(line.name for line in lines) or "chưa có, hãy lập bằng «desk appointments line»"
    raise NotFound("appointments.line", f"Không rõ lịch hẹn nào: «{text}».", f"Các lịch: {names}.")


def checked_plan(plan: Plan) -> LinePut:
    """Return the fact of a plan with every field clean; raise ``InvalidInput`` naming the first that is not."""
    if not 5 <= plan.minutes <= _LONGEST_SLOT_MINUTES:
        raise InvalidInput("minutes", "Độ dài mỗi lượt không đúng.", f"Từ 5 đến {_LONGEST_SLOT_MINUTES} phút.")
    if not 1 <= plan.capacity <= _LARGEST:
        raise InvalidInput("capacity", "Số người mỗi lượt không đúng.", f"Từ 1 đến {_LARGEST} người.")
    if plan.opens_at >= plan.closes_at:
        raise InvalidInput("closes_at", "Giờ đóng phải sau giờ mở.", "Ghi như 07:30 và 11:00.")
    days = tuple(sorted(set(plan.weekdays)))
    if not days or not set(days) <= set(range(7)):
        raise InvalidInput("weekdays", "Chưa có ngày nào trong tuần.", "Ghi như 2-6, hoặc 3,5.")
    return LinePut(
        name=checked_line(plan.name, field="name", label="Tên lịch hẹn", longest=60, required=True),
        fields=tuple(checked_line(each, field="fields", label="Lĩnh vực", longest=120) for each in plan.fields),
        counter=checked_line(plan.counter, field="counter", label="Quầy", longest=40),
        weekdays=days,
        opens_at=plan.opens_at,
        closes_at=plan.closes_at,
        minutes=plan.minutes,
        capacity=plan.capacity,
        is_open=plan.is_open,
        valid_from=plan.valid_from,
    )


def plan_of(fact: LinePut) -> Plan:
    """Return the form of a plan that stands, to change it."""
    return Plan(**{name: getattr(fact, name) for name in Plan.__struct_fields__})


def closed(fact: LinePut, valid_from: date) -> LinePut:
    """Return the plan of a line that takes nobody from ``valid_from`` on."""
    return changed(fact, is_open=False, valid_from=valid_from)


def weekdays_in(text: str) -> tuple[int, ...]:
    """Return the weekdays that ``2-6`` or ``3,5,cn`` names, Monday being 0; raise ``InvalidInput`` otherwise."""
    days: set[int] = set()
    for part in text.lower().replace(" ", "").replace("t", "").split(","):
        found = _WEEKDAYS.fullmatch(part)
        if found is None:
            raise InvalidInput("weekdays", f"«{text}» không phải là ngày trong tuần.", "Ghi như 2-6, hoặc 3,5,cn.")
        first, last = _weekday(found[1]), _weekday(found[2] or found[1])
        days |= set(range(first, last + 1))
    return tuple(sorted(days))


def spoken_weekdays(days: tuple[int, ...]) -> str:
    """Return weekdays as the office says them: ``thứ hai–thứ sáu`` or ``thứ ba, thứ năm``."""
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return f"{WEEKDAY_WORDS[days[0]]}–{WEEKDAY_WORDS[days[-1]]}"
    return ", ".join(WEEKDAY_WORDS[day] for day in days)


def _weekday(text: str) -> int:
    return 6 if text == "cn" else int(text) - 2
