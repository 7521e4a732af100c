"""The waiting room of an invented office at the moment the demonstration ends: who holds which number, who is being called."""

from datetime import datetime, timedelta
from random import Random

from desk_app.desk import Desk
from desk_app.kernel.time_source import FixedTime
from desk_app.tickets.commands import begin, call_next
from desk_app.tickets.counter import Counter
from desk_app.tickets.facts import Priority
from desk_app.tickets.taking import take_ticket

_CAME_MINUTES_AGO = (41, 36, 30, 27, 19, 14, 9, 4)
_LONGEST_AGO = timedelta(minutes=max(_CAME_MINUTES_AGO) + 1)
_LETTERS = "AABABDAB"
_PRIORITIES: tuple[Priority, ...] = ("", "", "", "elderly", "", "", "", "")


def people_wait(desk: Desk, clock: FixedTime, rng: Random, *, by: str, end: datetime) -> int:
    """Let people of the last three quarters of an hour take numbers, and two counters call; return how many came."""
    for ago, letter, priority in zip(_CAME_MINUTES_AGO, _LETTERS, _PRIORITIES, strict=True):
        clock.put(_before(end, timedelta(minutes=ago, seconds=rng.randrange(40))))
        take_ticket(desk.tickets, by=by, field=letter, priority=priority, command_id=desk.journal.new_id())
    for number, ago in ((2, 3), (1, 1)):
        clock.put(_before(end, timedelta(minutes=ago)))
        counter = Counter(name=f"Quầy {number}")
        called = call_next(desk.tickets, by=by, counter=counter, command_id=desk.journal.new_id())
        if number == 2:
            begin(desk.tickets, by=by, ticket=called.subject, command_id=desk.journal.new_id())
    clock.put(end)
    return len(_CAME_MINUTES_AGO)


def _before(end: datetime, ago: timedelta) -> datetime:
    """Return the moment so long before ``end``; just after midnight all of them draw together, for numbers are a day's own."""
    of_today = end - end.replace(hour=0, minute=0, second=0, microsecond=0)
    return end - ago * min(1.0, of_today / _LONGEST_AGO)
