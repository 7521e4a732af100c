"""One month's roster in one step; equal questions get equal answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from desk_app.shifts.book import Member
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.planning.network import Balances, Group, given_out
from desk_app.shifts.planning.owed import owed_by_member, owed_by_organisation
from desk_app.shifts.planning.problem import TURN, Problem, Turn
from desk_app.shifts.planning.seating import seated
from desk_app.shifts.planning.spreading import Spreading
from desk_app.shifts.planning.telling import Plan, Telling

_NOBODY = Holder()


def plan(problem: Problem) -> Plan:
    """Return the roster of a month.

    No turn stays empty that some plan with these pins could man; of such plans it changes least, of those it is the
    fairest to organisations, then to people; then turns are drawn apart.
    """
    return _Planning(problem).planned()


class _Planning:
    """One month while it is being planned."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._book = problem.book
        self._availability = Availability(problem.book)
        self._fixed = {turn.name: holder for turn in problem.turns if (holder := self._fixed_of(turn)) is not None}
        self._open = [turn for turn in problem.turns if turn.name not in self._fixed]
        self._used = self._out_of(self._fixed)

    def planned(self) -> Plan:
        takes = self._assigned(self._open)
        manned = [turn for turn in self._open if turn.name in takes]
        if len(manned) < len(self._open):
            # What nobody can take is nobody's debt: shared out again among the turns that can be manned.
            takes = self._assigned(manned)
        free = [turn for turn in manned if takes[turn.name] != self._kept_of(turn)]
        everybody = {**self._fixed_held, **takes}
        taken = [(turn.on, everybody[turn.name]) for turn in self._problem.turns if turn.name in everybody]
        can = {turn.name: set(self._able[turn.name]) for turn in free}
        Spreading(taken, self._problem.standing.last_on).spread(free, takes, can)
        return Telling(
            problem=self._problem,
            availability=self._availability,
            takes={**self._fixed_held, **takes},
            able=self._able,
            owed=self._owed,
            owed_by_member=self._owed_by_member,
        ).plan()

    @cached_property
    def _fixed_held(self) -> dict[str, Holder]:
        return {name: holder for name, holder in self._fixed.items() if holder != _NOBODY}

    @cached_property
    def _able(self) -> Mapping[str, tuple[Holder, ...]]:
        """Return by turn everybody who can take it, whether or not they are on duty elsewhere that day."""
        return {turn.name: self._able_for(turn) for turn in self._problem.turns}

    def _able_for(self, turn: Turn) -> tuple[Holder, ...]:
        pinned = self._problem.fixed.get(turn.seats[0], (_NOBODY, ""))[0]
        availability, busy = self._availability, self._problem.standing.busy
        if turn.together:
            away = frozenset(holder for on, holder in busy if on == turn.on)
            named_ = turn.pattern.organisations or tuple(each.id for each in self._book.organisations)
            return tuple(
                Holder(organisation=id_)
                for id_ in named_
                if availability.together_blocked(id_, turn.on, turn.pattern, turn.skills, away) is None
            )
        able = availability.able(turn.pattern, turn.on, turn.skills[0])
        if not pinned.organisation and not busy:
            return able
        return tuple(
            each for each in able if pinned.organisation in ("", each.organisation) and (turn.on, each) not in busy
        )

    def _fixed_of(self, turn: Turn) -> Holder | None:
        """Return who a pin or the past gives a turn to; None where the planner is to choose.

        A pin that names an organisation with people entered leaves to the planner whom of them.
        """
        pins = [self._problem.fixed[seat][0] for seat in turn.seats if seat in self._problem.fixed]
        if not pins:
            return None
        if turn.together:
            first = next((each for each in pins if each != _NOBODY), _NOBODY)
            return Holder(organisation=first.organisation)
        pin = pins[0]
        entered = self._availability.members_on(pin.organisation, turn.on)
        return None if pin.organisation and not pin.member and entered else pin

    def _out_of(self, takes: Mapping[str, Holder]) -> set[tuple[date, Holder]]:
        """Return who is out on which day by turns that are fixed."""
        found = {(turn.on, takes[turn.name]) for turn in self._problem.turns if turn.name in takes}
        for turn in self._problem.turns:
            found |= {(turn.on, self._problem.fixed[seat][0]) for seat in turn.seats if seat in self._problem.fixed}
        return found

    def _kept_of(self, turn: Turn) -> Holder | None:
        kept = self._problem.kept.get(turn.seats[0])
        return Holder(organisation=kept.organisation) if kept is not None and turn.together else kept

    def _assigned(self, turns: Sequence[Turn]) -> dict[str, Holder]:
        """Return who takes which of ``turns``, by the cheapest largest flow, and sets what everybody owes for them."""
        self._share_out(turns)
        groups = self._groups(turns)
        given = given_out(groups, self._balances(), self._room(turns), self._problem.standing.last_on)
        found: dict[str, Holder] = {}
        for group, takers in zip(groups, given, strict=True):
            found.update(seated(group, takers, self._problem))
        return found

    def _share_out(self, turns: Sequence[Turn]) -> None:
        fixed = [turn for turn in self._problem.turns if turn.name in self._fixed_held]
        open_to = [(turn, self._able[turn.name]) for turn in (*turns, *fixed) if self._able[turn.name]]
        self._owed = owed_by_organisation(open_to, self._book)
        people = [(turn, self._people(turn, able)) for turn, able in open_to]
        self._owed_by_member = owed_by_member(people, self._owed)

    def _people(self, turn: Turn, able: Sequence[Holder]) -> tuple[Holder, ...]:
        """Return the people among whom a turn is shared: also those whose organisation takes it as one."""
        if not turn.together:
            return tuple(able)
        return tuple(
            Holder(organisation=each.organisation, member=one.id) for each in able for one in self._free(each, turn)
        )

    def _free(self, holder: Holder, turn: Turn) -> list[Member]:
        people = self._availability.members_on(holder.organisation, turn.on)
        return [each for each in people if self._availability.member_blocked(each, turn.on) is None]

    def _groups(self, turns: Sequence[Turn]) -> list[Group]:
        alike: dict[tuple[date, frozenset[Holder]], list[Turn]] = {}
        for turn in turns:
            free = frozenset(
                each for each in self._able[turn.name] if (turn.on, each) not in self._used or not each.member
            )
            alike.setdefault((turn.on, free), []).append(turn)
        return [
            Group(on=on, turns=tuple(own), holders=tuple(sorted(free, key=_order)), kept=self._kept_in(own))
            for (on, free), own in alike.items()
        ]

    def _kept_in(self, turns: Sequence[Turn]) -> dict[Holder, int]:
        found: dict[Holder, int] = {}
        for turn in turns:
            kept = self._kept_of(turn)
            if kept is not None:
                found[kept] = found.get(kept, 0) + 1
        return found

    def _room(self, turns: Sequence[Turn]) -> dict[tuple[date, Holder], int]:
        """Return how many turns a day an organisation that names nobody can still man; of a person it is one."""
        found: dict[tuple[date, Holder], int] = {}
        fixed = [(turn.on, self._fixed[turn.name]) for turn in self._problem.turns if turn.name in self._fixed]
        for turn in turns:
            for holder in self._able[turn.name]:
                if not holder.member:
                    sends = self._book.get_organisation(holder.organisation).sends
                    found[turn.on, holder] = max(0, sends - fixed.count((turn.on, holder)))
        return found

    def _balances(self) -> Balances:
        standing = self._problem.standing
        owes = {id_: standing.organisations.get(id_, 0) + owed for id_, owed in self._owed.items()}
        own = {id_: standing.members.get(id_, 0) + owed for id_, owed in self._owed_by_member.items()}
        for holder in self._fixed_held.values():
            owes[holder.organisation] = owes.get(holder.organisation, 0) - TURN
            if holder.member:
                own[holder.member] = own.get(holder.member, 0) - TURN
        return Balances(organisations=owes, members=own)


def _order(holder: Holder) -> tuple[str, str]:
    return holder.organisation, holder.member
