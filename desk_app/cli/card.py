"""A dossier as the command line shows it: everything about it, with its history."""

from datetime import datetime

from desk_app.cli.acting import Acting
from desk_app.cli.life_shown import LifeShown, life_of
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Channel, PaperHandedIn, Relation, ReturnWay
from desk_app.dossiers.life.between_agencies import leg_mark
from desk_app.dossiers.person import Person
from desk_app.fees.history import whole_history
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_moment


class LegShown(Record):
    """One agency's part, as promised and as it went."""

    id: str
    agency: str
    name: str
    half_days: int
    due_at: datetime
    done_at: datetime | None
    received_at: datetime | None
    mark: str


class ResultShown(Record):
    """When the result came, with its number."""

    issued_at: datetime
    number: str
    note: str


class HandOverShown(Record):
    """Who took the result, when, and what they showed."""

    handed_at: datetime
    to: str
    relation: Relation
    paper_shown: str
    note: str
    kinship: str
    id_number: str
    signed_register: bool


class MovedDueShown(Record):
    """That a person set the due date by hand: when and why."""

    at: datetime
    reason: str


class FindingShown(Record):
    """A contradiction between two desks; ``entry`` names it for ``desk dossiers resolve``."""

    entry: str
    kind: str
    words: str


class HistoryShown(Record):
    """One thing that happened, in plain words."""

    at: datetime
    who: str
    words: str


class Card(Record):
    """A dossier with its history; what has not happened yet is None."""

    id: str
    code: str
    status: str
    status_words: str
    procedure: str
    procedure_name: str
    field: str
    applicant: Person
    subject: Person | None
    authorised: Person | None
    papers: tuple[PaperHandedIn, ...]
    copies: int
    fee: int | None
    fee_words: str
    channel: Channel
    return_by: ReturnWay
    return_to: str
    signs_register: bool
    received_at: datetime
    late: bool
    paper_number: str
    term: str
    due_at: datetime
    legs: tuple[LegShown, ...]
    note: str
    priority: str
    officer: str
    result: ResultShown | None
    handed_over: HandOverShown | None
    notes: tuple[str, ...]
    findings: tuple[str, ...]
    open_findings: tuple[FindingShown, ...]
    former_names: tuple[str, ...]
    moved_due: MovedDueShown | None
    receipt_edition: int
    holder: str
    life: LifeShown
    history: tuple[HistoryShown, ...]


def card_of(act: Acting, dossier: Dossier) -> Card:
    """Return the card of a dossier."""
    fact = dossier.registered
    book = act.desk.accounts.present_book()
    officer, holder = book.find(dossier.officer), book.find(dossier.holder)
    same = {name: getattr(fact, name) for name in _SAME}
    return Card(
        **same,
        id=dossier.id,
        status=str(dossier.status),
        status_words=dossier.status.words,
        field=fact.procedure_field,
        officer=officer.name if officer else "",
        legs=_legs(dossier),
        result=_result(dossier),
        handed_over=_hand_over(dossier),
        notes=dossier.notes,
        findings=tuple(finding.words for finding in dossier.findings),
        open_findings=tuple(
            FindingShown(entry=each.entry, kind=each.kind, words=each.words) for each in dossier.findings
        ),
        former_names=dossier.former_names,
        moved_due=_moved_due(dossier),
        receipt_edition=dossier.edition,
        holder=holder.name if holder else "",
        life=life_of(dossier),
        history=tuple(
            HistoryShown(at=line.at, who=line.who, words=line.words)
            for line in whole_history(act.desk.fees, dossier.id)
        ),
    )


# What the card takes over from the registration under the same name.
_SAME = (
    *("code", "procedure", "procedure_name", "applicant", "subject", "authorised", "papers", "copies", "fee"),
    *("fee_words", "channel", "return_by", "return_to", "signs_register", "received_at", "late", "paper_number"),
    *("term", "due_at", "note", "priority"),
)


def _legs(dossier: Dossier) -> tuple[LegShown, ...]:
    return tuple(
        LegShown(
            id=leg.plan.id,
            agency=leg.plan.agency,
            name=leg.plan.name,
            half_days=leg.plan.half_days,
            due_at=leg.due_at,
            done_at=leg.done_at,
            received_at=leg.received_at,
            mark=found.value if (found := leg_mark(leg)) else "",
        )
        for leg in dossier.legs
    )


def _result(dossier: Dossier) -> ResultShown | None:
    fact = dossier.result
    if fact is None:
        return None
    return ResultShown(issued_at=fact.issued_at, number=fact.number, note=fact.note)


def _hand_over(dossier: Dossier) -> HandOverShown | None:
    fact = dossier.handed_over
    if fact is None:
        return None
    return HandOverShown(**{name: getattr(fact, name) for name in HandOverShown.__struct_fields__})


def _moved_due(dossier: Dossier) -> MovedDueShown | None:
    moved = dossier.moved_due
    return None if moved is None else MovedDueShown(at=moved.at, reason=moved.reason)


def words_of(card: Card) -> str:
    """Return a card for people to read."""
    lines = [
        f"{card.code}  {card.status_words}",
        f"  {card.procedure}  {card.procedure_name}",
        f"  Người nộp: {_person(card.applicant)}",
        f"  Nhận: {spoken_moment(card.received_at)}; hẹn trả: {spoken_moment(card.due_at)}",
    ]
    for leg in card.legs:
        went = f"xong {spoken_moment(leg.done_at)}" if leg.done_at else "chưa xong"
        lines.append(f"  {leg.agency}: hẹn {spoken_moment(leg.due_at)}, {went}")
    lines += [f"  Cần xử lý: {finding}" for finding in card.findings]
    lines += [f"  {spoken_moment(line.at)}  {line.who}: {line.words}" for line in card.history]
    return "\n".join(lines)


def _person(person: Person) -> str:
    told = (person.name, person.id_number, person.phone, person.address)
    return ", ".join(part for part in told if part)
