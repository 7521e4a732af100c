"""Marks: early, on time, late; and how much of a term is used and left."""

from datetime import date, datetime
from enum import Enum

from desk_app.kernel.records import Record
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.half_days import HalfDay, OfficeHours, vietnamese
from desk_app.working_time.walk import working_half_days
from desk_app.working_time.why import Due


class Mark(Enum):
    """How a result stands to its due date."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"

    @property
    def spoken(self) -> str:
        """Return the words of the control sheet: ``trước hạn``, ``đúng hạn`` or ``quá hạn``."""
        return {Mark.EARLY: "trước hạn", Mark.ON_TIME: "đúng hạn", Mark.LATE: "quá hạn"}[self]


class Progress(Record):
    """Half-days of a term used and left, and working half-days that have wholly passed since it ended."""

    used: int
    left: int
    over: int


def mark(due_at: datetime, finished_at: datetime, *, in_hours: bool = False) -> Mark:
    """Return the mark of a result: dates are compared, or whole minutes for a term in hours."""
    due_by, done_by = _compared(due_at, in_hours=in_hours), _compared(finished_at, in_hours=in_hours)
    if done_by == due_by:
        return Mark.ON_TIME
    return Mark.EARLY if done_by < due_by else Mark.LATE


def is_late(due_at: datetime, now: datetime, *, in_hours: bool = False) -> bool:
    """Tell whether a result not yet given is late at ``now``: after the due date, or minute for a term in hours."""
    return mark(due_at, now, in_hours=in_hours) is Mark.LATE


def half_days_between(from_at: datetime, to_at: datetime, calendar: Calendar, hours: OfficeHours) -> int:
    """Return how many working half-days end after ``from_at`` and by ``to_at``: what is left, or how late it is."""
    first, last = hours.last_ended(vietnamese(from_at)).following, hours.last_ended(vietnamese(to_at))
    return working_half_days(calendar, first, last) if first <= last else 0


def progress(found: Due, at: datetime, calendar: Calendar, hours: OfficeHours) -> Progress:
    """Return how far a term in half-days has come at ``at``; a half-day is used when it has ended."""
    now = vietnamese(at, field="at")
    ends = [hours.closing(HalfDay(step.on, step.half)) for step in found.why if step.counted and step.half is not None]
    used = sum(end <= now for end in ends)
    return Progress(used=used, left=len(ends) - used, over=half_days_between(found.due_at, now, calendar, hours))


def _compared(at: datetime, *, in_hours: bool) -> date | datetime:
    vietnam = vietnamese(at, field="at")
    return vietnam.replace(second=0, microsecond=0) if in_hours else vietnam.date()
