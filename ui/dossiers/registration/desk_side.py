"""What the registration page asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_person
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.earlier import earlier_dossiers, entered_from, open_requests
from desk_app.dossiers.form import Form
from desk_app.dossiers.on_the_spot import register_on_the_spot
from desk_app.dossiers.on_the_spot_rules import is_settle_day
from desk_app.dossiers.person import Person
from desk_app.dossiers.plan import planned
from desk_app.dossiers.register import register
from desk_app.dossiers.scan import Scanned
from desk_app.dossiers.sent_back import SendBack, request_in, send_back
from desk_app.dossiers.tables import queries
from desk_app.kernel.errors import DeskError
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.printing.tables import list_jobs, list_papers
from desk_app.tickets.calling import ticket
from desk_app.tickets.commands import link_dossier
from desk_app.working_time.calendar import WEEKDAYS
from ui.dossiers.registration import half_typed
from ui.dossiers.registration.known import KnownPerson, Request
from ui.dossiers.registration.state import Counter
from ui.shell.scanning.desk_side import scanned_here
from ui.widgets.job_words import JobWords, job_words
from ui.widgets.why_lines import WhyLine, why_lines

_USED_DAYS = 90


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A visit as the page shows it right after saving; ``repeated`` says that it had been saved before.

    A dossier has its ``code``, its ``due`` moment in words and ``why``; a visit that was sent back has what is ``missing``.
    ``trouble`` is what went wrong besides; the visit is saved all the same. ``on_the_spot``: the citizen waits for the result.
    """

    id: str
    name: str
    procedure: str
    repeated: bool
    code: str = ""
    due: str = ""
    why: tuple[WhyLine, ...] = ()
    missing: tuple[str, ...] = ()
    trouble: str = ""
    on_the_spot: bool = False

    @property
    def is_dossier(self) -> bool:
        """Tell whether the visit became a dossier."""
        return bool(self.code)


def counter_of(desk: Desk, before: Counter | None) -> Counter:
    """Return what the counter works with now; how often procedures are used is counted once a day."""
    db = desk.journal.reading()
    today = desk.journal.time.now().date()
    if before is not None and before.used_on == today:
        used = before.used
    else:
        used = queries.procedures_used(db, (today - timedelta(days=_USED_DAYS)).isoformat(), desk.journal.desk_id)
    return Counter(
        procedures=desk.catalogue.book.get(db).current(today),
        used=used,
        used_on=today,
        calendar=desk.working_time.calendar.get(db),
        readings=tuple(desk.working_time.readings.get(db)),
        settle_day=is_settle_day(desk.office.book.get(db), today),
    )


def save(
    desk: Desk, account: str, form: Form, command_id: str, ticket: str = "", *, on_the_spot: bool = False
) -> Saved:
    """Register the dossier, queue its receipt, forget the draft; write it down at the queue ticket it came by.

    ``on_the_spot``: the citizen waits for the result, and no receipt is printed.
    """
    enter = register_on_the_spot if on_the_spot else register
    written = enter(desk.dossiers, by=account, form=form, command_id=command_id)
    half_typed.drop(desk, account)
    dossier = dossier_in(desk.dossiers, desk.journal.reading(), written.subject)
    fact = dossier.registered
    due_day = f"{_(WEEKDAYS[fact.due_on.weekday()]).lower()} {spoken_day(fact.due_on)}"
    return Saved(
        id=dossier.id,
        code=fact.code,
        name=fact.applicant.name,
        procedure=fact.procedure_name,
        due=f"{fact.due_at:%H:%M}, {due_day}",
        why=_why(desk, form, fact.received_at),
        repeated=written.repeated,
        on_the_spot=dossier.on_the_spot is not None,
        trouble=_linked(desk, account, ticket, dossier.id) if ticket else "",
    )


def save_sent_back(desk: Desk, account: str, request: SendBack, command_id: str) -> Saved:
    """Record that the visit was sent back, queue its slip, forget the draft."""
    written = send_back(desk.dossiers, by=account, request=request, command_id=command_id)
    half_typed.drop(desk, account)
    fact = request_in(desk.dossiers, desk.journal.reading(), written.subject)
    return Saved(
        id=written.subject,
        name=fact.applicant.name,
        procedure=fact.procedure_name,
        missing=fact.missing,
        repeated=written.repeated,
    )


def printed(desk: Desk, subject: str) -> JobWords | None:
    """Return how the newest print job about a subject stands, None when there is none."""
    db = desk.journal.reading()
    papers = {paper.id for paper in list_papers(db, subject)}
    newest = max((job for job in list_jobs(db) if job.paper_id in papers), key=lambda job: job.id, default=None)
    return None if newest is None else job_words(newest)


def known(desk: Desk, person: Person, paper_number: str) -> KnownPerson:
    """Return what earlier visits say of a person, and of the handwritten form the visit is entered from."""
    db = desk.journal.reading()
    found = earlier_dossiers(db, person)
    asked = tuple(
        Request(id=each.id, fact=request_in(desk.dossiers, db, each.id)) for each in open_requests(db, person, found)
    )
    # Only an identity number is sure enough to fill a form from what is known.
    applicant = None
    if person.id_number and found:
        applicant = dossier_in(desk.dossiers, db, found[0].id).registered.applicant
    same_paper = entered_from(db, paper_number)
    return KnownPerson(person=applicant, dossiers=found, requests=asked, same_paper=same_paper)


def request(desk: Desk, id_: str) -> Request:
    """Return one request to complete a dossier; raise ``NotFound`` when there is none."""
    return Request(id=id_, fact=request_in(desk.dossiers, desk.journal.reading(), id_))


def log_look_up(desk: Desk, account: str, id_number: str) -> None:
    """Enter in the access log that a form was filled from what is known of a person."""
    look_up_logged(
        desk.accounts, by=account, about=about_person(id_number), how="search", command_id=desk.journal.new_id()
    )


def read_scan(desk: Desk, text: str) -> Scanned:
    """Return what a text from this desk's scanner is."""
    return scanned_here(desk, text)


def ticket_number(desk: Desk, id_: str) -> str:
    """Return a queue ticket's number, as in ``A012``; raise ``NotFound`` when there is none."""
    return ticket(desk.tickets, id_).text


def _linked(desk: Desk, account: str, ticket_id: str, dossier: str) -> str:
    """Write the dossier down at its ticket; return what kept it from that, empty when nothing did."""
    command_id = command_id_of(f"{ticket_id}/{dossier}")
    try:
        link_dossier(desk.tickets, by=account, ticket=ticket_id, dossier=dossier, command_id=command_id)
    except DeskError as error:
        return f"{error.message} {error.hint}".strip()
    return ""


def _why(desk: Desk, form: Form, received_at: datetime) -> tuple[WhyLine, ...]:
    """Return the way to the due date; nothing where it cannot be walked again."""
    db = desk.journal.reading()
    try:
        plan = planned(
            desk.catalogue.book.get(db).procedure_on(form.procedure, received_at.date()),
            received_at,
            desk.working_time.calendar.get(db),
            desk.working_time.readings.get(db),
            extended=form.extended,
            promised_at=form.promised_at,
        )
    except DeskError:
        return ()
    return why_lines(plan.why)
