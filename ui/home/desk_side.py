"""What the morning page asks of the desk, on a reader's thread."""

from datetime import datetime, time, timedelta

from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.status import OPEN, Status
from desk_app.dossiers.tables import queries
from desk_app.dossiers.tables.queries import Listed
from desk_app.printing.tables import list_jobs
from ui.home.state import Counts, Line, Morning, morning_of
from ui.widgets.status_words import status_words

_BEING_SOLVED = tuple(str(status) for status in OPEN - {Status.SUPPLEMENT_REQUESTED})
_LONG_AGO = timedelta(days=3650)
_DAY = timedelta(days=1)
_MOST = 1_000
_MOST_LINES = 50


def morning(desk: Desk, by: str) -> Morning:
    """Return the figures of the day; raises ``NotAllowed`` for somebody who may not search."""
    desk.require(by, "dossiers.find")
    db, now = desk.journal.reading(), desk.journal.time.now()
    today = datetime.combine(now.date(), time(), now.tzinfo)
    following = desk.working_time.calendar.get(db).working_day_after(now.date())
    next_day = datetime.combine(following, time(), now.tzinfo)
    late = queries.due_between(db, _BEING_SOLVED, now - _LONG_AGO, today, _MOST)
    due_today = queries.due_between(db, _BEING_SOLVED, today, today + _DAY, _MOST)
    counts = Counts(
        late=len(late),
        today=len(due_today),
        tomorrow=len(queries.due_between(db, _BEING_SOLVED, next_day, next_day + _DAY, _MOST)),
        waiting=queries.count_by_status(db).get(str(Status.SETTLED), 0),
        papers=sum(job.state not in ("confirmed", "cancelled") for job in list_jobs(db)),
    )
    return morning_of(counts, [_line(desk, each, now) for each in (*late, *due_today)[:_MOST_LINES]])


def _line(desk: Desk, each: Listed, now: datetime) -> Line:
    dossier = dossier_in(desk.dossiers, desk.journal.reading(), each.id)
    due_at = dossier.registered.due_at
    return Line(
        id=each.id,
        code=tail(each.code),
        name=each.name,
        procedure=dossier.registered.procedure_name,
        where=dossier.open_legs[0].plan.agency if dossier.open_legs else "",
        due=f"{due_at:%H:%M %d/%m}",
        status=status_words(Status(each.status), due_at, now),
    )
