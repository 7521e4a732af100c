"""Who steps in on each shift, in order: not on duty that day, able to take its hardest seat, asked in turn."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from desk_app.kernel.texts import collation_key
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Holder, Standby
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.planning.problem import Turn, key_of

MOST_STANDBYS = 3


def standbys(
    turns: Sequence[Turn],
    out: Mapping[date, set[Holder]],
    availability: Availability,
    book: ShiftBook,
    owes: Mapping[str, int],
) -> tuple[Standby, ...]:
    """Return for each shift up to three who can step in; ``owes`` is by organisation and by person, after the plan.

    Nobody is named on two shifts of a day while others are free; over the month all are asked in turn.
    """
    asking = _Asking(availability, book, owes)
    by_shift: dict[str, list[Turn]] = {}
    for turn in turns:
        by_shift.setdefault(turn.shift, []).append(turn)
    return tuple(
        Standby(shift=shift, holders=asking.chosen(own, out.get(own[0].on, set()))) for shift, own in by_shift.items()
    )


class _Asking:
    """Who was named how often so far."""

    def __init__(self, availability: Availability, book: ShiftBook, owes: Mapping[str, int]) -> None:
        self._availability, self._book, self._owes = availability, book, owes
        self._that_day: Counter[tuple[date, Holder]] = Counter()
        self._that_month: Counter[Holder] = Counter()
        self._first: Counter[str] = Counter()
        self._names: dict[Holder, str] = {}

    def chosen(self, turns: Sequence[Turn], out: set[Holder]) -> tuple[Holder, ...]:
        """Return who steps in on one shift."""
        on, pattern = turns[0].on, turns[0].pattern
        needed = next((skill for turn in turns for skill in turn.skills if skill), "")
        skilled = set(self._availability.able(pattern, on, needed))

        def order(each: Holder) -> tuple[int, bool, int, int, int, int, str]:
            return (
                self._that_day[on, each],
                each not in skilled,
                self._first[each.organisation],
                self._that_month[each],
                -self._owes.get(each.organisation, 0),
                -self._owes.get(key_of(each), 0),
                self._name(each),
            )

        free = [each for each in self._availability.able(pattern, on, "") if each not in out]
        named = _of_several(sorted(free, key=order))
        self._that_day.update((on, each) for each in named)
        self._that_month.update(named)
        self._first.update(each.organisation for each in named[:1])
        return named

    def _name(self, of: Holder) -> str:
        if of not in self._names:
            self._names[of] = collation_key(self._book.name_of(of.organisation, of.member))
        return self._names[of]


def _of_several(free: Sequence[Holder]) -> tuple[Holder, ...]:
    """Return the first few, each of another organisation while there is one: where one fails the next still comes."""
    firsts = {each.organisation: each for each in reversed(free)}
    chosen = [each for each in free if firsts[each.organisation] is each]
    rest = [each for each in free if firsts[each.organisation] is not each]
    return tuple([*chosen, *rest][:MOST_STANDBYS])
