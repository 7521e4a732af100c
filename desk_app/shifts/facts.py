"""What can happen to who is on duty.

Organisations, people, places, patterns and absences each stand under their own id, as last put. Everything about one
month's roster stands under ``roster:<agency code>:<YYYY-MM>``, so that plan, swaps and attendance are read in one order.
A *seat* is named ``<pattern>/<day by the pattern>/<number>``: a duty day moved by a holiday keeps its name.
"""

from datetime import date, datetime, time
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record
from desk_app.shifts.book import Absence, Member, Organisation, Pattern, Place

EditionName = Literal["draft", "issued"]
"""A month's roster as it is being made, or as it was made known."""
Given = Literal["swap", "cover", "named"]
"""How a seat came to somebody after the plan: exchanged, covered for another, named by the organisation that holds it."""
Attended = Literal["came", "late", "no_show"]

_ROSTER = "roster:"


class Holder(Record):
    """Who is to sit on a seat: an organisation, and one of its people where one is named; both empty for nobody."""

    organisation: str = ""
    member: str = ""


class PlannedSeat(Record):
    """One seat of a plan; ``hundredths`` is what it counts (a turn that one organisation mans alone counts 100 in all).

    ``why`` says why this holder was chosen, or, of an empty seat, why nobody could be.
    """

    seat: str
    on: date
    place: str
    starts: time
    ends: time
    skill: str = ""
    holder: Holder = Holder()
    hundredths: int = 100
    pinned: bool = False
    why: str = ""


class Share(Record):
    """One organisation's part of a month, in hundredths of a turn.

    ``carried`` is what it owed from before (negative: ahead), ``owed`` its fair part of this month, ``planned`` what it
    was given.
    """

    organisation: str
    carried: int
    owed: int
    planned: int


class MemberShare(Record):
    """One person's part of a month, in hundredths of a turn, as ``Share``."""

    member: str
    carried: int
    owed: int
    planned: int


class Standby(Record):
    """Who steps in on one shift, the first of them first."""

    shift: str
    holders: tuple[Holder, ...]


class MovedDay(Record):
    """A duty day that falls on a holiday: ``to`` is the day instead of it, None where it was left out."""

    pattern: str
    on: date
    to: date | None
    reason: str


class OrganisationPut(Fact):
    """An organisation was entered or changed."""

    KIND: ClassVar[str] = "shifts.organisation_put"

    organisation: Organisation


class MemberPut(Fact):
    """A person of an organisation was entered or changed."""

    KIND: ClassVar[str] = "shifts.member_put"

    member: Member


class PlacePut(Fact):
    """A place was entered or changed."""

    KIND: ClassVar[str] = "shifts.place_put"

    place: Place


class PatternPut(Fact):
    """A pattern of duty days was entered or changed."""

    KIND: ClassVar[str] = "shifts.pattern_put"

    pattern: Pattern


class AbsencePut(Fact):
    """Somebody said when they cannot come."""

    KIND: ClassVar[str] = "shifts.absence_put"

    absence: Absence


class AbsenceWithdrawn(Fact):
    """They can come after all."""

    KIND: ClassVar[str] = "shifts.absence_withdrawn"

    reason: str


class RosterPlanned(Fact):
    """A month's roster was made: the draft, whatever stood in it before; ``plan`` names it in later entries.

    ``after`` counts the changes of the issued roster that the plan knew of; ``unmet`` says in words what could not be met.
    """

    KIND: ClassVar[str] = "shifts.roster_planned"

    month: date
    plan: str
    seats: tuple[PlannedSeat, ...]
    shares: tuple[Share, ...]
    member_shares: tuple[MemberShare, ...]
    standbys: tuple[Standby, ...]
    moved: tuple[MovedDay, ...]
    unmet: tuple[str, ...]
    after: int
    planned_at: datetime


class RosterIssued(Fact):
    """A plan was made known instead of ``replaces`` (empty: nothing); ``number`` and ``issued_on`` are the notice's."""

    KIND: ClassVar[str] = "shifts.roster_issued"

    plan: str
    replaces: str
    number: str
    issued_on: date
    note: str
    issued_at: datetime


class SeatPinned(Fact):
    """Whoever plans must give this seat to this holder."""

    KIND: ClassVar[str] = "shifts.seat_pinned"

    seat: str
    holder: Holder
    reason: str


class SeatUnpinned(Fact):
    """The seat is free to be planned again."""

    KIND: ClassVar[str] = "shifts.seat_unpinned"

    seat: str


class SeatGiven(Fact):
    """A seat went from one holder to another in a plan; ``partner`` is the other seat of a swap."""

    KIND: ClassVar[str] = "shifts.seat_given"

    seat: str
    plan: str
    was: Holder
    holder: Holder
    how: Given
    reason: str
    partner: str = ""
    given_at: datetime


class SeatCancelled(Fact):
    """The holder cannot come; ``is_late`` when it was said so shortly before that the office had to run."""

    KIND: ClassVar[str] = "shifts.seat_cancelled"

    seat: str
    plan: str
    was: Holder
    reason: str
    is_late: bool
    cancelled_at: datetime


class ShiftCalledOff(Fact):
    """A whole shift does not take place: nobody need come, nobody owes it."""

    KIND: ClassVar[str] = "shifts.shift_called_off"

    shift: str
    reason: str
    called_off_at: datetime


class AttendanceNoted(Fact):
    """Who held the seat came, came late, or did not; ``from_time`` and ``to_time`` where they were there only in part."""

    KIND: ClassVar[str] = "shifts.attendance_noted"

    seat: str
    was: Holder
    attended: Attended
    from_time: time | None
    to_time: time | None
    note: str
    noted_at: datetime


class Thanked(Fact):
    """A person or organisation was thanked for a period; ``number`` is that of the letter."""

    KIND: ClassVar[str] = "shifts.thanked"

    holder: Holder
    first_on: date
    last_on: date
    number: str
    words: str
    thanked_at: datetime


def roster_subject(agency: str, month: date) -> str:
    """Return the journal subject of an agency's roster of one month."""
    return f"{_ROSTER}{agency}:{month:%Y-%m}"


def month_of(subject: str) -> date:
    """Return the first day of the month that a roster is about."""
    return date.fromisoformat(f"{subject.rpartition(':')[2]}-01")


def shift_name(pattern: str, on: date) -> str:
    """Return the name of a shift: all seats of one pattern on one day."""
    return f"{pattern}/{on.isoformat()}"


def seat_name(shift: str, number: int) -> str:
    """Return the name of one seat of a shift; seats count from 1."""
    return f"{shift}/{number}"


def shift_of(seat: str) -> str:
    """Return the shift a seat belongs to."""
    return seat.rpartition("/")[0]


def day_by_pattern(seat: str) -> date:
    """Return the day on which a seat falls by its pattern, before holidays moved it."""
    return date.fromisoformat(seat.split("/")[1])
