"""The shipped calendars against the table they were taken from, and against an independent package."""

import re
from datetime import date, timedelta

import holidays
import pytest

from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.working_time.calendar import Calendar, DayOff, WorkedDay, WorkingYear
from desk_app.working_time.law_holidays import fixed_days_off
from desk_app.working_time.shipped import shipped_years
from desk_app.working_time.year_rules import checked_year
from tests.working_time.office import CALENDAR

# Days off and swaps (off - worked) by year, written the way the notices are summed up: first–last/month.
TABLE = {
    2020: ("1/1; 23–29/1; 2/4; 30/4; 1/5; 2/9", ""),
    2021: ("1/1; 10–16/2; 21/4; 30/4; 3/5; 2–3/9", ""),
    2022: ("3/1; 31/1–4/2; 11/4; 2–3/5; 1–2/9", ""),
    2023: ("2/1; 20–26/1; 1–3/5; 1/9; 4/9", ""),
    2024: ("1/1; 8–14/2; 18/4; 29–30/4; 1/5; 2–3/9", "29/4 - 4/5"),
    2025: ("1/1; 27–31/1; 7/4; 30/4; 1–2/5; 1–2/9", "2/5 - 26/4"),
    2026: ("1/1; 2/1; 16–20/2; 27/4; 30/4; 1/5; 31/8; 1–2/9; 24/11", "2/1 - 10/1; 31/8 - 22/8"),
}
SWAPS_THE_PACKAGE_DOES_NOT_KNOW = {date(2026, 1, 2), date(2026, 1, 10)}


def _day(text: str, year: int) -> date:
    number, month = text.split("/")
    return date(year, int(month), int(number))


def _days(text: str, year: int) -> list[date]:
    days: list[date] = []
    for part in text.split(";"):
        first, _, last = part.strip().partition("–")
        end = _day(last or first, year)
        start = _day(first if "/" in first else f"{first}/{end.month}", year)
        days += [start + timedelta(days=number) for number in range((end - start).days + 1)]
    return days


@pytest.mark.parametrize("year", TABLE)
def test_the_shipped_calendar_is_the_table(year: int) -> None:
    days_off, swaps = TABLE[year]
    known = CALENDAR.year(year)

    assert [day.on for day in known.days_off] == _days(days_off, year)
    expected = {_day(worked, year): _day(off, year) for off, worked in re.findall(r"(\S+) - ([^\s;]+)", swaps)}
    assert {day.on: day.makes_up_for for day in known.worked_days} == expected
    assert f"năm {year}" in known.notice


@pytest.mark.parametrize("year", TABLE)
def test_an_independent_package_agrees_on_every_weekday(year: int) -> None:
    package = holidays.country_holidays("VN", years=year)
    theirs = {on for on in package if on.year == year and on.weekday() < 5}
    ours = {day.on for day in CALENDAR.year(year).days_off if day.on.weekday() < 5}
    worked = {day.on for day in CALENDAR.year(year).worked_days}

    assert ours - SWAPS_THE_PACKAGE_DOES_NOT_KNOW == theirs
    assert worked - SWAPS_THE_PACKAGE_DOES_NOT_KNOW == {on for on in package.weekend_workdays if on.year == year}


def test_a_year_has_the_working_days_that_weekdays_days_off_and_swaps_make() -> None:
    # 2026 begins and ends on a Thursday: 261 weekdays. Off are 1–2/1, five of Tết, 27/4, 30/4, 1/5, 31/8–2/9 and 24/11:
    # 14 days. Two Saturdays are worked.
    assert sum(day.works for day in CALENDAR.days_between(date(2026, 1, 1), date(2026, 12, 31))) == 261 - 14 + 2


@pytest.mark.parametrize(
    ("on", "works", "reason"),
    [
        (date(2026, 11, 23), True, "Ngày làm việc"),
        (date(2026, 11, 21), False, "Thứ bảy"),
        (date(2026, 11, 22), False, "Chủ nhật"),
        (date(2026, 9, 2), False, "Nghỉ lễ Quốc khánh 2/9"),
        (date(2026, 1, 10), True, "Làm bù cho ngày 2/1"),
        (date(2026, 1, 2), False, "Nghỉ hoán đổi, làm bù vào thứ bảy 10/1"),
        (date(2026, 11, 24), False, "Nghỉ Ngày Văn hóa Việt Nam 24/11"),
        (date(2024, 2, 10), False, "Nghỉ Tết Nguyên đán (mùng 1)"),
        (date(2027, 1, 1), False, "Nghỉ Tết Dương lịch 1/1: ngày lễ theo luật, chưa có thông báo năm 2027"),
        (date(2027, 1, 4), True, "Ngày làm việc"),
        (date(2027, 1, 2), False, "Thứ bảy"),
    ],
)
def test_every_day_says_whether_it_is_worked_and_why(on: date, works: bool, reason: str) -> None:
    assert (CALENDAR.is_working(on), CALENDAR.reason(on)) == (works, reason)


