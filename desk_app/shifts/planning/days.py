"""On which days a pattern has somebody on duty in a month, holidays moved or left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.book import Pattern
from desk_app.shifts.facts import MovedDay
from desk_app.working_time.calendar import WEEKDAYS, Calendar

_WEEKENDS = WEEKDAYS[5:]


@dataclass(frozen=True, kw_only=True)
class DutyDay:
    """One shift to man: ``by_pattern`` is the day it falls on, ``on`` the day it takes place."""

    pattern: Pattern
    by_pattern: date
    on: date


@dataclass(frozen=True, kw_only=True)
class MonthDays:
    """The shifts of a month, and the duty days that a holiday moved or took away."""

    days: tuple[DutyDay, ...]
    moved: tuple[MovedDay, ...]


def month_days(patterns: Iterable[Pattern], month: date, calendar: Calendar, *, moves: bool) -> MonthDays:
    """Return the shifts that fall in a month by their patterns, by day; ``moves``: a holiday's go to the next working day.

    A weekend is no holiday for a pattern that names it. A day the pattern mans anyway takes no second shift.
    """
    days: list[DutyDay] = []
    moved: list[MovedDay] = []
    for pattern in patterns:
        own = _days_by_pattern(pattern, month)
        taken = {on for on in own if not _holiday(calendar, on)}
        for on in own:
            reason = _holiday(calendar, on)
            if not reason:
                days.append(DutyDay(pattern=pattern, by_pattern=on, on=on))
                continue
            to = calendar.working_day_after(on) if moves else None
            if to is not None and (to in taken or _falls_on(pattern, to)):
                reason, to = f"{reason}; ngày {spoken_day(to)} đã có ca", None
            moved.append(MovedDay(pattern=pattern.id, on=on, to=to, reason=reason))
            if to is not None:
                taken.add(to)
                days.append(DutyDay(pattern=pattern, by_pattern=on, on=to))
    days.sort(key=lambda each: (each.on, each.pattern.starts, each.pattern.id))
    return MonthDays(days=tuple(days), moved=tuple(moved))


def first_of_next(month: date) -> date:
    """Return the first day of the month after ``month``."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def _days_by_pattern(pattern: Pattern, month: date) -> list[date]:
    first, after = month.replace(day=1), first_of_next(month)
    every = (first + timedelta(days=number) for number in range((after - first).days))
    return [on for on in every if _falls_on(pattern, on)]


def _falls_on(pattern: Pattern, on: date) -> bool:
    if on < pattern.valid_from or (pattern.valid_to is not None and on > pattern.valid_to):
        return False
    begun = pattern.valid_from - timedelta(days=pattern.valid_from.weekday())
    return on.weekday() in pattern.weekdays and (on - begun).days // 7 % pattern.every_weeks == 0


def _holiday(calendar: Calendar, on: date) -> str:
    """Return which holiday a day is, or the reason why the office is closed on a weekday; empty when it is neither."""
    day = calendar.day(on)
    return "" if day.works or day.reason in _WEEKENDS else day.reason
