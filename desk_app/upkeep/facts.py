"""What upkeep writes into the journal."""

from datetime import datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact

Why = Literal["restored", "cloned"]


class EpochBegun(Fact):
    """This desk counts its entries anew: it was restored from a copy, or its folder had been cloned.

    ``previous`` is the epoch before, of which ``last`` entries stood here then. ``copied_at`` is when the copy was made.
    """

    KIND: ClassVar[str] = "desk.epoch_begun"

    why: Why
    reason: str
    previous: int
    last: int
    copied_at: datetime | None
    begun_at: datetime


def epoch_subject(desk: str) -> str:
    """Return the subject of a desk's epochs."""
    return f"desk:{desk}"
