"""Series of numbers that stand on paper: what each room tells of its own, so that none of them is given out twice.

A desk that was restored does not know the numbers it gave out after the copy was made. It goes on beyond all that it may
have given out: every room that gives out numbers lists its series, and each gets a floor.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from desk_app.storage.engine import Database

LEFT_OUT = 200
"""So many numbers of a series are left out: more than one desk prints of any of them between two copies."""


@dataclass(frozen=True, kw_only=True)
class Giver:
    """The desk that gives out the numbers, and the day on which it does."""

    desk: str
    desk_number: int
    office_code: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Series:
    """Numbers that a desk gives out one after the other, from ``first`` on and, where the series ends, up to ``last``.

    ``name`` is what the floor is kept under; ``highest`` is the highest number this desk knows of, None before the first.
    """

    name: str
    highest: int | None
    first: int = 1
    last: int | None = None
    left_out: int = LEFT_OUT

    @property
    def floor(self) -> int:
        """Return the highest number that may stand on paper somewhere."""
        beyond = (self.first - 1 if self.highest is None else self.highest) + self.left_out
        return beyond if self.last is None else min(beyond, self.last)


ListSeries = Callable[[Database, Giver], Iterable[Series]]
"""What a room offers: its series on a day, those it has given nothing out of yet included."""
