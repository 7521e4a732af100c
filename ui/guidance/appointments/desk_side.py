"""What the page of appointments asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desk_app.desk import Desk
from desk_app.dossiers.person import Person
from desk_app.guidance.appointments import commands, reading
from desk_app.guidance.appointments.appointment import Appointment, State
from desk_app.guidance.appointments.ics import calendar_file
from desk_app.guidance.appointments.line import Line, Plan
from desk_app.guidance.appointments.printing import print_day_list, print_slip
from desk_app.guidance.appointments.slots import why_closed
from desk_app.guidance.contacts.reading import get_contact
from desk_app.guidance.tables.appointments import has_place
from desk_app.kernel.errors import DeviceTrouble
from desk_app.kernel.translations import _
from ui.guidance.appointments.state import Offer, Row, Seen, View, day_rows, row_of
from ui.guidance.appointments.week import Week, days_of_week, week_of

_FREE_OFFERED = 24


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the page is to show: which line (empty: the first), which day, which view, what is searched."""

    line: str
    day: date
    view: View
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Whom a contact of the guidance log wants an appointment for."""

    origin: str
    person: Person
    procedure: str
    procedure_name: str


def seen(desk: Desk, by: str, wanted: Wanted) -> Seen:
    """Return the page; raises ``NotAllowed``."""
    desk.require(by, reading.READ)
    room, now = desk.guidance, desk.journal.time.now()
    # A line that takes nobody any more is shown only to whoever has to move its people.
    known = reading.list_lines(room)
    lines = tuple(line for line in known if _is_shown(line, now.date()) or line.id == wanted.line)
    line = next((each for each in lines if each.id == wanted.line), lines[0] if lines else None)
    procedures = desk.catalogue.present().current(now.date())
    names = {each.code: each.name for each in procedures}
    calendar = desk.working_time.present_calendar()
    return Seen(
        lines=lines,
        line=line,
        view=wanted.view,
        day=wanted.day,
        today=now.date(),
        next_day=calendar.working_day_after(now.date()),
        rows=_rows(desk, line, wanted, names, now),
        week=_week(desk, line, wanted.day, now) if wanted.view == "week" and line is not None else None,
        why_closed=why_closed(line, wanted.day, calendar) if line is not None else "",
        without_place=tuple(
            row_of(each.appointment, names, now, has_place=False, shows_day=True)
            for each in reading.list_without_place(room)
        ),
        procedures=procedures,
    )


def where(desk: Desk, by: str, appointment: str) -> Appointment:
    """Return an appointment, to be stood on; raises ``NotAllowed``, ``NotFound``."""
    desk.require(by, reading.READ)
    return reading.get_appointment(desk.guidance, appointment)


def guest(desk: Desk, by: str, contact: str) -> Guest:
    """Return whom a contact wants an appointment for; raises ``NotAllowed``, ``NotFound``."""
    desk.require(by, reading.READ)
    known = get_contact(desk.guidance, contact)
    found = desk.catalogue.present().find(known.procedure, desk.journal.time.now().date())
    return Guest(
        origin=f"guidance:{known.id}",
        person=known.person,
        procedure=known.procedure,
        procedure_name=found.name if found is not None else "",
    )


def free_slots(desk: Desk, by: str, line: str, after: datetime) -> tuple[Offer, ...]:
    """Return the next free slots of a line, to be offered; raises ``NotAllowed``."""
    desk.require(by, reading.READ)
    return _offers(desk, reading.get_line(desk.guidance, line), after)


def slots_to_move(desk: Desk, by: str, appointment: str) -> tuple[Offer, ...]:
    """Return where an appointment may go: on its own line, else on the others; raises ``NotAllowed``, ``NotFound``."""
    desk.require(by, reading.READ)
    now = reading.get_appointment(desk.guidance, appointment)
    lines = sorted(reading.list_lines(desk.guidance), key=lambda line: line.id != now.line)
    return next((offers for line in lines if (offers := _offers(desk, line, now.starts_at))), ())


def book(desk: Desk, by: str, booking: commands.Booking, command_id: str) -> Appointment:
    """Expect somebody in a slot."""
    written = commands.book(desk.guidance, by=by, booking=booking, command_id=command_id)
    return reading.get_appointment(desk.guidance, written.subject)


def walk_in(desk: Desk, by: str, booking: commands.Booking, command_id: str) -> Appointment:
    """Take somebody without an appointment."""
    written = commands.walk_in(
        desk.guidance,
        by=by,
        person=booking.person,
        line=booking.line,
        procedure=booking.procedure,
        note=booking.note,
        command_id=command_id,
    )
    return reading.get_appointment(desk.guidance, written.subject)


def move(desk: Desk, by: str, appointment: str, to: Offer, reason: str, command_id: str) -> Appointment:
    """Put an appointment into another slot."""
    commands.move(
        desk.guidance,
        by=by,
        appointment=appointment,
        starts_at=to.starts_at,
        line=to.line,
        reason=reason,
        command_id=command_id,
    )
    return reading.get_appointment(desk.guidance, appointment)


def cancel(desk: Desk, by: str, appointment: str, reason: str, command_id: str) -> None:
    """Call an appointment off."""
    commands.cancel(desk.guidance, by=by, appointment=appointment, reason=reason, command_id=command_id)


def remind(desk: Desk, by: str, appointment: str, command_id: str, *, reached: bool) -> None:
    """Record a call to remind."""
    commands.remind(desk.guidance, by=by, appointment=appointment, reached=reached, command_id=command_id)


def arrive(desk: Desk, by: str, appointment: str, command_id: str) -> None:
    """Record that the person came."""
    commands.arrive(desk.guidance, by=by, appointment=appointment, command_id=command_id)


def not_come(desk: Desk, by: str, appointment: str, command_id: str) -> None:
    """Record that nobody came."""
    commands.mark_not_come(desk.guidance, by=by, appointment=appointment, command_id=command_id)


def put_line(desk: Desk, by: str, plan: Plan, line: str, command_id: str) -> None:
    """Lay down a line."""
    commands.put_line(desk.guidance, by=by, plan=plan, line=line, command_id=command_id)


def slip(desk: Desk, by: str, appointment: str, command_id: str) -> None:
    """Print the slip of an appointment."""
    print_slip(desk.guidance, by=by, appointment=appointment, command_id=command_id)


def day_list(desk: Desk, by: str, day: date, command_id: str) -> None:
    """Print the list of a day."""
    print_day_list(desk.guidance, by=by, day=day, command_id=command_id)


def to_calendar(desk: Desk, by: str, first_on: date, last_on: date, folder: Path) -> Path:
    """Write an iCalendar file without names into ``folder`` and return it; raises ``DeviceTrouble``."""
    desk.require(by, reading.READ)
    now = desk.journal.time.now()
    found = reading.list_appointments(desk.guidance, first_on=first_on, last_on=last_on)
    names = {each.code: each.name for each in desk.catalogue.present().current(now.date())}
    raw = calendar_file(found, desk.office.present_book().get_agency(), names, made_at=now)
    file = folder / f"lich-hen-{first_on:%Y%m%d}-{last_on:%Y%m%d}.ics"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    except OSError:
        words = _("Không ghi được tệp {file}.").format(file=file)
        raise DeviceTrouble("appointments.file", words, _("Hãy xem lại quyền và chỗ trống trên đĩa.")) from None
    return file


def _offers(desk: Desk, line: Line, after: datetime) -> tuple[Offer, ...]:
    at, found = max(after, desk.journal.time.now()), list[Offer]()
    while len(found) < _FREE_OFFERED:
        slot = reading.next_free(desk.guidance, line, at)
        if slot is None:
            break
        found.append(Offer(line=line.id, name=line.name, starts_at=slot.starts_at))
        at = slot.ends_at
    return tuple(found)


def _is_shown(line: Line, today: date) -> bool:
    """Tell whether a line takes anybody today or later."""
    return any(plan.is_open for plan in line.plans if plan.valid_from > today) or line.serves("", today)


def _rows(desk: Desk, line: Line | None, wanted: Wanted, names: dict[str, str], now: datetime) -> tuple[Row, ...]:
    room, db = desk.guidance, desk.journal.reading()

    def shown(found: tuple[Appointment, ...], *, shows_day: bool = False) -> tuple[Row, ...]:
        return tuple(row_of(each, names, now, has_place=has_place(db, each.id), shows_day=shows_day) for each in found)

    if wanted.view == "found":
        return shown(reading.search_appointments(room, wanted.text), shows_day=True)
    if wanted.view == "calls":
        return shown(reading.list_reminders(room, wanted.day))
    if line is None:
        return ()
    day = reading.list_appointments(room, first_on=wanted.day, last_on=wanted.day)
    mine = tuple(each for each in day if each.line == line.id and each.state is not State.CANCELLED)
    return day_rows(reading.list_slots(room, line, wanted.day), shown(mine), now)


def _week(desk: Desk, line: Line, day: date, now: datetime) -> Week:
    room, days = desk.guidance, days_of_week(day)
    calendar = desk.working_time.present_calendar()
    slots = tuple(slot for each in days for slot in reading.list_slots(room, line, each))
    found = reading.list_appointments(room, first_on=days[0], last_on=days[-1])
    mine = tuple(each for each in found if each.line == line.id)
    return week_of(days, tuple(why_closed(line, each, calendar) for each in days), slots, mine, now)
