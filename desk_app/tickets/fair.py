"""Who is called next: by time, those with priority first, but never so many of them that the others wait for ever."""

from collections.abc import Sequence

from desk_app.tickets.counter import Counter
from desk_app.tickets.ticket import State, Ticket


def next_of(
    waiting: Sequence[Ticket], counter: Counter, last_had_priority: Sequence[bool], *, most_in_a_row: int
) -> Ticket | None:
    """Return the ticket that ``counter`` calls next, None when nobody waits for it.

    Priority goes first, by time; after ``most_in_a_row`` calls with priority it is the turn of the one who has waited
    longest of the others. 0 switches priority off. ``last_had_priority``: this counter's calls of today, newest first.
    """
    mine = sorted((each for each in waiting if serves(counter, each)), key=lambda each: each.turn)
    preferred = [each for each in mine if each.priority]
    others = [each for each in mine if not each.priority]
    if most_in_a_row == 0:
        return next(iter(mine), None)
    row = _row_of_priority(last_had_priority)
    first, second = (others, preferred) if row >= most_in_a_row else (preferred, others)
    return next(iter((*first, *second)), None)


def serves(counter: Counter, ticket: Ticket) -> bool:
    """Tell whether a waiting ticket is one for this counter: sent to it, or of a field that it serves."""
    if ticket.state is not State.WAITING:
        return False
    if ticket.for_counter:
        return ticket.for_counter == counter.name
    return not counter.fields or ticket.field in counter.fields


def _row_of_priority(last: Sequence[bool]) -> int:
    for place, had_priority in enumerate(last):
        if not had_priority:
            return place
    return len(last)
