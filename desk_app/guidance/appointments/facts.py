"""What can happen to an appointment, and to a line: the plan of slots of one desk or field."""

from datetime import date, datetime, time
from typing import ClassVar, Literal

from desk_app.dossiers.person import Person
from desk_app.journal.fact import Fact

Channel = Literal["phone", "zalo", "counter", "walk_in"]


class LinePut(Fact):
    """From a day on a line gives out slots so: ``capacity`` people every ``minutes`` on these weekdays (0 is Monday).

    Slots lie within the office hours and between ``opens_at`` and ``closes_at``, on working days only. ``fields`` are the
    fields of work it serves, empty for all. A line that is not open takes nobody from that day on.
    """

    KIND: ClassVar[str] = "appointment.line_put"

    name: str
    fields: tuple[str, ...]
    counter: str
    weekdays: tuple[int, ...]
    opens_at: time
    closes_at: time
    minutes: int
    capacity: int
    is_open: bool
    valid_from: date


class Booked(Fact):
    """Somebody is expected at a moment; ``origin`` is ``guidance:<id>`` of what it began with, or empty."""

    KIND: ClassVar[str] = "appointment.booked"

    number: str
    line: str
    starts_at: datetime
    minutes: int
    person: Person
    procedure: str
    note: str
    channel: Channel
    origin: str
    booked_at: datetime


class Moved(Fact):
    """The appointment is at another moment; ``from_at`` is where the mover saw it."""

    KIND: ClassVar[str] = "appointment.moved"

    line: str
    starts_at: datetime
    minutes: int
    from_at: datetime
    reason: str
    moved_at: datetime


class Cancelled(Fact):
    """Nobody will come; the place is free again."""

    KIND: ClassVar[str] = "appointment.cancelled"

    reason: str
    cancelled_at: datetime


class Reminded(Fact):
    """Somebody called to remind; ``reached`` says whether anybody answered."""

    KIND: ClassVar[str] = "appointment.reminded"

    reached: bool
    note: str
    called_at: datetime


class Arrived(Fact):
    """The person came."""

    KIND: ClassVar[str] = "appointment.arrived"

    arrived_at: datetime


class NotCome(Fact):
    """The person did not come; who comes late after all has arrived."""

    KIND: ClassVar[str] = "appointment.not_come"

    noted_at: datetime
