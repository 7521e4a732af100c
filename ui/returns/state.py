"""What the page of returns shows and allows, decided without a window."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.numbering import tail
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.returns.facts import FailReason
from desk_app.returns.seen import Going, Outstanding
from desk_app.returns.way import OPEN_STOPS, Where

FAIL_WORDS: Mapping[FailReason, str] = {
    "absent": _("Vắng nhà"),
    "wrong_address": _("Sai địa chỉ"),
    "refused": _("Từ chối nhận"),
    "other": _("Lý do khác"),
}
Mark = tuple[str, str, str]
"""Words, a shape before them, and its colour."""


@dataclass(frozen=True, kw_only=True)
class GoRow:
    """One result that waits to be brought home; ``proposed`` and ``blocked`` say why, or are empty."""

    id: str
    code: str
    name: str
    hamlet: str
    remark: str
    detail: str
    proposed: str
    blocked: str


@dataclass(frozen=True, kw_only=True)
class TripRow:
    """A line of the rounds: a round itself (``dossier`` empty), or one of its stops.

    ``has_left`` and ``open_count`` are the round's. ``trouble`` is what must be looked into.
    """

    round: str
    dossier: str
    words: str
    mark: Mark
    detail: str
    state: str
    has_left: bool
    open_count: int
    trouble: str = ""
    fetched: bool = False

    @property
    def may_deliver(self) -> bool:
        """Tell whether the result is with the helper, and its owner has not fetched it at the counter."""
        return self.state in ("out", "failed") and not self.fetched

    @property
    def may_fail(self) -> bool:
        """Tell whether the helper has not been at the door yet."""
        return self.state == "out"

    @property
    def may_come_back(self) -> bool:
        """Tell whether the stop has no outcome yet."""
        return self.state in OPEN_STOPS

    @property
    def may_leave(self) -> bool:
        """Tell whether the round still stands at the desk with something to carry."""
        return not self.has_left and self.open_count > 0

    @property
    def may_close(self) -> bool:
        """Tell whether the round can be ended as far as this line knows; the desk names what is missing."""
        return self.has_left or self.open_count == 0


@dataclass(frozen=True, kw_only=True)
class PostRow:
    """One result that waits for the post, or one parcel; ``where`` is waiting, packed or posted.

    ``mates`` are the dossiers in the same parcel, or those that could go along while it waits.
    """

    id: str
    code: str
    name: str
    where: str
    mark: Mark
    detail: str
    address: str
    mates: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BackRow:
    """One result that came back and waits at the counter; ``told`` is when its owner was last called."""

    id: str
    code: str
    name: str
    phone: str
    since: str
    reason: str
    told: str


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Everything the page shows."""

    going: tuple[GoRow, ...]
    trips: tuple[TripRow, ...]
    post: tuple[PostRow, ...]
    back: tuple[BackRow, ...]


def go_rows(found: Iterable[Going], now: datetime) -> tuple[GoRow, ...]:
    """Return results that wait to be brought home, and those proposed for it, as rows."""
    return tuple(
        GoRow(
            id=each.dossier.id,
            code=tail(each.dossier.code),
            name=each.dossier.registered.applicant.name,
            hamlet=each.hamlet,
            remark=_remark(each, now),
            detail=person_detail(each.address, each.dossier.registered.applicant.phone, each.kit),
            proposed=_(each.proposed) if each.proposed else "",
            blocked=each.blocked,
        )
        for each in found
        if each.way == "home"
    )


def back_rows(out: Iterable[Outstanding]) -> tuple[BackRow, ...]:
    """Return what waits at the counter after it came back."""
    return tuple(
        BackRow(
            id=each.dossier.id,
            code=tail(each.dossier.code),
            name=each.dossier.registered.applicant.name,
            phone=each.dossier.registered.applicant.phone,
            since=_("{day} ({days} ngày)").format(day=spoken_day(each.since.date()), days=each.days),
            reason=_back_reason(each),
            told=_told(each),
        )
        for each in out
        if each.where is Where.AT_DESK
    )


def hamlet_of_ticked(rows: Sequence[GoRow], ticked: Iterable[str]) -> str:
    """Return the hamlet of the first ticked row."""
    wanted = set(ticked)
    return next((row.hamlet for row in rows if row.id in wanted), "")


def _remark(each: Going, now: datetime) -> str:
    if each.blocked:
        return _("Phải ký sổ tại quầy")
    parts = [_("Đề nghị: {why}").format(why=_(each.proposed))] if each.proposed else []
    if each.attempts:
        parts.append(_("đã vắng {count} lần").format(count=each.attempts))
    if each.dossier.result is not None:
        days = (now.date() - each.dossier.result.issued_at.date()).days
        parts.append(_("chờ {days} ngày").format(days=days) if days else _("có hôm nay"))
    return " · ".join(parts)


def person_detail(address: str, phone: str, kit: tuple[str, ...]) -> str:
    """Return where somebody lives, how to call them and what to bring, on one line."""
    parts = [address or _("không có địa chỉ"), phone or _("không có số điện thoại")]
    if kit:
        parts.append(_("kèm: {items}").format(items=", ".join(kit)))
    return " · ".join(parts)


def _back_reason(each: Outstanding) -> str:
    stop, parcel = each.stop, each.parcel
    if parcel is not None and (stop is None or parcel.at >= stop.at):
        return _("Bưu chính: {why}").format(why=parcel.reason)
    if stop is None:
        return ""
    why = FAIL_WORDS[stop.fail_reason] if stop.fail_reason is not None else ""
    return ". ".join(part for part in (why, stop.reason) if part)


def _told(each: Outstanding) -> str:
    told_at = each.dossier.told_at
    return spoken_day(told_at.date()) if told_at is not None and told_at >= each.since else ""
