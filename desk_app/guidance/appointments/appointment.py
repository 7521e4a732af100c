"""An appointment as its own history makes it, and which moves each state allows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from desk_app.dossiers.person import Person
from desk_app.guidance.appointments import facts
from desk_app.journal.entry import Recorded
from desk_app.kernel.records import Record, changed
from desk_app.kernel.time_source import spoken_moment


class State(StrEnum):
    """Where an appointment stands."""

    BOOKED = "booked"
    ARRIVED = "arrived"
    NOT_COME = "not_come"
    CANCELLED = "cancelled"


STATE_WORDS: Mapping[State, str] = {
    State.BOOKED: "đã hẹn",
    State.ARRIVED: "đã đến",
    State.NOT_COME: "không đến",
    State.CANCELLED: "đã hủy",
}
CHANNEL_WORDS: Mapping[facts.Channel, str] = {
    "phone": "điện thoại",
    "zalo": "Zalo",
    "counter": "tại quầy",
    "walk_in": "đến thẳng",
}


class Finding(Record):
    """A contradiction that a merge revealed, for a person to settle."""

    kind: str
    entry: str
    against: str
    words: str


class Claim(Record):
    """Which entry asked for the slot, and when: of too many claims the later ones have no place."""

    clock: int
    desk: str
    entry: str


class Reminder(Record):
    """One call to remind of the appointment."""

    reached: bool
    note: str
    called_at: datetime


class Appointment(Record):
    """The state of one appointment; whether it has a place depends on the others of its line and day."""

    id: str
    desk: str
    number: str
    line: str
    starts_at: datetime
    minutes: int
    person: Person
    procedure: str
    note: str
    channel: facts.Channel
    origin: str
    booked_at: datetime
    officer: str
    claim: Claim
    state: State = State.BOOKED
    reason: str = ""
    moves: int = 0
    arrived_at: datetime | None = None
    reminders: tuple[Reminder, ...] = ()
    last_entry: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def ends_at(self) -> datetime:
        """Return the moment by which it should be over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def day(self) -> date:
        """Return the day on which the person is expected."""
        return self.starts_at.date()

    @property
    def reached(self) -> bool | None:
        """Return whether the last call to remind reached anybody; None when nobody called."""
        return self.reminders[-1].reached if self.reminders else None

    @property
    def spoken_name(self) -> str:
        """Return how the person is shown: the name, else the telephone."""
        return self.person.name or self.person.phone


def folded(history: Sequence[Recorded]) -> Appointment | None:
    """Return the appointment that its entries, in clock order, lead to; None while the first has not arrived."""
    first = next((each for each in history if isinstance(each.fact, facts.Booked)), None)
    if first is None or not isinstance(first.fact, facts.Booked):
        return None
    fact = first.fact
    made = Appointment(
        id=first.entry.subject,
        desk=first.entry.desk,
        number=fact.number,
        line=fact.line,
        starts_at=fact.starts_at,
        minutes=fact.minutes,
        person=fact.person,
        procedure=fact.procedure,
        note=fact.note,
        channel=fact.channel,
        origin=fact.origin,
        booked_at=fact.booked_at,
        officer=first.entry.actor,
        claim=_claim(first),
        last_entry=first.entry.name,
    )
    for each in history:
        step = _STEPS.get(type(each.fact))
        if step is not None:
            made = changed(step(made, each, each.fact), last_entry=each.entry.name)
    return made


def _moved(now: Appointment, recorded: Recorded, fact: facts.Moved) -> Appointment:
    if now.state not in (State.BOOKED, State.NOT_COME):
        return now
    if fact.from_at != now.starts_at:
        words = (
            f"Hẹn {now.number} được dời ở hai nơi: sang {spoken_moment(now.starts_at)} và sang "
            f"{spoken_moment(fact.starts_at)}. Giữ giờ sau; hãy gọi dân để chắc."
        )
        now = _found(now, "appointment_moved_twice", recorded, words)
    return changed(
        now,
        state=State.BOOKED,
        line=fact.line,
        starts_at=fact.starts_at,
        minutes=fact.minutes,
        moves=now.moves + 1,
        claim=_claim(recorded),
        reminders=(),
    )


def _cancelled(now: Appointment, _: Recorded, fact: facts.Cancelled) -> Appointment:
    return changed(now, state=State.CANCELLED, reason=fact.reason) if now.state is State.BOOKED else now


def _reminded(now: Appointment, _: Recorded, fact: facts.Reminded) -> Appointment:
    made = Reminder(reached=fact.reached, note=fact.note, called_at=fact.called_at)
    return changed(now, reminders=(*now.reminders, made))


def _arrived(now: Appointment, recorded: Recorded, fact: facts.Arrived) -> Appointment:
    if now.state is State.ARRIVED:
        return now
    if now.state is State.CANCELLED:
        # Who stands at the counter has come, whatever another desk wrote before.
        words = f"Hẹn {now.number} đã hủy ở một quầy nhưng người dân đã đến ở quầy khác. Tính là đã đến."
        now = _found(now, "appointment_came_though_cancelled", recorded, words)
    return changed(now, state=State.ARRIVED, arrived_at=fact.arrived_at)


def _not_come(now: Appointment, _: Recorded, __: facts.NotCome) -> Appointment:
    return changed(now, state=State.NOT_COME) if now.state is State.BOOKED else now


def _found(now: Appointment, kind: str, recorded: Recorded, words: str) -> Appointment:
    finding = Finding(kind=kind, entry=recorded.entry.name, against=now.last_entry, words=words)
    return changed(now, findings=(*now.findings, finding))


def _claim(recorded: Recorded) -> Claim:
    return Claim(clock=recorded.entry.clock, desk=recorded.entry.desk, entry=recorded.entry.name)


_STEPS: dict[type[Any], Callable[[Appointment, Recorded, Any], Appointment]] = {
    facts.Moved: _moved,
    facts.Cancelled: _cancelled,
    facts.Reminded: _reminded,
    facts.Arrived: _arrived,
    facts.NotCome: _not_come,
}
