"""How long to wait after wrong passwords: five tries are free, then 30 seconds, doubling up to 15 minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

FREE_TRIES = 5
FIRST_WAIT_S = 30
LONGEST_WAIT_S = 15 * 60
FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Tries:
    """Wrong tries under one login name since the last right one, and until when the next has to wait."""

    wrong: int
    last_at: datetime
    locked_until: datetime


def wait_after_s(wrong: int) -> int:
    """Return how many seconds follow the n-th wrong try in a row."""
    if wrong < FREE_TRIES:
        return 0
    # The exponent is bounded: nobody waits longer for a number of tries that overflows.
    return min(FIRST_WAIT_S << min(wrong - FREE_TRIES, 10), LONGEST_WAIT_S)


def wait_left_s(tries: Tries | None, now: datetime) -> int:
    """Return how many whole seconds are still to wait, 0 when a try is free.

    A wait longer than the rule gives comes from a clock that was moved back: it does not count.
    """
    if tries is None:
        return 0
    left = ceil((tries.locked_until - now).total_seconds())
    return left if 0 < left <= wait_after_s(tries.wrong) else 0


def one_more(tries: Tries | None, now: datetime) -> Tries:
    """Return the count with one more wrong try at ``now``; tries older than a day are forgotten."""
    earlier = 0 if tries is None or now - tries.last_at > FORGOTTEN_AFTER else tries.wrong
    wait = timedelta(seconds=wait_after_s(earlier + 1))
    return Tries(wrong=earlier + 1, last_at=now, locked_until=now + wait)
