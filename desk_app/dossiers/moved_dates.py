"""Which open dossiers would be due on another date if they were counted by another calendar."""

from collections.abc import Sequence
from datetime import datetime

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.life.dates import recounted
from desk_app.dossiers.life.story import Wait
from desk_app.dossiers.plan import Plan
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import OPEN
from desk_app.dossiers.tables import queries
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar

_FIRST = datetime(1900, 1, 1, tzinfo=VIETNAM)
_LAST = datetime(9999, 12, 31, tzinfo=VIETNAM)
_MOST = 100_000


class MovedDate(Record):
    """An open dossier, the date promised, and the date it would have under the other calendar."""

    code: str
    due_at: datetime
    would_be_due_at: datetime


def moved_dates(room: Dossiers, calendar: Calendar) -> tuple[MovedDate, ...]:
    """Return the open dossiers whose date ``calendar`` would move, the earliest promised first."""
    db = room.journal.reading()
    found: list[MovedDate] = []
    for listed in queries.due_between(db, tuple(OPEN), _FIRST, _LAST, _MOST):
        dossier = dossier_in(room, db, listed.id)
        fact = dossier.registered
        plan = _counted_again(room, fact, dossier.story.waits, calendar) if dossier.moved_due is None else None
        if plan is not None and plan.due_at != fact.due_at:
            found.append(MovedDate(code=fact.code, due_at=fact.due_at, would_be_due_at=plan.due_at))
    return tuple(found)


def _counted_again(room: Dossiers, fact: Registered, waits: Sequence[Wait], calendar: Calendar) -> Plan | None:
    """Return the plan as ``calendar`` makes it; None where a person, not the calendar, set the date."""
    procedure = received_under(room, room.journal.reading(), fact)
    if procedure is None or not procedure.states_term:
        return None
    readings = room.working_time.present_readings()
    return recounted(procedure, fact, waits, calendar, readings)
