"""Who has a place: the earlier claim keeps it, whatever order the journals arrived in. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One appointment that wants a place from ``starts_at`` until ``ends_at``; ``claimed`` says when it asked for it."""

    id: str
    starts_at: datetime
    ends_at: datetime
    claimed: tuple[int, str, str]
    entry: str


@dataclass(frozen=True, kw_only=True)
class Displaced:
    """An appointment without a place, and the entry of one that has it; empty where the line takes nobody at all."""

    seat: Seat
    against: str


def displaced(seats: Iterable[Seat], capacity: int) -> tuple[Displaced, ...]:
    """Return the appointments of one line and day that exceed ``capacity`` at some moment, the earliest claim first."""
    kept: list[Seat] = []
    found: list[Displaced] = []
    for seat in sorted(seats, key=lambda each: each.claimed):
        if capacity - most_at_once(kept, seat.starts_at, seat.ends_at) > 0:
            kept.append(seat)
        else:
            against = max(_within(kept, seat.starts_at, seat.ends_at), key=lambda each: each.claimed, default=None)
            found.append(Displaced(seat=seat, against="" if against is None else against.entry))
    return tuple(found)


def most_at_once(seats: Sequence[Seat], starts_at: datetime, ends_at: datetime) -> int:
    """Return how many of ``seats`` stand side by side at the fullest moment from ``starts_at`` to ``ends_at``."""
    within = _within(seats, starts_at, ends_at)
    moments = (starts_at, *(each.starts_at for each in within if each.starts_at > starts_at))
    return max(sum(each.starts_at <= at < each.ends_at for each in within) for at in moments)


def _within(seats: Sequence[Seat], starts_at: datetime, ends_at: datetime) -> list[Seat]:
    return [each for each in seats if each.starts_at < ends_at and starts_at < each.ends_at]
