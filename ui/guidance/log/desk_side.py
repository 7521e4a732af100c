"""What the page of guidance asks of the desk; every function runs on a job's thread."""

from datetime import date, timedelta

from desk_app.desk import Desk
from desk_app.guidance.contacts import commands
from desk_app.guidance.contacts.commands import READ, Advice
from desk_app.guidance.contacts.printing import print_leaflet
from desk_app.guidance.contacts.procedures import guided_procedures, put_procedure_list
from desk_app.guidance.contacts.reading import get_contact, list_contacts, list_follow_ups, search_contacts
from desk_app.guidance.contacts.ready_text import place_on
from desk_app.guidance.figures import guidance_figures, guided_procedures_count
from desk_app.guidance.outreach.commands import Outreach, list_outreach, record_outreach, withdraw_outreach
from desk_app.guidance.outreach.figures import OutreachFigures, outreach_figures
from desk_app.guidance.outreach.item import OutreachItem
from desk_app.kernel.errors import NotFound
from desk_app.printing.qr import modules
from ui.guidance.log.state import Known, Row, Seen, Typed, View, row_of

_COUNTED_DAYS = 90


def known(desk: Desk, by: str) -> Known:
    """Return what the form works with; raises ``NotAllowed``."""
    desk.require(by, READ)
    today = desk.journal.time.now().date()
    since = today - timedelta(days=_COUNTED_DAYS)
    try:
        place = place_on(desk.guidance, today)
    except NotFound:
        # Nobody has described the office yet: the log works, only the ready texts must wait.
        place = None
    return Known(
        procedures=desk.catalogue.present().current(today),
        guided=guided_procedures(desk.guidance, today),
        place=place,
        used=guided_procedures_count(desk.guidance, first_on=since, last_on=today),
        month=guidance_figures(desk.guidance, first_on=today.replace(day=1), last_on=today),
        today=today,
    )


def seen(desk: Desk, by: str, view: View, text: str) -> Seen:
    """Return the list of today, of what is due to be asked again, or of what ``text`` finds; raises ``NotAllowed``."""
    desk.require(by, READ)
    room, today = desk.guidance, desk.journal.time.now().date()
    due = list_follow_ups(room, today)
    if text.strip():
        contacts, view = search_contacts(room, text), "found"
    elif view == "follow_ups":
        contacts = due
    else:
        contacts = list_contacts(room, first_on=today, last_on=today)
    names = _names(desk, today)
    rows = tuple(row_of(each, names, today) for each in contacts)
    return Seen(view=view, rows=rows, due_count=len(due))


def earlier(desk: Desk, by: str, phone: str, name: str) -> tuple[Row, ...]:
    """Return what this telephone, else this name, was told before, the newest first; raises ``NotAllowed``."""
    desk.require(by, READ)
    today = desk.journal.time.now().date()
    found = search_contacts(desk.guidance, phone) if phone else search_contacts(desk.guidance, name)
    return tuple(row_of(each, _names(desk, today), today) for each in found)


def code_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the QR code of a text."""
    return modules(text, "L")


def save(desk: Desk, by: str, advice: Advice, command_id: str) -> str:
    """Enter a contact in the log and return its id."""
    return commands.log_guidance(desk.guidance, by=by, advice=advice, command_id=command_id).subject


def leaflet(desk: Desk, by: str, procedure: str, contact: str, command_id: str) -> None:
    """Print the leaflet of a procedure."""
    print_leaflet(desk.guidance, by=by, procedure=procedure, contact=contact, command_id=command_id)


def finish_follow_up(desk: Desk, by: str, contact: str, note: str, command_id: str) -> None:
    """Record that somebody asked again."""
    commands.finish_follow_up(desk.guidance, by=by, contact=contact, note=note, command_id=command_id)


def set_follow_up(desk: Desk, by: str, contact: str, on: date, what: str, command_id: str) -> None:
    """Say when somebody asks again."""
    commands.set_follow_up(desk.guidance, by=by, contact=contact, on=on, what=what, command_id=command_id)


def withdraw(desk: Desk, by: str, contact: str, reason: str, command_id: str) -> None:
    """Take back a contact."""
    commands.withdraw_guidance(desk.guidance, by=by, contact=contact, reason=reason, command_id=command_id)


def put_list(desk: Desk, by: str, codes: tuple[str, ...], valid_from: date, basis: str, command_id: str) -> None:
    """Lay down the list of procedures from a day on."""
    put_procedure_list(desk.guidance, by=by, codes=codes, valid_from=valid_from, basis=basis, command_id=command_id)


def outreach(desk: Desk, by: str) -> tuple[tuple[OutreachItem, ...], OutreachFigures]:
    """Return this year's outreach and its figures; raises ``NotAllowed``."""
    desk.require(by, "outreach.read")
    today = desk.journal.time.now().date()
    first = today.replace(month=1, day=1)
    room = desk.guidance
    return list_outreach(room, first_on=first, last_on=today), outreach_figures(room, first_on=first, last_on=today)


def record(desk: Desk, by: str, of: Outreach, command_id: str) -> None:
    """Enter what was done."""
    record_outreach(desk.guidance, by=by, outreach=of, command_id=command_id)


def take_back(desk: Desk, by: str, item: str, reason: str, command_id: str) -> None:
    """Take back an entry of outreach."""
    withdraw_outreach(desk.guidance, by=by, item=item, reason=reason, command_id=command_id)


def _names(desk: Desk, today: date) -> dict[str, str]:
    return {each.code: each.name for each in desk.catalogue.present().current(today)}


def person(desk: Desk, by: str, contact: str) -> Typed:
    """Return a form with the person of an earlier contact and nothing else; raises ``NotAllowed``."""
    desk.require(by, READ)
    known = get_contact(desk.guidance, contact).person
    return Typed(name=known.name, phone=known.phone)
