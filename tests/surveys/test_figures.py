"""Figures of satisfaction: what counts as satisfied, how shares are rounded, what a period takes in."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.time_source import VIETNAM
from desk_app.surveys.commands import Rating
from desk_app.surveys.figures import figures
from desk_app.surveys.rules import GOOD, LEVEL_WORDS, REASON_WORDS, SATISFIED, Level, Reason, share, spoken_share
from desk_app.surveys.screens import ScreenSetup, keep_setup, kept_setup
from desk_app.surveys.tables import put_screen_setup
from tests.desks import RehearsalDesk
from tests.surveys.test_rating import answered, counts, today

ANSWERS = {Level.VERY_SATISFIED: 4, Level.SATISFIED: 2, Level.NEUTRAL: 1, Level.DISSATISFIED: 1}


def fill(desk: RehearsalDesk) -> None:
    number = 0
    for level, count in ANSWERS.items():
        for _ in range(count):
            number += 1
            answered(desk, Rating(asking=str(number), level=level))


def test_satisfied_includes_good(desk: RehearsalDesk) -> None:
    fill(desk)
    found = today(desk)
    assert (found.satisfied.count, found.satisfied.of, found.satisfied.tenths) == (6, 8, 750)
    assert (found.good.count, found.good.of, found.good.tenths) == (4, 8, 500)
    assert counts(found) == ANSWERS
    assert found.rounding == "làm tròn đến 0,1 %, nửa thì lên"
    assert GOOD < SATISFIED


def test_no_answer_is_not_nought_percent(desk: RehearsalDesk) -> None:
    found = today(desk)
    assert (found.total, found.satisfied.tenths, spoken_share(found.satisfied)) == (0, None, "–")


@pytest.mark.parametrize(
    ("count", "of", "spoken"),
    [
        (97, 100, "97,0 %"),
        (2, 3, "66,7 %"),
        (1, 3, "33,3 %"),
        (1, 2000, "0,1 %"),
        (1, 2001, "0,0 %"),
        (7, 7, "100,0 %"),
    ],
)
def test_a_share_is_rounded_to_a_tenth_half_up(count: int, of: int, spoken: str) -> None:
    assert spoken_share(share(count, of)) == spoken


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_share_is_never_further_from_the_truth_than_half_a_tenth(count: int, of: int) -> None:
    tenths = share(min(count, of), of).tenths
    assert tenths is not None
    assert abs(tenths * of - 1000 * min(count, of)) * 2 <= of


def test_officers_are_counted_apart(desk: RehearsalDesk) -> None:
    fill(desk)
    answered(desk, Rating(asking="of another", level=Level.SATISFIED), by=desk.accounts_by_role["volunteer"])
    by_name = {each.name: each.total for each in today(desk).officers}
    assert by_name == {"Người Thử Officer": 8, "Người Thử Volunteer": 1}
    assert today(desk, desk.accounts_by_role["volunteer"]).total == 1


def test_a_period_takes_in_both_its_days(desk: RehearsalDesk) -> None:
    first, last = date(2026, 11, 23), date(2026, 11, 24)
    for number, at in enumerate(
        (
            datetime(2026, 11, 22, 23, 59, 59, 999000, VIETNAM),
            datetime(2026, 11, 23, 0, 0, tzinfo=VIETNAM),
            datetime(2026, 11, 24, 23, 59, 59, 999000, VIETNAM),
            datetime(2026, 11, 25, 0, 0, tzinfo=VIETNAM),
        )
    ):
        desk.time.put(at)
        answered(desk, Rating(asking=str(number), level=Level.SATISFIED))
    assert figures(desk.surveys, first_on=first, last_on=last).total == 2
    assert figures(desk.surveys, first_on=first - timedelta(days=1), last_on=last + timedelta(days=1)).total == 4


def test_reasons_are_counted_with_what_they_were_about(desk: RehearsalDesk) -> None:
    for asking, reasons in (("1", (Reason.TIME,)), ("2", (Reason.TIME, Reason.ATTITUDE)), ("3", ())):
        answered(desk, Rating(asking=asking, level=Level.DISSATISFIED, reasons=reasons))
    assert {each.reason: each.count for each in today(desk).reasons if each.count} == {
        Reason.ATTITUDE: 1,
        Reason.TIME: 2,
    }


def test_every_answer_and_reason_has_its_words() -> None:
    assert set(LEVEL_WORDS) == set(Level)
    assert set(REASON_WORDS) == set(Reason)


def test_the_setup_of_the_screens_is_kept_on_the_desk(desk: RehearsalDesk) -> None:
    assert kept_setup(desk.surveys) == ScreenSetup()
    chosen = ScreenSetup(customer_open=True, customer_on="HDMI-1", spoken=True, chime=False)
    keep_setup(desk.surveys, chosen)
    assert kept_setup(desk.surveys) == chosen
    assert desk.journal.refold() == ()
    assert kept_setup(desk.surveys) == chosen


def test_a_setup_that_another_program_wrote_gives_the_plain_one(desk: RehearsalDesk) -> None:
    with desk.journal.store.writing() as db:
        put_screen_setup(db, b'{"holograms":true}')
    assert kept_setup(desk.surveys) == ScreenSetup()
