"""The form filled from what is known: an identity card, an earlier dossier, an earlier request for papers."""

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.identity_card import IdentityCard
from desk_app.dossiers.person import Person
from desk_app.dossiers.prefill import Prefill
from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.kernel.records import changed
from desk_app.kernel.texts import lowered
from desk_app.kernel.time_source import VIETNAM, spoken_day
from ui.dossiers.registration import typed as forms
from ui.dossiers.registration.spelling import shown_day
from ui.dossiers.registration.typed import Typed, TypedPaper


def with_card(typed: Typed, card: IdentityCard) -> Typed:
    """Return the form with what an identity card says; what it does not say stays.

    A name and an address that lost their marks are not taken over: the form only remembers what the card said.
    """
    person = card.person
    sure = card.name_is_sure
    return changed(
        typed,
        name=person.name if sure else typed.name,
        id_number=person.id_number,
        birth=shown_day(person.birth_on) or typed.birth,
        sex=person.sex or typed.sex,
        address=(person.address if sure else "") or typed.address,
        card_name="" if sure else person.name,
        card_address="" if sure else person.address,
    )


def with_authorised_card(typed: Typed, card: IdentityCard) -> Typed:
    """Return the form with a card's person as the one who acts for the applicant."""
    name = card.person.name if card.name_is_sure else typed.authorised
    return changed(typed, authorised=name, authorised_number=card.person.id_number)


def with_person(typed: Typed, person: Person) -> Typed:
    """Return the form with its empty fields filled from what an earlier dossier knew of the same person."""
    return changed(
        typed,
        name=typed.name or person.name,
        id_number=typed.id_number or person.id_number,
        birth=typed.birth or shown_day(person.birth_on),
        sex=typed.sex or person.sex,
        phone=typed.phone or person.phone,
        email=typed.email or person.email,
        address=typed.address or person.address,
    )


def with_request(typed: Typed, request: SentBack, id_: str, procedure: Procedure | None) -> Typed:
    """Return the form as it stood when the person was sent back: papers that were there are ticked, the others are not.

    Nothing is taken for missing yet: the person has come to bring it. Without ``procedure`` (it is no longer published)
    only the people are filled in.
    """
    filled = with_person(typed, request.applicant)
    filled = changed(
        filled,
        subject=filled.subject or (request.subject.name if request.subject else ""),
        authorised=filled.authorised or (request.authorised.name if request.authorised else ""),
        channel=request.channel,
        answers=id_,
        answers_on=spoken_day(request.asked_at.astimezone(VIETNAM).date()),
    )
    if procedure is None:
        return filled
    filled = forms.with_procedure(filled, procedure)
    return changed(filled, papers=_brought(filled.papers, request), papers_checked=False)


def with_prefill(typed: Typed, prefill: Prefill, procedure: Procedure | None) -> Typed:
    """Return the form with what another room knows of the visitor; papers are looked at here, whoever saw them before."""
    known = with_person(typed, prefill.applicant) if prefill.applicant else typed
    known = changed(
        known,
        subject=known.subject or (prefill.subject.name if prefill.subject else ""),
        note=known.note or prefill.note,
        origin=prefill.origin,
        channel=prefill.channel or known.channel,
    )
    return known if procedure is None else forms.with_procedure(known, procedure)


def is_another(typed: Typed, card: IdentityCard) -> bool:
    """Tell whether the half-typed form is about somebody else than the card's holder."""
    number = "".join(each for each in typed.id_number if each.isdigit())
    if number:
        return number != card.person.id_number
    if not typed.name.strip():
        return False
    return not card.name_is_sure or lowered(typed.name) != lowered(card.person.name)


def _brought(papers: tuple[TypedPaper, ...], request: SentBack) -> tuple[TypedPaper, ...]:
    """Return the checklist with the counts of what was there; what was asked for is required now, in its old order."""
    there = {paper.name: paper for paper in request.papers}
    lines = [
        changed(
            line,
            ticked=line.name in there,
            originals=there[line.name].originals if line.name in there else line.originals,
            copies=there[line.name].copies if line.name in there else line.copies,
            required=line.required or line.name in request.missing,
        )
        for line in papers
    ]
    known = {line.name for line in lines}
    extra = [
        TypedPaper(name=paper.name, originals=paper.originals, copies=paper.copies, ticked=True)
        for paper in request.papers
        if paper.name not in known
    ]
    asked = [TypedPaper(name=name, originals=1, required=True) for name in request.missing if name not in known]
    return (*lines, *asked, *extra)
