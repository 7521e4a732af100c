"""One answer for each hand-over, taken down once, about who served."""

import pytest

from desk_app.dossiers.commands import dossier_in, hand_over, issue_result
from desk_app.dossiers.register import register
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from desk_app.kernel.records import canonical, from_json, from_plain
from desk_app.printing.tables import list_jobs
from desk_app.surveys.commands import Rating, rate
from desk_app.surveys.facts import Rated, lifted_rated
from desk_app.surveys.figures import Figures, figures
from desk_app.surveys.rules import Level, Reason
from desk_app.surveys.slips import print_slip
from tests.desks import RehearsalDesk, form, rehearsal_desk


def handed_over(desk: RehearsalDesk, by: str = "") -> str:
    """Return the id of a dossier that went the whole way, handed over by ``by`` or the officer."""
    officer = desk.accounts_by_role["officer"]
    dossier = register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id()).subject
    issue_result(desk.dossiers, by=officer, dossier=dossier, command_id=desk.journal.new_id())
    hand_over(desk.dossiers, by=by or officer, dossier=dossier, command_id=desk.journal.new_id())
    return dossier


def answered(desk: RehearsalDesk, rating: Rating, by: str = "") -> Rated:
    who = by or desk.accounts_by_role["officer"]
    written = rate(desk.surveys, by=who, rating=rating, command_id=desk.journal.new_id())
    return from_json(written.entries[0].body, Rated)


def today(desk: RehearsalDesk, officer: str = "") -> Figures:
    on = desk.time.now().date()
    return figures(desk.surveys, first_on=on, last_on=on, officer=officer)


def counts(found: Figures) -> dict[Level, int]:
    return {each.level: each.count for each in found.levels if each.count}


def test_an_answer_is_about_whoever_handed_the_result_over(desk: RehearsalDesk) -> None:
    dossier = handed_over(desk, by=desk.admin)
    fact = answered(desk, Rating(asking="a", dossier=dossier, level=Level.SATISFIED, screen="customer_screen"))
    assert (fact.officer, fact.procedure, fact.screen) == (desk.admin, "1.001193", "customer_screen")
    assert (fact.question, fact.rated_on) == ("hand_over", desk.time.now().date())


def test_an_answer_of_a_visit_is_about_whoever_asks(desk: RehearsalDesk) -> None:
    volunteer = desk.accounts_by_role["volunteer"]
    fact = answered(desk, Rating(asking="a", level=Level.NEUTRAL), by=volunteer)
    assert (fact.question, fact.officer, fact.procedure) == ("visit", volunteer, "")


def test_a_second_press_takes_the_place_of_the_first(desk: RehearsalDesk) -> None:
    dossier = handed_over(desk)
    for level in (Level.DISSATISFIED, Level.SATISFIED):
        answered(desk, Rating(asking="a", dossier=dossier, level=level, reasons=(Reason.TIME,)))
    assert counts(today(desk)) == {Level.SATISFIED: 1}
    assert sum(each.count for each in today(desk).reasons) == 1


def test_a_later_asking_never_changes_what_a_citizen_said(desk: RehearsalDesk) -> None:
    dossier = handed_over(desk)
    answered(desk, Rating(asking="a", dossier=dossier, level=Level.VERY_DISSATISFIED))
    with pytest.raises(Refused, match="đã được đánh giá"):
        answered(desk, Rating(asking="b", dossier=dossier, level=Level.VERY_SATISFIED))
    assert counts(today(desk)) == {Level.VERY_DISSATISFIED: 1}


def test_each_visit_counts_for_itself(desk: RehearsalDesk) -> None:
    for asking in ("a", "b"):
        answered(desk, Rating(asking=asking, level=Level.SATISFIED))
    assert counts(today(desk)) == {Level.SATISFIED: 2}


def test_what_was_not_handed_over_is_not_rated(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    dossier = register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id()).subject
    with pytest.raises(Refused, match="chưa trả kết quả"):
        answered(desk, Rating(asking="a", dossier=dossier, level=Level.SATISFIED))
    with pytest.raises(NotFound):
        answered(desk, Rating(asking="a", dossier="nothing", level=Level.SATISFIED))
    assert today(desk).total == 0


