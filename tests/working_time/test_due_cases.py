"""Every hand-checked case of the tables, one test each."""

from datetime import datetime

import pytest

from desk_app.working_time.due import due
from desk_app.working_time.legs import Leg, LegDue, legs_due, total_term
from desk_app.working_time.supplement import due_after_supplements
from tests.working_time.office import CALENDAR, READINGS, at, cases, readings, supplements, term


def _named(case: dict[str, str]) -> str:
    return f"{case['received']} {case.get('term', '')} {case['comment']}"


@pytest.mark.parametrize("case", cases("due_cases.csv"), ids=_named)
def test_a_term_ends_where_the_table_says(case: dict[str, str]) -> None:
    found = due(term(case["term"], case["cutoff"]), at(case["received"]), CALENDAR, READINGS)

    assert found.due_at == at(case["due"])
    assert found.due_at.utcoffset() == at("2026-01-01T00:00").utcoffset()
    assert found.due_on == at(case["due"]).date()
    assert found.half.value == ("morning" if case["due"][11:16] <= "11:30" else "afternoon")


@pytest.mark.parametrize("case", cases("chain_cases.csv"), ids=_named)
def test_every_leg_ends_where_the_table_says(case: dict[str, str]) -> None:
    cutoff = case["cutoff"] == "yes"
    legs = tuple(_leg(text) for text in case["legs"].split("|"))
    found = legs_due(legs, at(case["received"]), CALENDAR, READINGS, cutoff=cutoff)

    assert [(each.leg.id, each.due.due_at) for each in found] == [_end(text) for text in case["due"].split("|")]
    whole = due(total_term(legs, cutoff=cutoff), at(case["received"]), CALENDAR, READINGS)
    assert max(found, key=_due_at).due == whole


@pytest.mark.parametrize("case", cases("supplement_cases.csv"), ids=_named)
def test_a_supplement_moves_the_end_where_the_table_says(case: dict[str, str]) -> None:
    known = readings(supplement=case["mode"])
    asked = supplements(case["supplements"])
    found = due_after_supplements(term(case["term"], case["cutoff"]), at(case["received"]), asked, CALENDAR, known)

    assert found.due_at == at(case["due"])


def test_the_tables_hold_at_least_sixty_terms_and_every_case_says_why() -> None:
    assert len(cases("due_cases.csv")) >= 60
    for name in ("due_cases.csv", "chain_cases.csv", "supplement_cases.csv"):
        assert all(case["comment"] for case in cases(name))


def _leg(text: str) -> Leg:
    own, _, after = text.partition("<")
    name, half_days = own.split()
    return Leg(id=name, agency=name, name=name, half_days=int(half_days), after=tuple(after.split()))


def _end(text: str) -> tuple[str, datetime]:
    name, moment = text.split()
    return name, at(moment)


def _due_at(each: LegDue) -> datetime:
    return each.due.due_at
