"""The month as a network: from the turns of a day over those who can take them to their organisations.

The largest flow mans as many turns as can be manned at all; of the largest ones the cheapest is taken. What costs, the
dearest first: not to stay where one was, uneven organisations, uneven people, coming again soon. Uneven costs are squares
of what each still owes: the smallest sum of squares over such a network also has the smallest largest debt and the
largest smallest one, so that no plan is fairer (the numbers of turns that organisations can get form a base of a
polymatroid, on which one exchange at a time reaches the best).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.flow import Network
from desk_app.shifts.planning.problem import TURN, Turn, key_of

_SOON_DAYS = 60


@dataclass(frozen=True, kw_only=True)
class Group:
    """Turns of one day that the very same holders can take; ``kept`` are those who hold some of them already."""

    on: date
    turns: tuple[Turn, ...]
    holders: tuple[Holder, ...]
    kept: Mapping[Holder, int]


@dataclass(frozen=True, kw_only=True)
class Balances:
    """What organisations and people owe, carried over and of this month, less what is fixed already; hundredths."""

    organisations: Mapping[str, int]
    members: Mapping[str, int]


def given_out(
    groups: Sequence[Group],
    balances: Balances,
    room: Mapping[tuple[date, Holder], int],
    last_on: Mapping[str, date],
) -> list[Counter[Holder]]:
    """Return for each group who takes how many of its turns; ``room`` is how many a holder can take on a day."""
    network = _Month(groups, balances)
    arcs = [network.put_group(group, room, last_on) for group in groups]
    network.close()
    return [
        Counter({holder: taken for holder, names in found.items() if (taken := sum(map(network.carried, names)))})
        for found in arcs
    ]


class _Month(Network):
    """The network of one month; organisations and people become nodes when they first appear."""

    def __init__(self, groups: Sequence[Group], balances: Balances) -> None:
        super().__init__()
        self._balances = balances
        self._source, self._sink = self.node(), self.node()
        self._nodes: dict[object, int] = {}
        self._turns = sum(len(group.turns) for group in groups)
        times = Counter((group.on, holder) for group in groups for holder in group.holders)
        self._shared = {key for key, count in times.items() if count > 1}
        self._days = Counter[Holder]()
        self._spread_of_people = _range(balances.members.values(), self._turns)
        self._per_person = self._turns * _SOON_DAYS + 1
        self._per_organisation = self._turns * self._per_person * self._spread_of_people + 1
        lowest = min(balances.organisations.values(), default=0), max(balances.organisations.values(), default=0)
        self._start = 2 * lowest[1]
        self._per_change = self._turns * self._per_organisation * _range(lowest, self._turns) + 1

    def put_group(
        self, group: Group, room: Mapping[tuple[date, Holder], int], last_on: Mapping[str, date]
    ) -> dict[Holder, list[int]]:
        """Add one group; return the arcs from it to each holder."""
        node = self.node()
        self.arc(self._source, node, room=len(group.turns))
        arcs: dict[Holder, list[int]] = {}
        for holder in group.holders:
            free = room.get((group.on, holder), 1)
            kept = min(group.kept.get(holder, 0), free)
            there, soon = self._day_node(group.on, holder, free), _soon(last_on.get(key_of(holder)), group.on)
            arcs[holder] = [self.arc(node, there, room=kept, cost=soon)] if kept else []
            if free > kept:
                arcs[holder].append(self.arc(node, there, room=free - kept, cost=soon + self._per_change))
        return arcs

    def close(self) -> None:
        """Join people to their organisations and those to the sink, then send everything through."""
        holders = [key for key in self._nodes if isinstance(key, Holder)]
        top = 2 * max(self._balances.members.values(), default=0)
        for holder in holders:
            most, tail, head = self._days[holder], self._nodes[holder], self._organisation(holder.organisation)
            if holder.member:
                owed = self._balances.members.get(holder.member, 0)
                steps = [(_step(number, owed) + top) * self._per_person for number in range(1, most + 1)]
                self.rising_arc(tail, head, steps)
            else:
                self.arc(tail, head, room=most)
        self.fill(self._source, self._sink)

    def _organisation(self, id_: str) -> int:
        if id_ not in self._nodes:
            node = self._nodes[id_] = self.node()
            owed = self._balances.organisations.get(id_, 0)
            steps = [
                (_step(number, owed) + self._start) * self._per_organisation for number in range(1, self._turns + 1)
            ]
            self.rising_arc(node, self._sink, steps)
        return self._nodes[id_]

    def _day_node(self, on: date, holder: Holder, free: int) -> int:
        """Return where a holder's day begins: a node of its own where several groups of the day share it."""
        if holder not in self._nodes:
            self._nodes[holder] = self.node()
        if (on, holder) not in self._shared:
            self._days[holder] += free
            return self._nodes[holder]
        if (on, holder) not in self._nodes:
            self._nodes[on, holder] = self.node()
            self.arc(self._nodes[on, holder], self._nodes[holder], room=free)
            self._days[holder] += free
        return self._nodes[on, holder]


def _step(number: int, owed: int) -> int:
    """Return what the ``number``-th turn adds to the square of what is still owed, divided by a turn."""
    return TURN * (2 * number - 1) - 2 * owed


def _range(owed: object, turns: int) -> int:
    """Return more than any two steps can differ by."""
    values = list(owed)  # type: ignore[call-overload]
    return 2 * (max(values, default=0) - min(values, default=0)) + 2 * TURN * (turns + 1)


def _soon(last: date | None, on: date) -> int:
    return 0 if last is None else max(0, _SOON_DAYS - abs((on - last).days))
