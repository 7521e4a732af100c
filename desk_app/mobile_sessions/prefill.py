"""From a line of the screening list to the beginning of a registration, so that nobody types it twice."""

from datetime import date

from desk_app.dossiers.person import Person
from desk_app.dossiers.prefill import Prefill
from desk_app.mobile_sessions.line import Line
from desk_app.mobile_sessions.lists import paper_of
from desk_app.mobile_sessions.named import line_in
from desk_app.mobile_sessions.progress import LackState, progress_in
from desk_app.mobile_sessions.room import ROOM, MobileSessions
from desk_app.mobile_sessions.session import State
from desk_app.mobile_sessions.tables import queries

_GROWN_UP = 18


def prefill_of(room: MobileSessions, id_: str) -> Prefill:
    """Return what is known of a line's person; a child is the subject, and who answers for it the applicant.

    The procedure is that of the first paper that nobody has begun; empty where the catalogue has none today. The channel
    is «mobile» while this desk sits at a session, or on the day of one that the person is asked to. Raises ``NotFound``
    for an unknown line.
    """
    db, today = room.journal.reading(), room.journal.time.now().date()
    now = progress_in(db, line_in(room, db, id_))
    found = now.line.found
    child = is_child(found.person, today)
    guardian = Person(name=found.guardian, address=found.person.address, phone=found.person.phone)
    return Prefill(
        origin=f"{ROOM}:{id_}",
        procedure=_procedure(room, [each.lack.key for each in now.lacks if each.state is LackState.OPEN], today),
        applicant=(guardian if found.guardian else None) if child else found.person,
        subject=found.person if child else None,
        note=found.note,
        channel="mobile" if _is_out(room, now.line, today) else None,
    )


def _is_out(room: MobileSessions, line: Line, today: date) -> bool:
    db = room.journal.reading()
    if queries.stint_of(db, room.journal.desk_id) is not None:
        return True
    asked = {visit.session for visit in line.visits}
    return any(
        each.id in asked and each.state != State.CANCELLED for each in queries.sessions_between(db, today, today)
    )


def is_child(person: Person, today: date) -> bool:
    """Tell whether somebody is under eighteen; who has no birth on the list is taken for a grown-up."""
    if not person.birth_on:
        return False
    years = today.year - int(person.birth_on[:4])
    return years < _GROWN_UP or (years == _GROWN_UP and f"{today:%m-%d}" < person.birth_on[5:])


def _procedure(room: MobileSessions, lacks: list[str], today: date) -> str:
    book = room.catalogue.present()
    codes = (code for key in lacks for code in paper_of(key).procedures)
    return next((code for code in codes if book.find(code, today) is not None), "")
