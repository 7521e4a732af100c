"""What is asked of appointments; whoever asks makes sure of the permission."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from desk_app.guidance.appointments.appointment import Appointment, State
from desk_app.guidance.appointments.line import Line, in_order, line_named
from desk_app.guidance.appointments.numbering import looks_like_appointment, number_in
from desk_app.guidance.appointments.slots import Slot, slots_on
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables import appointments as table
from desk_app.kernel.errors import NotFound, Refused
from desk_app.kernel.time_source import spoken_day
from desk_app.storage.engine import Database
from desk_app.working_time.reading import reading_on

READ = "appointments.read"

Looked = Literal["day", "week", "calls", "period", "without_place", "found"]
"""Which appointments somebody looks through."""

_LOOKED_AT: Mapping[Looked, str] = {
    "day": "Lịch hẹn ngày {day}",
    "week": "Lịch hẹn tuần có ngày {day}",
    "calls": "Gọi nhắc hẹn ngày {day}",
    "period": "Lịch hẹn từ ngày {day}",
    "without_place": "Lịch hẹn cần dời",
    "found": "Tìm lịch hẹn",
}
_LOOKED_AHEAD_DAYS = 60
_MOST_FOUND = 100


@dataclass(frozen=True, kw_only=True)
class WithoutPlace:
    """An appointment that exceeds its slot, and the next free slot to offer; None where none is near."""

    appointment: Appointment
    suggestion: Slot | None


def looked_at(what: Looked, day: date) -> str:
    """Return how the access log names a list of appointments; what was searched for has no place in it."""
    return _LOOKED_AT[what].format(day=spoken_day(day))


def list_lines(room: Guidance, db: Database | None = None) -> tuple[Line, ...]:
    """Return this office's lines, those that take nobody any more included, in the Vietnamese order of names."""
    at = db or room.journal.reading()
    return in_order(table.list_lines(at, room.own_desks(at)))


def get_line(room: Guidance, text: str, db: Database | None = None) -> Line:
    """Return the line that an id or the beginning of a name means; raise ``NotFound`` for none, or several."""
    return line_named(list_lines(room, db), text)


def list_slots(room: Guidance, line: Line, day: date, db: Database | None = None) -> tuple[Slot, ...]:
    """Return a line's slots on a day, with the places taken; none where the office or the line is closed."""
    at = db or room.journal.reading()
    hours = reading_on(room.working_time.readings.get(at), day).hours
    return slots_on(line, day, room.working_time.calendar.get(at), hours, table.seats_on(at, line.id, day))


def next_free(room: Guidance, line: Line, after: datetime, db: Database | None = None) -> Slot | None:
    """Return the first slot with a free place that begins at ``after`` or later, within 60 days; None without one."""
    for ahead in range(_LOOKED_AHEAD_DAYS):
        for slot in list_slots(room, line, after.date() + timedelta(days=ahead), db):
            if slot.free and slot.starts_at >= after:
                return slot
    return None


def list_appointments(room: Guidance, *, first_on: date, last_on: date) -> tuple[Appointment, ...]:
    """Return this office's appointments of a period, both days included, in the order of time, cancelled ones too."""
    db = room.journal.reading()
    return table.list_between(db, first_on, last_on, room.own_desks(db))


def list_reminders(room: Guidance, day: date) -> tuple[Appointment, ...]:
    """Return whom to call to remind of an appointment on ``day``: those not reached yet first."""
    booked = [each for each in list_appointments(room, first_on=day, last_on=day) if each.state is State.BOOKED]
    return tuple(sorted(booked, key=lambda each: (each.reached is True, each.starts_at, each.id)))


def list_without_place(room: Guidance) -> tuple[WithoutPlace, ...]:
    """Return the appointments from today on that exceed their slots, each with a free slot to offer instead."""
    db, now = room.journal.reading(), room.journal.time.now()
    lines = {line.id: line for line in list_lines(room, db)}
    found = table.list_without_place(db, now.date(), room.own_desks(db))
    return tuple(
        WithoutPlace(appointment=each, suggestion=_suggestion(room, lines.get(each.line), each, now)) for each in found
    )


def search_appointments(room: Guidance, text: str) -> tuple[Appointment, ...]:
    """Return the appointments that a name, a telephone or a number finds, the latest first."""
    db, number = room.journal.reading(), number_in(text)
    if number:
        one = table.find_numbered(db, number)
        return () if one is None else (one,)
    return table.search(db, text, room.own_desks(db), _MOST_FOUND)


def get_appointment(room: Guidance, text: str, db: Database | None = None) -> Appointment:
    """Return the appointment of an id, a number or a slip's code; raise ``NotFound``, ``Refused`` for a misread code."""
    at, number = db or room.journal.reading(), number_in(text)
    if not number and looks_like_appointment(text):
        raise Refused("appointments.misread", "Mã trên phiếu hẹn bị đọc sai một vài số.", "Hãy quét lại.")
    found = table.find_numbered(at, number) if number else table.find_appointment(at, text)
    if found is None:
        raise NotFound("appointments.unknown", "Không có lịch hẹn này.", "Hãy tìm theo tên hoặc số điện thoại.")
    return found


def _suggestion(room: Guidance, line: Line | None, of: Appointment, now: datetime) -> Slot | None:
    return None if line is None else next_free(room, line, max(now, of.starts_at))
