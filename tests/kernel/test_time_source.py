from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import (
    VIETNAM,
    FixedTime,
    SystemTime,
    day,
    from_milliseconds,
    milliseconds,
    moment,
    spoken_day,
    spoken_moment,
)

MORNING = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 4_102_444_800_000))
def test_every_millisecond_comes_back_as_itself(value: int) -> None:
    assert milliseconds(from_milliseconds(value)) == value


def test_a_moment_is_the_same_number_in_any_zone() -> None:
    assert milliseconds(MORNING) == milliseconds(MORNING.astimezone(UTC)) == 1_795_396_500_000
    assert from_milliseconds(1_795_396_500_000).utcoffset() == timedelta(hours=7)


def test_parts_of_a_millisecond_are_left_off() -> None:
    assert milliseconds(MORNING + timedelta(microseconds=1_999)) == milliseconds(MORNING) + 1


def test_the_computer_says_vietnamese_time_in_whole_milliseconds() -> None:
    before, told, after = datetime.now(UTC), SystemTime().now(), datetime.now(UTC)
    assert told.utcoffset() == timedelta(hours=7)
    assert told.microsecond % 1000 == 0
    assert before - timedelta(milliseconds=1) <= told <= after


def test_a_fixed_clock_moves_only_when_it_is_moved() -> None:
    clock = FixedTime(MORNING.astimezone(UTC))
    assert clock.now() == clock.now() == MORNING
    assert clock.now().utcoffset() == timedelta(hours=7)
    clock.advance(timedelta(minutes=-20))
    assert clock.now() == MORNING - timedelta(minutes=20)
    clock.put(MORNING)
    assert clock.now() == MORNING


@pytest.mark.parametrize(
    "text", ["2026-11-23T08:15", " 2026-11-23 08:15 ", "2026-11-23T01:15Z", "2026-11-23T03:15+02:00"]
)
def test_a_moment_without_an_offset_is_vietnamese(text: str) -> None:
    assert moment(text) == MORNING
    assert moment(text).utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize("text", ["", "hôm nay", "23/11/2026 08:15", "2026-13-01T00:00", "0001-01-01T00:00+23:59"])
def test_what_is_no_moment_is_refused_by_its_field(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        moment(text, field="received_at")
    assert caught.value.field == "received_at"


def test_a_day_is_read_and_what_is_no_day_is_refused() -> None:
    assert day(" 2026-11-23 ") == date(2026, 11, 23)
    for text in ("", "23/11/2026", "2026-02-29"):
        with pytest.raises(InvalidInput) as caught:
            day(text, field="born_on")
        assert caught.value.field == "born_on"


def test_days_and_moments_are_spoken_as_the_office_writes_them() -> None:
    assert spoken_day(date(2026, 1, 5)) == "05/01/2026"
    assert spoken_moment(MORNING.astimezone(UTC)) == "08:15 ngày 23/11/2026"
