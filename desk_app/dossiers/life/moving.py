"""What every move shares: reading the dossier inside the write, asking its state, printing its paper."""

from collections.abc import Callable
from datetime import datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.papers.kinds import life_paper
from desk_app.dossiers.life.papers.maker import Maker
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import require
from desk_app.journal.write_door import Writing, Written
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database
from desk_app.working_time.half_days import OfficeHours
from desk_app.working_time.marks import is_late
from desk_app.working_time.reading import reading_on

Decide = Callable[[Writing, Dossier], None]


def moved(
    room: Dossiers, *, actor: str, permission: str, move: str, dossier: str, command_id: str, decide: Decide
) -> Written:
    """Carry out a move that the dossier's state allows, for ``actor``; raise ``Refused`` where it does not."""

    def within(writing: Writing) -> None:
        now = dossier_in(room, writing.db, dossier)
        require(now.status, move, now.code)
        decide(writing, now)

    return room.journal.write(by=actor, permission=permission, command_id=command_id, decide=within)


def print_paper(room: Dossiers, writing: Writing, kind: str, dossier: str, printer: str | None = None) -> None:
    """Issue and queue the paper of a move that was just written."""
    now = dossier_in(room, writing.db, dossier)
    issue(writing, room.printing, life_paper(kind, now, maker_of(room, writing)), about=dossier, printer=printer)


def maker_of(room: Dossiers, writing: Writing) -> Maker:
    """Return who makes papers out in this write, and for which office."""
    office, book = room.office.book.get(writing.db), room.accounts.book.get(writing.db)
    return Maker(
        agency=office.get_agency(),
        officer=book.get(writing.by).name,
        words=office.words_on(writing.now.date()),
        names={account.id: account.name for account in book.accounts},
        now=writing.now,
    )


def procedure_of(room: Dossiers, db: Database, dossier: Dossier) -> Procedure | None:
    """Return the version of the procedure that holds for the dossier, None where this desk does not know it."""
    return received_under(room, db, dossier.registered)


def is_past_due(room: Dossiers, db: Database, dossier: Dossier, now: datetime) -> bool:
    """Tell whether the promised date, or moment for a term in hours, has passed."""
    procedure = procedure_of(room, db, dossier)
    in_hours = procedure is not None and procedure.hours is not None
    return is_late(dossier.registered.due_at, now, in_hours=in_hours)


def hours_of(room: Dossiers, db: Database, at: datetime) -> OfficeHours:
    """Return the office hours in force on a day."""
    return reading_on(room.working_time.readings.get(db), at.date()).hours
