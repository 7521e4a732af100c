"""What the planner is asked: turns to be taken, who could take them, what is fixed, and who owes how much."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desk_app.shifts.book import Pattern, ShiftBook
from desk_app.shifts.facts import Holder, MovedDay, seat_name, shift_name
from desk_app.shifts.planning.days import DutyDay

TURN = 100
"""One turn in hundredths, in which everything owed and done is counted."""


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What one holder takes at once: a seat, or, where an organisation mans a shift alone, all its ``seats``."""

    name: str
    shift: str
    on: date
    pattern: Pattern
    seats: tuple[str, ...]
    skills: tuple[str, ...]

    @property
    def together(self) -> bool:
        """Tell whether an organisation takes the whole shift."""
        return self.pattern.together


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What is known from before: who owes how much (hundredths, by organisation and by person), when they last came.

    ``place_on`` is when somebody was last at a place, as (place, organisation or person).
    ``busy`` are those who are on duty on a day of this month by another month's roster, as (day, holder).
    """

    organisations: Mapping[str, int] = field(default_factory=dict)
    members: Mapping[str, int] = field(default_factory=dict)
    last_on: Mapping[str, date] = field(default_factory=dict)
    place_on: Mapping[tuple[str, str], date] = field(default_factory=dict)
    busy: frozenset[tuple[date, Holder]] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One month to be planned.

    ``fixed`` are seats that are not the planner's to give, with the words that say why; ``kept`` are holders of before,
    who stay where they can.
    """

    month: date
    book: ShiftBook
    turns: tuple[Turn, ...]
    moved: tuple[MovedDay, ...] = ()
    standing: Standing = Standing()
    fixed: Mapping[str, tuple[Holder, str]] = field(default_factory=dict)
    kept: Mapping[str, Holder] = field(default_factory=dict)


def key_of(holder: Holder) -> str:
    """Return under which id a holder's own turns are counted: the person's, or the organisation's where nobody is named."""
    return holder.member or holder.organisation


def turns_of(days: Sequence[DutyDay]) -> tuple[Turn, ...]:
    """Return the turns of the shifts of a month, by day, shift and seat."""
    turns: list[Turn] = []
    for day in days:
        pattern, shift = day.pattern, shift_name(day.pattern.id, day.by_pattern)
        seats = tuple(seat_name(shift, number) for number in range(1, pattern.seats + 1))
        skills = (*pattern.skills[: pattern.seats], *("",) * (pattern.seats - len(pattern.skills)))
        if pattern.together:
            turns.append(Turn(name=shift, shift=shift, on=day.on, pattern=pattern, seats=seats, skills=skills))
            continue
        for seat, skill in zip(seats, skills, strict=True):
            turns.append(Turn(name=seat, shift=shift, on=day.on, pattern=pattern, seats=(seat,), skills=(skill,)))
    return tuple(turns)
