"""What a year's calendar must be before the office counts by it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.working_time.calendar import WEEKDAYS, NamedDay, WorkedDay, WorkingYear
from desk_app.working_time.half_days import FIRST_YEAR, LAST_YEAR

_SATURDAY = 5


class DayProblem(NamedTuple):
    """What is wrong with one day of a calendar, in Vietnamese."""

    on: date
    text: str


def problems_of(year: WorkingYear) -> tuple[DayProblem, ...]:
    """Return everything that is wrong with the days of ``year``, in the order of the days."""
    return tuple(sorted((*_strays(year), *_repeats(year), *_wrong_swaps(year))))


def checked_year(year: WorkingYear) -> WorkingYear:
    """Return ``year`` with its days in order; raise ``InvalidInput`` with every problem it has."""
    if not FIRST_YEAR <= year.year <= LAST_YEAR:
        raise InvalidInput("year", f"Năm {year.year} không hợp lệ.", f"Dùng năm từ {FIRST_YEAR} đến {LAST_YEAR}.")
    if not year.notice.strip():
        raise InvalidInput("notice", f"Lịch năm {year.year} chưa ghi văn bản làm căn cứ.", "Hãy ghi số của thông báo.")
    problems = problems_of(year)
    if problems:
        told = "\n".join(f"{spoken_day(on)}: {text}" for on, text in problems)
        raise InvalidInput("days", told, "Hãy sửa các ngày này.")
    return WorkingYear(
        year=year.year,
        notice=year.notice,
        days_off=tuple(sorted(year.days_off, key=lambda off: off.on)),
        worked_days=tuple(sorted(year.worked_days, key=lambda worked: worked.on)),
    )


def _named_days(year: WorkingYear) -> tuple[NamedDay, ...]:
    return (*year.days_off, *year.worked_days)


def _strays(year: WorkingYear) -> Iterator[DayProblem]:
    for day in _named_days(year):
        if day.on.year != year.year:
            yield DayProblem(day.on, f"không thuộc năm {year.year}.")
        if not day.name.strip():
            yield DayProblem(day.on, "chưa có tên.")


def _repeats(year: WorkingYear) -> Iterator[DayProblem]:
    seen: set[date] = set()
    for day in _named_days(year):
        if day.on in seen:
            yield DayProblem(day.on, "ghi hai lần.")
        seen.add(day.on)


def _wrong_swaps(year: WorkingYear) -> Iterator[DayProblem]:
    off = {day.on for day in year.days_off}
    made_up_for: dict[date, WorkedDay] = {}
    for worked in year.worked_days:
        missed = worked.makes_up_for
        if worked.on.weekday() < _SATURDAY:
            weekday = WEEKDAYS[worked.on.weekday()].lower()
            yield DayProblem(worked.on, f"là {weekday}, vốn là ngày làm việc, không thể làm bù.")
        if missed.year == year.year and missed not in off:
            yield DayProblem(worked.on, f"làm bù cho {spoken_day(missed)}, nhưng ngày đó không nghỉ.")
        if missed in made_up_for:
            earlier = spoken_day(made_up_for[missed].on)
            yield DayProblem(worked.on, f"{spoken_day(missed)} đã được làm bù vào {earlier}.")
        made_up_for[missed] = worked
