"""What the search page asks of the desk, on a reader's thread."""

from datetime import datetime, time, timedelta

from desk_app.desk import Desk
from desk_app.dossiers.scan import scanned
from desk_app.dossiers.search import found
from desk_app.dossiers.status import OPEN, WAITING, Status
from desk_app.dossiers.tables import queries
from desk_app.dossiers.tables.queries import Listed, Narrowing
from desk_app.office.tables import RECEIPT_KEY, list_secrets
from ui.dossiers.find.state import MOST, Found, Wanted, hits_of

FIND = "dossiers.find"

_BEING_SOLVED = tuple(str(status) for status in OPEN - WAITING)
_LONG_AGO = timedelta(days=3650)


def looked_for(desk: Desk, by: str, wanted: Wanted) -> Found:
    """Return what ``wanted`` finds; raises ``NotAllowed`` for somebody who may not search."""
    desk.require(by, FIND)
    db, now = desk.journal.reading(), desk.journal.time.now()
    offices = desk.catalogue.offices.get(db)
    if wanted.listed:
        return Found(wanted=wanted, hits=hits_of(_listed(desk, wanted.listed, now), offices, now))
    scan = scanned(wanted.text, list_secrets(db, RECEIPT_KEY))
    receipt = scan.kind == "receipt"
    hits = found(
        db,
        scan.code if receipt else wanted.text,
        office=desk.card.office_code,
        today=now.date(),
        narrowing=Narrowing(status=wanted.status),
        limit=MOST,
    )
    return Found(
        wanted=wanted,
        hits=hits_of(hits, offices, now),
        receipt_warning=" ".join(scan.warnings) if receipt else "",
        only=hits[0].id if receipt and scan.verdict != "unmarked" and len(hits) == 1 else "",
    )


def _listed(desk: Desk, name: str, now: datetime) -> list[Listed]:
    db = desk.journal.reading()
    today = datetime.combine(now.date(), time(), now.tzinfo)
    if name == "waiting":
        return queries.newest(db, Narrowing(status=str(Status.SETTLED)), MOST)
    if name == "late":
        return queries.due_between(db, _BEING_SOLVED, now - _LONG_AGO, today, MOST)
    if name == "tomorrow":
        following = desk.working_time.calendar.get(db).working_day_after(now.date())
        today = datetime.combine(following, time(), now.tzinfo)
    return queries.due_between(db, _BEING_SOLVED, today, today + timedelta(days=1), MOST)
