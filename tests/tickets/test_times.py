"""Waiting times: medians, nine in ten, the longest now, and counts that add up."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.tickets.ticket import State, Ticket
from desk_app.tickets.times import Figures, figures_of, percentile, wait_s
from tests.tickets.test_fair import START, waiting

NOW = START + timedelta(hours=3)


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def served(number: int, wait_minutes: float, field: str = "Hộ tịch") -> Ticket:
    ticket = waiting(number, field=field)
    call = ticket.taken_at + timedelta(minutes=wait_minutes)
    return replace(ticket, state=State.DONE, times_called=1, first_called_at=call, called_at=call, ended_at=after(170))


def day(*tickets: Ticket, now: datetime = NOW) -> Figures:
    return figures_of(tickets, now)[0]


def test_an_empty_day_has_no_waiting_times() -> None:
    found = day()
    assert (found.taken, found.median_wait_s, found.p90_wait_s, found.longest_wait_s) == (0, None, None, None)


def test_half_waited_less_than_the_median_and_nine_in_ten_less_than_the_p90() -> None:
    found = day(*(served(number, number) for number in range(1, 11)))
    assert (found.median_wait_s, found.p90_wait_s) == (330, 540)
    assert found.served == 10


def test_the_longest_wait_is_of_those_who_wait_now() -> None:
    found = day(served(1, 170), waiting(100), waiting(120))
    assert found.longest_wait_s == 80 * 60
    assert found.waiting == 2


def test_each_field_has_its_own_figures_in_the_order_of_letters() -> None:
    land = replace(served(2, 20, field="Đất đai"), letter="D")
    found = figures_of((land, served(1, 10)), NOW)
    assert [(each.field, each.median_wait_s) for each in found] == [("", 900), ("Hộ tịch", 600), ("Đất đai", 1200)]


def test_what_a_day_that_is_over_left_open_was_not_served() -> None:
    tomorrow = NOW + timedelta(days=1)
    found = day(
        waiting(1), replace(waiting(2), state=State.SERVING), replace(waiting(3), state=State.ABSENT), now=tomorrow
    )
    assert (found.waiting, found.in_hand, found.absent, found.served, found.not_served) == (0, 0, 0, 1, 2)


def test_whoever_waits_again_after_a_transfer_has_waited_since_they_came() -> None:
    sent_on = replace(waiting(0), first_called_at=after(5))
    assert wait_s(sent_on, after(50)) == 50 * 60


def test_a_clock_put_back_makes_nobody_wait_less_than_nothing() -> None:
    assert wait_s(waiting(60), START) == 0


@given(st.lists(st.sampled_from(State), max_size=40))
def test_the_counts_of_a_day_add_up(states: list[State]) -> None:
    found = day(*(replace(waiting(place), state=state) for place, state in enumerate(states)))
    parts = (found.waiting, found.in_hand, found.absent, found.served, found.not_served, found.withdrawn)
    assert sum(parts) == found.taken == len(states)


@given(st.lists(st.integers(0, 10_000), min_size=1), st.sampled_from([0.5, 0.9, 1.0]))
def test_a_percentile_is_one_of_the_values_and_enough_of_them_lie_below(values: list[int], share: float) -> None:
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values if found is not None) >= share * len(values) - 1e-9


@pytest.mark.parametrize("share", [0.0, 0.9])
def test_a_percentile_of_nothing_is_nothing(share: float) -> None:
    assert percentile([], share) is None
