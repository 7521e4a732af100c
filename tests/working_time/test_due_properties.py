"""What holds for every receipt, every term and every reading."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.due import due
from desk_app.working_time.half_days import Half, HalfDay
from desk_app.working_time.legs import Leg, legs_due, total_term
from desk_app.working_time.reading import Reading
from desk_app.working_time.supplement import Supplement, due_after_supplements
from desk_app.working_time.term import Term
from desk_app.working_time.why import Due
from tests.working_time.office import CALENDAR, HOURS, READINGS, readings

minutes = st.integers(min_value=0, max_value=7 * 365 * 24 * 60)
moments = minutes.map(lambda number: datetime(2020, 1, 1, tzinfo=VIETNAM) + timedelta(minutes=number))
lengths = st.integers(min_value=0, max_value=60)
terms = st.builds(Term, half_days=lengths, cutoff=st.booleans())
hour_terms = st.builds(Term, hours=st.integers(min_value=1, max_value=80), cutoff=st.booleans())
answers = st.builds(
    readings,
    counting=st.sampled_from(["next_day", "next_half"]),
    day_off_receipt=st.sampled_from(["same_day", "next_working_day"]),
    supplement=st.sampled_from(["restart", "pause"]),
)
waits = st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 6000)), min_size=1, max_size=3)


@given(first=moments, second=moments, length=st.one_of(terms, hour_terms), known=answers)
def test_what_is_received_later_is_never_due_earlier(
    first: datetime, second: datetime, length: Term, known: tuple[Reading, ...]
) -> None:
    # With a cutoff this needs the reading that moves receipts on days off as well; see the next test.
    if length.cutoff and length.half_days:
        known = tuple(changed(reading, day_off_receipt="next_working_day") for reading in known)
    earlier, later = min(first, second), max(first, second)

    assert due(length, earlier, CALENDAR, known).due_at <= due(length, later, CALENDAR, known).due_at


def test_under_the_cutoff_a_saturday_morning_may_be_due_before_the_friday_evening_unless_the_reading_moves_it() -> None:
    day = Term(half_days=2, cutoff=True)
    friday, saturday = datetime(2026, 11, 6, 15, 1, tzinfo=VIETNAM), datetime(2026, 11, 7, 9, 0, tzinfo=VIETNAM)
    moved = readings(day_off_receipt="next_working_day")

    assert due(day, friday, CALENDAR, READINGS).due_on == date(2026, 11, 10)
    assert due(day, saturday, CALENDAR, READINGS).due_on == date(2026, 11, 9)
    assert due(day, saturday, CALENDAR, moved).due_on == date(2026, 11, 10)


@given(received_at=moments, cutoff=st.booleans(), known=answers)
def test_what_is_due_at_once_is_due_no_later_than_the_day_half_a_day_ends(
    received_at: datetime, cutoff: bool, known: tuple[Reading, ...]
) -> None:
    # By the hour it may: received on a day off, "at once" ends at the next closing, half a day at the noon before.
    at_once = due(Term(cutoff=cutoff), received_at, CALENDAR, known)
    half_a_day = due(Term(half_days=1, cutoff=cutoff), received_at, CALENDAR, known)

    assert at_once.due_on <= half_a_day.due_on


@given(received_at=moments, length=st.integers(1, 60), cutoff=st.booleans(), known=answers)
def test_a_longer_term_ends_later(received_at: datetime, length: int, cutoff: bool, known: tuple[Reading, ...]) -> None:
    shorter = due(Term(half_days=length, cutoff=cutoff), received_at, CALENDAR, known)
    longer = due(Term(half_days=length + 1, cutoff=cutoff), received_at, CALENDAR, known)

    assert shorter.due_at < longer.due_at


@given(received_at=moments, length=st.one_of(terms, hour_terms), known=answers)
def test_nothing_is_due_before_it_came_nor_while_the_office_is_closed(
    received_at: datetime, length: Term, known: tuple[Reading, ...]
) -> None:
    found = due(length, received_at, CALENDAR, known)

    assert found.due_at >= received_at
    assert CALENDAR.is_working(found.due_on)
    end = HalfDay(found.due_on, found.half)
    if length.in_hours:
        assert HOURS.opening(end) < found.due_at <= HOURS.closing(end)
    else:
        assert found.due_at == HOURS.closing(end)


@given(received_at=moments, length=terms, known=answers)
def test_the_explanation_counts_every_half_day_of_the_term_and_leaves_no_gap(
    received_at: datetime, length: Term, known: tuple[Reading, ...]
) -> None:
    found = due(length, received_at, CALENDAR, known)

    _assert_told_whole(found, received_at, length.half_days)


@given(received_at=moments, length=terms)
def test_no_working_day_but_that_of_receipt_is_passed_over(received_at: datetime, length: Term) -> None:
    found = due(length, received_at, CALENDAR, READINGS)

    passed = {step.on for step in found.why if not step.counted and CALENDAR.is_working(step.on)}
    assert passed <= {received_at.date(), found.received_on} | ({found.due_on} if not length.half_days else set())


@given(received_at=moments, length=terms, gaps=waits, known=answers)
def test_the_explanation_stays_whole_through_supplements(
    received_at: datetime, length: Term, gaps: list[tuple[int, int]], known: tuple[Reading, ...]
) -> None:
    asked = _supplements(received_at, gaps)
    found = due_after_supplements(length, received_at, asked, CALENDAR, known)

    _assert_told_whole(found, received_at, length.half_days)


@given(received_at=moments, length=st.one_of(terms, hour_terms), gaps=waits)
def test_a_pause_never_ends_before_the_term_without_it_nor_after_a_restart(
    received_at: datetime, length: Term, gaps: list[tuple[int, int]]
) -> None:
    asked = _supplements(received_at, gaps)
    pausing = readings(supplement="pause", day_off_receipt="next_working_day")
    restarting = readings(supplement="restart", day_off_receipt="next_working_day")
    paused = due_after_supplements(length, received_at, asked, CALENDAR, pausing)
    restarted = due_after_supplements(length, received_at, asked, CALENDAR, restarting)

    assert due(length, received_at, CALENDAR, pausing).due_at <= paused.due_at <= restarted.due_at
    assert restarted.due_at == due(length, asked[-1].completed_at, CALENDAR, restarting).due_at


@given(received_at=moments, parts=st.lists(st.integers(0, 12), min_size=1, max_size=5), cutoff=st.booleans())
def test_legs_in_turn_end_where_the_whole_term_ends(received_at: datetime, parts: list[int], cutoff: bool) -> None:
    legs = tuple(
        Leg(id=str(place), agency="", name="", half_days=length, after=(str(place - 1),) if place else ())
        for place, length in enumerate(parts)
    )
    found = legs_due(legs, received_at, CALENDAR, READINGS, cutoff=cutoff)

    assert total_term(legs, cutoff=cutoff) == Term(half_days=sum(parts), cutoff=cutoff)
    assert found[-1].due == due(Term(half_days=sum(parts), cutoff=cutoff), received_at, CALENDAR, READINGS)
    assert [each.due.due_at for each in found] == sorted(each.due.due_at for each in found)


@settings(deadline=None)  # it looks at every minute
@given(received_at=moments, hours=st.integers(1, 40))
def test_the_office_was_open_for_exactly_the_hours_of_the_term(received_at: datetime, hours: int) -> None:
    found = due(Term(hours=hours), received_at, CALENDAR, READINGS)

    open_minutes, now = 0, received_at
    while now < found.due_at:
        open_minutes += _is_open(now)
        now += timedelta(minutes=1)
    assert open_minutes == hours * 60


@given(received_at=moments, length=st.one_of(terms, hour_terms))
def test_the_offset_in_which_the_receipt_is_written_does_not_matter(received_at: datetime, length: Term) -> None:
    assert due(length, received_at.astimezone(UTC), CALENDAR, READINGS) == due(length, received_at, CALENDAR, READINGS)


def _supplements(received_at: datetime, gaps: list[tuple[int, int]]) -> tuple[Supplement, ...]:
    made, now = [], received_at
    for before, waited in gaps:
        asked_at = now + timedelta(minutes=before)
        now = asked_at + timedelta(minutes=waited)
        made.append(Supplement(requested_at=asked_at, completed_at=now))
    return tuple(made)


def _is_open(at: datetime) -> bool:
    clock = at.hour * 60 + at.minute
    return CALENDAR.is_working(at.date()) and (420 <= clock < 690 or 810 <= clock < 1020)


def _assert_told_whole(found: Due, received_at: datetime, half_days: int) -> None:
    """Walk through the steps: each begins where the last one ended, from the day of receipt to the half-day due."""
    place = HalfDay(received_at.date(), Half.MORNING)
    for step in found.why:
        assert step.on == place.on
        assert step.reason
        if step.half is None:
            assert place.half is Half.MORNING
            assert not step.counted
        else:
            assert step.half is place.half
        last = HalfDay(step.on, step.half or Half.AFTERNOON)
        place = last.following
        assert not step.counted or CALENDAR.is_working(step.on)
    assert last == HalfDay(found.due_on, found.half)
    counted = [step.reason for step in found.why if step.counted]
    assert len(counted) == half_days
    for number, reason in enumerate(counted, 1):
        assert f"tính nửa ngày thứ {number}/{half_days}" in reason
