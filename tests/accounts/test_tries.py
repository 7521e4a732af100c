from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.accounts.tries import Tries, one_more, wait_after_s, wait_left_s
from desk_app.kernel.time_source import VIETNAM

START = datetime(2026, 11, 23, 8, 0, tzinfo=VIETNAM)
PAUSES = st.lists(st.floats(min_value=0, max_value=3600), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [(0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900), (10_000, 900)],
)
def test_five_wrong_tries_cost_half_a_minute_and_it_doubles_to_a_quarter_of_an_hour(wrong: int, seconds: int) -> None:
    assert wait_after_s(wrong) == seconds


def tried(times: int, at: datetime = START) -> Tries | None:
    tries: Tries | None = None
    for _ in range(times):
        tries = one_more(tries, at)
    return tries


def test_the_first_four_tries_are_free() -> None:
    assert wait_left_s(None, START) == 0
    assert wait_left_s(tried(4), START) == 0


def test_the_wait_runs_down_to_the_second() -> None:
    tries = tried(5)
    assert wait_left_s(tries, START) == 30
    assert wait_left_s(tries, START + timedelta(seconds=29.5)) == 1
    assert wait_left_s(tries, START + timedelta(seconds=30)) == 0


def test_a_clock_moved_back_locks_nobody_out() -> None:
    assert wait_left_s(tried(5), START - timedelta(days=3)) == 0


def test_tries_are_forgotten_after_a_day() -> None:
    nine = tried(9)
    assert one_more(nine, START + timedelta(hours=23)).wrong == 10
    assert one_more(nine, START + timedelta(hours=25)).wrong == 1


@given(st.integers(0, 500))
def test_one_more_wrong_try_never_shortens_the_wait(wrong: int) -> None:
    assert wait_after_s(wrong) <= wait_after_s(wrong + 1) <= 900


@given(PAUSES)
def test_the_wait_left_is_never_longer_than_the_rule_gives(pauses: list[float]) -> None:
    tries, now = None, START
    for pause in pauses:
        tries = one_more(tries, now)
        now += timedelta(seconds=pause)
        assert 0 <= wait_left_s(tries, now) <= wait_after_s(tries.wrong)


def test_a_tireless_guesser_gets_about_a_hundred_tries_a_day() -> None:
    tries, now, count = None, START, 0
    while now < START + timedelta(days=1):
        tries = one_more(tries, now)
        count += 1
        now += timedelta(seconds=wait_left_s(tries, now))
    assert 100 <= count <= 110
