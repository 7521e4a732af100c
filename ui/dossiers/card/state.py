"""What a dossier's card shows and allows, decided without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.dossier import Dossier, Leg
from desk_app.dossiers.facts import PaperHandedIn, Relation
from desk_app.dossiers.history import HistoryLine
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.person import Person
from desk_app.dossiers.status import OPEN, allows
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.printing.tables import IssuedPaper, Job
from desk_app.working_time.marks import Mark, is_late, mark
from desk_app.working_time.why import WhyStep
from ui.widgets.colours import COLOURS
from ui.widgets.job_words import JobWords, job_words
from ui.widgets.status_words import StatusWords, status_words

RELATIONS: tuple[tuple[Relation, str], ...] = (
    ("self", "Bản thân"),
    ("relative", "Người thân"),
    ("authorised", "Được ủy quyền"),
)
_SEXES = {"male": "Nam", "female": "Nữ"}
_CHANNELS = {"counter": "Tại quầy", "post": "Bưu chính", "online": "Trực tuyến", "mobile": "Lưu động"}
_WAYS = {"counter": "Tại quầy", "home": "Tại nhà", "post": "Qua bưu chính"}


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Everything the card was given by the desk at one moment."""

    dossier: Dossier
    history: tuple[HistoryLine, ...]
    papers: tuple[IssuedPaper, ...]
    jobs: tuple[Job, ...]
    why: tuple[WhyStep, ...]
    why_differs: bool
    now: datetime


@dataclass(frozen=True, kw_only=True)
class LegRow:
    """One agency's part: where it stands, planned and done."""

    agency: str
    name: str
    due: str
    status: StatusWords


@dataclass(frozen=True, kw_only=True)
class PaperRow:
    """One printed paper, and how its newest job stands."""

    id: str
    title: str
    when: str
    copies: int
    job: JobWords | None


@dataclass(frozen=True, kw_only=True)
class Moves:
    """Which moves stand open, and in whose part the next step is."""

    step: bool
    result: bool
    hand_over: bool
    step_words: str


def status_of(seen: Seen) -> StatusWords:
    """Return where the dossier stands."""
    return status_words(seen.dossier.status, seen.dossier.registered.due_at, seen.now)


def moves_of(dossier: Dossier) -> Moves:
    """Return the moves that the dossier's state allows."""
    open_legs = dossier.open_legs
    return Moves(
        step=allows(dossier.status, "finish_step") and bool(open_legs),
        result=allows(dossier.status, "issue_result"),
        hand_over=allows(dossier.status, "hand_over"),
        step_words=f"{open_legs[0].plan.agency}: {open_legs[0].plan.name}" if open_legs else "",
    )


def headline(seen: Seen) -> str:
    """Return the one sentence that answers «hồ sơ tôi tới đâu rồi?»."""
    dossier, fact = seen.dossier, seen.dossier.registered
    if dossier.handed_over is not None:
        return f"Đã trả cho {dossier.handed_over.to} lúc {spoken_moment(dossier.handed_over.handed_at)}."
    if dossier.result is not None:
        return f"Đã có kết quả {mark(fact.due_at, dossier.result.issued_at).spoken}, chờ người dân đến nhận."
    if dossier.status in OPEN and dossier.open_legs:
        leg = dossier.open_legs[0].plan
        return f"Đang ở {leg.agency}, phải xong trước {spoken_moment(leg.due_at)}."
    return f"{dossier.status.words}."


def facts_of(seen: Seen) -> tuple[tuple[str, str], ...]:
    """Return the lines of «hồ sơ này là gì», those with nothing to say left out."""
    fact = seen.dossier.registered
    where = _WAYS[fact.return_by] + (f": {fact.return_to}" if fact.return_to else "")
    received = f"{spoken_moment(fact.received_at)} · {_CHANNELS[fact.channel]}"
    late = f"nhập sau, giấy số {fact.paper_number}" if fact.late else ""
    lines = (
        ("Nhận lúc", f"{received}{' · ' + late if late else ''}"),
        ("Thời hạn", fact.term),
        ("Nhận kết quả", where),
        ("Số bộ", str(fact.copies)),
        ("Phí, lệ phí", fact.fee_words),
        ("Ưu tiên", fact.priority),
        ("Ghi chú", fact.note),
    )
    return tuple((name, words) for name, words in lines if words)


def person_lines(person: Person) -> tuple[tuple[str, str], ...]:
    """Return what is known of a person."""
    born = "/".join(reversed(person.birth_on.split("-")))
    lines = (
        ("Số định danh", person.id_number),
        ("Sinh", f"{born}  {_SEXES.get(person.sex, '')}".strip()),
        ("Điện thoại", person.phone),
        ("Địa chỉ", person.address),
    )
    return tuple((name, words) for name, words in lines if words)


def leg_rows(seen: Seen) -> tuple[LegRow, ...]:
    """Return every agency's part."""
    here = seen.dossier.open_legs[0] if seen.dossier.open_legs else None
    return tuple(
        LegRow(
            agency=leg.plan.agency,
            name=leg.plan.name,
            due=f"{leg.plan.due_at:%H:%M %d/%m}",
            status=_leg_status(leg, seen.now, here=leg is here),
        )
        for leg in seen.dossier.legs
    )


def paper_rows(seen: Seen) -> tuple[PaperRow, ...]:
    """Return the printed papers, oldest first."""
    rows = []
    for paper in seen.papers:
        newest = max((job for job in seen.jobs if job.paper_id == paper.id), key=lambda job: job.id, default=None)
        when = f"{paper.issued_at:%H:%M} {spoken_day(paper.issued_at.date())}"
        words = job_words(newest) if newest else None
        rows.append(PaperRow(id=paper.id, title=paper.title, when=when, copies=paper.marked_copies, job=words))
    return tuple(rows)


def handed_in(papers: Sequence[PaperHandedIn]) -> str:
    """Return the papers that the citizen left, one a line."""
    return "\n".join(f"{place}. {paper.name} – {_amount(paper)}" for place, paper in enumerate(papers, start=1))


def short_code(seen: Seen) -> str:
    """Return the part of the code that people say aloud."""
    return tail(seen.dossier.code)


def _amount(paper: PaperHandedIn) -> str:
    parts = [
        f"{number} {kind}" for number, kind in ((paper.originals, "bản chính"), (paper.copies, "bản sao")) if number
    ]
    return ", ".join(parts) or "xuất trình"


def _leg_status(leg: Leg, now: datetime, *, here: bool) -> StatusWords:
    if leg.done_at is not None:
        found = mark(leg.plan.due_at, leg.done_at)
        late = found is Mark.LATE
        words = f"Xong {leg.done_at:%d/%m}, {found.spoken}"
        return StatusWords(words=words, shape="done", colour=COLOURS.danger if late else COLOURS.good)
    if is_late(leg.plan.due_at, now):
        return StatusWords(words="Quá hạn", shape="late", colour=COLOURS.danger)
    if here:
        return StatusWords(words="Đang ở đây", shape="half", colour=COLOURS.calm)
    return StatusWords(words="Chưa tới lượt", shape="ring", colour=COLOURS.soft_ink)
