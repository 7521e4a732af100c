"""When slogans are shown: ten minutes of every hour, all week or on working days."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput, NotAllowed
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.signage.commands import put_schedule
from desk_app.signage.schedule import Schedule, schedule_on, spoken_schedule, windows_on
from desk_app.working_time.calendar import Calendar
from tests.desks import RehearsalDesk

MONDAY, SUNDAY, HOLIDAY = date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 24)
USUAL = Schedule(minutes=10, from_minute=0, days="cả tuần", from_hour=7, to_hour=17)
PLAIN = Calendar()

schedules = st.builds(
    Schedule,
    minutes=st.integers(0, 60),
    from_minute=st.integers(0, 59),
    days=st.sampled_from(["cả tuần", "ngày làm việc"]),
    from_hour=st.integers(0, 23),
    to_hour=st.integers(1, 24),
)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, second, tzinfo=VIETNAM)


def test_the_office_plays_ten_minutes_of_every_hour_unless_it_says_otherwise(desk: RehearsalDesk) -> None:
    assert schedule_on(desk.office.present_book(), MONDAY) == USUAL
    assert spoken_schedule(USUAL) == "10 phút mỗi giờ (từ phút 00 đến phút 10), 07:00–17:00, cả tuần."


def test_a_day_has_a_window_in_each_of_its_hours() -> None:
    windows = windows_on(USUAL, PLAIN, SUNDAY)
    assert len(windows) == 10
    assert sum(each.seconds for each in windows) == 10 * 600
    assert windows[0].from_at.hour == 7
    assert windows[-1].to_at == datetime(2026, 11, 22, 16, 10, tzinfo=VIETNAM)


def test_a_window_begins_with_its_minute_and_ends_before_the_last() -> None:
    first = windows_on(USUAL, PLAIN, MONDAY)[0]
    assert [first.holds(each) for each in (at(6, 59, 59), at(7, 0), at(7, 9, 59), at(7, 10))] == [
        *(False, True),
        *(True, False),
    ]


def test_on_working_days_only_the_rest_of_the_week_is_still(desk: RehearsalDesk) -> None:
    working, calendar = changed(USUAL, days="ngày làm việc"), desk.working_time.present_calendar()
    assert windows_on(working, calendar, SUNDAY) == ()
    assert windows_on(working, calendar, HOLIDAY) == ()
    assert len(windows_on(working, calendar, MONDAY)) == 10


def test_minutes_that_go_over_the_hour_go_on_in_the_next() -> None:
    windows = windows_on(changed(USUAL, from_minute=55), PLAIN, MONDAY)
    assert windows[0].holds(at(8, 4))
    assert windows[-1].to_at == at(17, 0)


def test_a_whole_hour_is_one_window() -> None:
    windows = windows_on(changed(USUAL, minutes=60), PLAIN, MONDAY)
    assert [(each.from_at, each.to_at) for each in windows] == [(at(7, 0), at(17, 0))]


@given(schedules)
def test_windows_never_overlap_and_stay_within_the_day(schedule: Schedule) -> None:
    windows = windows_on(schedule, PLAIN, MONDAY)
    for one, other in pairwise(windows):
        assert one.to_at < other.from_at
    for each in windows:
        assert each.from_at < each.to_at <= datetime(2026, 11, 23, tzinfo=VIETNAM) + timedelta(hours=schedule.to_hour)
        assert each.from_at.hour >= schedule.from_hour


def test_a_schedule_is_changed_at_once_by_who_may(desk: RehearsalDesk) -> None:
    wanted = Schedule(minutes=15, from_minute=30, days="ngày làm việc", from_hour=8, to_hour=12)
    with pytest.raises(NotAllowed):
        put_schedule(
            desk.signage,
            by=desk.accounts_by_role["officer"],
            schedule=wanted,
            valid_from=MONDAY,
            command_id=desk.journal.new_id(),
        )
    put_schedule(desk.signage, by=desk.admin, schedule=wanted, valid_from=MONDAY, command_id=desk.journal.new_id())
    book = desk.office.present_book()
    assert schedule_on(book, MONDAY) == wanted
    assert schedule_on(book, SUNDAY) == USUAL


@pytest.mark.parametrize("change", [{"minutes": 61}, {"days": "mai"}, {"from_hour": 17}, {"to_hour": 25}])
def test_a_schedule_that_makes_no_sense_is_refused(desk: RehearsalDesk, change: dict[str, object]) -> None:
    with pytest.raises(InvalidInput):
        put_schedule(
            desk.signage,
            by=desk.admin,
            schedule=changed(USUAL, **change),
            valid_from=MONDAY,
            command_id=desk.journal.new_id(),
        )
