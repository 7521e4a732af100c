"""A year of 40 organisations at 12 units: nothing impossible is ever planned, and nobody owes a turn more than another."""

from collections import Counter
from datetime import timedelta

import pytest

from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.planning.problem import TURN
from tests.shifts.invented_year import ORGANISATIONS, SEATS, UNITS, a_large_book, year_planned
from tests.shifts.people import debts


@pytest.mark.parametrize("seed", [1, 2])
def test_a_year_holds_no_impossible_assignment_and_stays_fair(seed: int) -> None:
    book = a_large_book(seed)
    availability, turns, gaps = Availability(book), Counter[str](), []
    last: dict[str, object] = {}
    fridays = 0
    for made in year_planned(book):
        fridays += len({each.on for each in made.seats})
        assert len({(each.on, each.holder) for each in made.seats}) == len(made.seats)
        for seat in made.seats:
            assert seat.holder != Holder()
            pattern = book.get_pattern(seat.seat.partition("/")[0])
            assert availability.blocked(seat.holder, seat.on, pattern, seat.skill) is None
            turns[seat.holder.organisation] += 1
            before = last.get(seat.holder.member)
            gaps.append(seat.on - before if before is not None else timedelta(days=365))  # type: ignore[operator]
            last[seat.holder.member] = seat.on
        left = debts(made).values()
        assert max(left) - min(left) <= TURN
    assert fridays == 52
    assert sum(turns.values()) == 52 * UNITS * SEATS
    assert len(turns) == ORGANISATIONS
    assert min(gaps) >= timedelta(days=7)
