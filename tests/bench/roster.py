"""Planning a month for 40 organisations at 12 units, against the least that any planner must do.

That is to ask everybody once about every seat, and a bare largest matching (Hopcroft–Karp) of the answers. It says who
could sit where; the plan is fair besides, draws turns apart, names who steps in and says why.
"""

from collections import deque
from collections.abc import Sequence
from datetime import date

from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.planning.planner import plan
from desk_app.shifts.planning.problem import Problem, Standing
from tests.bench.figures import Figure, in_turns, median
from tests.shifts.invented_year import YEAR, a_large_book, month_of_year, year_planned

_ROUNDS = 9
_YEAR_S = 60
_FAR = 1 << 30

Graph = Sequence[Sequence[int]]


def measured() -> list[Figure]:
    """Return one figure for a month, and that of a year against a minute."""
    book = a_large_book()
    problem = month_of_year(book, date(YEAR, 5, 1), Standing())
    assert sum(each.holder != Holder() for each in plan(problem).seats) == _manned(problem)
    ours_us, bare_us = in_turns(_ROUNDS, lambda _: plan(problem), lambda _: _manned(problem))
    (year_us,) = in_turns(1, lambda _: list(year_planned(book)))
    seats = len(problem.turns)
    return [
        Figure(
            name=f"roster of a month, {seats} seats, fair and explained / asking and matching",
            ours=median(ours_us),
            raw=median(bare_us),
            target=15.0,
        ),
        Figure(
            name=f"rosters of a year, 40 organisations × 12 units × 52 weeks / {_YEAR_S} s",
            ours=median(year_us) / 1e6,
            raw=_YEAR_S,
            target=1.0,
            unit="s",
        ),
    ]


def _manned(problem: Problem) -> int:
    """Return how many seats can be manned at all, everybody asked anew."""
    availability = Availability(problem.book)
    places: dict[tuple[date, Holder], int] = {}
    graph = []
    for turn in problem.turns:
        on, pattern, skill = turn.on, turn.pattern, turn.skills[0]
        asked = availability.holders(pattern, on)
        able = [holder for holder in asked if availability.blocked(holder, on, pattern, skill) is None]
        graph.append([places.setdefault((on, holder), len(places)) for holder in able])
    return matched(graph, len(places))


def matched(graph: Graph, places: int) -> int:
    """Return how many seats can be manned at all: Hopcroft–Karp, phase by phase."""
    seat_of, place_of = [-1] * places, [-1] * len(graph)
    count = 0
    while True:
        level = _levels(graph, seat_of, place_of)
        found = sum(
            place_of[seat] < 0 and _augmented(seat, graph, seat_of, place_of, level) for seat in range(len(graph))
        )
        if not found:
            return count
        count += found


def _levels(graph: Graph, seat_of: Sequence[int], place_of: Sequence[int]) -> list[int]:
    level = [0 if place < 0 else _FAR for place in place_of]
    waiting = deque(seat for seat, place in enumerate(place_of) if place < 0)
    while waiting:
        seat = waiting.popleft()
        for place in graph[seat]:
            other = seat_of[place]
            if other >= 0 and level[other] == _FAR:
                level[other] = level[seat] + 1
                waiting.append(other)
    return level


def _augmented(seat: int, graph: Graph, seat_of: list[int], place_of: list[int], level: list[int]) -> bool:
    for place in graph[seat]:
        other = seat_of[place]
        if other < 0 or (level[other] == level[seat] + 1 and _augmented(other, graph, seat_of, place_of, level)):
            seat_of[place], place_of[seat] = seat, place
            return True
    level[seat] = _FAR
    return False
