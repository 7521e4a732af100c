"""A dossier as its history makes it: what is shown, printed, and asked before each move."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desk_app.dossiers import facts
from desk_app.dossiers.life.facts import Move, Stopped, TurnedDown, Withdrawn
from desk_app.dossiers.life.story import NOTHING_YET, Story
from desk_app.dossiers.on_the_spot_visit import Visit
from desk_app.dossiers.reappointment import Reappointment
from desk_app.dossiers.status import Status
from desk_app.journal.entry import Entry

_ENDINGS: Mapping[Status, type[Move]] = {
    Status.NOT_ACCEPTED: TurnedDown,
    Status.WITHDRAWN: Withdrawn,
    Status.STOPPED: Stopped,
}


@dataclass(frozen=True, kw_only=True)
class Leg:
    """One agency's part, planned and as it went.

    ``received_at`` and ``owed_at`` are there once a slip says when the agency got the folder: when, and by when it then
    owes its part.
    """

    plan: facts.PlannedLeg
    done_at: datetime | None = None
    received_at: datetime | None = None
    owed_at: datetime | None = None

    @property
    def due_at(self) -> datetime:
        """Return by when the agency owes its part: who got the folder late is not blamed for others' lateness."""
        return self.plan.due_at if self.owed_at is None else max(self.plan.due_at, self.owed_at)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A contradiction that a merge revealed, for a person to settle; ``field`` where it is about one field."""

    kind: str
    entry: str
    against: str
    words: str
    field: str = ""


@dataclass(frozen=True, kw_only=True)
class Note:
    """A remark somebody wrote; ``channel`` says how the citizen was told, where that is what it is about."""

    text: str
    at: datetime
    channel: facts.Told


@dataclass(frozen=True, kw_only=True)
class MovedDue:
    """That a person, not the calendar, set the due date: when, who (an account) and why."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """The state of one dossier; ``registered`` is the registration as corrections left it.

    ``former_names`` people bore before a correction. ``edition`` counts the receipts made out: 1, and one more each time
    one took another's place, at ``reissued_at``. ``corrected_by`` names the entry that last put each field right.
    ``holder`` is the account that made the latest move: in whose hands it is. ``on_the_spot`` is its sitting, if it had one.
    ``story`` is what it went through between receipt and hand-over; ``reappointments`` are the later dates the office gave.
    """

    id: str
    entry: Entry
    registered: facts.Registered
    status: Status
    legs: tuple[Leg, ...]
    result: facts.ResultIssued | None = None
    handed_over: facts.HandedOver | None = None
    handed_over_entry: str = ""
    remarks: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
    former_names: tuple[str, ...] = ()
    moved_due: MovedDue | None = None
    reappointments: tuple[Reappointment, ...] = ()
    edition: int = 1
    reissued_at: datetime | None = None
    corrected_by: Mapping[str, str] = field(default_factory=dict)
    holder: str = ""
    on_the_spot: Visit | None = None
    story: Story = NOTHING_YET

    @property
    def notes(self) -> tuple[str, ...]:
        """Return the texts of the remarks, oldest first."""
        return tuple(note.text for note in self.remarks)

    @property
    def told_at(self) -> datetime | None:
        """Return when somebody last called the citizen, None when nobody has."""
        return max((note.at for note in self.remarks if note.channel), default=None)

    @property
    def ended_at(self) -> datetime | None:
        """Return when it came to its end: handed over, turned down, withdrawn or stopped; None while it is open."""
        if self.handed_over is not None:
            return self.handed_over.handed_at
        ending = _ENDINGS.get(self.status)
        end = None if ending is None else self.story.last(ending)
        return None if end is None else end.fact.at

    @property
    def counted_due_at(self) -> datetime:
        """Return the date that marks and reports hold it to: the first one missed, else the one promised now."""
        missed = (each.was_due_at for each in self.reappointments if each.came_late)
        return min(missed, default=self.registered.due_at)

    @property
    def code(self) -> str:
        """Return the dossier's code, which never changes."""
        return self.registered.code

    @property
    def officer(self) -> str:
        """Return the account of the officer who received it."""
        return self.entry.actor

    @property
    def open_legs(self) -> tuple[Leg, ...]:
        """Return the legs that are not done yet, in their order."""
        return tuple(leg for leg in self.legs if leg.done_at is None)

    def leg_of(self, agency: str) -> Leg | None:
        """Return the first open leg of ``agency`` (its name or the leg's id); of anybody when ``agency`` is empty."""
        wanted = agency.strip().lower()
        return next(
            (leg for leg in self.open_legs if not wanted or wanted in (leg.plan.agency.lower(), leg.plan.id)), None
        )
