"""Which turn of a group each of its takers gets, and who of an organisation sits on the seats it mans alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from desk_app.kernel.texts import collation_key
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.planning.matching import matched
from desk_app.shifts.planning.network import Group
from desk_app.shifts.planning.problem import Problem, Turn, key_of


def seated(group: Group, takers: Counter[Holder], problem: Problem) -> dict[str, Holder]:
    """Return who takes which turn: everybody stays where they were, others go where they have not been longest."""
    left = Counter(takers)
    found: dict[str, Holder] = {}
    for turn in group.turns:
        kept = problem.kept.get(turn.seats[0])
        if kept is not None and left[kept := _taker(turn, kept)] > 0:
            found[turn.name] = kept
            left[kept] -= 1
    waiting = sorted(
        left.elements(), key=lambda each: collation_key(problem.book.name_of(each.organisation, each.member))
    )
    # Where not all can be manned, every shift gets its first seat before any gets its second.
    open_turns = sorted((each for each in group.turns if each.name not in found), key=_rank)
    for turn in open_turns[: len(waiting)]:
        place = turn.pattern.place
        taker = min(waiting, key=lambda each: problem.standing.place_on.get((place, key_of(each)), date.min))
        waiting.remove(taker)
        found[turn.name] = taker
    return found


def named(
    turns: Iterable[Turn],
    takes: Mapping[str, Holder],
    problem: Problem,
    availability: Availability,
    owes: Mapping[str, int],
) -> dict[str, Holder]:
    """Return who of the organisation sits on each seat of the shifts that one mans alone, the most owing first.

    A seat for which it has nobody left bears the organisation only: it sends somebody.
    """
    owing = dict(owes)
    out = {(turn.on, takes[turn.name]) for turn in turns if turn.name in takes and not turn.together}
    out |= set(problem.standing.busy)
    found: dict[str, Holder] = {}
    for turn in turns:
        if not turn.together or turn.name not in takes:
            continue
        organisation = takes[turn.name].organisation
        for seat, holder in _named_on(turn, organisation, problem, availability, owing, out).items():
            found[seat] = holder
            out.add((turn.on, holder))
            if holder.member:
                owing[holder.member] = owing.get(holder.member, 0) - 100 // len(turn.seats)
    return found


def _named_on(
    turn: Turn,
    organisation: str,
    problem: Problem,
    availability: Availability,
    owing: Mapping[str, int],
    out: set[tuple[date, Holder]],
) -> dict[str, Holder]:
    fixed = {seat: problem.fixed[seat][0] for seat in turn.seats if seat in problem.fixed}
    fixed = {seat: holder for seat, holder in fixed.items() if holder.member and holder.organisation == organisation}
    people = [
        Holder(organisation=organisation, member=each.id) for each in availability.members_on(organisation, turn.on)
    ]
    free = [
        each
        for each in people
        if (turn.on, each) not in out
        and each not in fixed.values()
        and availability.member_blocked(problem.book.get_member(each.member), turn.on) is None
    ]
    free.sort(key=lambda each: _first(each, owing, problem))
    # Seats that need a skill choose first; on the others sit those who sat there before, then the most owing.
    seats = sorted(
        (each for each in range(len(turn.seats)) if turn.seats[each] not in fixed), key=lambda n: not turn.skills[n]
    )
    fit = [_fit(turn, number, free, problem) for number in seats]
    chosen = matched(fit)
    found = {seat: Holder(organisation=organisation) for seat in turn.seats}
    found.update({turn.seats[seats[row]]: free[column] for row, column in chosen.items()})
    return {**found, **fixed}


def _fit(turn: Turn, number: int, free: list[Holder], problem: Problem) -> list[int]:
    skill, kept = turn.skills[number], problem.kept.get(turn.seats[number])
    able = [
        place for place, each in enumerate(free) if not skill or skill in problem.book.get_member(each.member).skills
    ]
    return sorted(able, key=lambda place: free[place] != kept)


def _first(holder: Holder, owing: Mapping[str, int], problem: Problem) -> tuple[int, date, str]:
    last = problem.standing.last_on.get(holder.member, date.min)
    return -owing.get(holder.member, 0), last, collation_key(problem.book.name_of(holder.organisation, holder.member))


def _taker(turn: Turn, kept: Holder) -> Holder:
    return Holder(organisation=kept.organisation) if turn.together else kept


def _rank(turn: Turn) -> tuple[int, str]:
    return int(turn.seats[0].rpartition("/")[2]), turn.name
