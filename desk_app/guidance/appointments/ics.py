"""Appointments as an iCalendar file (RFC 5545), for the calendar of a telephone or of an office program.

Without being asked it holds initials only: such files lie open in many places (Luật 91/2025).
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from desk_app.guidance.appointments.appointment import Appointment, State
from desk_app.office.agency import Agency

_PRODUCT = "-//Mot cua//Lich hen//VI"
_STATUS = {State.CANCELLED: "CANCELLED"}


def calendar_file(
    appointments: Sequence[Appointment],
    agency: Agency,
    procedures: Mapping[str, str],
    *,
    made_at: datetime,
    with_names: bool = False,
) -> bytes:
    """Return the file; ``procedures`` names each by its code, ``with_names`` puts in full names and telephones."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Lịch hẹn – {agency.name}")
    for each in appointments:
        event = Event()
        event.add("uid", f"{each.id}@{agency.code}")
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("dtstart", each.starts_at.astimezone(UTC))
        event.add("dtend", each.ends_at.astimezone(UTC))
        event.add("sequence", each.moves + int(each.state is State.CANCELLED))
        event.add("status", _STATUS.get(each.state, "CONFIRMED"))
        event.add("summary", _summary(each, procedures, with_names=with_names))
        event.add("location", ", ".join(part for part in (agency.name, agency.address) if part))
        event.add("description", _description(each, with_names=with_names))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def initials(name: str) -> str:
    """Return the first letters of a name, as in ``N.V.M.``; empty for no name."""
    return "".join(f"{word[0].upper()}." for word in name.split())


def _summary(of: Appointment, procedures: Mapping[str, str], *, with_names: bool) -> str:
    who = of.spoken_name if with_names else initials(of.person.name)
    parts = (who, procedures.get(of.procedure, ""))
    return "Hẹn " + (" – ".join(part for part in parts if part) or of.number)


def _description(of: Appointment, *, with_names: bool) -> str:
    phone = f" Điện thoại {of.person.phone}." if with_names and of.person.phone else ""
    return f"Số hẹn {of.number}.{phone}"
