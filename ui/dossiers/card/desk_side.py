"""What the card asks of the desk; every function runs on a job's thread."""

from collections.abc import Sequence
from datetime import datetime

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier
from desk_app.accounts.rules import allows
from desk_app.catalogue.procedure import Procedure
from desk_app.desk import Desk
from desk_app.dossiers.commands import STEP, dossier_in
from desk_app.dossiers.correction import Correction, correct, planned_correction
from desk_app.dossiers.correction_checks import Wanted
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.life.dates import counted
from desk_app.dossiers.plan import Plan, planned
from desk_app.dossiers.received_under import received_under
from desk_app.fees.history import whole_history
from desk_app.journal.write_door import Written
from desk_app.kernel.texts import collation_key
from desk_app.printing.tables import list_papers
from desk_app.printing.tables.jobs import jobs_of_paper
from desk_app.working_time.marks import half_days_between
from desk_app.working_time.reading import reading_on
from ui.dossiers.card.prints import Sheet, sheets_of
from ui.dossiers.card.state import LegTime, Seen

VIEW = "dossiers.view"
_RECEIPT = "receipt"


def seen(desk: Desk, by: str, dossier: str) -> Seen:
    """Return everything the card shows; raises ``NotAllowed`` for somebody who may not see it."""
    desk.require(by, VIEW)
    db, now = desk.journal.reading(), desk.journal.time.now()
    state = dossier_in(desk.dossiers, db, dossier)
    names = {account.id: account.name for account in desk.accounts.present_book().accounts}
    plan = _planned_again(desk, state)
    return Seen(
        dossier=state,
        history=whole_history(desk.fees, dossier),
        sheets=_sheets(desk, state, names),
        why=plan.why if plan is not None else (),
        why_differs=plan is not None and plan.due_at != state.registered.due_at,
        times=_times(desk, state, now),
        officer=names.get(state.officer, ""),
        moved_by=names.get(state.moved_due.by, "") if state.moved_due is not None else "",
        now=now,
        colleagues=_colleagues(desk, now),
        holder=names.get(state.holder, ""),
    )


def log_opening(desk: Desk, by: str, dossier: str) -> None:
    """Enter in the access log that this person's card was opened."""
    look_up_logged(desk.accounts, by=by, about=about_dossier(dossier), how="card", command_id=desk.journal.new_id())


def procedures(desk: Desk, on: datetime) -> tuple[tuple[str, str], ...]:
    """Return code and name of every procedure that a dossier received then may be about."""
    return tuple((each.code, each.name) for each in desk.catalogue.present().current(on.date()))


def preview(desk: Desk, dossier: str, wanted: Sequence[Wanted]) -> Correction:
    """Return what a correction would change; raises what carrying it out would raise."""
    db, now = desk.journal.reading(), desk.journal.time.now()
    return planned_correction(desk.dossiers, db, dossier_in(desk.dossiers, db, dossier), wanted, now)


def put_right(
    desk: Desk, by: str, dossier: str, wanted: Sequence[Wanted], *, reason: str, reissue: bool, command_id: str
) -> Written:
    """Carry a correction out."""
    return correct(
        desk.dossiers, by=by, dossier=dossier, wanted=wanted, reason=reason, reissue=reissue, command_id=command_id
    )


def _sheets(desk: Desk, dossier: Dossier, names: dict[str, str]) -> tuple[Sheet, ...]:
    db = desk.journal.reading()
    papers = list_papers(db, dossier.id)
    newest = next((paper.id for paper in reversed(papers) if paper.kind == _RECEIPT), "")
    found: list[Sheet] = []
    for paper in sorted(papers, key=lambda each: each.kind != _RECEIPT):
        replaced = paper.kind == _RECEIPT and paper.id != newest
        history = desk.journal.history(paper.id)
        found += sheets_of(paper, history, jobs_of_paper(db, paper.id), names, replaced=replaced)
    # What the citizen holds now stands first: a copy is made of that unless another one is chosen.
    return tuple(sorted(found, key=lambda sheet: sheet.replaced))


def _times(desk: Desk, dossier: Dossier, now: datetime) -> tuple[LegTime, ...]:
    """Return how many half-days each open part has left."""
    calendar = desk.working_time.present_calendar()
    hours = reading_on(desk.working_time.present_readings(), dossier.registered.received_at.date()).hours
    return tuple(
        LegTime(
            left=half_days_between(now, leg.due_at, calendar, hours),
            over=half_days_between(leg.due_at, now, calendar, hours),
        )
        for leg in dossier.legs
    )


def _colleagues(desk: Desk, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return who may be given a dossier."""
    found = (each for each in desk.accounts.present_book().accounts if allows(each, STEP, now.date()))
    return tuple(sorted(((each.id, each.name) for each in found), key=lambda one: collation_key(one[1])))


def _planned_again(desk: Desk, dossier: Dossier) -> Plan | None:
    """Return the way to the promised date, counted again as then; a calendar changed since may lead elsewhere."""
    db, fact = desk.journal.reading(), dossier.registered
    if dossier.story.waits:
        return counted(desk.dossiers, db, fact, dossier.story.waits)
    procedure = received_under(desk.dossiers, db, fact)
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
