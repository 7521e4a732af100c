"""The points an office may answer otherwise, and from which day its answers hold."""

from datetime import date, time

import pytest

from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import canonical, changed, from_json
from desk_app.working_time.due import due
from desk_app.working_time.half_days import OfficeHours
from desk_app.working_time.reading import Reading, reading_on, readings_with
from desk_app.working_time.supplement import due_after_supplements
from desk_app.working_time.term import Term, usual_term
from tests.working_time.office import CALENDAR, READINGS, at, readings, supplements, term

NEXT_HALF = readings(counting="next_half", supplement="pause")


@pytest.mark.parametrize(
    ("received", "cutoff", "ends"),
    [
        ("2026-11-23T06:30", "no", "2026-11-23T17:00"),  # before opening belongs to the morning
        ("2026-11-23T08:00", "no", "2026-11-23T17:00"),  # a morning's next half-day is the afternoon
        ("2026-11-23T12:00", "no", "2026-11-23T17:00"),  # so is the break's
        ("2026-11-23T13:30", "no", "2026-11-25T11:30"),  # an afternoon's is Wednesday morning, 24/11 being off
        ("2026-11-21T10:00", "no", "2026-11-23T11:30"),  # a Saturday's is Monday morning
        ("2026-11-23T15:01", "yes", "2026-11-25T17:00"),  # received on Wednesday morning, so Wednesday afternoon counts
    ],
)
def test_counting_may_start_with_the_next_half_day(received: str, cutoff: str, ends: str) -> None:
    assert due(term("1", cutoff), at(received), CALENDAR, NEXT_HALF).due_at == at(ends)


def test_a_pause_may_go_on_with_the_half_day_after_completion() -> None:
    asked = supplements("2026-11-25T08:00 > 2026-11-25T09:00")
    found = due_after_supplements(term("4"), at("2026-11-23T08:00"), asked, CALENDAR, NEXT_HALF)

    # Monday afternoon, Wednesday morning (request and completion), Wednesday afternoon, Thursday morning.
    assert found.due_at == at("2026-11-26T11:30")


@pytest.mark.parametrize("received", ["2026-11-21T10:00", "2026-11-21T16:00"])
@pytest.mark.parametrize("cutoff", ["yes", "no"])
def test_a_receipt_on_a_day_off_may_take_the_next_working_day_once(received: str, cutoff: str) -> None:
    found = due(term("2", cutoff), at(received), CALENDAR, readings(day_off_receipt="next_working_day"))

    assert found.received_on == date(2026, 11, 23)
    assert found.due_at == at("2026-11-25T17:00")


def test_an_earlier_cutoff_and_other_hours_are_followed() -> None:
    early = readings(cutoff_at=time(10, 0), hours=OfficeHours(morning_from=time(7, 30), afternoon_to=time(16, 30)))

    assert due(term("0", "yes"), at("2026-11-19T10:01"), CALENDAR, early).due_at == at("2026-11-20T16:30")
    assert due(term("1h"), at("2026-11-19T06:00"), CALENDAR, early).due_at == at("2026-11-19T08:30")


def test_the_reading_of_the_receipt_day_governs_the_whole_term() -> None:
    later_hours = changed(READINGS[-1], valid_from=date(2026, 12, 1), hours=OfficeHours(afternoon_to=time(16, 0)))
    known = readings_with(READINGS, (later_hours,))

    assert due(term("4"), at("2026-11-30T09:00"), CALENDAR, known).due_at == at("2026-12-02T17:00")
    assert due(term("4"), at("2026-12-01T09:00"), CALENDAR, known).due_at == at("2026-12-03T16:00")


def test_a_restart_takes_the_reading_of_the_day_of_completion() -> None:
    pausing = changed(READINGS[-1], valid_from=date(2026, 12, 1), supplement="pause")
    known = readings_with(READINGS, (pausing,))
    asked = supplements("2026-11-30T10:00 > 2026-12-01T09:00 | 2026-12-02T10:00 > 2026-12-07T09:00")

    # The first request restarts the term on 1/12; the second pauses it after the morning of 2/12; three are left.
    found = due_after_supplements(term("4"), at("2026-11-27T09:00"), asked, CALENDAR, known)
    assert found.due_at == at("2026-12-09T11:30")
    assert len([step for step in found.why if step.counted]) == 4
    assert len({(step.on, step.half) for step in found.why}) == len(found.why)
    assert [step.on for step in found.why] == sorted(step.on for step in found.why)


def test_the_latest_reading_that_has_begun_is_in_force() -> None:
    assert reading_on(READINGS, date(2025, 6, 30)) is READINGS[0]
    assert reading_on(READINGS, date(2025, 7, 1)) is READINGS[1]
    assert reading_on(reversed(READINGS), date(2025, 7, 1)) is READINGS[1]


def test_a_day_before_every_reading_is_refused() -> None:
    with pytest.raises(NotFound, match="20/06/2018"):
        reading_on(READINGS, date(2018, 6, 20))


def test_the_shipped_readings_answer_as_the_product_has_adopted() -> None:
    for reading in READINGS:
        assert reading == Reading(valid_from=reading.valid_from, basis=reading.basis)
        assert "Nghị định 61/2018" in reading.basis
        assert reading.hours == OfficeHours(
            morning_from=time(7, 0), morning_to=time(11, 30), afternoon_from=time(13, 30), afternoon_to=time(17, 0)
        )
        assert (reading.counting, reading.supplement, reading.cutoff_at) == ("next_day", "restart", time(15, 0))
        assert from_json(canonical(reading), Reading) == reading


@pytest.mark.parametrize(
    ("default", "at_once", "longer"), [("at_once", True, False), ("always", True, True), ("never", False, False)]
)
def test_the_cutoff_of_a_procedure_that_says_nothing_is_the_readings_default(
    default: str, at_once: bool, longer: bool
) -> None:
    reading = readings(cutoff_default=default)[-1]

    assert usual_term(0, reading) == Term(half_days=0, cutoff=at_once)
    assert usual_term(3, reading) == Term(half_days=3, cutoff=longer)


def test_office_hours_out_of_order_are_refused() -> None:
    with pytest.raises(InvalidInput, match="thứ tự"):
        OfficeHours(morning_to=time(14, 0))


@pytest.mark.parametrize(("half_days", "hours"), [(2, 3), (-1, 0), (0, -1), (2001, 0), (0, 8001)])
def test_a_term_that_cannot_be_is_refused(half_days: int, hours: int) -> None:
    with pytest.raises(InvalidInput):
        Term(half_days=half_days, hours=hours)


@pytest.mark.parametrize("year", [1, 1989, 2201, 9999])
def test_a_moment_in_a_year_without_any_calendar_is_refused(year: int) -> None:
    with pytest.raises(InvalidInput, match=f"Năm {year} không có trong lịch"):
        due(term("1"), at("2026-11-23T08:00").replace(year=year), CALENDAR, READINGS)


def test_a_moment_without_offset_is_refused() -> None:
    with pytest.raises(InvalidInput, match="múi giờ"):
        due(term("1"), at("2026-11-23T08:00").replace(tzinfo=None), CALENDAR, READINGS)
