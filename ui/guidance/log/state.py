"""What the page of guidance shows and what becomes of what is typed: plain values, no window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.dossiers.person import Person
from desk_app.guidance.contacts.commands import Advice
from desk_app.guidance.contacts.contact import Contact
from desk_app.guidance.contacts.facts import Channel, PaperChecked
from desk_app.guidance.contacts.procedures import GuidedList
from desk_app.guidance.contacts.ready_text import Place, paper_words
from desk_app.guidance.figures import GuidanceFigures
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.kernel.translations import _
from ui.widgets.typed import typed_day_ahead

Asked = Literal["", "has", "lacks"]
View = Literal["today", "follow_ups", "found"]

CHANNELS: tuple[tuple[Channel, str, str], ...] = (
    ("hotline", _("Đường dây nóng"), "Alt+H"),
    ("zalo", _("Zalo"), "Alt+Z"),
    ("email", _("Email"), "Alt+E"),
    ("counter", _("Tại quầy"), "Alt+Q"),
)
CHANNEL_WORDS: Mapping[Channel, str] = {key: words for key, words, _keys in CHANNELS}
_SHOWN_EARLIER = 3


class CheckedPaper(Record):
    """A line of the check list: the paper as it is told, and what the person answered (empty: not asked yet)."""

    name: str
    words: str
    required: bool
    asked: Asked = ""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """The form as it stands; ``begun_at`` is when the first letter of it was typed."""

    channel: Channel = "hotline"
    name: str = ""
    phone: str = ""
    procedure: str = ""
    advice: str = ""
    papers: tuple[CheckedPaper, ...] = ()
    follow_up_on: str = ""
    follow_up: str = ""
    sent_forms: bool = False
    begun_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was said yet that would be lost."""
        said = (self.name, self.phone, self.procedure, self.advice, self.follow_up)
        return not any(each.strip() for each in said)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One contact in the list below the text."""

    id: str
    at: datetime
    channel: Channel
    who: str
    procedure: str
    procedure_code: str
    about: str
    follow_up_on: date | None
    is_late: bool

    @property
    def time(self) -> str:
        """Return when it was."""
        return f"{self.at.astimezone(VIETNAM):%H:%M %d/%m}"

    @property
    def again(self) -> str:
        """Return the day on which somebody asks again; empty without one."""
        return "" if self.follow_up_on is None else f"{self.follow_up_on:%d/%m}"


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the form works with: today's catalogue, the office's list and address, what is asked about most.

    ``place`` is None while nobody has described the office; ``month`` are the figures since the first of the month.
    """

    procedures: tuple[Procedure, ...]
    guided: GuidedList
    place: Place | None
    used: Mapping[str, int]
    month: GuidanceFigures
    today: date

    def find(self, code: str) -> Procedure | None:
        """Return the procedure of that code, or None."""
        return next((each for each in self.procedures if each.code == code), None)

    def is_guided(self, code: str) -> bool:
        """Tell whether the office guides on a procedure."""
        return any(each.code == code for each in self.guided.procedures)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """The list: what view it is, its rows, how many are to be asked again."""

    view: View
    rows: tuple[Row, ...]
    due_count: int


def checklist(procedure: Procedure) -> tuple[CheckedPaper, ...]:
    """Return the papers to ask about one by one, those that everybody needs first."""
    ordered = sorted(procedure.papers, key=lambda paper: not paper.required)
    return tuple(_line(paper) for paper in ordered)


def _line(paper: PaperAsked) -> CheckedPaper:
    return CheckedPaper(name=paper.name, words=paper_words(paper), required=paper.required)


def asked_papers(typed: Typed) -> tuple[PaperChecked, ...]:
    """Return the papers that were asked about."""
    return tuple(PaperChecked(name=each.name, has=each.asked == "has") for each in typed.papers if each.asked)


def advice_of(typed: Typed, forms: tuple[str, ...], now: datetime) -> Advice:
    """Return the form as the log takes it; raise ``InvalidInput`` for a follow-up day that is none."""
    on = typed_day_ahead(typed.follow_up_on, now.date(), field="follow_up_on") if typed.follow_up_on.strip() else None
    return Advice(
        channel=typed.channel,
        person=Person(name=typed.name, phone=typed.phone),
        procedure=typed.procedure,
        advice=typed.advice,
        papers=asked_papers(typed),
        forms=forms,
        minutes=minutes(typed, now),
        follow_up_on=on,
        follow_up=typed.follow_up if on is not None else "",
    )


def minutes(typed: Typed, now: datetime) -> int:
    """Return how many minutes the contact has taken, begun ones counted whole; 0 before the first letter."""
    if typed.begun_at is None:
        return 0
    # A form left standing over lunch is no call of two hours.
    return min(120, max(1, -int((typed.begun_at - now).total_seconds() // 60)))


def clock_words(typed: Typed, now: datetime) -> str:
    """Return how long the contact has been going on, as the form shows it."""
    if typed.begun_at is None:
        return _("Chưa bắt đầu")
    seconds = max(0, int((now - typed.begun_at).total_seconds()))
    return _("Đã {minutes}:{seconds:02d}").format(minutes=seconds // 60, seconds=seconds % 60)


def papers_words(papers: tuple[CheckedPaper, ...]) -> str:
    """Return how far the check list is."""
    if not papers:
        return ""
    has = sum(each.asked == "has" for each in papers)
    lacks = sum(each.asked == "lacks" for each in papers)
    left = len(papers) - has - lacks
    words = _("Có {has} · thiếu {lacks} · chưa hỏi {left}")
    return words.format(has=has, lacks=lacks, left=left)


def earlier_words(rows: tuple[Row, ...]) -> str:
    """Return what this person was told before, the newest first; empty for a new one."""
    if not rows:
        return ""
    shown = "; ".join(
        f"{spoken_day(row.at.date())} {row.procedure or row.about}".strip() for row in rows[:_SHOWN_EARLIER]
    )
    return _("Đã hướng dẫn {count} lần: {shown}").format(count=quantity(len(rows)), shown=shown)


def month_words(figures: GuidanceFigures) -> str:
    """Return the figures of the month in one line."""
    guided = figures.guided
    words = _("Tháng này: {given} lượt, {minutes} phút, {dossiers} thành hồ sơ").format(
        given=quantity(figures.given), minutes=quantity(figures.minutes), dossiers=quantity(figures.led_to_dossier)
    )
    if guided.early_share is None:
        return words
    share = f"{guided.early_share:.1f} %".replace(".", ",")
    return _("{words} · có hướng dẫn trước hạn {share}").format(words=words, share=share)


def row_of(contact: Contact, names: Mapping[str, str], today: date) -> Row:
    """Return a contact as a row; ``names`` has each procedure by its code."""
    return Row(
        id=contact.id,
        at=contact.given_at,
        channel=contact.channel,
        who=contact.person.name or contact.person.phone or _("Không nêu tên"),
        procedure=names.get(contact.procedure, contact.procedure),
        procedure_code=contact.procedure,
        about=contact.follow_up if contact.follow_up_on is not None and contact.follow_up else contact.advice,
        follow_up_on=contact.follow_up_on,
        is_late=contact.follow_up_on is not None and contact.follow_up_on < today,
    )
