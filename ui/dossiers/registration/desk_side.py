"""What the registration page asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass
from datetime import timedelta

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_person
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.drafts import drop_draft, keep_draft, kept_draft
from desk_app.dossiers.earlier import earlier_dossiers
from desk_app.dossiers.form import Form
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.scan import Scanned, scanned
from desk_app.dossiers.tables import queries
from desk_app.journal import tables as journal_tables
from desk_app.kernel.time_source import spoken_day
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.tables import list_jobs, list_papers
from desk_app.working_time.calendar import WEEKDAYS
from ui.dossiers.registration.state import Counter, KnownPerson
from ui.dossiers.registration.typed import DRAFT, Typed
from ui.widgets.job_words import JobWords, job_words

_USED_DAYS = 90


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A dossier as the page shows it right after saving; ``repeated`` says that it had been saved before."""

    id: str
    code: str
    name: str
    procedure: str
    due: str
    repeated: bool


def counter_of(desk: Desk) -> Counter:
    """Return what the counter works with now."""
    db = desk.journal.reading()
    today = desk.journal.time.now().date()
    return Counter(
        procedures=desk.catalogue.book.get(db).current(today),
        used=queries.procedures_used(db, (today - timedelta(days=_USED_DAYS)).isoformat()),
        calendar=desk.working_time.calendar.get(db),
        readings=tuple(desk.working_time.readings.get(db)),
    )


def restored(desk: Desk, account: str) -> Typed | None:
    """Return the half-typed form of one person; None when there is none, or it was saved before the program ended."""
    draft = kept_draft(desk.dossiers, account=account, form=DRAFT, kind=Typed)
    if draft is None or journal_tables.of_command(desk.journal.reading(), draft.command_id):
        return None
    return draft


def keep(desk: Desk, account: str, typed: Typed) -> None:
    """Put the half-typed form into safety."""
    keep_draft(desk.dossiers, account=account, form=DRAFT, draft=typed)


def drop(desk: Desk, account: str) -> None:
    """Forget the half-typed form."""
    drop_draft(desk.dossiers, account=account, form=DRAFT)


def save(desk: Desk, account: str, form: Form, command_id: str) -> Saved:
    """Register the dossier, queue its receipt, forget the draft."""
    written = register(desk.dossiers, by=account, form=form, command_id=command_id)
    drop(desk, account)
    dossier = dossier_in(desk.dossiers, desk.journal.reading(), written.subject)
    fact = dossier.registered
    return Saved(
        id=dossier.id,
        code=fact.code,
        name=fact.applicant.name,
        procedure=fact.procedure_name,
        due=f"{fact.due_at:%H:%M}, {WEEKDAYS[fact.due_on.weekday()].lower()} {spoken_day(fact.due_on)}",
        repeated=written.repeated,
    )


def printed(desk: Desk, dossier: str) -> JobWords | None:
    """Return how the newest print job of a dossier stands, None when there is none."""
    db = desk.journal.reading()
    papers = {paper.id for paper in list_papers(db, dossier)}
    newest = max((job for job in list_jobs(db) if job.paper_id in papers), key=lambda job: job.id, default=None)
    return None if newest is None else job_words(newest)


def known(desk: Desk, person: Person) -> KnownPerson:
    """Return what earlier dossiers say of a person."""
    db = desk.journal.reading()
    found = earlier_dossiers(db, person)
    # Only an identity number is sure enough to fill a form from what is known.
    sure = bool(person.id_number and found)
    applicant = dossier_in(desk.dossiers, db, found[0].id).registered.applicant if sure else None
    return KnownPerson(person=applicant, dossiers=found)


def log_look_up(desk: Desk, account: str, id_number: str) -> None:
    """Enter in the access log that a form was filled from what is known of a person."""
    look_up_logged(
        desk.accounts, by=account, about=about_person(id_number), how="search", command_id=desk.journal.new_id()
    )


def read_scan(desk: Desk, text: str) -> Scanned:
    """Return what a scanned text is."""
    return scanned(text, get_secret(desk.journal.reading(), RECEIPT_KEY))
