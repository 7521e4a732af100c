"""What the morning page asks of the desk, on a reader's thread."""

from collections.abc import Sequence
from datetime import datetime

from desk_app.accounts.rules import allows
from desk_app.desk import Desk
from desk_app.dossiers.listing.asked import wanted_of
from desk_app.dossiers.listing.figures import figures_of
from desk_app.dossiers.listing.pages import asker_of, page_of
from desk_app.dossiers.listing.shipped import SHIPPED
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.listing import ListRow
from desk_app.kernel.time_source import moment
from desk_app.printing.tables import count_open_jobs
from desk_app.tickets.calling import waiting
from ui.home.reminders import reminders_of
from ui.home.safety import safety_of
from ui.home.state import Line, Morning, Papers, kept_of, stuck_of, tiles_of
from ui.widgets.status_words import status_words

_ON_THEIR_WAY = ("waiting", "printing")
_MOST_LINES = 30
"""Of each urgent list so many are shown; its figure opens the rest."""


def morning(desk: Desk, by: str) -> Morning:
    """Return the figures of the day; raises ``NotAllowed`` for somebody who may not search."""
    desk.require(by, "dossiers.find")
    now, asker = desk.journal.time.now(), asker_of(desk.dossiers, by)
    figures = figures_of(desk.dossiers, asker)
    urgent = [
        row
        for name in ("overdue", "today")
        for row in page_of(desk.dossiers, wanted_of(SHIPPED[name]), asker, limit=_MOST_LINES)
    ]
    return Morning(
        tiles=tiles_of(figures, _papers(desk), _tickets(desk, by)),
        lines=_lines(desk, urgent, now),
        stuck=stuck_of(figures.stuck),
        kept=kept_of(safety_of(desk), now),
        reminders=reminders_of(desk, desk.accounts.present_book().get(by), figures, now),
        is_new=figures.is_new,
    )


def _papers(desk: Desk) -> Papers:
    jobs = count_open_jobs(desk.journal.reading())
    waiting_jobs = sum(count for state, count in jobs.items() if state in _ON_THEIR_WAY)
    return Papers(waiting=waiting_jobs, failed=sum(jobs.values()) - waiting_jobs)


def _tickets(desk: Desk, by: str) -> int | None:
    account = desk.accounts.present_book().get(by)
    if not allows(account, "tickets.read", desk.journal.time.now().date()):
        return None
    return waiting(desk.tickets).count


def _lines(desk: Desk, rows: Sequence[ListRow], now: datetime) -> tuple[Line, ...]:
    offices = desk.catalogue.present_of_offices()
    return tuple(
        Line(
            id=row.id,
            code=tail(row.code),
            name=row.name,
            procedure=offices.name_of(row.procedure, row.code),
            where=row.agency,
            due=f"{moment(row.due_at):%H:%M %d/%m}",
            status=status_words(Status(row.status), moment(row.due_at), now),
        )
        for row in rows
    )
