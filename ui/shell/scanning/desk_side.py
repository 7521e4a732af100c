"""What scanning asks of the desk; every function runs on a job's thread."""

from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.correction_paper import replaced_words
from desk_app.dossiers.scan import Scanned, scanned
from desk_app.dossiers.tables import queries
from desk_app.guidance.appointments.numbering import looks_like_appointment
from desk_app.guidance.appointments.reading import get_appointment
from desk_app.kernel.errors import NotFound, Refused
from desk_app.mobile_sessions.invitation_code import looks_like_invitation
from desk_app.office.tables import RECEIPT_KEY, list_secrets
from desk_app.scanner.profile import ScannerSettings
from desk_app.scanner.repair import readings, stripped
from desk_app.tickets.calling import ticket_named
from desk_app.tickets.numbering import looks_like_ticket
from ui.shell.scanning.thing import Heard, ScannedThing

VIEW = "dossiers.view"


def settings_of(desk: Desk) -> ScannerSettings:
    """Return what is kept about this desk's scanner."""
    return desk.scanner.settings()


def scanned_here(desk: Desk, text: str, by_keys: str = "") -> Scanned:
    """Return what a text from this desk's scanner is, repaired as its trial showed."""
    settings, key = desk.scanner.settings(), list_secrets(desk.journal.reading(), RECEIPT_KEY)
    plain, keys = (stripped(each, settings.prefix, settings.suffix) for each in (text, by_keys))
    return scanned(plain, key, settings.profile, by_keys=keys)


def made_out(desk: Desk, heard: Heard, *, may_view: bool) -> ScannedThing:
    """Return what was scanned; ``may_view`` says whether the person may learn which dossier a receipt belongs to."""
    settings = desk.scanner.settings()
    text = stripped(heard.text, settings.prefix, settings.suffix)
    by_keys = stripped(heard.by_keys, settings.prefix, settings.suffix)
    for reading in readings(text, settings.profile, by_keys):
        if reading.is_sure and looks_like_ticket(reading.text):
            return _ticket(desk, heard, reading.text)
        if reading.is_sure and looks_like_appointment(reading.text):
            return _appointment(desk, heard, reading.text)
        if reading.is_sure and looks_like_invitation(reading.text):
            return _invitation(heard, reading.text)
    scan = scanned_here(desk, heard.text, heard.by_keys)
    db = desk.journal.reading()
    dossier = queries.find_id(db, scan.code) if scan.code and may_view else None
    replaced = replaced_words(dossier_in(desk.dossiers, db, dossier), scan.edition) if dossier and scan.edition else ""
    return ScannedThing(heard=heard, text=scan.text, scan=scan, dossier=dossier or "", replaced=replaced)


def _ticket(desk: Desk, heard: Heard, text: str) -> ScannedThing:
    trouble, found = "", ""
    try:
        found = ticket_named(desk.tickets, text).id
    except (NotFound, Refused) as error:
        trouble = f"{error.message} {error.hint}".strip()
    scan = Scanned(kind="unknown", text=text)
    return ScannedThing(heard=heard, text=text, scan=scan, is_ticket=True, ticket=found, trouble=trouble)


def _appointment(desk: Desk, heard: Heard, text: str) -> ScannedThing:
    trouble, about = "", ""
    try:
        about = f"appointment:{get_appointment(desk.guidance, text).id}"
    except (NotFound, Refused) as error:
        trouble = f"{error.message} {error.hint}".strip()
    scan = Scanned(kind="unknown", text=text)
    return ScannedThing(heard=heard, text=text, scan=scan, page="appointments", about=about, trouble=trouble)


def _invitation(heard: Heard, text: str) -> ScannedThing:
    scan = Scanned(kind="unknown", text=text)
    return ScannedThing(heard=heard, text=text, scan=scan, page="sessions", about=f"scan:{text}")
