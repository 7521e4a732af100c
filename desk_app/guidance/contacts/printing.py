"""Printing leaflets: entry and print job in one durable transaction."""

from desk_app.guidance.contacts.commands import LOG, unknown_contact
from desk_app.guidance.contacts.papers import leaflet
from desk_app.guidance.contacts.ready_text import place_on
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables.contacts import find_contact
from desk_app.journal.write_door import Writing, Written
from desk_app.printing.commands import issue

_FOR_ANYBODY = "guidance_leaflets"


def print_leaflet(
    room: Guidance, *, by: str, procedure: str, contact: str = "", printer: str | None = None, command_id: str
) -> Written:
    """Queue the leaflet of a procedure; with ``contact`` the papers that person has are ticked.

    Raises ``NotFound`` for a procedure not in force or an unknown contact.
    """

    def decide(writing: Writing) -> None:
        today = writing.now.date()
        known = find_contact(writing.db, contact) if contact else None
        if contact and known is None:
            raise unknown_contact()
        asked = room.catalogue.book.get(writing.db).procedure_on(procedure, today)
        checked = known.papers if known is not None and known.procedure == procedure else ()
        paper = leaflet(asked, place_on(room, today), checked)
        issue(writing, room.printing, paper, about=contact or _FOR_ANYBODY, printer=printer)

    return room.journal.write(by=by, permission=LOG, command_id=command_id, decide=decide)
