"""The friendly government: six criteria, evidence before marks, one paper for each period."""

from datetime import date

import pytest

from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.printing.blocks import Table
from desk_app.printing.tables import list_jobs
from desk_app.printing.tables.jobs import paper_of_job
from desk_app.surveys.commands import Rating
from desk_app.surveys.friendly import (
    Assessment,
    NewEvidence,
    add_evidence,
    assess,
    assessment,
    period_days,
    print_assessment,
    spoken_period,
    withdraw_evidence,
)
from desk_app.surveys.rules import Level
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.surveys.test_rating import answered
from tests.surveys.voices import act

PERIOD = "2026-Q4"
ABOUT = {"period": PERIOD, "criterion": "smile"}


def proved(desk: RehearsalDesk, text: str = "Tập huấn quy tắc ứng xử, 12 người") -> None:
    act(desk, add_evidence, evidence=NewEvidence(text=text, source="KH 45/KH-UBND"), **ABOUT)


def smile(found: Assessment) -> tuple[int, str | None]:
    state = next(each.state for each in found.criteria if each.criterion.key == "smile")
    return (len(state.evidence), state.mark) if state is not None else (0, None)


@pytest.mark.parametrize(
    ("period", "first_on", "last_on"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_is_a_year_or_a_quarter(period: str, first_on: date, last_on: date) -> None:
    assert period_days(period) == (first_on, last_on)


@pytest.mark.parametrize("period", ["", "26", "2026-Q5", "2026-11", "1999"])
def test_what_is_no_period_is_refused(period: str) -> None:
    with pytest.raises(InvalidInput, match="không phải là kỳ"):
        period_days(period)


def test_there_are_the_six_criteria_of_the_founding_reports(desk: RehearsalDesk) -> None:
    titles = [each.criterion.title for each in assessment(desk.surveys, PERIOD).criteria]
    assert len(titles) == 6
    assert titles[0] == "Cải cách thủ tục hành chính"
    assert "nụ cười công sở" in titles[2]
    assert spoken_period(PERIOD) == "quý 4 năm 2026"


def test_a_good_mark_needs_evidence(desk: RehearsalDesk) -> None:
    with pytest.raises(Refused, match="chưa có minh chứng"):
        act(desk, assess, mark="good", **ABOUT)
    proved(desk)
    act(desk, assess, mark="good", **ABOUT)
    assert smile(assessment(desk.surveys, PERIOD)) == (1, "good")
    act(desk, assess, mark="met", words="Còn một phản ánh", **ABOUT)
    assert smile(assessment(desk.surveys, PERIOD)) == (1, "met")
    assert list_findings(desk.journal.reading()) == ()


def test_wrong_evidence_is_taken_back(desk: RehearsalDesk) -> None:
    proved(desk)
    state = next(each.state for each in assessment(desk.surveys, PERIOD).criteria if each.state is not None)
    act(desk, withdraw_evidence, evidence=state.evidence[0].id, **ABOUT)
    assert smile(assessment(desk.surveys, PERIOD)) == (0, None)
    with pytest.raises(NotFound):
        act(desk, withdraw_evidence, evidence=state.evidence[0].id, **ABOUT)


def test_an_unknown_criterion_is_refused(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput, match="Không có tiêu chí"):
        act(desk, assess, mark="met", period=PERIOD, criterion="weather")


def test_the_paper_names_evidence_marks_and_what_citizens_said(desk: RehearsalDesk) -> None:
    proved(desk)
    act(desk, assess, mark="good", **ABOUT)
    answered(desk, Rating(asking="a", level=Level.VERY_SATISFIED))
    act(desk, print_assessment, period=PERIOD)
    db = desk.journal.reading()
    paper = paper_of_job(db, list_jobs(db)[0].id)
    table = next(each for each in paper.blocks if isinstance(each, Table))
    assert (len(table.rows), table.rows[2][3]) == (6, "Tốt")
    assert "KH 45/KH-UBND" in table.rows[2][2]
    assert "đạt yêu cầu 100,0 %, trong đó mức độ tốt 100,0 %" in str(paper)
    assert paper.page == "A4"


def test_two_desks_that_mark_apart_are_a_finding(desk: RehearsalDesk, tmp_path_factory: pytest.TempPathFactory) -> None:
    proved(desk)
    with rehearsal_desk(tmp_path_factory.mktemp("two") / "home", desk_number=2) as second:
        second.journal.merge(list(every_entry(desk.journal.reading())))
        second.time.put(second.time.now().replace(hour=10))
        act(desk, assess, mark="good", **ABOUT)
        act(second, assess, mark="met", **ABOUT)
        for one, other in ((desk, second), (second, desk)):
            one.journal.merge(list(every_entry(other.journal.reading())))
        for each in (desk, second):
            assert smile(assessment(each.surveys, PERIOD)) == (1, "met")
            assert [found[1] for found in list_findings(each.journal.reading())] == ["assessed_twice"]
