"""What may be settled in one sitting, on which day, by whom approved, and which moments are possible."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desk_app.accounts.rules import Account, Role
from desk_app.catalogue.procedure import Procedure, spoken_term
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.hand_over import Collecting
from desk_app.dossiers.on_the_spot_visit import Stage, Visit
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import OPEN
from desk_app.kernel.errors import InvalidInput, NotAllowed, Refused
from desk_app.kernel.texts import folded
from desk_app.kernel.time_source import spoken_moment
from desk_app.office.book import OfficeBook
from desk_app.working_time.calendar import WEEKDAYS

TARGET_MINUTES = "on_the_spot_minutes"
SETTLE_WEEKDAY = "settle_at_once_weekday"
APPROVER = "on_the_spot_approver"
BY_LEADER = "lãnh đạo"

_STAGE_WORDS: dict[Stage, str] = {
    "received": "tiếp nhận",
    "appraised": "thẩm định",
    "approved": "duyệt",
    "returned": "trả kết quả",
}


Against = Literal["", "unknown", "papers", "linked", "term"]


@dataclass(frozen=True, kw_only=True)
class Fitness:
    """Whether a dossier is one for settling in one sitting, and else what to mind: ``against`` and, in words, ``warning``.

    A warning forbids nothing.
    """

    offered: bool
    against: Against = ""
    warning: str = ""


def is_settle_day(office: OfficeBook, on: date) -> bool:
    """Tell whether ``on`` is the office's weekday for settling complete dossiers at once."""
    return office.setting_on(SETTLE_WEEKDAY, on) == WEEKDAYS[on.weekday()].lower()


def fitness(procedure: Procedure | None, papers: Iterable[str], *, settle_day: bool) -> Fitness:
    """Return whether a dossier with these papers is offered for settling at once.

    Offered are complete dossiers of procedures without a term, and on the settling weekday of all but linked ones.
    """
    if procedure is None:
        return Fitness(offered=False, against="unknown", warning="Danh mục trên máy không có thủ tục này.")
    handed_in = {folded(name) for name in papers}
    # A paper that is only shown stands on no list of what was handed in.
    asked = (each for each in procedure.papers if each.required and not each.condition)
    needed = (each.name for each in asked if each.originals or each.copies)
    missing = [name for name in needed if folded(name) not in handed_in]
    if missing:
        return Fitness(offered=False, against="papers", warning=f"Hồ sơ còn thiếu: {'; '.join(missing)}.")
    if procedure.is_linked:
        return Fitness(offered=False, against="linked", warning="Thủ tục liên thông: còn phần việc của cơ quan khác.")
    if procedure.at_once or settle_day:
        return Fitness(offered=True)
    return Fitness(offered=False, against="term", warning=f"Thời hạn của thủ tục: {spoken_term(procedure)}.")


def fitness_of(room: Dossiers, dossier: Dossier) -> Fitness:
    """Return whether a registered dossier is offered for settling at once today, by the catalogue of its day."""
    db, fact = room.journal.reading(), dossier.registered
    procedure = received_under(room, db, fact)
    settle_day = is_settle_day(room.office.book.get(db), room.journal.time.now().date())
    return fitness(procedure, (paper.name for paper in fact.papers), settle_day=settle_day)


def require_can_begin(dossier: Dossier) -> None:
    """Raise ``Refused`` when a sitting cannot begin: there was one already, or the result is already there."""
    if dossier.on_the_spot is not None:
        raise Refused(
            "dossiers.on_the_spot_again",
            f"Hồ sơ {dossier.code} đã có một lượt tại chỗ.",
            "Hồ sơ đi tiếp như bình thường; xem lịch sử trên thẻ.",
        )
    if dossier.status not in OPEN:
        raise Refused(
            "dossiers.on_the_spot_not_allowed",
            f"Hồ sơ {dossier.code} «{dossier.status.words}»: không còn gì để giải quyết tại chỗ.",
            "Xem lịch sử trên thẻ hồ sơ.",
        )


def require_stage(dossier: Dossier, stage: Stage) -> Visit:
    """Return the open sitting; raise ``Refused`` when there is none or another stage comes first."""
    visit = require_open(dossier)
    wanted = visit.next_stage
    if wanted == stage:
        return visit
    named = _STAGE_WORDS[stage]
    done = next(each for each in zip(_STAGE_WORDS, visit.stamps, strict=True) if each[0] == stage)[1] is not None
    hint = f"Bước tiếp theo: {_STAGE_WORDS[wanted]}." if wanted else ""
    words = f"Bước {named} đã xong." if done else f"Chưa đến bước {named}."
    raise Refused("dossiers.on_the_spot_order", words, hint)


def require_open(dossier: Dossier) -> Visit:
    """Return the sitting of a dossier; raise ``Refused`` when there is none, or it is over."""
    visit = dossier.on_the_spot
    if visit is None or visit.standing != "open":
        raise Refused(
            "dossiers.not_on_the_spot",
            f"Hồ sơ {dossier.code} không đang được giải quyết tại chỗ.",
            "Xem lịch sử trên thẻ hồ sơ.",
        )
    return visit


def may_approve(account: Account, office: OfficeBook, on: date) -> bool:
    """Tell whether a person's approval is enough on that day, as the office has settled it."""
    return Role.LEADER in account.roles or office.setting_on(APPROVER, on) != BY_LEADER


def require_approver(account: Account, office: OfficeBook, on: date) -> None:
    """Raise ``NotAllowed`` when a leader must approve and ``account`` is none."""
    if not may_approve(account, office, on):
        raise NotAllowed(
            "dossiers.needs_leader",
            f"Bước duyệt do lãnh đạo ký; «{account.login}» không phải lãnh đạo.",
            "Lãnh đạo nhập mật khẩu hoặc PIN của mình ngay tại đây.",
        )


def stamp_moment(stated: datetime | None, *, after: datetime, now: datetime, field: str) -> datetime:
    """Return the moment of a stamp: now, or the one stated for a sitting that is entered later.

    Raises ``InvalidInput`` for a moment before the stamp that comes first, or in the future.
    """
    if stated is None:
        return now
    if stated < after:
        raise InvalidInput(
            field, f"Thời điểm này trước bước liền trước ({spoken_moment(after)}).", "Hãy xem lại giờ của từng bước."
        )
    if stated > now:
        raise InvalidInput(field, "Thời điểm này ở tương lai.", "Hãy xem lại giờ của từng bước.")
    return stated


def collector_of(dossier: Dossier) -> Collecting:
    """Return who takes the result away in the sitting: who stood there at its beginning."""
    fact = dossier.registered
    if fact.authorised is None:
        return Collecting()
    shown = next((paper.name for paper in fact.papers if "uy quyen" in folded(paper.name)), "Văn bản ủy quyền")
    return Collecting(
        relation="authorised", to=fact.authorised.name, id_number=fact.authorised.id_number, paper_shown=shown
    )
