"""Codes of the law's pattern, and blocks that never meet."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desk_app.dossiers.numbering import CODE, MOST_DESKS, following, runs, tail

ON = date(2026, 10, 8)
OFFICE = "H15.50.05.13"
DESKS = st.integers(min_value=0, max_value=MOST_DESKS)


def test_the_first_code_of_desk_one_is_1001_of_the_day() -> None:
    short, _ = runs(OFFICE, 1, ON)
    assert following(short, None) == "H15.50.05.13-261008-1001"
    assert tail("H15.50.05.13-261008-1001") == "261008-1001"


def test_after_999_a_desk_goes_on_with_seven_digits() -> None:
    short, long = runs(OFFICE, 1, ON)
    assert following(short, "H15.50.05.13-261008-1998") == "H15.50.05.13-261008-1999"
    assert following(short, "H15.50.05.13-261008-1999") is None
    assert following(long, None) == "H15.50.05.13-261008-0011000"
    assert following(long, "H15.50.05.13-261008-0019999") is None


@given(desk=DESKS)
def test_every_code_is_of_the_laws_pattern(desk: int) -> None:
    for run in runs(OFFICE, desk, ON):
        assert CODE.match(run.first)
        assert CODE.match(run.last)
        assert len(run.first) == len(run.last)
        assert run.first < run.last


@given(one=DESKS, other=DESKS)
def test_no_two_desks_share_a_code(one: int, other: int) -> None:
    if one == other:
        return
    for mine in runs(OFFICE, one, ON):
        for theirs in runs(OFFICE, other, ON):
            apart = len(mine.first) != len(theirs.first) or mine.last < theirs.first or theirs.last < mine.first
            assert apart
