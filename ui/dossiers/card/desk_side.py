"""What the card asks of the desk; every function runs on a job's thread."""

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier
from desk_app.catalogue.procedure import Procedure
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.history import history_lines
from desk_app.dossiers.plan import Plan, planned
from desk_app.printing.tables import list_jobs, list_papers
from ui.dossiers.card.state import Seen

VIEW = "dossiers.view"


def seen(desk: Desk, by: str, dossier: str) -> Seen:
    """Return everything the card shows; raises ``NotAllowed`` for somebody who may not see it."""
    desk.require(by, VIEW)
    db = desk.journal.reading()
    state = dossier_in(desk.dossiers, db, dossier)
    papers = list_papers(db, dossier)
    ids = {paper.id for paper in papers}
    plan = _planned_again(desk, state.registered)
    return Seen(
        dossier=state,
        history=history_lines(desk.dossiers, dossier),
        papers=papers,
        jobs=tuple(job for job in list_jobs(db) if job.paper_id in ids),
        why=plan.why if plan is not None else (),
        why_differs=plan is not None and plan.due_at != state.registered.due_at,
        now=desk.journal.time.now(),
    )


def log_opening(desk: Desk, by: str, dossier: str) -> None:
    """Enter in the access log that this person's card was opened."""
    look_up_logged(desk.accounts, by=by, about=about_dossier(dossier), how="card", command_id=desk.journal.new_id())


def _planned_again(desk: Desk, fact: Registered) -> Plan | None:
    """Return the way to the promised date, counted again as then; a calendar changed since may lead elsewhere."""
    db = desk.journal.reading()
    procedure = desk.catalogue.book.get(db).find_version(fact.procedure, fact.procedure_from)
    if procedure is None:
        return None
    terms = (False, True) if procedure.extension_half_days and not procedure.is_linked else (False,)
    plans = [_plan(desk, fact, procedure, extended=extended) for extended in terms]
    return next((plan for plan in plans if plan.due_at == fact.due_at), plans[0])


def _plan(desk: Desk, fact: Registered, procedure: Procedure, *, extended: bool) -> Plan:
    db = desk.journal.reading()
    stated = procedure.hours is not None or procedure.half_days is not None
    return planned(
        procedure,
        fact.received_at,
        desk.working_time.calendar.get(db),
        desk.working_time.readings.get(db),
        extended=extended,
        promised_at=None if stated else fact.due_at,
    )
