"""Early, on time, late; used and left."""

import pytest

from desk_app.working_time.due import due
from desk_app.working_time.half_days import Half, HalfDay
from desk_app.working_time.marks import Mark, Progress, half_days_between, is_late, mark, progress
from tests.working_time.office import CALENDAR, HOURS, READINGS, at, term


@pytest.mark.parametrize(
    ("finished", "expected"),
    [
        ("2026-11-24T23:59", Mark.EARLY),
        ("2026-11-25T00:00", Mark.ON_TIME),
        ("2026-11-25T11:31", Mark.ON_TIME),  # dates are compared: the afternoon of the due morning is on time
        ("2026-11-25T23:59", Mark.ON_TIME),
        ("2026-11-26T00:00", Mark.LATE),
        ("2026-11-24T16:59Z", Mark.EARLY),
        ("2026-11-24T17:00Z", Mark.ON_TIME),
    ],
)
def test_a_term_in_half_days_is_marked_by_dates(finished: str, expected: Mark) -> None:
    assert mark(at("2026-11-25T11:30"), at(finished)) is expected
    assert is_late(at("2026-11-25T11:30"), at(finished)) is (expected is Mark.LATE)


@pytest.mark.parametrize(
    ("finished", "expected"),
    [
        ("2026-11-25T10:14:59", Mark.EARLY),
        ("2026-11-25T10:15:00", Mark.ON_TIME),
        ("2026-11-25T10:15:59", Mark.ON_TIME),
        ("2026-11-25T10:16:00", Mark.LATE),
    ],
)
def test_a_term_in_hours_is_marked_by_the_minute(finished: str, expected: Mark) -> None:
    assert mark(at("2026-11-25T10:15"), at(finished), in_hours=True) is expected


def test_the_marks_are_spoken_as_on_the_control_sheet() -> None:
    assert [each.spoken for each in Mark] == ["trước hạn", "đúng hạn", "quá hạn"]


@pytest.mark.parametrize(
    ("from_at", "to_at", "number"),
    [
        ("2026-11-23T08:00", "2026-11-25T11:30", 3),  # both halves of Monday and Wednesday morning
        ("2026-11-23T11:30", "2026-11-25T11:30", 2),  # the morning that ends at 11:30 is over
        ("2026-11-23T12:00", "2026-11-25T11:29", 1),
        ("2026-11-23T17:00", "2026-11-25T11:29", 0),
        ("2026-11-21T09:00", "2026-11-22T09:00", 0),  # a weekend
        ("2026-01-09T17:00", "2026-01-12T07:00", 2),  # the make-up Saturday
        ("2026-11-25T11:30", "2026-11-23T08:00", 0),  # backwards there is nothing
        ("2026-02-13T17:00", "2026-02-23T11:30", 1),  # over Tết
    ],
)
def test_half_days_are_counted_by_their_ends(from_at: str, to_at: str, number: int) -> None:
    assert half_days_between(at(from_at), at(to_at), CALENDAR, HOURS) == number


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23T10:00", Progress(used=0, left=3, over=0)),
        ("2026-11-25T11:29", Progress(used=0, left=3, over=0)),
        ("2026-11-25T11:30", Progress(used=1, left=2, over=0)),
        ("2026-11-25T18:00", Progress(used=2, left=1, over=0)),
        ("2026-11-26T11:30", Progress(used=3, left=0, over=0)),
        ("2026-11-26T16:59", Progress(used=3, left=0, over=0)),
        ("2026-11-26T17:00", Progress(used=3, left=0, over=1)),
        ("2026-11-30T12:00", Progress(used=3, left=0, over=4)),
    ],
)
def test_progress_says_what_is_used_left_and_over(now: str, expected: Progress) -> None:
    found = due(term("3"), at("2026-11-23T09:00"), CALENDAR, READINGS)

    assert progress(found, at(now), CALENDAR, HOURS) == expected


def test_half_days_sort_as_they_follow_each_other() -> None:
    first = HalfDay(at("2026-11-23T00:00").date(), Half.MORNING)
    run = [first, first.following, first.following.following]

    assert sorted([run[2], run[0], run[1]]) == run
    assert run[1].half is Half.AFTERNOON
    assert (run[2].on - first.on).days == 1
    assert run[2].preceding == run[1]
    assert run[1].preceding == first


@pytest.mark.parametrize(
    ("moment", "begun", "ended"),
    [
        ("2026-11-23T06:59", ("2026-11-22", Half.AFTERNOON), ("2026-11-22", Half.AFTERNOON)),
        ("2026-11-23T07:00", ("2026-11-23", Half.MORNING), ("2026-11-22", Half.AFTERNOON)),
        ("2026-11-23T11:30", ("2026-11-23", Half.MORNING), ("2026-11-23", Half.MORNING)),
        ("2026-11-23T13:30", ("2026-11-23", Half.AFTERNOON), ("2026-11-23", Half.MORNING)),
        ("2026-11-23T17:00", ("2026-11-23", Half.AFTERNOON), ("2026-11-23", Half.AFTERNOON)),
    ],
)
def test_a_half_day_begins_at_opening_and_ends_at_closing(
    moment: str, begun: tuple[str, Half], ended: tuple[str, Half]
) -> None:
    found = HOURS.last_begun(at(moment)), HOURS.last_ended(at(moment))

    assert [(each.on.isoformat(), each.half) for each in found] == [begun, ended]
