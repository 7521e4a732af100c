"""On which days somebody is on duty: weekly patterns, and what holidays do to them."""

from datetime import date

from desk_app.shifts.planning.days import MonthDays, first_of_next, month_days
from desk_app.working_time.calendar import Calendar, DayOff, WorkingYear
from tests.shifts.people import DECEMBER, pattern

FESTIVAL = WorkingYear(
    year=2026,
    notice="Thông báo thử",
    days_off=(DayOff(on=date(2026, 12, 25), name="Lễ thử"), DayOff(on=date(2026, 12, 28), name="Lễ thử")),
)


def days(found: MonthDays) -> list[int]:
    return [each.on.day for each in found.days]


def test_a_pattern_of_two_weekdays_gives_both_each_week() -> None:
    found = month_days([pattern(weekdays=(0, 4))], DECEMBER, Calendar(), moves=True)
    assert days(found) == [4, 7, 11, 14, 18, 21, 25, 28]


def test_every_second_week_counts_from_the_week_in_which_the_pattern_began() -> None:
    found = month_days([pattern(every_weeks=2, valid_from=date(2026, 11, 25))], DECEMBER, Calendar(), moves=True)
    assert days(found) == [11, 25]


def test_a_pattern_begins_and_ends_on_its_days() -> None:
    bounded = pattern(valid_from=date(2026, 12, 5), valid_to=date(2026, 12, 18))
    assert days(month_days([bounded], DECEMBER, Calendar(), moves=True)) == [11, 18]


def test_a_holiday_moves_the_duty_to_the_next_working_day_and_keeps_its_name() -> None:
    found = month_days([pattern()], DECEMBER, Calendar([FESTIVAL]), moves=True)
    assert days(found) == [4, 11, 18, 29]
    assert found.days[-1].by_pattern == date(2026, 12, 25)
    assert [(each.on, each.to, each.reason) for each in found.moved] == [
        (date(2026, 12, 25), date(2026, 12, 29), "Lễ thử")
    ]


def test_a_holiday_takes_the_duty_away_where_the_office_decided_so() -> None:
    found = month_days([pattern()], DECEMBER, Calendar([FESTIVAL]), moves=False)
    assert days(found) == [4, 11, 18]
    assert found.moved[0].to is None


def test_a_day_that_has_its_own_shift_takes_no_second_one() -> None:
    found = month_days([pattern(weekdays=(1, 4))], DECEMBER, Calendar([FESTIVAL]), moves=True)
    assert days(found).count(29) == 1
    assert found.moved[0].reason == "Lễ thử; ngày 29/12/2026 đã có ca"


def test_a_saturday_that_a_pattern_names_is_no_holiday() -> None:
    found = month_days([pattern(weekdays=(5,))], DECEMBER, Calendar([FESTIVAL]), moves=True)
    assert days(found) == [5, 12, 19, 26]


def test_the_month_after_december_is_january() -> None:
    assert first_of_next(date(2026, 12, 31)) == date(2027, 1, 1)
