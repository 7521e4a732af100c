"""Turns drawn apart: two holders exchange days as long as that leaves more days between anybody's turns."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, MutableMapping, Sequence
from datetime import date

from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.problem import Turn

_APART_DAYS = 28
_PASSES = 2


class Spreading:
    """The days of everybody's turns, and how crowded they are: squares of the days that lack between two turns."""

    def __init__(self, taken: Iterable[tuple[date, Holder]], last_on: Mapping[str, date]) -> None:
        """Take who is out on which day, and when organisations and people last were before."""
        self._days: dict[str, list[int]] = {}
        self._of_day: Counter[tuple[date, Holder]] = Counter()
        for on, holder in taken:
            self._of_day[on, holder] += 1
            for key in _keys(holder):
                self._days.setdefault(key, []).append(on.toordinal())
        for key, days in self._days.items():
            last = last_on.get(key)
            days += [] if last is None else [last.toordinal()]
        self._crowded = {key: _crowded(days) for key, days in self._days.items()}

    def spread(
        self, turns: Sequence[Turn], takes: MutableMapping[str, Holder], can: Mapping[str, Collection[Holder]]
    ) -> None:
        """Exchange holders of ``turns`` where both can and it draws turns apart; everybody's count stays as it is."""
        for _pass in range(_PASSES):
            if not sum(self._exchanged(turn, turns, takes, can) for turn in turns):
                return

    def _exchanged(
        self,
        turn: Turn,
        turns: Sequence[Turn],
        takes: MutableMapping[str, Holder],
        can: Mapping[str, Collection[Holder]],
    ) -> bool:
        """Exchange the holder of one turn with whoever gains most by it; tell whether anybody does."""
        mine = takes[turn.name]
        if not any(self._crowded[key] for key in _keys(mine)):
            return False
        tried: set[tuple[date, Holder]] = set()
        best, partner = 0, None
        for other in turns:
            theirs = takes[other.name]
            if other.on == turn.on or (other.on, theirs) in tried:
                continue
            tried.add((other.on, theirs))
            if theirs in can[turn.name] and mine in can[other.name] and not self._meets(turn, mine, other, theirs):
                gain = self._gain(turn.on.toordinal(), mine, other.on.toordinal(), theirs)
                if gain > best:
                    best, partner = gain, other
        if partner is None:
            return False
        theirs = takes[partner.name]
        self._exchange(turn.on, mine, partner.on, theirs)
        takes[turn.name], takes[partner.name] = theirs, mine
        return True

    def _meets(self, turn: Turn, mine: Holder, other: Turn, theirs: Holder) -> bool:
        """Tell whether one of the two is out already on the other's day."""
        return theirs == mine or self._of_day[other.on, mine] > 0 or self._of_day[turn.on, theirs] > 0

    def _gain(self, on: int, mine: Holder, other_on: int, theirs: Holder) -> int:
        """Return by how much less crowded it would be; an organisation that is in both sees no change."""
        my_keys, their_keys = _keys(mine), _keys(theirs)
        gain = 0
        for key in my_keys:
            if key not in their_keys:
                gain += self._crowded[key] - _crowded(_moved(self._days[key], on, other_on))
        for key in their_keys:
            if key not in my_keys:
                gain += self._crowded[key] - _crowded(_moved(self._days[key], other_on, on))
        return gain

    def _exchange(self, on: date, mine: Holder, other_on: date, theirs: Holder) -> None:
        for holder, before, after in ((mine, on, other_on), (theirs, other_on, on)):
            self._of_day[before, holder] -= 1
            self._of_day[after, holder] += 1
            for key in _keys(holder):
                self._days[key] = _moved(self._days[key], before.toordinal(), after.toordinal())
        for key in (*_keys(mine), *_keys(theirs)):
            self._crowded[key] = _crowded(self._days[key])


def _keys(holder: Holder) -> tuple[str, ...]:
    return (holder.organisation, holder.member) if holder.member else (holder.organisation,)


def _moved(days: Sequence[int], before: int, after: int) -> list[int]:
    moved = list(days)
    moved[moved.index(before)] = after
    return moved


def _crowded(days: Sequence[int]) -> int:
    if len(days) < 2:
        return 0
    ordered, found = sorted(days), 0
    before = ordered[0]
    for day in ordered[1:]:
        lacking = _APART_DAYS - (day - before)
        if lacking > 0:
            found += lacking * lacking
        before = day
    return found
