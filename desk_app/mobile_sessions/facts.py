"""What can happen to a place and to a mobile session; the subject of each entry is the place's or the session's id."""

from datetime import datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record

CancelReason = Literal["weather", "place", "staff", "few_people", "other"]
KitWay = Literal["out", "back"]
"""A thing goes out with the session, and comes back from it."""


class Staff(Record):
    """Who serves at a session: of which agency, doing what there; they need no account."""

    name: str
    agency: str = ""
    job: str = ""


class Place(Record):
    """A cultural house or another place where sessions are held; ``area`` is the hamlet that it serves."""

    name: str
    area: str
    address: str = ""
    contact: str = ""
    phone: str = ""
    note: str = ""


class Plan(Record):
    """A session to be: where, when, who serves, what is settled there (procedure codes), what is taken along."""

    place: str
    starts_at: datetime
    ends_at: datetime
    staff: tuple[Staff, ...] = ()
    procedures: tuple[str, ...] = ()
    kit: tuple[str, ...] = ()
    note: str = ""


class PlacePut(Fact):
    """A place was entered or described anew."""

    KIND: ClassVar[str] = "mobile.place_put"

    place: Place
    put_at: datetime


class PlaceEnded(Fact):
    """No further session is held there."""

    KIND: ClassVar[str] = "mobile.place_ended"

    reason: str
    ended_at: datetime


class SessionPlanned(Fact):
    """A session was put on the calendar; ``moved_from`` is the cancelled one whose place it takes, or empty."""

    KIND: ClassVar[str] = "mobile.session_planned"

    plan: Plan
    moved_from: str
    planned_at: datetime


class SessionChanged(Fact):
    """Some parts of the plan were put otherwise; None leaves a part as it is."""

    KIND: ClassVar[str] = "mobile.session_changed"

    changed_at: datetime
    place: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    staff: tuple[Staff, ...] | None = None
    procedures: tuple[str, ...] | None = None
    kit: tuple[str, ...] | None = None
    note: str | None = None


class SessionCancelled(Fact):
    """The session is not held; ``moved_to`` is the one that takes its place, or empty."""

    KIND: ClassVar[str] = "mobile.session_cancelled"

    reason: CancelReason
    note: str
    moved_to: str
    cancelled_at: datetime


class KitTicked(Fact):
    """A thing was ticked on its way out or back; not ``ticked`` takes the tick away."""

    KIND: ClassVar[str] = "mobile.kit_ticked"

    item: str
    way: KitWay
    ticked: bool
    ticked_at: datetime


class SessionOpened(Fact):
    """The desk of this entry began to work at the session."""

    KIND: ClassVar[str] = "mobile.session_opened"

    opened_at: datetime


class SessionClosed(Fact):
    """The desk of this entry ended its work at the session; ``cash`` is what was counted, in đồng, None uncounted."""

    KIND: ClassVar[str] = "mobile.session_closed"

    cash: int | None
    note: str
    closed_at: datetime
