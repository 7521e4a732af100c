"""What the tests of guidance and appointments do over and over, at a real desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desk_app.dossiers.person import Person
from desk_app.guidance.appointments import commands
from desk_app.guidance.appointments.appointment import Appointment
from desk_app.guidance.appointments.commands import Booking
from desk_app.guidance.appointments.line import Plan
from desk_app.guidance.appointments.reading import get_appointment
from desk_app.guidance.contacts.commands import Advice, log_guidance
from desk_app.guidance.contacts.contact import Contact
from desk_app.guidance.contacts.reading import get_contact
from desk_app.kernel.time_source import VIETNAM
from tests.desks import RehearsalDesk, rehearsal_desk

BIRTH = "1.001193"
TODAY = date(2026, 11, 23)
CALLER = Person(name="Nguyễn Văn Mẫu", phone="0907123456")


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    """Return a moment of a day, today's when none is named."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)


def pass_minutes(desk: RehearsalDesk, minutes: float) -> None:
    """Let time go by."""
    desk.time.advance(timedelta(minutes=minutes))


def guided(desk: RehearsalDesk, **values: Any) -> Contact:
    """Log a contact of the hotline about a birth, with ``values`` changed, and let a minute pass."""
    advice = Advice(**{"channel": "hotline", "person": CALLER, "procedure": BIRTH, "minutes": 4, **values})
    written = log_guidance(desk.guidance, by=officer(desk), advice=advice, command_id=desk.journal.new_id())
    pass_minutes(desk, 1)
    return get_contact(desk.guidance, written.subject)


def a_line(desk: RehearsalDesk, name: str = "Hộ tịch", **values: Any) -> str:
    """Lay down a line of slots of 30 minutes from today on and return its id."""
    plan = Plan(**{"name": name, "valid_from": TODAY, **values})
    return commands.put_line(
        desk.guidance, by=desk.accounts_by_role["leader"], plan=plan, command_id=desk.journal.new_id()
    ).subject


def booked(desk: RehearsalDesk, starts_at: datetime, name: str = "Nguyễn Văn Mẫu", **values: Any) -> Appointment:
    """Book a slot of the only line, with ``values`` changed, and let a minute pass."""
    booking = Booking(starts_at=starts_at, **{"person": Person(name=name), **values})
    written = commands.book(desk.guidance, by=officer(desk), booking=booking, command_id=desk.journal.new_id())
    pass_minutes(desk, 1)
    return get_appointment(desk.guidance, written.subject)


def now(desk: RehearsalDesk, appointment: Appointment) -> Appointment:
    """Return the appointment as it stands."""
    return get_appointment(desk.guidance, appointment.id)


def officer(desk: RehearsalDesk) -> str:
    """Return the officer's account."""
    return desk.accounts_by_role["officer"]


def said_by(desk: RehearsalDesk) -> dict[str, str]:
    """Return who acts and a fresh command id."""
    return {"by": officer(desk), "command_id": desk.journal.new_id()}


@contextmanager
def a_desk(number: int = 1) -> Iterator[RehearsalDesk]:
    """Give a rehearsal desk of its own."""
    with TemporaryDirectory() as parent, rehearsal_desk(Path(parent) / "home", desk_number=number) as desk:
        yield desk
