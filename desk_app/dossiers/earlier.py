"""What a person has had at the desk before, and whether a request is made, or a form entered, twice."""

from collections.abc import Iterable

from desk_app.dossiers.person import Person
from desk_app.dossiers.status import OPEN, Status
from desk_app.dossiers.tables import queries, sent_back
from desk_app.dossiers.tables.queries import Listed
from desk_app.dossiers.tables.sent_back import AskedFor
from desk_app.kernel.phones import domestic
from desk_app.kernel.texts import folded, lowered, one_line
from desk_app.storage.engine import Database

_MOST = 50


def earlier_dossiers(db: Database, person: Person) -> tuple[Listed, ...]:
    """Return a person's dossiers, newest first.

    The identity number tells; without one, the whole name together with the birth date or the telephone number.
    """
    if person.id_number:
        return tuple(queries.of_person(db, person.id_number, _MOST))
    named = queries.by_whole_name(db, folded(person.name), _MOST)
    return tuple(each for each in named if lowered(each.name) == lowered(person.name) and _agrees(each, person))


def open_alike(dossiers: Iterable[Listed], procedure: str, subject: str = "", *, but: str = "") -> tuple[Listed, ...]:
    """Return those of ``dossiers`` that ask for the same procedure for the same subject and are not settled yet.

    ``but`` is the id of a dossier to leave out.
    """
    return tuple(
        each
        for each in dossiers
        if each.id != but
        and each.procedure == procedure
        and Status(each.status) in OPEN
        and lowered(each.subject_name) == lowered(subject)
    )


def entered_from(db: Database, paper_number: str, *, but: str = "") -> tuple[Listed, ...]:
    """Return the dossiers entered from the handwritten form of this number, newest first: a form is entered once.

    ``but`` is the id of a dossier to leave out.
    """
    number = one_line(paper_number)
    return tuple(each for each in queries.of_paper_number(db, number, _MOST) if each.id != but) if number else ()


def open_requests(db: Database, person: Person, dossiers: Iterable[Listed]) -> tuple[AskedFor, ...]:
    """Return the requests to complete a dossier that a person has not answered, newest first.

    ``dossiers`` are the person's own: one of the same procedure and subject, received since, is the answer.
    """
    if person.id_number:
        asked = sent_back.of_number(db, person.id_number, _MOST)
    else:
        named = sent_back.of_whole_name(db, folded(person.name), _MOST)
        asked = [each for each in named if lowered(each.name) == lowered(person.name) and _agrees(each, person)]
    since = {(each.procedure, lowered(each.subject_name), each.received_at) for each in dossiers}
    return tuple(each for each in asked if not any(_answers(each, *dossier) for dossier in since))


def open_request(db: Database, person: Person, procedure: str, subject: str = "") -> AskedFor | None:
    """Return the newest unanswered request to this person for this procedure and subject, None without one."""
    found = open_requests(db, person, earlier_dossiers(db, person))
    return next(
        (each for each in found if each.procedure == procedure and lowered(each.subject_name) == lowered(subject)), None
    )


def _answers(asked: AskedFor, procedure: str, subject: str, received_at: str) -> bool:
    alike = procedure == asked.procedure and subject == lowered(asked.subject_name)
    return alike and received_at >= asked.asked_at


def _agrees(listed: Listed | AskedFor, person: Person) -> bool:
    same_birth = bool(person.birth_on) and listed.birth_on == person.birth_on
    return same_birth or (bool(person.phone) and domestic(listed.phone) == domestic(person.phone))
