"""What another reading would change, told before it is put; and what no office may put."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.working_time.half_days import OfficeHours
from desk_app.working_time.reading import Reading, readings_with
from desk_app.working_time.reading_changes import POINTS, reading_change
from desk_app.working_time.reading_rules import checked_reading
from desk_app.working_time.supplement import due_after_supplements
from desk_app.working_time.term import usual_term
from tests.working_time.office import CALENDAR, READINGS, at

TUESDAY = date(2026, 12, 1)
days = st.dates(min_value=READINGS[0].valid_from, max_value=date(2030, 12, 31))
answers = st.fixed_dictionaries(
    {},
    optional={
        "counting": st.sampled_from(["next_day", "next_half"]),
        "day_off_receipt": st.sampled_from(["same_day", "next_working_day"]),
        "cutoff_default": st.sampled_from(["at_once", "always", "never"]),
        "cutoff_at": st.times(time(7, 0), time(17, 0)).map(lambda found: found.replace(second=0, microsecond=0)),
        "hours": st.just(OfficeHours(morning_from=time(7, 30), afternoon_to=time(17, 30))),
        "supplement": st.sampled_from(["restart", "pause"]),
    },
)


def put(on: date = TUESDAY, **values: Any) -> Reading:
    return changed(READINGS[-1], valid_from=on, **{"basis": "Quyết định mẫu", **values})


@given(first=days, second=days, one=answers, other=answers)
def test_a_reading_that_is_put_changes_nothing_received_before_its_day(
    first: date, second: date, one: dict[str, Any], other: dict[str, Any]
) -> None:
    known = readings_with(READINGS, (put(first, **one),))
    with_more = readings_with(known, (put(second, **other),))
    eve = at(f"{second - timedelta(days=1)}T15:30")

    if eve.date() >= READINGS[0].valid_from:
        term = usual_term(6, known[0])
        before, after = (due_after_supplements(term, eve, (), CALENDAR, each) for each in (known, with_more))
        assert before == after


@given(on=days, values=answers)
def test_the_dates_of_every_example_are_those_the_desk_would_promise(on: date, values: dict[str, Any]) -> None:
    after = put(on, **values)
    told = reading_change(READINGS, after, CALENDAR)
    known = readings_with(READINGS, (after,))

    assert told.points == tuple(point for point in POINTS if getattr(told.before, point) != getattr(after, point))
    for each in told.examples:
        asked = () if each.supplemented is None else (each.supplemented,)
        after_term = usual_term(each.half_days, after)
        if told.last_on is None or each.received_at.date() <= told.last_on - timedelta(days=20):
            promised = due_after_supplements(after_term, each.received_at, asked, CALENDAR, known)
            assert each.would_be_due_at == promised.due_at


def test_the_same_points_promise_the_same_dates() -> None:
    told = reading_change(READINGS, put(basis=READINGS[-1].basis), CALENDAR)

    assert told.points == ()
    assert [each.would_be_due_at for each in told.examples] == [each.due_at for each in told.examples]


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"cutoff_default": "always"}, [1]),
        ({"cutoff_default": "never"}, [0]),
        ({"cutoff_at": time(16, 0)}, [0]),
        ({"counting": "next_half"}, [2, 4]),
        ({"supplement": "pause"}, [4]),
    ],
)
def test_each_point_that_differs_shows_in_an_example(values: dict[str, Any], shown: list[int]) -> None:
    told = reading_change(READINGS, put(**values), CALENDAR)

    differing = [place for place, each in enumerate(told.examples) if each.due_at != each.would_be_due_at]
    assert differing == shown
    assert [each.on_day_off for each in told.examples] == [False, False, False, True, False]


def test_a_reading_ends_where_the_next_one_begins() -> None:
    assert reading_change(READINGS, put(), CALENDAR).last_on is None
    told = reading_change(READINGS, put(date(2025, 6, 1)), CALENDAR)
    assert (told.before, told.last_on) == (READINGS[0], date(2025, 6, 30))


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("basis", {"basis": "  "}),
        ("basis", {"basis": "x" * 501}),
        ("valid_from", {"on": date(2018, 6, 20)}),
        ("valid_from", {"on": date(2201, 1, 1)}),
        ("cutoff_at", {"cutoff_at": time(6, 59)}),
        ("cutoff_at", {"cutoff_at": time(17, 1)}),
    ],
)
def test_what_no_office_may_put_is_named(field: str, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        checked_reading(put(**values))

    assert refusal.value.field == field


def test_the_basis_is_kept_as_one_clean_line() -> None:
    assert checked_reading(put(basis=" Quyết định\n số  1 ")).basis == "Quyết định số 1"
    for reading in READINGS:
        assert checked_reading(reading) == reading
