"""The registration form as typed: what the draft keeps, and what it becomes when it is saved."""

import re
from datetime import date, datetime, time

from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.dossiers.facts import PaperHandedIn, ReturnWay
from desk_app.dossiers.form import Form
from desk_app.dossiers.identity_card import IdentityCard
from desk_app.dossiers.person import Person
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import one_line
from desk_app.kernel.time_source import VIETNAM
from ui.dossiers.registration.spelling import iso_day, no_day, number_of, shown_day

DRAFT = "registration"

_CLOCK = re.compile(r"^(\d{1,2})[:hg](\d{2})?\s+(.+)$")
_CLOSING = time(17, 0)


class TypedPaper(Record):
    """One line of the checklist: a paper asked for or added, ticked when it was handed in or shown."""

    name: str
    originals: int = 0
    copies: int = 0
    ticked: bool = False
    required: bool = False
    remark: str = ""


class Typed(Record):
    """Every field as it stands in the window; ``command_id`` is made when the form opens, so a second Enter is harmless."""

    command_id: str
    name: str = ""
    id_number: str = ""
    birth: str = ""
    sex: str = ""
    phone: str = ""
    address: str = ""
    subject: str = ""
    procedure: str = ""
    papers: tuple[TypedPaper, ...] = ()
    extended: bool = False
    promised: str = ""
    return_by: ReturnWay = "counter"
    return_to: str = ""
    copies: str = "1"
    pages: str = "1"
    fee: str = ""
    note: str = ""
    priority: str = ""
    received: str = ""
    paper_number: str = ""


def is_untouched(typed: Typed) -> bool:
    """Tell whether nothing has been typed yet: such a form needs no draft."""
    return typed == Typed(command_id=typed.command_id)


def with_procedure(typed: Typed, procedure: Procedure) -> Typed:
    """Return the form for another procedure, with that one's checklist; lines added by hand stay."""
    added = tuple(paper for paper in typed.papers if paper.ticked and not paper.remark and not paper.required)
    asked = tuple(_line(paper) for paper in procedure.papers)
    own = tuple(paper for paper in added if paper.name not in {each.name for each in asked})
    allowed = {way.way for way in procedure.return_ways() if way.allowed}
    return changed(
        typed,
        procedure=procedure.code,
        papers=(*asked, *own),
        extended=False,
        promised="",
        return_by=typed.return_by if typed.return_by in allowed else "counter",
    )


def with_card(typed: Typed, card: IdentityCard) -> Typed:
    """Return the form with what an identity card says; what it does not say stays."""
    person = card.person
    return changed(
        typed,
        name=person.name or typed.name,
        id_number=person.id_number,
        birth=shown_day(person.birth_on) or typed.birth,
        sex=person.sex or typed.sex,
        address=person.address or typed.address,
    )


def with_person(typed: Typed, person: Person) -> Typed:
    """Return the form with its empty fields filled from what an earlier dossier knew of the same person."""
    return changed(
        typed,
        name=typed.name or person.name,
        birth=typed.birth or shown_day(person.birth_on),
        sex=typed.sex or person.sex,
        phone=typed.phone or person.phone,
        address=typed.address or person.address,
    )


def with_all_papers(typed: Typed) -> Typed:
    """Return the form with every paper ticked that the procedure always asks for."""
    return changed(typed, papers=tuple(changed(paper, ticked=paper.ticked or paper.required) for paper in typed.papers))


def person_of(typed: Typed) -> Person:
    """Return the applicant; raise ``InvalidInput`` for a birth date that is no day."""
    return Person(
        name=typed.name,
        id_number=typed.id_number,
        birth_on=iso_day(typed.birth, "applicant.birth_on", "Ngày sinh", years=True),
        sex=typed.sex,
        address=typed.address,
        phone=typed.phone,
    )


def form_of(typed: Typed, now: datetime) -> Form:
    """Return what is handed to the desk; raise ``InvalidInput`` naming the first field that cannot be right."""
    return Form(
        procedure=typed.procedure,
        applicant=person_of(typed),
        subject=Person(name=typed.subject) if typed.subject.strip() else None,
        papers=handed_in(typed),
        copies=number_of(typed.copies, "copies", "Số bộ hồ sơ"),
        pages=number_of(typed.pages, "pages", "Số trang"),
        fee=number_of(typed.fee, "fee", "Phí, lệ phí") if typed.fee.strip() else None,
        return_by=typed.return_by,
        return_to=typed.return_to,
        note=typed.note,
        priority=typed.priority,
        received_at=received_at(typed, now),
        paper_number=typed.paper_number,
        promised_at=_promised_at(typed.promised),
        extended=typed.extended,
    )


def handed_in(typed: Typed) -> tuple[PaperHandedIn, ...]:
    """Return the papers that are ticked."""
    return tuple(
        PaperHandedIn(name=paper.name, originals=paper.originals, copies=paper.copies)
        for paper in typed.papers
        if paper.ticked
    )


def received_at(typed: Typed, now: datetime) -> datetime | None:
    """Return when the citizen stood there, None for now; raise ``InvalidInput`` for what is no moment."""
    text = one_line(typed.received)
    if not text:
        return None
    clock = _CLOCK.match(text)
    on = date.fromisoformat(iso_day(clock[3] if clock else "", "received_at", "Nhận lúc"))
    try:
        at = time(int(clock[1]), int(clock[2] or 0)) if clock else time()
    except ValueError:
        raise no_day("received_at", "Nhận lúc", text) from None
    return datetime.combine(on, at, now.tzinfo or VIETNAM)


def _line(paper: PaperAsked) -> TypedPaper:
    always = paper.required and not paper.condition
    remark = f"nếu {paper.condition}" if paper.condition else paper.note
    return TypedPaper(
        name=paper.name, originals=paper.originals, copies=paper.copies, required=always, remark=remark.rstrip(".")
    )


def _promised_at(text: str) -> datetime | None:
    iso = iso_day(text, "promised_at", "Ngày hẹn trả")
    return datetime.combine(date.fromisoformat(iso), _CLOSING, VIETNAM) if iso else None
