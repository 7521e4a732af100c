"""What a dossier's card shows, decided without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.dossier import Dossier, Leg
from desk_app.dossiers.facts import PaperHandedIn
from desk_app.dossiers.history import HistoryLine
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.person import Person
from desk_app.dossiers.status import ENDED, OPEN, WAITING
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.working_time.marks import Mark, is_late, mark
from desk_app.working_time.why import WhyStep
from ui.dossiers.card.life_state import life_headline, proposal_words
from ui.dossiers.card.prints import Sheet
from ui.widgets.colours import COLOURS
from ui.widgets.moments import moment_words
from ui.widgets.status_words import StatusWords, status_words

_SEXES = {"male": _("Nam"), "female": _("Nữ")}
_CHANNELS = {"counter": _("Tại quầy"), "post": _("Bưu chính"), "online": _("Trực tuyến"), "mobile": _("Lưu động")}
_WAYS = {"counter": _("Tại quầy"), "home": _("Tại nhà"), "post": _("Qua bưu chính")}


@dataclass(frozen=True, kw_only=True)
class LegTime:
    """Half working days that an agency's open part has left, or by which it is over its date."""

    left: int
    over: int


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Everything the card was given by the desk at one moment; ``times`` in the order of the legs.

    ``why_differs``: the calendar counts otherwise today. ``moved_by`` is the name of who set the date by hand.
    ``colleagues`` may be given the dossier, as account and name; ``holder`` is the name of who has it in hand.
    """

    dossier: Dossier
    history: tuple[HistoryLine, ...]
    sheets: tuple[Sheet, ...]
    why: tuple[WhyStep, ...]
    why_differs: bool
    times: tuple[LegTime, ...]
    officer: str
    moved_by: str
    now: datetime
    colleagues: tuple[tuple[str, str], ...] = ()
    holder: str = ""


@dataclass(frozen=True, kw_only=True)
class LegRow:
    """One agency's part: where it stands, planned and done, and the days it has left."""

    agency: str
    name: str
    due: str
    days: str
    status: StatusWords


def status_of(seen: Seen) -> StatusWords:
    """Return where the dossier stands."""
    return status_words(seen.dossier.status, seen.dossier.registered.due_at, seen.now)


def headline(seen: Seen) -> str:
    """Return the one sentence that answers «hồ sơ tôi tới đâu rồi?»."""
    dossier = seen.dossier
    if dossier.handed_over is not None:
        given = dossier.handed_over
        return _("Đã trả cho {name} lúc {at}.").format(name=given.to, at=moment_words(given.handed_at))
    if dossier.result is not None:
        words = _("Đã có kết quả {mark} từ {at}, chờ người dân đến nhận.")
        found = mark(dossier.counted_due_at, dossier.result.issued_at).spoken
        return words.format(mark=_(found), at=moment_words(dossier.result.issued_at))
    if life := life_headline(dossier):
        return life
    if dossier.status in OPEN and dossier.open_legs:
        leg = dossier.open_legs[0].plan
        words = _("Đang ở {agency} từ {since}, phải xong trước {due}.")
        return words.format(agency=leg.agency, since=moment_words(since(dossier)), due=moment_words(leg.due_at))
    return f"{_(dossier.status.words)}."


def since(dossier: Dossier) -> datetime:
    """Return since when the dossier is where it is: when the agency before was done, or when it was received."""
    done = [leg.done_at for leg in dossier.legs if leg.done_at is not None]
    return max(done, default=dossier.registered.received_at)


def facts_of(seen: Seen) -> tuple[tuple[str, str], ...]:
    """Return the lines of «hồ sơ này là gì», those with nothing to say left out."""
    fact = seen.dossier.registered
    where = _WAYS[fact.return_by] + (f": {fact.return_to}" if fact.return_to else "")
    channel = "" if fact.channel == "counter" else _CHANNELS[fact.channel]
    late = _("nhập sau, giấy số {number}").format(number=fact.paper_number) if fact.late else ""
    signs = _("phải ký sổ") if fact.signs_register else ""
    lines = (
        (_("Nhận lúc"), _joined(moment_words(fact.received_at), channel, late, seen.officer)),
        (_("Người phụ trách"), seen.holder if seen.holder != seen.officer else ""),
        (_("Thời hạn"), fact.term),
        (_("Trả kết quả"), _joined(where, signs)),
        (_("Số bộ, phí"), _joined(_("{number} bộ").format(number=fact.copies), fact.fee_words)),
        (_("Ưu tiên"), fact.priority),
        (_("Tên trước khi sửa"), ", ".join(seen.dossier.former_names)),
        *((_("Ghi chú"), note) for note in (fact.note, *_remarks(seen))),
    )
    return tuple((name, words) for name, words in lines if words)


def people_of(seen: Seen) -> tuple[tuple[str, str], ...]:
    """Return what is known of the applicant, and of the others whom the dossier names."""
    fact = seen.dossier.registered
    others = ((_("Làm cho"), fact.subject), (_("Ủy quyền cho"), fact.authorised))
    lines = [*person_lines(fact.applicant)]
    for title, person in others:
        if person is not None:
            lines.append((title, _joined(person.name, person.id_number, _born(person), person.phone)))
    return tuple(lines)


