"""The hybrid logical clock: 48 bits of wall milliseconds, 16 bits of counter; it never goes back."""

from datetime import datetime

from desk_app.kernel.time_source import from_milliseconds, milliseconds

_COUNTER_BITS = 16
FARTHEST_AHEAD_MS = 24 * 60 * 60 * 1000


def ticked(last: int, now: datetime) -> int:
    """Return the next clock value: the wall's, or one more than ``last`` when the wall stands still or went back."""
    return max(last + 1, milliseconds(now) << _COUNTER_BITS)


def wall_time(clock: int) -> datetime:
    """Return the wall-clock moment that a clock value carries."""
    return from_milliseconds(clock >> _COUNTER_BITS)


def is_too_far_ahead(clock: int, now: datetime) -> bool:
    """Tell whether ``clock`` runs more than 24 hours ahead: such a clock is reported and never adopted."""
    return (clock >> _COUNTER_BITS) - milliseconds(now) > FARTHEST_AHEAD_MS
