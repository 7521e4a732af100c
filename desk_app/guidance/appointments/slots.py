"""The slots of a line on a day: from its plan, the office hours and the calendar. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk_app.guidance.appointments.facts import LinePut
from desk_app.guidance.appointments.line import Line
from desk_app.guidance.appointments.seats import Seat, most_at_once
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.half_days import Half, OfficeHours


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One slot of a line: when, for how many people, how many of the places are taken."""

    line: str
    starts_at: datetime
    minutes: int
    capacity: int
    taken: int

    @property
    def ends_at(self) -> datetime:
        """Return the moment the slot is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def free(self) -> int:
        """Return how many places are left."""
        return max(0, self.capacity - self.taken)


def slots_on(line: Line, day: date, calendar: Calendar, hours: OfficeHours, seats: Sequence[Seat]) -> tuple[Slot, ...]:
    """Return a line's slots on a day, none where the office is closed; ``seats`` are those that have a place."""
    plan = line.plan_on(day)
    if (
        plan is None
        or not plan.is_open
        or not calendar.is_working(day)
        or weekday_of(calendar, day) not in plan.weekdays
    ):
        return ()
    return tuple(
        Slot(
            line=line.id,
            starts_at=start,
            minutes=plan.minutes,
            capacity=plan.capacity,
            taken=most_at_once(seats, start, start + timedelta(minutes=plan.minutes)),
        )
        for start in _starts(plan, day, hours)
    )


def why_closed(line: Line, day: date, calendar: Calendar) -> str:
    """Return why a line takes nobody on a day, in Vietnamese; empty where it does."""
    plan = line.plan_on(day)
    if plan is None or not plan.is_open:
        return "Lịch này không nhận hẹn ngày đó"
    if not calendar.is_working(day):
        return calendar.reason(day)
    return "" if weekday_of(calendar, day) in plan.weekdays else "Lịch này không nhận hẹn thứ đó"


def weekday_of(calendar: Calendar, day: date) -> int:
    """Return the weekday whose plan holds on ``day``: a worked Saturday is like the day it makes up for."""
    if calendar.knows(day.year):
        made_up = next((each for each in calendar.year(day.year).worked_days if each.on == day), None)
        if made_up is not None:
            return made_up.makes_up_for.weekday()
    return day.weekday()


def _starts(plan: LinePut, day: date, hours: OfficeHours) -> Iterator[datetime]:
    step = timedelta(minutes=plan.minutes)
    for half in (Half.MORNING, Half.AFTERNOON):
        start = datetime.combine(day, max(hours.opens(half), plan.opens_at), VIETNAM)
        end = datetime.combine(day, min(hours.closes(half), plan.closes_at), VIETNAM)
        while start + step <= end:
            yield start
            start += step
