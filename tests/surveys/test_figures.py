"""Figures of satisfaction: what counts as satisfied, how shares are rounded, what a period takes in."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.time_source import VIETNAM
from desk_app.surveys.commands import Rating
from desk_app.surveys.figures import GroupFigures, figures, kept_apart, part_of
from desk_app.surveys.rules import (
    GOOD,
    LEVEL_WORDS,
    REASON_WORDS,
    SATISFIED,
    SMALL_GROUP,
    Level,
    Reason,
    Share,
    share,
    spoken_share,
)
from desk_app.surveys.screens import ScreenSetup, keep_setup, kept_setup
from desk_app.surveys.tables.screen_setup import put_screen_setup
from tests.desks import RehearsalDesk
from tests.surveys.test_rating import answered, counts, handed_over, today

ANSWERS = {Level.VERY_SATISFIED: 4, Level.SATISFIED: 2, Level.NEUTRAL: 1, Level.DISSATISFIED: 1}


def fill(desk: RehearsalDesk) -> None:
    number = 0
    for level, count in ANSWERS.items():
        for _ in range(count):
            number += 1
            answered(desk, Rating(asking=str(number), level=level))


def fill_other(desk: RehearsalDesk, role: str, count: int) -> None:
    for number in range(count):
        answered(desk, Rating(asking=f"{role} {number}", level=Level.SATISFIED), by=desk.accounts_by_role[role])


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
    fill_other(desk, "volunteer", SMALL_GROUP)
    officers = {each.name: each for each in today(desk).officers}
    assert {name: each.total for name, each in officers.items()} == {
        "Người Thử Officer": 8,
        "Người Thử Volunteer": SMALL_GROUP,
    }
    assert officers["Người Thử Officer"].satisfied.count == 6
    assert today(desk, desk.accounts_by_role["volunteer"]).total == SMALL_GROUP


def test_a_few_answers_about_an_officer_are_told_as_a_number_alone(desk: RehearsalDesk) -> None:
    fill(desk)
    fill_other(desk, "volunteer", SMALL_GROUP - 1)
    found = today(desk)
    few = next(each for each in found.officers if each.name == "Người Thử Volunteer")
    assert (few.total, few.is_hidden, few.levels, few.satisfied.tenths) == (SMALL_GROUP - 1, True, (), None)
    assert found.total == 8 + SMALL_GROUP - 1
    alone = today(desk, desk.accounts_by_role["volunteer"])
    assert (alone.total, alone.levels, alone.reasons[0].count) == (SMALL_GROUP - 1, (), 0)


def test_a_hidden_group_cannot_be_found_by_taking_the_others_from_the_whole(desk: RehearsalDesk) -> None:
    fill(desk)
    fill_other(desk, "volunteer", SMALL_GROUP - 1)
    assert [each.is_hidden for each in today(desk).officers] == [True, True]


@given(st.lists(st.integers(1, 30), max_size=8))
def test_no_small_group_is_ever_broken_down_nor_left_hidden_alone(totals: list[int]) -> None:
    whole = Share(count=0, of=0, tenths=None)
    groups = [
        GroupFigures(key=str(place), name=str(place), total=total, levels=(), satisfied=whole, good=whole)
        for place, total in enumerate(totals)
    ]
    apart = kept_apart(groups)
    assert all(each.is_hidden for each in apart if each.total < SMALL_GROUP)
    hidden = sum(each.is_hidden for each in apart)
    assert hidden != 1 or len(apart) == 1
    assert [each.total for each in apart] == totals


def test_procedures_desks_and_months_are_counted(desk: RehearsalDesk) -> None:
    for _ in range(SMALL_GROUP):
        answered(desk, Rating(asking="a", dossier=handed_over(desk), level=Level.SATISFIED))
    found = today(desk)
    assert [(each.key, each.name, each.total) for each in found.procedures] == [
        ("1.001193", "Đăng ký khai sinh", SMALL_GROUP)
    ]
    assert [(each.key, each.total) for each in found.desks] == [(desk.journal.desk_id, SMALL_GROUP)]
    assert [(each.key, each.total) for each in found.months] == [("2026-11", SMALL_GROUP)]


def test_the_founding_reports_shares_come_out() -> None:
    """Hiệp Lợi: 97 % of which 64 % good; Ngã Bảy: 96 % of which 28 % good."""
    for good, satisfied, of, spoken in ((64, 97, 100, ("97,0 %", "64,0 %")), (28, 96, 100, ("96,0 %", "28,0 %"))):
        counted = {Level.VERY_SATISFIED: good, Level.SATISFIED: satisfied - good, Level.DISSATISFIED: of - satisfied}
        assert (spoken_share(part_of(counted, SATISFIED)), spoken_share(part_of(counted, GOOD))) == spoken


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
