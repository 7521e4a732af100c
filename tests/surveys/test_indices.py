"""The nine indices of Thông tư 01/2018, and the bands they add up to."""

from datetime import date, timedelta

import pytest

from desk_app.dossiers.commands import issue_result
from desk_app.dossiers.life.supplement import request_supplement
from desk_app.dossiers.register import register
from desk_app.kernel.errors import InvalidInput
from desk_app.surveys.commands import Rating
from desk_app.surveys.complaints import answer
from desk_app.surveys.indices import Entered, Scored, band_of, enter_index, points_of, scores, set_on
from desk_app.surveys.rules import Level, Reason, share
from tests.desks import RehearsalDesk, form
from tests.surveys.test_rating import answered, handed_over
from tests.surveys.voices import act, complained

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
SET = set_on(LAST)


def scored(desk: RehearsalDesk, key: str) -> Scored:
    found = scores(desk.surveys, first_on=FIRST, last_on=LAST)
    return next(each for each in found.scored if each.index.key == key)


def entered(desk: RehearsalDesk, key: str, count: int, of: int, evidence: str = "Biên bản 12") -> None:
    given = Entered(count=count, of=of, evidence=evidence)
    act(desk, enter_index, key=key, first_on=FIRST, last_on=LAST, entered=given)


@pytest.mark.parametrize(
    ("points", "words"),
    [(18, "Xuất sắc"), (15, "Xuất sắc"), (14, "Tốt"), (12, "Tốt"), (11, "Khá"), (9, "Khá"), (8, "Trung bình"),
     (6, "Trung bình"), (5, "Yếu"), (0, "Yếu")],
)  # fmt: skip
def test_the_bands_of_the_circular(points: int, words: str) -> None:
    assert band_of(points, SET.bands) == words


def test_there_are_nine_of_two_points_each() -> None:
    assert [each.number for each in SET.indices] == list(range(1, 10))
    for index in SET.indices:
        assert points_of(index, share(1000, 1000)) == 2
        assert points_of(index, share(0, 1000)) == 0
        assert points_of(index, share(index.one, 1000)) in (1, 2)
        assert points_of(index, share(index.one - 1, 1000)) == 0
        assert points_of(index, share(0, 0)) is None


def test_an_empty_period_has_no_points_and_no_band(desk: RehearsalDesk) -> None:
    found = scores(desk.surveys, first_on=FIRST, last_on=LAST)
    assert (found.points, found.known, found.band) == (0, 0, "")
    assert "chưa có số liệu" in found.scored[0].why
    assert "chưa ai nhập" in found.scored[3].why


def test_results_on_the_day_are_in_time_and_later_ones_are_not(desk: RehearsalDesk) -> None:
    handed_over(desk)
    officer = desk.accounts_by_role["officer"]
    late = register(desk.dossiers, by=officer, form=form(), command_id=desk.journal.new_id()).subject
    desk.time.advance(timedelta(days=3))
    issue_result(desk.dossiers, by=officer, dossier=late, command_id=desk.journal.new_id())
    found = scored(desk, "in_time")
    assert (found.part.count, found.part.of, found.points) == (1, 2, 0)
    assert "1/2 = 50,0 %" in found.why


def test_a_supplement_counts_against_completeness_at_once(desk: RehearsalDesk) -> None:
    handed_over(desk)
    officer = desk.accounts_by_role["officer"]
    asked = register(
        desk.dossiers, by=officer, form=form(procedure="2.000986"), command_id=desk.journal.new_id()
    ).subject
    assert scored(desk, "first_time").part.count == 2
    request_supplement(
        desk.dossiers,
        by=officer,
        dossier=asked,
        missing=("Giấy chứng sinh",),
        reason="thiếu",
        command_id=desk.journal.new_id(),
    )
    found = scored(desk, "first_time")
    assert (found.part.count, found.part.of) == (1, 2)


def test_ratings_make_two_of_them(desk: RehearsalDesk) -> None:
    answered(desk, Rating(asking="1", level=Level.VERY_SATISFIED, reasons=(Reason.ATTITUDE,)))
    answered(desk, Rating(asking="2", level=Level.DISSATISFIED, reasons=(Reason.ATTITUDE,)))
    answered(desk, Rating(asking="3", level=Level.DISSATISFIED, reasons=(Reason.TIME,)))
    attitude, satisfied = scored(desk, "attitude"), scored(desk, "satisfied")
    assert (attitude.part.count, attitude.part.of) == (2, 3)
    assert (satisfied.part.count, satisfied.part.of) == (1, 3)


def test_complaints_answered_in_time_make_one(desk: RehearsalDesk) -> None:
    act(desk, answer, complaint=complained(desk), text="Đã sửa")
    complained(desk)
    assert (scored(desk, "complaints").part.count, scored(desk, "complaints").part.of) == (1, 1)
    desk.time.advance(timedelta(days=30))
    assert scored(desk, "complaints").part.of == 2


def test_what_the_program_cannot_know_is_entered_with_evidence(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput, match="Minh chứng"):
        entered(desk, "published", 40, 40, evidence="")
    entered(desk, "published", 39, 40)
    entered(desk, "published", 40, 40)
    found = scored(desk, "published")
    assert (found.points, found.evidence, found.part.count) == (2, "Biên bản 12", 40)


@pytest.mark.parametrize(
    ("key", "count", "of"), [("in_time", 1, 1), ("weather", 1, 1), ("published", 2, 1), ("published", 0, 0)]
)
def test_what_makes_no_sense_is_not_entered(desk: RehearsalDesk, key: str, count: int, of: int) -> None:
    with pytest.raises(InvalidInput):
        entered(desk, key, count, of)


def test_the_band_stands_once_every_index_is_known(desk: RehearsalDesk) -> None:
    answered(desk, Rating(asking="a", dossier=handed_over(desk), level=Level.VERY_SATISFIED))
    act(desk, answer, complaint=complained(desk), text="Đã sửa")
    for key in ("one_place", "published"):
        entered(desk, key, 40, 40)
    found = scores(desk.surveys, first_on=FIRST, last_on=LAST)
    assert (found.known, found.points, found.band) == (9, 16, "Xuất sắc")
    assert "Điều 13–15" in found.basis
