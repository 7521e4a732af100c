"""What is refused of linked legs and of supplements, and how the two go together."""

import pytest

from desk_app.kernel.errors import InvalidInput
from desk_app.working_time.due import due
from desk_app.working_time.legs import Leg, legs_due, total_term
from desk_app.working_time.supplement import due_after_supplements
from tests.working_time.office import CALENDAR, READINGS, at, readings, supplements, term


def _leg(name: str, half_days: int = 2, *after: str) -> Leg:
    return Leg(id=name, agency=f"Cơ quan {name}", name=f"Bước {name}", half_days=half_days, after=after)


@pytest.mark.parametrize(
    ("legs", "says"),
    [
        ((_leg("a", 2, "b"), _leg("b", 2, "a")), "chờ lẫn nhau: «Bước a», «Bước b»"),
        ((_leg("a"), _leg("b", 2, "b")), "chờ lẫn nhau: «Bước b»"),
        ((_leg("a"), _leg("b", 2, "c")), "«Bước b» chờ bước «c» không có"),
        ((_leg("a"), _leg("a")), "mỗi bước một mã"),
        ((), "phải có"),
        ((_leg("a", -1),), "âm"),
    ],
)
def test_legs_that_cannot_be_are_refused(legs: tuple[Leg, ...], says: str) -> None:
    with pytest.raises(InvalidInput, match=says):
        legs_due(legs, at("2026-11-23T09:00"), CALENDAR, READINGS)
    with pytest.raises(InvalidInput, match=says):
        total_term(legs)


def test_every_leg_carries_its_agency_and_its_own_explanation() -> None:
    legs = (_leg("a", 1), _leg("b", 2, "a"))
    first, second = legs_due(legs, at("2026-11-25T09:00"), CALENDAR, READINGS)

    assert first.leg.agency == "Cơ quan a"
    assert [step.reason for step in first.due.why if step.counted] == ["tính nửa ngày thứ 1/1"]
    assert [step.reason for step in second.due.why if step.counted][-1] == "tính nửa ngày thứ 3/3"


def test_a_pause_moves_the_legs_that_had_not_ended_and_leaves_the_one_that_had() -> None:
    legs = (_leg("a", 2), _leg("b", 2, "a"))
    asked = supplements("2026-11-27T08:00 > 2026-12-01T09:00")
    first, second = legs_due(legs, at("2026-11-25T09:00"), CALENDAR, readings(supplement="pause"), supplements=asked)

    # Leg a had its Thursday; leg b had Friday morning when the request came, and gets the morning of 2/12.
    assert first.due.due_at == at("2026-11-26T17:00")
    assert second.due.due_at == at("2026-12-02T11:30")


def test_no_supplement_changes_nothing() -> None:
    received_at = at("2026-11-23T09:00")

    assert due_after_supplements(term("3"), received_at, (), CALENDAR, READINGS) == due(
        term("3"), received_at, CALENDAR, READINGS
    )


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("2026-11-22T09:00 > 2026-11-24T09:00", "supplements.0.requested_at"),
        ("2026-11-25T09:00 > 2026-11-25T08:00", "supplements.0.completed_at"),
        ("2026-11-25T09:00 > 2026-11-27T08:00 | 2026-11-26T09:00 > 2026-11-30T08:00", "supplements.1.requested_at"),
    ],
)
def test_supplements_out_of_the_order_of_time_are_refused(asked: str, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        due_after_supplements(term("3"), at("2026-11-23T09:00"), supplements(asked), CALENDAR, READINGS)
    assert caught.value.field == field
