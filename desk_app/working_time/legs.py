"""The legs of a linked procedure: several agencies, in turn or side by side, inside one term.

Legs in turn are consecutive runs of half-days; those that wait for nothing start together; one that waits for several
starts after the longest. So 1,5 + 1,5 + 6 + 1 days end exactly where 10 days end.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading
from desk_app.working_time.supplement import Supplement, due_after_supplements
from desk_app.working_time.term import Term
from desk_app.working_time.why import Due


class Leg(Record):
    """One agency's part of a linked procedure; ``after`` names the legs it waits for."""

    id: str
    agency: str
    name: str
    half_days: int
    after: tuple[str, ...] = ()


class LegDue(Record):
    """When one agency's part is due, and why."""

    leg: Leg
    due: Due


def legs_due(
    legs: Sequence[Leg],
    received_at: datetime,
    calendar: Calendar,
    readings: Iterable[Reading],
    *,
    cutoff: bool = False,
    supplements: Sequence[Supplement] = (),
) -> tuple[LegDue, ...]:
    """Return every leg's due date, in the order of ``legs``; the last of them is that of the whole.

    Raises ``InvalidInput`` for legs that wait for each other or for an unknown one, besides what ``due`` raises.
    """
    known = tuple(readings)
    ends = _ends_of(legs)
    due_after: dict[int, Due] = {}
    for end in sorted(set(ends.values()), reverse=True):
        own = due_after_supplements(Term(half_days=end, cutoff=cutoff), received_at, supplements, calendar, known)
        # Received on a day off, "at once" ends at a closing, half a day at the noon before: no leg outlasts the next.
        due_after[end] = min((own, *due_after.values()), key=_due_at)
    return tuple(LegDue(leg=leg, due=due_after[ends[leg.id]]) for leg in legs)


def total_term(legs: Sequence[Leg], *, cutoff: bool = False) -> Term:
    """Return the term of the whole: the longest way through ``legs``; refuse the same legs as ``legs_due``."""
    return Term(half_days=max(_ends_of(legs).values()), cutoff=cutoff)


def _due_at(found: Due) -> datetime:
    return found.due_at


def _ends_of(legs: Sequence[Leg]) -> dict[str, int]:
    """Return by leg how many half-days after the start of the whole it ends."""
    _check(legs)
    ends: dict[str, int] = {}
    waiting = list(legs)
    while waiting:
        ready = [leg for leg in waiting if all(before in ends for before in leg.after)]
        if not ready:
            names = ", ".join(f"«{leg.name}»" for leg in waiting)
            raise InvalidInput("legs", f"Các bước chờ lẫn nhau: {names}.", "Hãy bỏ bớt một điều kiện chờ.")
        for leg in ready:
            ends[leg.id] = leg.half_days + max((ends[before] for before in leg.after), default=0)
        waiting = [leg for leg in waiting if leg.id not in ends]
    return ends


def _check(legs: Sequence[Leg]) -> None:
    """Refuse no legs at all, an id used twice, one unknown, and a negative length."""
    ids = {leg.id for leg in legs}
    if not legs or len(ids) < len(legs):
        raise InvalidInput("legs", "Các bước của thủ tục phải có, mỗi bước một mã riêng.", "Hãy xem lại các bước.")
    for leg in legs:
        if leg.half_days < 0:
            raise InvalidInput("legs", f"Bước «{leg.name}» có thời hạn âm.", "Hãy ghi số nửa ngày từ 0 trở lên.")
        for before in leg.after:
            if before not in ids:
                raise InvalidInput("legs", f"Bước «{leg.name}» chờ bước «{before}» không có.", "Hãy sửa mã bước.")
