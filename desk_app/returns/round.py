"""A round as its own entries make it; its stops have entries of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from desk_app.journal.entry import Recorded
from desk_app.returns import facts

_SHORT = 6


@dataclass(frozen=True, kw_only=True)
class Round:
    """One trip to one hamlet; ``planned_at`` is when it was put together."""

    id: str
    going_on: date
    hamlet: str
    helper: facts.Helper
    note: str
    planned_at: datetime
    carrier: str = ""
    left_at: datetime | None = None
    closed_at: datetime | None = None
    closing_note: str = ""

    @property
    def short(self) -> str:
        """Return the end of its id, which is how people and scripts name it."""
        return self.id[-_SHORT:]


def folded_round(history: Sequence[Recorded]) -> Round | None:
    """Return the round that its entries, in clock order, lead to; None while the one that made it has not arrived.

    Two desks that both let it leave, or both closed it, agree: the first word stands.
    """
    made = next((each for each in history if isinstance(each.fact, facts.RoundPlanned)), None)
    if made is None or not isinstance(made.fact, facts.RoundPlanned):
        return None
    fact = made.fact
    round_ = Round(
        id=made.entry.subject,
        going_on=fact.going_on,
        hamlet=fact.hamlet,
        helper=fact.helper,
        note=fact.note,
        planned_at=fact.planned_at,
    )
    for each in (each.fact for each in history):
        if isinstance(each, facts.RoundLeft) and round_.left_at is None:
            round_ = replace(round_, carrier=each.carrier, left_at=each.left_at)
        elif isinstance(each, facts.RoundClosed) and round_.closed_at is None:
            round_ = replace(round_, closed_at=each.closed_at, closing_note=each.note)
    return round_