def person_lines(person: Person) -> tuple[tuple[str, str], ...]:
    """Return what is known of a person."""
    lines = (
        (_("Số định danh"), person.id_number),
        (_("Sinh"), _born(person)),
        (_("Liên lạc"), _joined(person.phone, person.email)),
        (_("Địa chỉ"), person.address),
    )
    return tuple((name, words) for name, words in lines if words)


def leg_rows(seen: Seen) -> tuple[LegRow, ...]:
    """Return every agency's part."""
    here = seen.dossier.open_legs[0] if seen.dossier.open_legs else None
    return tuple(
        LegRow(
            agency=leg.plan.agency,
            name=leg.plan.name,
            due=f"{leg.due_at:%H:%M %d/%m}",
            days=_days_words(leg, time, runs=seen.dossier.status in OPEN - WAITING),
            status=_leg_status(leg, seen, here=leg is here),
        )
        for leg, time in zip(seen.dossier.legs, seen.times, strict=True)
    )


def why_note(seen: Seen) -> str:
    """Return why the date is not what the calendar says, if so."""
    if proposed := proposal_words(seen.dossier):
        return proposed
    moved, newer = seen.dossier.moved_due, seen.dossier.story.date_words
    if moved is not None:
        words = _("{name} đổi ngày hẹn lúc {at}: {reason}")
        said = words.format(name=seen.moved_by, at=moment_words(moved.at), reason=moved.reason)
        return (
            f"{said}. {_missed_words(seen)}" if seen.dossier.counted_due_at != seen.dossier.registered.due_at else said
        )
    if newer:
        return f"{newer}."
    return _("Lịch nghỉ đã đổi sau ngày tiếp nhận; ngày hẹn giữ như trên giấy.") if seen.why_differs else ""


def _missed_words(seen: Seen) -> str:
    words = _("Hẹn {day} đã lỡ trước khi đổi: vẫn tính quá hạn.")
    return words.format(day=spoken_day(seen.dossier.counted_due_at.date()))


def handed_in(papers: Sequence[PaperHandedIn]) -> str:
    """Return the papers that the citizen left, one a line."""
    return "\n".join(f"{place}. {paper.name} – {_amount(paper)}" for place, paper in enumerate(papers, start=1))


def short_code(seen: Seen) -> str:
    """Return the part of the code that people say aloud."""
    return tail(seen.dossier.code)


def spoken_half_days(number: int) -> str:
    """Return half working days in days: 3 is ``1,5 ngày``."""
    return _("{days} ngày").format(days=f"{quantity(number // 2)}{',5' if number % 2 else ''}")


def _remarks(seen: Seen) -> tuple[str, ...]:
    return tuple(f"{note.at:%d/%m}: {note.text}" for note in seen.dossier.remarks[-2:])


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _born(person: Person) -> str:
    born = "/".join(reversed(person.birth_on.split("-")))
    return f"{born}  {_SEXES.get(person.sex, '')}".strip()


def _amount(paper: PaperHandedIn) -> str:
    kinds = ((paper.originals, _("bản chính")), (paper.copies, _("bản sao")))
    return ", ".join(f"{number} {kind}" for number, kind in kinds if number) or _("xuất trình")


def _days_words(leg: Leg, time: LegTime, *, runs: bool) -> str:
    if leg.done_at is not None or not runs or not leg.plan.half_days:
        return spoken_half_days(leg.plan.half_days) if leg.plan.half_days else _("trong ngày")
    if time.over:
        return _("quá {days}").format(days=spoken_half_days(time.over))
    left = spoken_half_days(min(time.left, leg.plan.half_days)).partition(" ")[0]
    return _("còn {left} / {days}").format(left=left, days=spoken_half_days(leg.plan.half_days))


def _leg_status(leg: Leg, seen: Seen, *, here: bool) -> StatusWords:
    if leg.done_at is not None:
        found = mark(leg.due_at, leg.done_at)
        words = _("Xong {day}\n{mark}").format(day=f"{leg.done_at:%d/%m}", mark=_(found.spoken))
        late = found is Mark.LATE
        return StatusWords(words=words, shape="done", colour=COLOURS.danger if late else COLOURS.good)
    if seen.dossier.status in ENDED:
        return StatusWords(words=_("Không làm nữa"), shape="cross", colour=COLOURS.soft_ink)
    if seen.dossier.status in WAITING:
        return StatusWords(words=_("Tạm dừng"), shape="pause", colour=COLOURS.warning)
    if is_late(leg.due_at, seen.now):
        return StatusWords(words=_("Quá hạn"), shape="late", colour=COLOURS.danger)
    if here:
        return StatusWords(words=_("Đang ở đây"), shape="half", colour=COLOURS.calm)
    return StatusWords(words=_("Chưa tới lượt"), shape="ring", colour=COLOURS.soft_ink)