def test_days_follow_each_other_across_years() -> None:
    days = CALENDAR.days_between(date(2023, 12, 30), date(2025, 1, 2))

    assert len(days) == 2 + 366 + 2
    assert [day.on for day in days] == [date(2023, 12, 30) + timedelta(days=number) for number in range(370)]


def test_a_year_without_a_notice_is_known_as_such() -> None:
    assert CALENDAR.knows(2026)
    assert not CALENDAR.knows(2027)
    with pytest.raises(NotFound, match="Chưa có lịch nghỉ năm 2027"):
        CALENDAR.year(2027)


@pytest.mark.parametrize("year", TABLE)
def test_what_the_law_fixes_was_off_by_the_notice_of_every_year(year: int) -> None:
    known = {day.on for day in CALENDAR.year(year).days_off}
    assert {on for on in fixed_days_off(year) if on.weekday() < 5} <= known


def test_a_year_without_a_notice_has_the_days_off_that_the_law_fixes_and_no_others() -> None:
    off = [day for day in CALENDAR.days_between(date(2028, 1, 1), date(2028, 12, 31)) if not day.works]
    named = {day.on: day.reason for day in off if day.on.weekday() < 5}
    # 1/1 is a Saturday, 30/4 a Sunday before the holiday of 1/5, 2/9 a Saturday.
    assert list(named) == [date(2028, 1, 3), date(2028, 5, 1), date(2028, 5, 2), date(2028, 9, 4)]
    assert named[date(2028, 5, 2)] == "Nghỉ bù Ngày Chiến thắng 30/4: ngày lễ theo luật, chưa có thông báo năm 2028"


def test_a_preview_counts_with_the_new_year_and_leaves_the_calendar_as_it_was() -> None:
    new = WorkingYear(year=2027, notice="Thông báo mẫu", days_off=(DayOff(on=date(2027, 1, 1), name="Tết Dương lịch"),))

    assert CALENDAR.with_year(new).reason(date(2027, 1, 1)) == "Tết Dương lịch"
    assert CALENDAR.with_year(new).is_working(date(2027, 4, 30))
    assert not CALENDAR.is_working(date(2027, 4, 30))
    assert Calendar(shipped_years()).with_year(new).is_working(date(2026, 1, 10))


def _year(off: tuple[tuple[int, int], ...] = (), worked: tuple[tuple[date, date], ...] = ()) -> WorkingYear:
    return WorkingYear(
        year=2026,
        notice="Thông báo mẫu",
        days_off=tuple(DayOff(on=date(2026, month, day), name="Nghỉ") for day, month in off),
        worked_days=tuple(WorkedDay(on=on, name="Bù", makes_up_for=missed) for on, missed in worked),
    )


@pytest.mark.parametrize(
    ("year", "says"),
    [
        (_year(off=((1, 1), (1, 1))), "01/01/2026: ghi hai lần"),
        (_year(worked=((date(2026, 1, 9), date(2025, 12, 31)),)), "là thứ sáu, vốn là ngày làm việc"),
        (_year(worked=((date(2026, 1, 10), date(2026, 1, 2)),)), "làm bù cho 02/01/2026, nhưng ngày đó không nghỉ"),
        (_year(off=((2, 1), (10, 1)), worked=((date(2026, 1, 10), date(2026, 1, 2)),)), "10/01/2026: ghi hai lần"),
        (
            _year(off=((2, 1),), worked=tuple((date(2026, 1, day), date(2026, 1, 2)) for day in (10, 11))),
            "02/01/2026 đã được làm bù vào 10/01/2026",
        ),
        (WorkingYear(year=2026, notice="n", days_off=(DayOff(on=date(2027, 1, 1), name="x"),)), "không thuộc năm 2026"),
        (WorkingYear(year=2026, notice="n", days_off=(DayOff(on=date(2026, 1, 1), name=" "),)), "chưa có tên"),
        (WorkingYear(year=2026, notice=" "), "chưa ghi văn bản"),
        (WorkingYear(year=26, notice="n"), "Năm 26 không hợp lệ"),
    ],
)
def test_a_year_that_cannot_be_right_is_refused(year: WorkingYear, says: str) -> None:
    with pytest.raises(InvalidInput, match=says):
        checked_year(year)


def test_a_swap_may_reach_into_the_year_before() -> None:
    year = _year(worked=((date(2026, 1, 10), date(2025, 12, 31)),))

    assert checked_year(year) == year
