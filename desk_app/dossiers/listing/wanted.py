"""What a list is to show: every filter a person can set, and its order."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desk_app.dossiers.status import OPEN, WAITING, Status

DueState = Literal["overdue", "today", "tomorrow", "near", "no_result", "waiting", "uncollected", "stuck", "apology"]
Sort = Literal["received", "due", "code", "name"]
Named = Literal["", "today", "week", "month"]

ME = "me"
"""Stands for the person who asks, wherever an account may be named."""
THIS_DESK, OTHER_DESKS = "this", "other"

NOT_CLOSED: tuple[Status, ...] = tuple(status for status in Status if status in OPEN or status is Status.SETTLED)
"""Dossiers that still stand in the office: being solved, waiting for the citizen or for papers."""
BEING_SOLVED: tuple[Status, ...] = tuple(status for status in Status if status in OPEN - WAITING)
"""Dossiers whose time runs; waiting for a supplement or a payment is never late."""

UNCOLLECTED_DAYS = 10
"""After how many days a result that nobody fetched is called uncollected."""
NEAR_WORKING_DAYS = 3
"""How many working days, today among them, count as near."""


@dataclass(frozen=True, kw_only=True)
class Days:
    """Days from ``first`` to ``last``, both included; None is open on that side.

    ``named`` stands for days that move along: today, this week from its Monday, this month.
    """

    first: date | None = None
    last: date | None = None
    named: Named = ""

    @property
    def is_open(self) -> bool:
        """Tell whether it bounds nothing."""
        return self.first is None and self.last is None and not self.named

    def on(self, today: date) -> "Days":
        """Return the days meant when it is ``today``."""
        if not self.named:
            return self
        begun = {"today": today, "week": today - timedelta(days=today.weekday()), "month": today.replace(day=1)}
        return Days(first=begun[self.named], last=today)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One list: empty texts and open days do not narrow it.

    ``officer`` received the dossier, ``holder`` made its latest move, ``of`` is either; each is an account's id or
    ``me``. ``unit`` is the agency of the open step that is due first; ``desk`` the receiving desk: an id, ``this`` or
    ``other``. ``statuses`` narrows further where ``due`` names its own.
    """

    statuses: tuple[Status, ...] = ()
    due: DueState | None = None
    procedure: str = ""
    officer: str = ""
    holder: str = ""
    of: str = ""
    unit: str = ""
    desk: str = ""
    return_by: str = ""
    received: Days = Days()
    due_on: Days = Days()
    handed: Days = Days()
    sort: Sort = "received"
    descending: bool = True


def statuses_of(wanted: Wanted) -> tuple[Status, ...]:
    """Return the states that the list admits; none at all means every state."""
    own = _OF_DUE[wanted.due] if wanted.due is not None else None
    if own is None and wanted.unit:
        # Only a dossier that is still in the office is with anybody.
        own = NOT_CLOSED
    if own is None:
        return wanted.statuses
    return tuple(status for status in own if not wanted.statuses or status in wanted.statuses)


def admits_nothing(wanted: Wanted) -> bool:
    """Tell whether its filters contradict one another, as overdue dossiers that were handed over."""
    return (wanted.due is not None or bool(wanted.unit)) and not statuses_of(wanted)


_OF_DUE: dict[DueState, tuple[Status, ...]] = {
    "overdue": BEING_SOLVED,
    "today": BEING_SOLVED,
    "tomorrow": BEING_SOLVED,
    "near": BEING_SOLVED,
    "stuck": BEING_SOLVED,
    "apology": BEING_SOLVED,
    "no_result": tuple(status for status in NOT_CLOSED if status is not Status.SETTLED),
    "waiting": (Status.SETTLED,),
    "uncollected": (Status.SETTLED,),
}
