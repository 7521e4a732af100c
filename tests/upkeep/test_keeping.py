"""Which copies stay: 7 days, 4 weeks, 12 months."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.time_source import VIETNAM
from desk_app.upkeep.keeping import DAILY, MONTHLY, WEEKLY, kept

START = datetime(2025, 1, 1, tzinfo=VIETNAM)
moments = st.integers(0, 4 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
sets = st.sets(moments, max_size=60)


def evening(on: date, hour: int = 17) -> datetime:
    return datetime(on.year, on.month, on.day, hour, tzinfo=VIETNAM)


def daily(first: date, days: int) -> list[datetime]:
    return [evening(first + timedelta(days=number)) for number in range(days)]


def after_each_evening(evenings: list[datetime]) -> set[datetime]:
    there: set[datetime] = set()
    for each in evenings:
        there = set(kept(there | {each}))
    return there


def test_two_years_of_evenings_leave_the_days_weeks_and_months() -> None:
    there = after_each_evening(daily(date(2025, 1, 1), 730))
    days = sorted((each.date() for each in there), reverse=True)
    assert days[:DAILY] == [date(2026, 12, 31) - timedelta(days=number) for number in range(DAILY)]
    sundays = [date(2026, 12, 27), date(2026, 12, 20), date(2026, 12, 13)]
    assert set(sundays) <= set(days)
    ends = [date(2026, month, 1) - timedelta(days=1) for month in range(2, 13)]
    assert set(ends) <= set(days)
    assert len(there) <= DAILY + WEEKLY + MONTHLY


def test_pressing_twice_a_day_keeps_the_later_one() -> None:
    morning, later = evening(date(2026, 11, 23), 8), evening(date(2026, 11, 23), 17)
    assert kept({morning, later}) == {later}


def test_an_office_closed_for_a_month_loses_nothing() -> None:
    before = daily(date(2026, 1, 1), 7)
    there = set(kept(before)) | {evening(date(2026, 3, 2))}
    assert set(before[-6:]) <= kept(there)


@given(sets)
def test_what_is_kept_was_there_and_the_newest_always_stays(there: set[datetime]) -> None:
    stays = kept(there)
    assert stays <= there
    assert len(stays) <= DAILY + WEEKLY + MONTHLY
    assert not there or max(there) in stays


@given(sets)
def test_keeping_twice_removes_nothing_more(there: set[datetime]) -> None:
    assert kept(kept(there)) == kept(there)


@given(sets, moments)
def test_a_copy_that_left_would_never_have_come_back(there: set[datetime], another: datetime) -> None:
    """Removing at once and removing late come to the same: nothing is lost by cleaning every day."""
    later = max(there, default=another) + timedelta(hours=1)
    assert kept(kept(there) | {later}) == kept(there | {later})


@given(sets)
def test_each_of_the_seven_latest_days_has_its_newest_copy(there: set[datetime]) -> None:
    days = sorted({each.date() for each in there}, reverse=True)[:DAILY]
    assert all(max(each for each in there if each.date() == day) in kept(there) for day in days)
