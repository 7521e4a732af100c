"""Surveys with an end: numbered forms, each counted once."""

from datetime import date

import pytest

from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import Conflict, InvalidInput, NotFound, Refused
from desk_app.kernel.records import changed
from desk_app.printing.tables import list_jobs
from desk_app.printing.tables.jobs import paper_of_job
from desk_app.surveys.campaigns import (
    Form,
    Plan,
    campaign_named,
    close_campaign,
    enter_forms,
    list_campaigns,
    plan_campaign,
    print_forms,
    results_of,
)
from desk_app.surveys.rules import Level, spoken_share
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.surveys.voices import act

GOOD, MET, UNMET = Level.VERY_SATISFIED, Level.SATISFIED, Level.DISSATISFIED
PLAN = Plan(
    title="Chính quyền thân thiện quý 4",
    questions=("Thái độ của cán bộ", "Thời gian chờ"),
    first_on=date(2026, 11, 1),
    last_on=date(2026, 12, 31),
    target=100,
)


def planned(desk: RehearsalDesk) -> str:
    return act(desk, plan_campaign, plan=PLAN).subject


def entered(desk: RehearsalDesk, campaign: str, *forms: tuple[int, Level | None, Level | None]) -> None:
    made = tuple(Form(number=number, answers=(first, second)) for number, first, second in forms)
    act(desk, enter_forms, campaign=campaign, forms=made)


def test_the_founding_reports_survey_comes_out(desk: RehearsalDesk) -> None:
    campaign = planned(desk)
    forms = [(number, GOOD if number <= 64 else MET if number <= 97 else UNMET, None) for number in range(1, 101)]
    entered(desk, campaign, *forms)
    found = results_of(desk.surveys, campaign)
    assert (found.forms, found.target) == (100, 100)
    assert (spoken_share(found.satisfied), spoken_share(found.good)) == ("97,0 %", "64,0 %")
    assert [each.total for each in found.questions] == [100, 0]


def test_a_form_counts_once(desk: RehearsalDesk) -> None:
    campaign = planned(desk)
    entered(desk, campaign, (1, GOOD, MET))
    with pytest.raises(Conflict, match="Phiếu số 1 đã được nhập"):
        entered(desk, campaign, (2, GOOD, MET), (1, UNMET, UNMET))
    assert results_of(desk.surveys, campaign).forms == 1


@pytest.mark.parametrize("form", [(0, GOOD, GOOD), (1, None, None), (5001, GOOD, GOOD)])
def test_a_form_that_does_not_fit_is_refused(desk: RehearsalDesk, form: tuple[int, Level | None, Level | None]) -> None:
    with pytest.raises(InvalidInput):
        entered(desk, planned(desk), form)


def test_an_ended_survey_takes_nothing_more_and_keeps_its_results(desk: RehearsalDesk) -> None:
    campaign = planned(desk)
    entered(desk, campaign, (1, GOOD, MET))
    act(desk, close_campaign, campaign=campaign)
    with pytest.raises(Refused, match="đã kết thúc"):
        act(desk, close_campaign, campaign=campaign)
    with pytest.raises(Refused, match="đã kết thúc"):
        act(desk, print_forms, campaign=campaign, count=1)
    with pytest.raises(Refused):
        entered(desk, campaign, (2, GOOD, MET))
    assert results_of(desk.surveys, campaign).forms == 1


def test_forms_are_numbered_on(desk: RehearsalDesk) -> None:
    campaign = planned(desk)
    for _ in range(2):
        act(desk, print_forms, campaign=campaign, count=2)
    assert list_campaigns(desk.surveys)[0].printed == 4
    db = desk.journal.reading()
    assert sorted(paper_of_job(db, job.id).code for job in list_jobs(db)) == ["01", "02", "03", "04"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": ""}, "title"),
        ({"questions": ()}, "questions"),
        ({"questions": ("",)}, "questions"),
        ({"last_on": date(2026, 10, 1)}, "last_on"),
        ({"target": 0}, "target"),
    ],
)
def test_a_plan_that_makes_no_sense_names_its_field(desk: RehearsalDesk, change: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as found:
        act(desk, plan_campaign, plan=changed(PLAN, **change))
    assert found.value.field == field


def test_a_survey_is_found_by_the_end_of_its_id(desk: RehearsalDesk) -> None:
    campaign = planned(desk)
    assert campaign_named(desk.surveys, campaign[-6:]).id == campaign
    with pytest.raises(NotFound):
        campaign_named(desk.surveys, "zzzzzz")


def test_a_form_typed_in_at_two_desks_counts_once_and_another_answer_is_a_finding(
    desk: RehearsalDesk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    campaign = planned(desk)
    with rehearsal_desk(tmp_path_factory.mktemp("two") / "home", desk_number=2) as second:
        second.journal.merge(list(every_entry(desk.journal.reading())))
        second.time.put(second.time.now().replace(hour=10))
        entered(desk, campaign, (1, GOOD, MET), (2, GOOD, MET))
        entered(second, campaign, (1, UNMET, MET), (2, GOOD, MET))
        for one, other in ((desk, second), (second, desk)):
            one.journal.merge(list(every_entry(other.journal.reading())))
        assert results_of(desk.surveys, campaign) == results_of(second.surveys, campaign)
        assert results_of(desk.surveys, campaign).good.count == 2
        assert [found[1] for found in list_findings(desk.journal.reading())] == ["form_typed_twice"]
