"""How long people waited: rules on plain tickets. A wait is from taking the number to the first call, in whole seconds."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from desk_app.tickets.ticket import IN_HAND, OPEN, State, Ticket


@dataclass(frozen=True, kw_only=True)
class Figures:
    """One line's day, or with ``field`` empty the whole day's. Counts add up: ``taken`` is the sum of the six others.

    ``median_wait_s`` and ``p90_wait_s`` (nine in ten waited no longer) are of those who were called; ``longest_wait_s``
    is of those who wait now. None where there is nobody.
    """

    field: str
    taken: int
    waiting: int
    in_hand: int
    absent: int
    served: int
    not_served: int
    withdrawn: int
    median_wait_s: int | None
    p90_wait_s: int | None
    longest_wait_s: int | None


def figures_of(tickets: Sequence[Ticket], now: datetime) -> tuple[Figures, ...]:
    """Return the day's figures: first all together, then each field that gave out a number, in the order of letters."""
    fields = dict.fromkeys(each.field for each in sorted(tickets, key=lambda each: (each.letter, each.field)))
    of_fields = (_figures(field, [each for each in tickets if each.field == field], now) for field in fields)
    return (_figures("", tickets, now), *of_fields)


def wait_s(ticket: Ticket, now: datetime) -> int:
    """Return how long the ticket's person has waited in all, or did until the first call, in whole seconds; never below 0."""
    if ticket.state is State.WAITING:
        return _seconds(ticket.taken_at, now)
    return _seconds(ticket.taken_at, ticket.first_called_at or ticket.ended_at or now)


def percentile(values: Iterable[int], share: float) -> int | None:
    """Return the smallest of ``values`` that at least ``share`` of them (0 to 1) do not exceed; None when there are none."""
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1] if ordered else None


def _figures(field: str, tickets: Sequence[Ticket], now: datetime) -> Figures:
    states = [_state_at(each, now) for each in tickets]
    waits = [_seconds(each.taken_at, each.first_called_at) for each in tickets if each.first_called_at is not None]
    waiting = [wait_s(each, now) for each, state in zip(tickets, states, strict=True) if state is State.WAITING]
    return Figures(
        field=field,
        taken=len(tickets),
        waiting=states.count(State.WAITING),
        in_hand=sum(state in IN_HAND for state in states),
        absent=states.count(State.ABSENT),
        served=states.count(State.DONE),
        not_served=states.count(State.NOT_SERVED),
        withdrawn=states.count(State.WITHDRAWN),
        median_wait_s=int(median(waits)) if waits else None,
        p90_wait_s=percentile(waits, 0.9),
        longest_wait_s=max(waiting, default=None),
    )


def _state_at(ticket: Ticket, now: datetime) -> State:
    """Return the ticket's state; of a day that is over, as it will be once somebody takes or calls a number."""
    if ticket.state not in OPEN or ticket.day >= now.date():
        return ticket.state
    return State.DONE if ticket.state is State.SERVING else State.NOT_SERVED


def _seconds(start: datetime, end: datetime) -> int:
    return max(0, int((end - start).total_seconds()))
