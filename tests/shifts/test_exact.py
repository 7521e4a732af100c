"""The planner against an exact solver (CBC): as many turns manned, and no plan fairer, on small random months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pulp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.days import month_days
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.planning.problem import TURN, Standing, Turn, turns_of
from desk_app.working_time.calendar import Calendar
from tests.shifts.people import DECEMBER, a_book, debts, organisations, pattern, people, planned

_LONGEST_S = 30
FRIDAYS = tuple(date(2026, 12, day) for day in (4, 11, 18, 25))


@dataclass(frozen=True, kw_only=True)
class Month:
    """A small random month: its book, and who owes how much from before."""

    book: ShiftBook
    standing: Standing


@st.composite
def months(draw: st.DrawFn) -> Month:
    count = draw(st.integers(2, 4))
    own = organisations(*(f"Tổ chức {number}" for number in range(count)))
    members = [
        person
        for each in own
        for person in people(each.id, draw(st.integers(0, 3)), skills=draw(st.sampled_from([(), ("ký số",)])))
    ]
    patterns = [
        pattern(
            f"t{number}",
            f"p{number}",
            seats=draw(st.integers(1, 2)),
            skills=draw(st.sampled_from([(), ("ký số",)])),
            organisations=draw(st.sampled_from([(), tuple(each.id for each in own[:2])])),
        )
        for number in range(draw(st.integers(1, 2)))
    ]
    who = st.sampled_from([*(each.id for each in members), *(each.id for each in own)])
    away = [
        (draw(who), *sorted((draw(st.sampled_from(FRIDAYS)), draw(st.sampled_from(FRIDAYS)))))
        for _ in range(draw(st.integers(0, 6)))
    ]
    owing = {each.id: draw(st.integers(-250, 250)) for each in own}
    return Month(book=a_book(own, members, patterns, away), standing=Standing(organisations=owing))  # type: ignore[arg-type]


Choice = tuple[Turn, Holder]


class Exact:
    """A month as an integer programme: how much of each turn everybody takes who could.

    Whole numbers are asked only of what each organisation takes in all: with these fixed it is a flow, whose best is whole
    by itself. So the solver need not tell apart people who are alike.
    """

    def __init__(self, month: Month, sense: int, only: Sequence[str] | None = None) -> None:
        self.problem = pulp.LpProblem("month", sense)
        availability = Availability(month.book)
        turns = turns_of(month_days(month.book.patterns, DECEMBER, Calendar(), moves=True).days)
        self.turns = [turn for turn in turns if only is None or turn.name in only]
        self.takes: dict[Choice, pulp.LpVariable] = {
            (turn, holder): self.problem.add_variable(f"x{place}_{number}", 0, 1)
            for place, turn in enumerate(self.turns)
            for number, holder in enumerate(availability.holders(turn.pattern, turn.on))
            if availability.blocked(holder, turn.on, turn.pattern, turn.skills[0]) is None
        }
        self.manned = pulp.lpSum(self.takes.values())
        for turn in self.turns:
            self.problem += pulp.lpSum(taken for (own, _), taken in self.takes.items() if own is turn) <= 1
        for on, holder in {(turn.on, holder) for turn, holder in self.takes}:
            same = [taken for (turn, own), taken in self.takes.items() if (turn.on, own) == (on, holder)]
            self.problem += pulp.lpSum(same) <= 1

    def solved(self) -> int:
        """Return the best value."""
        assert (
            self.problem.solve(pulp.COIN_CMD(path=pulp.PULP_CBC_CMD.pulp_cbc_path, msg=False, timeLimit=_LONGEST_S))
            == pulp.LpStatusOptimal
        )
        return round(pulp.value(self.problem.objective) or 0)


def most_manned(month: Month) -> int:
    """Return how many turns can be manned at all."""
    exact = Exact(month, pulp.LpMaximize)
    exact.problem += exact.manned
    return exact.solved() if exact.takes else 0


def least_difference(month: Month, manned: Sequence[str], owed: dict[str, int]) -> int:
    """Return the smallest difference between debts that any plan which mans these turns leaves, in hundredths."""
    exact = Exact(month, pulp.LpMinimize, manned)
    problem = exact.problem
    top, bottom = problem.add_variable("top"), problem.add_variable("bottom")
    problem += top - bottom
    problem += exact.manned == len(manned)
    for id_, owes in owed.items():
        done = problem.add_variable(f"done_{id_}", 0, cat="Integer")
        problem += done == pulp.lpSum(taken for (_, own), taken in exact.takes.items() if own.organisation == id_)
        problem += top >= owes - TURN * done
        problem += bottom <= owes - TURN * done
    return exact.solved()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(months())
def test_no_plan_mans_more_turns_and_none_with_the_same_turns_is_fairer(month: Month) -> None:
    made = planned(month.book, standing=month.standing)
    manned = [each.seat for each in made.seats if each.holder != Holder()]
    assert len(manned) == most_manned(month)
    if not made.shares or not manned:
        return
    owed = {each.organisation: each.carried + each.owed for each in made.shares}
    left = debts(made).values()
    assert max(left) - min(left) == least_difference(month, manned, owed)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(months())
def test_no_assignment_is_impossible(month: Month) -> None:
    made, availability = planned(month.book, standing=month.standing), Availability(month.book)
    held = [each for each in made.seats if each.holder != Holder()]
    assert len({(each.on, each.holder) for each in held}) == len(held)
    for seat in held:
        own = month.book.get_pattern(seat.seat.partition("/")[0])
        assert availability.blocked(seat.holder, seat.on, own, seat.skill) is None
