"""What the morning page says; decided without a window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desk_app.dossiers.listing.figures import Figures, Stuck
from desk_app.dossiers.listing.wanted import UNCOLLECTED_DAYS
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.widgets.colours import COLOURS
from ui.widgets.status_words import StatusWords


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One figure: what it counts, a remark below, where it leads, the shape that goes with it."""

    title: str
    number: int
    page: str
    about: str
    shape: str
    colour: str
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One dossier that wants attention."""

    id: str
    code: str
    name: str
    procedure: str
    where: str
    due: str
    status: StatusWords


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One line beside the list: what it is, how it stands, and where it leads (nowhere without a page).

    ``whole`` says in full what the line has no room for.
    """

    words: str
    detail: str
    shape: str
    colour: str
    page: str = ""
    about: str = ""
    whole: str = ""


@dataclass(frozen=True, kw_only=True)
class Morning:
    """The figures of the day, the dossiers behind the urgent ones, who is late with what, and how this desk is kept."""

    tiles: tuple[Tile, ...]
    lines: tuple[Line, ...]
    stuck: tuple[Notice, ...]
    kept: tuple[Notice, ...]
    reminders: tuple[Notice, ...]
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class Papers:
    """Print jobs that are not done: on their way, and those that need a person."""

    waiting: int
    failed: int


@dataclass(frozen=True, kw_only=True)
class Safety:
    """When this desk's data were last put elsewhere: a backup, an acknowledged export; None for never.

    ``is_backup_old``: two working days have gone by. ``restores`` says how the last rehearsal of a restore went.
    """

    backed_up_at: datetime | None
    acknowledged_at: datetime | None
    is_backup_old: bool = False
    has_place: bool = True
    restores: bool | None = None


def tiles_of(figures: Figures, papers: Papers, tickets: int | None) -> tuple[Tile, ...]:
    """Return the figures in the order in which a morning asks for them; no tickets for who may not see the queue."""
    counts = figures.counts
    tiles = [
        _list(_("Quá hạn"), counts, "overdue", "late", COLOURS.danger),
        _list(_("Hẹn trả hôm nay"), counts, "today", "clock", COLOURS.warning),
        _list(_("Hẹn ngày làm việc tới"), counts, "tomorrow", "half", COLOURS.calm),
        _list(_("Đang kẹt ở một bước"), counts, "stuck", "pause", COLOURS.warning),
        _list(_("Chờ đến nhận"), counts, "waiting", "done", COLOURS.good, _uncollected(counts)),
        _received(figures),
        _papers(papers),
    ]
    if tickets is not None:
        tiles.append(_tile(_("Đang chờ gọi số"), tickets, "tickets", "", "tickets", COLOURS.calm))
    return tuple(tiles)


def stuck_of(stuck: Sequence[Stuck]) -> tuple[Notice, ...]:
    """Return which agencies hold dossiers longer than their step allows, the longest first."""
    return tuple(
        Notice(
            words=each.agency,
            detail=_stuck_words(each),
            shape="pause",
            colour=COLOURS.warning,
            page="list",
            about=f"due=stuck&unit={each.agency.replace('%', '%25').replace('&', '%26')}&sort=due",
        )
        for each in stuck
    )


def kept_of(safety: Safety, now: datetime) -> tuple[Notice, ...]:
    """Return how this desk's data are kept, and what to do where they are not."""
    export = _since(safety.acknowledged_at, now) or _("Chưa lần nào: số liệu chỉ có ở đây.")
    return (
        _backup(safety, now),
        replace(_kept(_("Tuyến trên báo nhận"), export, safety.acknowledged_at, now), page="sync"),
    )


def _backup(safety: Safety, now: datetime) -> Notice:
    """Return how old the last proved copy is; it leads to where copies are made."""
    shape, colour, whole = "warning", COLOURS.warning, ""
    if safety.restores is False:
        shape, colour, detail = "late", COLOURS.danger, _("Khôi phục thử KHÔNG được: sao lưu lại.")
    elif safety.backed_up_at is None:
        detail = _("Chưa có bản nào.") if safety.has_place else _("Chưa chọn nơi sao lưu.")
        whole = _("Mất máy là mất dữ liệu: nhờ quản trị chọn thẻ nhớ để máy tự sao lưu hằng ngày.")
    else:
        detail = _since(safety.backed_up_at, now)
        if safety.is_backup_old:
            whole = _("Đã hai ngày làm việc chưa sao lưu: cắm thẻ nhớ rồi mở Cài đặt › Sao lưu.")
        else:
            shape, colour = "tick", COLOURS.good
    return Notice(
        words=_("Sao lưu"),
        detail=detail,
        shape=shape,
        colour=colour,
        page="settings",
        about="backup",
        whole=whole,
    )


def _list(title: str, counts: Mapping[str, int], name: str, shape: str, colour: str, remark: str = "") -> Tile:
    return _tile(title, counts[name], "list", f"view:{name}", shape, colour, remark)


def _tile(title: str, number: int, page: str, about: str, shape: str, colour: str, remark: str = "") -> Tile:
    """Return a figure; one of nothing is calm: a tick in the colour of rest."""
    return Tile(
        title=title,
        number=number,
        page=page,
        about=about,
        shape=shape if number else "tick",
        colour=colour if number else COLOURS.soft_ink,
        remark=remark,
    )


def _uncollected(counts: Mapping[str, int]) -> str:
    long = counts["uncollected"]
    if not long:
        return ""
    return _("{count} quá {days} ngày").format(count=quantity(long), days=UNCOLLECTED_DAYS)


def _received(figures: Figures) -> Tile:
    remark = _("tôi nhận {count}").format(count=quantity(figures.received_by_me)) if figures.received_today else ""
    title = _("Tiếp nhận hôm nay")
    return _tile(title, figures.received_today, "list", "view:received_today", "new", COLOURS.accent, remark)


def _papers(papers: Papers) -> Tile:
    remark = _("{count} cần xem lại").format(count=quantity(papers.failed)) if papers.failed else ""
    colour = COLOURS.danger if papers.failed else COLOURS.warning
    return _tile(_("Giấy chưa in xong"), papers.waiting + papers.failed, "queue", "", "print", colour, remark)


def _stuck_words(stuck: Stuck) -> str:
    words = _("{count} hồ sơ, lâu nhất quá {days} ngày") if stuck.half_days else _("{count} hồ sơ, mới quá hạn")
    return words.format(count=quantity(stuck.dossiers), days=_half(stuck.half_days))


def _half(half_days: int) -> str:
    """Return half-days as days: ``2`` or ``2,5``."""
    return f"{half_days // 2},5" if half_days % 2 else f"{half_days // 2}"


def _since(at: datetime | None, now: datetime) -> str:
    if at is None:
        return ""
    days = (now.date() - at.date()).days
    if days <= 0:
        return _("hôm nay lúc {time}").format(time=f"{at:%H:%M}")
    return _("{day}, {days} ngày trước").format(day=f"{at:%d/%m/%Y}", days=days)


def _kept(words: str, detail: str, at: datetime | None, now: datetime) -> Notice:
    fresh = at is not None and (now - at).days < _FRESH_DAYS
    shape, colour = ("tick", COLOURS.good) if fresh else ("warning", COLOURS.warning)
    return Notice(words=words, detail=detail, shape=shape, colour=colour)


_FRESH_DAYS = 7
"""For how many days an export is good; after a week without an answer the page warns."""
