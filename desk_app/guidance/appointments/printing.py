"""Printing what is about appointments: entry and print job in one durable transaction."""

from datetime import date

from desk_app.guidance.appointments.appointment import Appointment
from desk_app.guidance.appointments.commands import BOOK
from desk_app.guidance.appointments.papers import SlipWords, day_list, slip
from desk_app.guidance.appointments.reading import get_appointment, list_lines
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables.appointments import list_between
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound
from desk_app.kernel.time_source import spoken_day
from desk_app.printing.blocks import Paper
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database

_DAY_LISTS = "appointment_days"


def print_slip(room: Guidance, *, by: str, appointment: str, printer: str | None = None, command_id: str) -> Written:
    """Queue the slip of an appointment; raise ``NotFound`` for an unknown one."""

    def decide(writing: Writing) -> None:
        now = get_appointment(room, appointment, writing.db)
        issue(writing, room.printing, slip_of(room, now, writing.db), about=now.id, printer=printer)

    return room.journal.write(by=by, permission=BOOK, command_id=command_id, decide=decide)


def print_day_list(room: Guidance, *, by: str, day: date, printer: str | None = None, command_id: str) -> Written:
    """Queue the list of a day's appointments; raise ``NotFound`` for a day without any."""

    def decide(writing: Writing) -> None:
        issue(writing, room.printing, day_list_of(room, day, writing.db), about=_DAY_LISTS, printer=printer)

    return room.journal.write(by=by, permission=BOOK, command_id=command_id, decide=decide)


def slip_of(room: Guidance, appointment: Appointment, db: Database) -> Paper:
    """Return the slip of an appointment as it stands now."""
    line = next((each for each in list_lines(room, db) if each.id == appointment.line), None)
    plan = line.plan_on(appointment.day) if line is not None else None
    words = SlipWords(
        agency=room.office.book.get(db).get_agency(),
        line=line.name if line is not None else "",
        counter=plan.counter if plan is not None else "",
        procedure=room.catalogue.book.get(db).find(appointment.procedure, appointment.day),
    )
    return slip(appointment, words)


def day_list_of(room: Guidance, day: date, db: Database) -> Paper:
    """Return the list of a day's appointments as they stand now; raise ``NotFound`` for a day without any."""
    found = list_between(db, day, day, room.own_desks(db))
    if not found:
        raise NotFound("appointments.none", f"Ngày {spoken_day(day)} không có hẹn nào.", "Chọn ngày khác.")
    lines = {line.id: line.name for line in list_lines(room, db)}
    return day_list(found, room.office.book.get(db).get_agency(), lines)
