"""What can be read of the writing table: one's own cases of today for a helper, all of them for the office."""

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier
from desk_app.dossiers.commands import dossier_in, id_of
from desk_app.dossiers.person import Person
from desk_app.dossiers.prefill import Prefill
from desk_app.kernel.errors import NotFound
from desk_app.writing.case import Case
from desk_app.writing.filled import Known, known_of_person
from desk_app.writing.room import WritingTable
from desk_app.writing.shelf import shelf
from desk_app.writing.sitting import WRITE, sitting_of_case
from desk_app.writing.tables import queries
from desk_app.writing.tables.queries import Wanted, origin_of
from desk_app.writing.who import person_of

READ = "writing.read"
VIEW_DOSSIER = "dossiers.view"


def own_cases_today(room: WritingTable, *, by: str) -> tuple[Case, ...]:
    """Return what one helper wrote down today, newest first; nobody else's, no other day's."""
    _require(room, by, WRITE)
    today = room.journal.time.now().date()
    return queries.cases_between(room.journal.reading(), Wanted(first_on=today, last_on=today, helper=by))


def list_cases(room: WritingTable, *, by: str, wanted: Wanted) -> tuple[Case, ...]:
    """Return the office's cases, newest first; raise ``NotAllowed`` for a helper."""
    _require(room, by, READ)
    return queries.cases_between(room.journal.reading(), wanted)


def get_case(room: WritingTable, id_: str) -> Case:
    """Return a case; raise ``NotFound``. Whoever calls asks for the permission."""
    found = queries.find_case(room.journal.reading(), id_)
    if found is None:
        raise NotFound("writing.no_case", "Không có lượt viết này.", "Xem lại danh sách.")
    return found


def known_of_dossier(room: WritingTable, *, by: str, code: str, command_id: str) -> tuple[Person, tuple[Known, ...]]:
    """Return the applicant of an earlier dossier and what forms may take from it; the look-up is logged.

    Raises ``NotAllowed`` for a helper: only who may view dossiers, ``NotFound`` for an unknown code.
    """
    _require(room, by, VIEW_DOSSIER)
    dossier = dossier_in(room.dossiers, room.journal.reading(), id_of(room.dossiers, code))
    look_up_logged(
        room.accounts,
        by=by,
        about=about_dossier(dossier.id),
        how="search",
        reason="Lấy thông tin điền tờ khai",
        command_id=command_id,
    )
    registered = dossier.registered
    subject = known_of_person(registered.subject, "subject") if registered.subject else ()
    return registered.applicant, (*known_of_person(registered.applicant), *subject)


def prefill_of(room: WritingTable, id_: str) -> Prefill:
    """Return how a registration begins that comes from a case, or from a sitting that is not written down yet.

    While the sitting is kept the whole person is known, afterwards the name alone. Raises ``NotFound`` for neither.
    """
    sitting, forms = sitting_of_case(room, id_), shelf(room).on(room.journal.time.now().date())
    if sitting is not None:
        return Prefill(
            origin=origin_of(id_),
            procedure=_procedure(room, sitting.printed or tuple(each.form for each in sitting.forms)),
            applicant=person_of(sitting, forms),
        )
    case = get_case(room, id_)
    applicant = Person(name=case.person) if case.person else None
    return Prefill(origin=origin_of(id_), procedure=_procedure(room, case.forms), applicant=applicant)


def _procedure(room: WritingTable, keys: tuple[str, ...]) -> str:
    """Return the first procedure of the forms that this office offers today; empty where none does."""
    today = room.journal.time.now().date()
    forms = {form.key: form for form in shelf(room).on(today)}
    offered = {each.code for each in room.catalogue.book.get(room.journal.reading()).current(today)}
    codes = [code for key in keys if key in forms for code in forms[key].procedures]
    return next((code for code in codes if code in offered), "")


def _require(room: WritingTable, by: str, permission: str) -> None:
    require_allowed(room.accounts.present_book(), by, permission, room.journal.time.now().date())
