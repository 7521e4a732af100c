"""What the officer reads first of an opened dossier: may its result be given out, and what to tell the citizen."""

from dataclasses import dataclass
from typing import Literal

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import Relation
from desk_app.dossiers.status import BEING_SOLVED, Status
from desk_app.kernel.translations import _
from desk_app.working_time.marks import is_late
from ui.dossiers.hand_over.state import WAYS, Opened
from ui.widgets.colours import COLOURS
from ui.widgets.moments import moment_words

Standing = Literal["ready", "not_ready", "given", "closed"]

_RELATIONS: dict[Relation, str] = {
    "self": _("bản thân"),
    "relative": _("người thân"),
    "authorised": _("người được ủy quyền"),
}


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What the officer sees first: may it be given, if not why, and what to tell the citizen."""

    headline: str
    tell: str
    shape: str
    colour: str


def standing(dossier: Dossier) -> Standing:
    """Return whether the result may be given out."""
    if dossier.status is Status.SETTLED:
        return "ready"
    if dossier.handed_over is not None:
        return "given"
    return "not_ready" if dossier.status in BEING_SOLVED else "closed"


def notice(opened: Opened) -> Notice:
    """Return what stands above the form."""
    dossier = opened.dossier
    match standing(dossier):
        case "ready":
            return _ready(opened)
        case "given":
            return _given(opened)
        case "not_ready":
            return _not_ready(opened)
    headline = _("Hồ sơ «{status}»: không có kết quả để trả.").format(status=_(dossier.status.words))
    return Notice(headline=headline, tell=_("Xem lịch sử ở thẻ hồ sơ."), shape="cross", colour=COLOURS.soft_ink)


def _ready(opened: Opened) -> Notice:
    dossier = opened.dossier
    assert dossier.result is not None
    number = _(" số {number}").format(number=dossier.result.number) if dossier.result.number else ""
    days = (opened.now.date() - dossier.result.issued_at.date()).days
    since = _("từ hôm nay") if days == 0 else _("từ {days} ngày trước").format(days=days)
    headline = _("Có kết quả{number} {since}, trả được ngay.").format(number=number, since=since)
    way = WAYS[dossier.registered.return_by]
    tell = _("Lưu ý: {way}.").format(way=way) if way else ""
    return Notice(headline=headline, tell=tell, shape="done", colour=COLOURS.good)


def _given(opened: Opened) -> Notice:
    fact = opened.dossier.handed_over
    assert fact is not None
    relation = fact.kinship or _RELATIONS[fact.relation]
    headline = _("Đã trả lúc {at} cho {name} ({relation}).").format(
        at=moment_words(fact.handed_at), name=fact.to, relation=relation
    )
    parts = (
        _("Số giấy tờ: {number}.").format(number=fact.id_number) if fact.id_number else "",
        _("Xuất trình: {paper}.").format(paper=fact.paper_shown) if fact.paper_shown else "",
        _("Người trả: {name}.").format(name=opened.given_by) if opened.given_by else "",
        _("Không trả lần thứ hai."),
    )
    return Notice(headline=headline, tell=" ".join(filter(None, parts)), shape="given", colour=COLOURS.calm)


def _not_ready(opened: Opened) -> Notice:
    dossier, fact = opened.dossier, opened.dossier.registered
    leg = dossier.open_legs[0] if dossier.open_legs else None
    done = max((each.done_at for each in dossier.legs if each.done_at is not None), default=fact.received_at)
    where = leg.plan.agency if leg is not None else _("bộ phận giải quyết")
    headline = _("Chưa có kết quả: đang ở {where} từ {since}.").format(where=where, since=moment_words(done))
    if is_late(fact.due_at, opened.now):
        tell = _("Đã quá hẹn {due}. Xin lỗi người dân, ghi lại số điện thoại và báo lãnh đạo.")
        return Notice(
            headline=headline, tell=tell.format(due=moment_words(fact.due_at)), shape="late", colour=COLOURS.danger
        )
    tell = _("Nói với người dân: hẹn trả {due}; có kết quả sớm sẽ gọi {phone}.").format(
        due=moment_words(fact.due_at), phone=fact.applicant.phone or _("(chưa có số điện thoại, hãy xin số)")
    )
    return Notice(headline=headline, tell=tell, shape="half", colour=COLOURS.warning)
