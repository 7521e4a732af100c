"""Which open dossiers would be due on another date if they were counted by another calendar."""

from datetime import datetime

from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.plan import Plan, planned
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


def moved_dates(desk: Desk, calendar: Calendar) -> tuple[MovedDate, ...]:
    """Return the open dossiers whose date ``calendar`` would move, the earliest promised first."""
    db = desk.journal.reading()
    found: list[MovedDate] = []
    for listed in queries.due_between(db, tuple(OPEN), _FIRST, _LAST, _MOST):
        fact = dossier_in(desk.dossiers, db, listed.id).registered
        plan = _counted_again(desk, fact, calendar)
        if plan is not None and plan.due_at != fact.due_at:
            found.append(MovedDate(code=fact.code, due_at=fact.due_at, would_be_due_at=plan.due_at))
    return tuple(found)


def _counted_again(desk: Desk, fact: Registered, calendar: Calendar) -> Plan | None:
    """Return the plan as ``calendar`` makes it; None where a person, not the calendar, set the date."""
    procedure = desk.catalogue.present().find_version(fact.procedure, fact.procedure_from)
    if procedure is None or (procedure.hours is None and procedure.half_days is None):
        return None
    readings = desk.working_time.present_readings()
    plans = (planned(procedure, fact.received_at, calendar, readings, extended=longer) for longer in (False, True))
    # The words of the term say whether the longer one was granted; they do not depend on the calendar.
    return next((plan for plan in plans if plan.term == fact.term), None)
