"""A month's roster as its history makes it: the draft, what was issued, and all that became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from desk_app.shifts.facts import Attended, EditionName, Given, Holder, MemberShare, MovedDay, Share, Standby, shift_of

NOBODY = Holder()

State = Literal["open", "held", "cancelled", "called_off", "came", "late", "no_show"]
"""Nobody is on it; somebody is to come; who was to come cannot; the shift is off; what happened on the day."""


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """Whether who held the seat came, and from when to when where not the whole time."""

    attended: Attended
    from_time: time | None
    to_time: time | None
    note: str
    noted_at: datetime


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One seat as it stands now.

    ``how`` is empty while it is as planned. ``sequence`` grows by one with every change after it was first issued.
    ``cancelled_by`` is who last could not come, while nobody has taken over.
    """

    id: str
    on: date
    place: str
    starts: time
    ends: time
    skill: str
    holder: Holder
    hundredths: int
    pinned: bool
    why: str
    how: Given | None = None
    sequence: int = 0
    cancelled_by: Holder = NOBODY
    cancelled_late: bool = False
    cancelled_reason: str = ""
    called_off: str = ""
    attendance: Attendance | None = None

    @property
    def state(self) -> State:
        """Return what is to be said of it first."""
        if self.called_off:
            return "called_off"
        if self.attendance is not None:
            return self.attendance.attended
        if self.holder != NOBODY:
            return "held"
        return "cancelled" if self.cancelled_by != NOBODY else "open"

    @property
    def worked_minutes(self) -> int:
        """Return how long somebody was really there, in minutes."""
        noted = self.attendance
        if noted is None or noted.attended == "no_show" or self.called_off:
            return 0
        return max(0, minutes_between(noted.from_time or self.starts, noted.to_time or self.ends))

    @property
    def shift(self) -> str:
        """Return the name of its shift."""
        return shift_of(self.id)

    @property
    def minutes(self) -> int:
        """Return how long it lasts, in minutes."""
        return minutes_between(self.starts, self.ends)


@dataclass(frozen=True, kw_only=True)
class Left:
    """A seat somebody held in an issued roster and holds no more: calendars must hear that it is off."""

    seat: str
    holder: Holder
    on: date
    place: str
    starts: time
    ends: time
    sequence: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Cancellation:
    """Somebody could not come; what became of the seat afterwards is another matter."""

    seat: str
    on: date
    holder: Holder
    is_late: bool
    reason: str


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One plan with what became of it; ``number`` and ``issued_on`` are empty in a draft."""

    name: EditionName
    plan: str
    seats: Mapping[str, Seat]
    shares: tuple[Share, ...]
    member_shares: tuple[MemberShare, ...]
    standbys: tuple[Standby, ...]
    moved: tuple[MovedDay, ...]
    unmet: tuple[str, ...]
    planned_at: datetime
    after: int = 0
    number: str = ""
    issued_on: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Pin:
    """A seat that is not the planner's to give."""

    seat: str
    holder: Holder
    reason: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """A contradiction that a merge revealed."""

    kind: str
    entry: str
    against: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Roster:
    """One month.

    ``version`` counts how often it was issued, ``changes`` what was changed by hand in what was issued: by that a plan
    knows whether it is up to date.
    """

    subject: str
    month: date
    desk: str
    draft: Edition | None = None
    issued: Edition | None = None
    pins: tuple[Pin, ...] = ()
    left: tuple[Left, ...] = ()
    cancellations: tuple[Cancellation, ...] = ()
    changes: int = 0
    version: int = 0
    findings: tuple[Found, ...] = ()

    @property
    def latest(self) -> Edition | None:
        """Return the draft where one is being made, else what was issued."""
        return self.draft or self.issued


def minutes_between(first: time, last: time) -> int:
    """Return the minutes from one time of a day to another; negative when it is earlier."""
    return (last.hour - first.hour) * 60 + last.minute - first.minute
