"""From who takes which turn to the plan that people read: seats, shares, who steps in, what could not be met."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desk_app.shifts.facts import Holder, MemberShare, MovedDay, PlannedSeat, Share, Standby
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.planning.explain import Chosen, uneven, unmet_turn, why_chosen, why_empty
from desk_app.shifts.planning.problem import TURN, Problem, Turn, key_of
from desk_app.shifts.planning.seating import named
from desk_app.shifts.planning.standby import standbys

KEPT = "Giữ như lịch trước."
_NOBODY = Holder()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A month's roster: every seat with its holder and why, everybody's part, and in words what could not be met."""

    month: date
    seats: tuple[PlannedSeat, ...]
    shares: tuple[Share, ...]
    member_shares: tuple[MemberShare, ...]
    standbys: tuple[Standby, ...]
    moved: tuple[MovedDay, ...]
    unmet: tuple[str, ...]


@dataclass(kw_only=True)
class Telling:
    """What is told of one month: who ``takes`` which turn, who was ``able`` to, who owed how much for it."""

    problem: Problem
    availability: Availability
    takes: Mapping[str, Holder]
    able: Mapping[str, Sequence[Holder]]
    owed: Mapping[str, int]
    owed_by_member: Mapping[str, int]
    _so_far: Counter[str] = field(default_factory=Counter)
    _last_on: dict[str, date] = field(default_factory=dict)

    def plan(self) -> Plan:
        """Return seats, shares, who steps in and what could not be met."""
        problem, seated = self.problem, self._seated()
        shares, own = self._shares(), self._member_shares(seated)
        by_name = {each.organisation: each for each in shares}
        self._last_on.update(problem.standing.last_on)
        seats = tuple(seat for turn in problem.turns for seat in self._seats(turn, seated, by_name))
        empty = [seat for seat in seats if seat.holder == _NOBODY and seat.seat not in problem.fixed]
        owes = {each.organisation: each.carried + each.owed - each.planned for each in shares}
        owes.update({each.member: each.carried + each.owed - each.planned for each in own})
        out: dict[date, set[Holder]] = {}
        for seat in seats:
            out.setdefault(seat.on, set()).add(seat.holder)
        return Plan(
            month=problem.month,
            seats=seats,
            shares=shares,
            member_shares=own,
            standbys=standbys(problem.turns, out, self.availability, problem.book, owes),
            moved=problem.moved,
            unmet=(*self._unmet(empty), *self._broken_pins(), *self._uneven(shares)),
        )

    def _seated(self) -> dict[str, Holder]:
        """Return the holder of every manned seat."""
        owes = {
            member: self.problem.standing.members.get(member, 0) + owed for member, owed in self.owed_by_member.items()
        }
        found = named(self.problem.turns, self.takes, self.problem, self.availability, owes)
        for turn in self.problem.turns:
            if not turn.together and turn.name in self.takes:
                found[turn.seats[0]] = self.takes[turn.name]
        return found

    def _seats(self, turn: Turn, seated: Mapping[str, Holder], shares: Mapping[str, Share]) -> Iterator[PlannedSeat]:
        each, rest = divmod(TURN, len(turn.seats))
        for number, seat in enumerate(turn.seats):
            holder = seated.get(seat, _NOBODY)
            why = self._why(turn, seat, holder, shares)
            yield PlannedSeat(
                seat=seat,
                on=turn.on,
                place=turn.pattern.place,
                starts=turn.pattern.starts,
                ends=turn.pattern.ends,
                skill=turn.skills[number],
                holder=holder,
                hundredths=each + (rest if number == 0 else 0),
                pinned=seat in self.problem.fixed,
                why=why,
            )
            if holder != _NOBODY:
                self._so_far[key_of(holder)] += 1
                self._last_on[key_of(holder)] = max(turn.on, self._last_on.get(key_of(holder), turn.on))

    def _why(self, turn: Turn, seat: str, holder: Holder, shares: Mapping[str, Share]) -> str:
        if seat in self.problem.fixed:
            return self.problem.fixed[seat][1]
        if holder == _NOBODY:
            out = {taker: name for name, taker in self.takes.items() if self._on(name) == turn.on}
            return why_empty(turn, self.availability, out)
        if self.problem.kept.get(seat) == holder:
            return KEPT
        chosen = Chosen(
            turn=turn,
            holder=holder,
            able=self.able[turn.name],
            share=shares[holder.organisation],
            last_on=self._last_on.get(key_of(holder)),
            turns_so_far=self._so_far[key_of(holder)] + 1,
        )
        return why_chosen(chosen, self.problem.book)

    def _on(self, name: str) -> date | None:
        return next((turn.on for turn in self.problem.turns if turn.name == name), None)

    def _shares(self) -> tuple[Share, ...]:
        planned = Counter(holder.organisation for holder in self.takes.values())
        carried = self.problem.standing.organisations
        return tuple(
            Share(
                organisation=id_, carried=carried.get(id_, 0), owed=self.owed.get(id_, 0), planned=planned[id_] * TURN
            )
            for id_ in sorted({*self.owed, *planned})
        )

    def _member_shares(self, seated: Mapping[str, Holder]) -> tuple[MemberShare, ...]:
        planned: Counter[str] = Counter()
        for turn in self.problem.turns:
            each, rest = divmod(TURN, len(turn.seats))
            for number, seat in enumerate(turn.seats):
                if seat in seated and seated[seat].member:
                    planned[seated[seat].member] += each + (rest if number == 0 else 0)
        carried = self.problem.standing.members
        return tuple(
            MemberShare(
                member=id_, carried=carried.get(id_, 0), owed=self.owed_by_member.get(id_, 0), planned=planned[id_]
            )
            for id_ in sorted({*self.owed_by_member, *planned})
        )

    def _unmet(self, empty: Sequence[PlannedSeat]) -> Iterator[str]:
        whys = {seat.seat: seat.why for seat in empty}
        for turn in self.problem.turns:
            if turn.seats[0] in whys:
                place = self.problem.book.get_place(turn.pattern.place).name
                yield unmet_turn(turn, place, whys[turn.seats[0]])

    def _broken_pins(self) -> Iterator[str]:
        """Yield the pins that stand although their holder cannot come: people decide, and are told."""
        for turn in self.problem.turns:
            for seat, skill in zip(turn.seats, turn.skills, strict=True):
                holder, _why = self.problem.fixed.get(seat, (_NOBODY, ""))
                if holder == _NOBODY:
                    continue
                blocked = self.availability.blocked(holder, turn.on, turn.pattern, skill if holder.member else "")
                if blocked is not None:
                    name = self.problem.book.name_of(holder.organisation, holder.member)
                    place = self.problem.book.get_place(turn.pattern.place).name
                    yield unmet_turn(turn, place, f"đã ghim {name}, nhưng {blocked.words}.")

    def _uneven(self, shares: Sequence[Share]) -> tuple[str, ...]:
        days: dict[str, set[date]] = {}
        for turn in self.problem.turns:
            for holder in self.able[turn.name]:
                days.setdefault(holder.organisation, set()).add(turn.on)
        every = {turn.on for turn in self.problem.turns}
        return uneven(shares, {id_: len(own) for id_, own in days.items()}, len(every), self.problem.book)
