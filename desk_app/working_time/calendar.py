"""Which days the office works, and the Vietnamese reason for every day it does not.

Weekends are off; the yearly notice of holidays and swaps is data. A year without one has the holidays that the law fixes to a day,
and says that the others are missing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record
from desk_app.working_time.law_holidays import FIXED_HOLIDAYS, fixed_days_off

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_SATURDAY = 5


class NamedDay(Record):
    """A day that is not like its weekday, with the name people give it."""

    on: date
    name: str


class DayOff(NamedDay):
    """A day on which the office is closed."""


class WorkedDay(NamedDay):
    """A Saturday or Sunday on which the office works, and the day off it makes up for."""

    makes_up_for: date


class WorkingYear(Record):
    """One year's holidays and swaps, as the notice it comes from gives them."""

    year: int
    notice: str
    days_off: tuple[DayOff, ...] = ()
    worked_days: tuple[WorkedDay, ...] = ()


class Day(NamedTuple):
    """One day of the calendar; ``reason`` is empty on an ordinary working day."""

    on: date
    works: bool
    reason: str


class Calendar:
    """Answers which days are worked; never changes, and works each year's days out once."""

    __slots__ = ("_days", "years")

    def __init__(self, years: Iterable[WorkingYear] = ()) -> None:
        """Take the years of which a notice is known; of two for the same year the later one in ``years`` stands."""
        self.years: Mapping[int, WorkingYear] = MappingProxyType({known.year: known for known in years})
        self._days: dict[int, tuple[Day, ...]] = {}

    def with_year(self, year: WorkingYear) -> "Calendar":
        """Return the calendar as it would be with ``year`` imported: what a preview counts with."""
        return Calendar((*self.years.values(), year))

    def knows(self, year: int) -> bool:
        """Tell whether a notice for ``year`` is here."""
        return year in self.years

    def year(self, year: int) -> WorkingYear:
        """Return the notice's content for ``year``; raise ``NotFound`` when there is none."""
        if year not in self.years:
            raise NotFound("calendar.unknown_year", unknown_year_warning(year) + ".", "Hãy nhập lịch nghỉ của năm này.")
        return self.years[year]

    def day(self, on: date) -> Day:
        """Return what the calendar says of one day."""
        return self._days_of(on.year)[on.toordinal() - date(on.year, 1, 1).toordinal()]

    def is_working(self, on: date) -> bool:
        """Tell whether the office works on a day."""
        return self.day(on).works

    def reason(self, on: date) -> str:
        """Return why a day is off or made up for, as in ``Chủ nhật``; ``Ngày làm việc`` for an ordinary one."""
        return self.day(on).reason or "Ngày làm việc"

    def days_from(self, on: date) -> Iterator[Day]:
        """Yield ``on`` and every day after it, without end."""
        start = on.toordinal() - date(on.year, 1, 1).toordinal()
        year = on.year
        while True:
            days = self._days_of(year)
            for number in range(start, len(days)):
                yield days[number]
            year, start = year + 1, 0

    def days_between(self, first_on: date, last_on: date) -> list[Day]:
        """Return the days from ``first_on`` to ``last_on``, both included."""
        return list(islice(self.days_from(first_on), (last_on - first_on).days + 1))

    def working_day_after(self, on: date) -> date:
        """Return the first working day later than ``on``."""
        return next(day.on for day in self.days_from(on + timedelta(days=1)) if day.works)

    def _days_of(self, year: int) -> tuple[Day, ...]:
        days = self._days.get(year)
        if days is None:
            days = self._days[year] = _days_of(year, self.years.get(year))
        return days


def unknown_year_warning(year: int) -> str:
    """Return the words that go with a date counted in a year without a notice."""
    fixed = ", ".join(f"{day}/{month}" for day, month, _name in FIXED_HOLIDAYS)
    return f"Chưa có lịch nghỉ năm {year}: chỉ trừ thứ bảy, chủ nhật và {fixed}, chưa trừ Tết và ngày nghỉ khác"


def _days_of(year: int, known: WorkingYear | None) -> tuple[Day, ...]:
    named: dict[date, Day] = {}
    if known is None:
        named.update((on, Day(on, False, reason)) for on, reason in fixed_days_off(year).items())
    else:
        named.update((off.on, Day(off.on, False, off.name)) for off in known.days_off)
        named.update((worked.on, Day(worked.on, True, worked.name)) for worked in known.worked_days)
    first = date(year, 1, 1)
    length = date(year, 12, 31).toordinal() - first.toordinal() + 1
    every = (first + timedelta(days=number) for number in range(length))
    return tuple(named.get(on) or _unnamed(on) for on in every)


def _unnamed(on: date) -> Day:
    weekday = on.weekday()
    works = weekday < _SATURDAY
    return Day(on, works, "" if works else WEEKDAYS[weekday])