@pytest.mark.parametrize("asking", ["", "x" * 65])
def test_an_asking_has_an_id(desk: RehearsalDesk, asking: str) -> None:
    with pytest.raises(InvalidInput):
        answered(desk, Rating(asking=asking, level=Level.SATISFIED))


def test_reasons_are_kept_once_and_in_one_order(desk: RehearsalDesk) -> None:
    asked = (Reason.RESULT, Reason.ATTITUDE, Reason.RESULT)
    fact = answered(desk, Rating(asking="a", level=Level.SATISFIED, reasons=asked))
    assert fact.reasons == (Reason.ATTITUDE, Reason.RESULT)


def test_who_reads_figures_takes_no_answers_down(desk: RehearsalDesk) -> None:
    with pytest.raises(NotAllowed, match="ghi đánh giá"):
        answered(desk, Rating(asking="a", level=Level.SATISFIED), by=desk.accounts_by_role["leader"])


def test_nothing_that_is_kept_leads_from_an_answer_to_a_person(desk: RehearsalDesk) -> None:
    dossier = handed_over(desk)
    print_slip(desk.surveys, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
    answered(desk, Rating(asking="a", dossier=dossier, level=Level.SATISFIED))
    db = desk.journal.reading()
    code = dossier_in(desk.dossiers, db, dossier).code
    kept = [str(each) for each in every_entry(db) if each.subject.startswith("rating:")]
    kept += [
        str(row) for name, rows in table_contents(db, desk.journal.registry).items() for row in rows if "rating" in name
    ]
    kept += [str(job) for job in list_jobs(db) if job.title == "Phiếu đánh giá"]
    assert len(kept) >= 5
    for secret in ("Nguyễn", dossier, code):
        assert not [each for each in kept if secret in each]


def test_the_hour_of_an_answer_is_not_kept(desk: RehearsalDesk) -> None:
    answered(desk, Rating(asking="a", level=Level.SATISFIED))
    db = desk.journal.reading()
    entry = next(each for each in every_entry(db) if each.kind == Rated.KIND)
    rows = table_contents(db, desk.journal.registry)["ratings"]
    assert "08:15" not in entry.body.decode()
    assert "2026-11-23" in rows[0]
    assert not [value for value in rows[0] if "T08" in str(value)]


def test_an_answer_of_the_first_version_loses_its_dossier_and_its_hour() -> None:
    old = {
        "asking": "a",
        "dossier": "0198",
        "officer": "o",
        "level": "satisfied",
        "reasons": [],
        "screen": "counter",
        "rated_at": "2026-11-23T08:15:00+07:00",
    }
    lifted = from_plain(lifted_rated(old), Rated)
    assert (lifted.question, lifted.rated_on.isoformat(), lifted.procedure) == ("hand_over", "2026-11-23", "")
    assert "0198" not in canonical(lifted).decode()


def test_a_hand_over_rated_at_two_desks_counts_once_and_the_same_on_both(
    desk: RehearsalDesk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dossier = handed_over(desk)
    with rehearsal_desk(tmp_path_factory.mktemp("two") / "home", desk_number=2) as second:
        second.journal.merge(list(every_entry(desk.journal.reading())))
        answered(desk, Rating(asking="one", dossier=dossier, level=Level.SATISFIED))
        second.time.put(second.time.now().replace(hour=10))
        answered(second, Rating(asking="two", dossier=dossier, level=Level.NEUTRAL))
        second.journal.merge(list(every_entry(desk.journal.reading())))
        desk.journal.merge(list(every_entry(second.journal.reading())))
        assert counts(today(desk)) == counts(today(second)) == {Level.SATISFIED: 1}
        for each in (desk, second):
            assert [found[1] for found in list_findings(each.journal.reading())] == ["rated_twice"]
        assert second.journal.refold() == ()
