"""What the page of sittings shows and allows, decided without a window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.on_the_spot_figures import OnTheSpotFigures
from desk_app.dossiers.on_the_spot_rules import Against, Fitness
from desk_app.dossiers.on_the_spot_visit import STAGES, Stage, Visit
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _

STAGE_WORDS: Mapping[Stage, str] = {
    "received": _("Tiếp nhận"),
    "appraised": _("Thẩm định"),
    "approved": _("Duyệt"),
    "returned": _("Trả kết quả"),
}
STAGE_KEYS: Mapping[Stage, str] = {"appraised": "F6", "approved": "F7", "returned": "F8"}
_DO_WORDS: Mapping[Stage, str] = {
    "appraised": _("Thẩm định xong"),
    "approved": _("Duyệt"),
    "returned": _("Trả kết quả"),
}


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Somebody who may set a stamp by proving who they are."""

    login: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One dossier as the page needs it; ``names`` are people's by their account.

    ``signers`` may set each stage's stamp; ``mine`` are the stages that whoever is signed in may set.
    """

    dossier: Dossier
    names: Mapping[str, str]
    fit: Fitness
    target_minutes: int
    must_sign: bool
    has_receipt: bool
    signers: Mapping[Stage, tuple[Signer, ...]]
    mine: frozenset[Stage]

    @property
    def visit(self) -> Visit | None:
        """Return the sitting, None where it has not begun."""
        return self.dossier.on_the_spot


@dataclass(frozen=True, kw_only=True)
class WaitingRow:
    """A sitting in which somebody waits."""

    id: str
    code: str
    name: str
    procedure: str
    stage: str
    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class CandidateRow:
    """A dossier received today that may be settled now, and what to mind."""

    id: str
    code: str
    name: str
    procedure: str
    fit: Fitness


@dataclass(frozen=True, kw_only=True)
class Overview:
    """What stands there while no sitting is open on the page."""

    waiting: tuple[WaitingRow, ...]
    candidates: tuple[CandidateRow, ...]
    figures: OnTheSpotFigures
    settle_day: bool
    weekday: str
    target_minutes: int


@dataclass(frozen=True, kw_only=True)
class StampRow:
    """One line of the stamps: what, whose, when, how long after the one before; ``state`` is done, next or ahead."""

    stage: Stage
    words: str
    who: str
    at: str
    after: str
    state: str


def stamp_rows(sitting: Sitting) -> tuple[StampRow, ...]:
    """Return the four lines; none before the sitting has begun."""
    visit = sitting.visit
    if visit is None:
        return ()
    rows, before = [], visit.received.at
    for stage, stamp in zip(STAGES, visit.stamps, strict=True):
        state = "done" if stamp is not None else "next" if stage == visit.next_stage else "ahead"
        after = "" if stamp is None or stage == "received" else _("sau {time}").format(time=span(before, stamp.at))
        rows.append(
            StampRow(
                stage=stage,
                words=STAGE_WORDS[stage],
                who=sitting.names.get(stamp.by, "") if stamp is not None else "",
                at=f"{stamp.at:%H:%M:%S}" if stamp is not None else "",
                after=after,
                state=state,
            )
        )
        before = stamp.at if stamp is not None else before
    return tuple(rows)


def span(first: datetime, last: datetime) -> str:
    """Return the time between two moments as a stopwatch shows it: ``4:05``, ``1:02:03``."""
    seconds = max(0, int((last - first).total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def waited_words(since: datetime, now: datetime) -> str:
    """Return how long somebody has waited, in whole minutes."""
    return _("{count} phút").format(count=quantity(_minutes(since, now)))


def is_over(since: datetime, now: datetime, target_minutes: int) -> bool:
    """Tell whether the office's target has passed."""
    return (now - since).total_seconds() > target_minutes * 60


def do_words(sitting: Sitting) -> str:
    """Return what the main button does next; that somebody else must prove themselves is said by its dots."""
    visit = sitting.visit
    stage = visit.next_stage if visit is not None else None
    if stage is None:
        return ""
    words = _DO_WORDS[stage]
    return words if stage in sitting.mine else _("Lãnh đạo duyệt…") if stage == "approved" else f"{words}…"


def against_words(against: Against) -> str:
    """Return in two or three words what speaks against settling at once."""
    return {
        "": _("Trả ngay được"),
        "unknown": _("Không rõ thủ tục"),
        "papers": _("Còn thiếu giấy tờ"),
        "linked": _("Liên thông"),
        "term": _("Có thời hạn"),
    }[against]


def greeting(overview: Overview) -> str:
    """Return the line on top: that today complete dossiers are settled at once, or what the page is for."""
    if overview.settle_day:
        return _("{weekday}: giải quyết ngay").format(weekday=_(overview.weekday))
    return _("Giải quyết tại chỗ")


def day_words(overview: Overview) -> str:
    """Return the day in figures."""
    figures = overview.figures
    if not figures.visits:
        return _("Hôm nay chưa có lượt nào. Nhắm tới {target} phút một lượt.").format(target=overview.target_minutes)
    words = _("Hôm nay {visits} lượt: trả ngay {settled}, chuyển bình thường {left}, đang chờ {open}.").format(
        visits=figures.visits, settled=figures.settled, left=figures.left, open=figures.open
    )
    whole = figures.parts[-1]
    if whole.median_minutes is None or whole.p90_minutes is None:
        return words
    times = _("Trung vị {median} phút, chín phần mười không quá {p90} phút.").format(
        median=_decimal(whole.median_minutes), p90=_decimal(whole.p90_minutes)
    )
    return f"{words} {times}"


def _decimal(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _minutes(since: datetime, now: datetime) -> int:
    return max(0, int((now - since).total_seconds() // 60))
