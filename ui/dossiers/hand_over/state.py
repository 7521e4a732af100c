"""What the hand-over page shows and allows, decided without a window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.catalogue.offices import OfficeCatalogues
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Relation
from desk_app.dossiers.hand_over_waiting import WaitingResult
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.person import Person
from desk_app.kernel.texts import folded
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.widgets.status_words import StatusWords

FILTERS: tuple[tuple[int, str], ...] = (
    (0, _("Tất cả")),
    (7, _("Chờ quá 7 ngày")),
    (30, _("Chờ quá 30 ngày")),
)
WAYS: Mapping[str, str] = {
    "counter": "",
    "home": _("đã đăng ký nhận tại nhà"),
    "post": _("đã đăng ký nhận qua bưu chính"),
}


@dataclass(frozen=True, kw_only=True)
class Opened:
    """One dossier as the hand-over needs it.

    ``others`` are the applicant's further results that wait. ``must_sign``: the register is signed now; ``signed_at_step``
    names the earlier step at which it was. ``replaced`` is said of a receipt that is not the newest.
    """

    dossier: Dossier
    others: tuple[Dossier, ...]
    must_sign: bool
    signed_at_step: str
    given_by: str
    replaced: str
    now: datetime


@dataclass(frozen=True, kw_only=True)
class WaitRow:
    """One uncollected result as a row."""

    id: str
    code: str
    name: str
    phone: str
    procedure: str
    days: int
    since: str
    told: str
    way: str


@dataclass(frozen=True, kw_only=True)
class HitRow:
    """One dossier that the typed text may mean."""

    id: str
    code: str
    name: str
    procedure: str
    status: StatusWords


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a typed text leads to: one dossier, or several to choose from."""

    text: str
    dossier: str = ""
    edition: int = 0
    hits: tuple[HitRow, ...] = ()
    warning: str = ""


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """Who a scanned identity card shows the collector to be, as far as the dossier knows."""

    relation: Relation
    name: str
    id_number: str
    words: str


def recognised(opened: Opened, person: Person) -> Recognised:
    """Return who the card's owner is to this dossier."""
    fact = opened.dossier.registered
    if _same(person, fact.applicant):
        return Recognised(
            relation="self", name=person.name, id_number=person.id_number, words=_("Đúng người nộp hồ sơ.")
        )
    if fact.authorised is not None and _same(person, fact.authorised):
        words = _("Đúng người được ủy quyền đã ghi khi nộp hồ sơ.")
        return Recognised(relation="authorised", name=person.name, id_number=person.id_number, words=words)
    words = _("Thẻ của {name}, không phải người nộp: hãy ghi quan hệ.").format(name=person.name)
    return Recognised(relation="relative", name=person.name, id_number=person.id_number, words=words)


def wait_rows(found: Sequence[WaitingResult], offices: OfficeCatalogues) -> tuple[WaitRow, ...]:
    """Return uncollected results as rows; ``offices`` name the procedures."""
    return tuple(
        WaitRow(
            id=each.listed.id,
            code=tail(each.listed.code),
            name=each.listed.name,
            phone=each.listed.phone,
            procedure=offices.name_of(each.listed.procedure, each.listed.code),
            days=each.days,
            since=spoken_day(each.result_at.date()),
            told=spoken_day(each.told_at.date()) if each.told_at is not None else "",
            way=WAYS.get(each.listed.return_by, ""),
        )
        for each in found
    )


def longer_than(rows: Sequence[WaitRow], days: int) -> tuple[WaitRow, ...]:
    """Return the rows that have waited for more than ``days``; all of them for 0."""
    return tuple(row for row in rows if not days or row.days > days)


def days_words(days: int) -> str:
    """Return how long a result has waited."""
    return _("hôm nay") if days == 0 else _("{days} ngày").format(days=days)


def count_words(rows: Sequence[WaitRow]) -> str:
    """Return how many wait, and how many of them nobody has called."""
    if not rows:
        return ""
    silent = sum(not row.told for row in rows)
    return _("{all} kết quả, {silent} chưa gọi điện").format(all=len(rows), silent=silent)


def _same(person: Person, known: Person) -> bool:
    if person.id_number and known.id_number:
        return person.id_number == known.id_number
    return folded(person.name) == folded(known.name) and person.birth_on == known.birth_on
