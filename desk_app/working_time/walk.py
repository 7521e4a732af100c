"""A walk over the calendar, half-day by half-day, that writes down why each one counts or not."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from desk_app.working_time.calendar import Calendar, Day
from desk_app.working_time.half_days import Half, HalfDay, morning_after
from desk_app.working_time.why import WhyStep

_MORNING = Half.MORNING
_AFTERNOON = Half.AFTERNOON
_WHOLE_DAY = (_MORNING, _AFTERNOON)
_AFTERNOON_ONLY = (_AFTERNOON,)


class Walk:
    """Where a count of half-days stands.

    ``at`` is the next half-day not yet walked, ``last`` the one the term would end with now, ``steps`` the way so far.
    """

    __slots__ = ("_calendar", "at", "last", "steps")

    def __init__(self, calendar: Calendar, start: HalfDay) -> None:
        self._calendar = calendar
        self.at = start
        self.last = start
        self.steps: list[WhyStep] = []

    def count(self, number: int, *, of: int, used: int = 0) -> None:
        """Count ``number`` working half-days: the next after ``used`` in a term ``of`` so many."""
        if number == 0:
            return
        names, done, wanted, add = _names(of), used, used + number, self.steps.append
        halves = _WHOLE_DAY if self.at.half is _MORNING else _AFTERNOON_ONLY
        for on, works, reason in self._calendar.days_from(self.at.on):
            if not works:
                add(WhyStep(on=on, half=None, counted=False, reason=reason))
                continue
            special = f"{reason}, " if reason else ""
            for half in halves:
                done += 1
                add(WhyStep(on=on, half=half, counted=True, reason=special + names[done]))
                if done == wanted:
                    self.last = HalfDay(on, half)
                    self.at = self.last.following
                    return
            halves = _WHOLE_DAY

    def pass_to(self, until: HalfDay, named: Mapping[date, str], otherwise: str = "") -> None:
        """Pass over all before ``until`` uncounted: days in ``named`` for that reason, other days off for their own."""
        for day in self._calendar.days_from(self.at.on):
            if HalfDay(day.on, _MORNING) >= until:
                break
            self._pass(day, until, named.get(day.on) or (otherwise if day.works else day.reason))
        self.at = max(self.at, until)

    def end_on(self, on: date, reason: str) -> None:
        """End with the rest of a day that is reached but not counted."""
        half = _AFTERNOON if self.at == HalfDay(on, _AFTERNOON) else None
        self.steps.append(WhyStep(on=on, half=half, counted=False, reason=reason))
        self.last = HalfDay(on, _AFTERNOON)
        self.at = morning_after(on)

    def _pass(self, day: Day, until: HalfDay, reason: str) -> None:
        half: Half | None = None
        if day.on == self.at.on and self.at.half is _AFTERNOON:
            if day.on == until.on:
                return
            half = _AFTERNOON
        elif day.on == until.on:
            half = _MORNING
        self.steps.append(WhyStep(on=day.on, half=half, counted=False, reason=reason))


def working_half_days(calendar: Calendar, first: HalfDay, last: HalfDay) -> int:
    """Return how many working half-days there are from ``first`` to ``last``, both included."""
    if last < first:
        return 0
    days = calendar.days_between(first.on, last.on)
    number = 2 * sum(day.works for day in days)
    number -= first.half is _AFTERNOON and days[0].works
    number -= last.half is _MORNING and days[-1].works
    return number


@lru_cache(maxsize=256)
def _names(of: int) -> tuple[str, ...]:
    """Return ``tính nửa ngày thứ k/of`` for every k: made once for each length of term."""
    return tuple(f"tính nửa ngày thứ {number}/{of}" for number in range(of + 1))
