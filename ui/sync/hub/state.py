"""What the hub's page says; decided without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.kernel.translations import _
from desk_app.sync.hub.inbox import FileVerdict, Inbox
from desk_app.sync.hub.units import DeskStanding, UnitStanding
from ui.widgets.colours import COLOURS


@dataclass(frozen=True, kw_only=True)
class DeskRow:
    """One desk of a unit as a row; ``shape``, ``colour`` and ``standing`` say the same three times."""

    desk: str
    unit: str
    label: str
    standing: str
    shape: str
    colour: str
    wrote: str
    received: str
    dossiers: str
    late: str


def desk_rows(units: Sequence[UnitStanding]) -> tuple[DeskRow, ...]:
    """Return every desk as a row, unit by unit; the unit's name stands once."""
    rows = []
    for unit in units:
        for place, desk in enumerate(unit.desks):
            rows.append(_row(unit.name if place == 0 else "", desk))
    return tuple(rows)


def sum_words(units: Sequence[UnitStanding]) -> str:
    """Return how many units there are, and how many of their desks are silent."""
    silent = sum(1 for unit in units for desk in unit.desks if desk.is_silent)
    words = _("{count} đơn vị").format(count=quantity(len(units)))
    if not silent:
        return words
    return f"{words} · " + _("{count} máy im lặng quá 7 ngày").format(count=quantity(silent))


def verdict_words(one: FileVerdict) -> tuple[str, str, str]:
    """Return words, shape and colour for what became of a file."""
    if one.error:
        return f"{one.message} {one.hint}".strip(), "late", COLOURS.danger
    if one.imported is None:
        return _("Bỏ qua: {why}.").format(why=one.skipped), "pause", COLOURS.soft_ink
    its = one.imported
    words = _("{writer}: {taken} mới, {known} đã có").format(
        writer=its.writer_label, taken=quantity(its.taken), known=quantity(its.known)
    )
    if its.new_dossiers:
        words += ", " + _("{count} hồ sơ mới").format(count=quantity(its.new_dossiers))
    if its.ahead:
        ahead = _("{count} chờ gói trước: đề nghị máy gửi viết lại từ đầu").format(count=quantity(its.ahead))
        return f"{words}; {ahead}", "warning", COLOURS.warning
    return words, "tick", COLOURS.good


def done_words(done: Inbox, *, looked: bool) -> tuple[str, str, str]:
    """Return message, hint and tone for the bar after a pass over the inbox."""
    count = quantity(done.entries)
    if looked:
        return _("Xem trước: sẽ nhận {count} bút toán mới.").format(count=count), _("Chưa ghi gì. F6 để nhận."), "plain"
    answers = _("Đã viết {count} báo nhận: chép về cho các đơn vị.").format(count=quantity(len(done.answers)))
    if done.refused:
        refused = _("{count} tệp bị từ chối, xem lý do từng tệp.").format(count=quantity(done.refused))
        return _("Đã nhận {count} bút toán mới.").format(count=count), f"{refused} {answers}", "warning"
    return _("Đã nhận {count} bút toán mới.").format(count=count), answers if done.answers else "", "good"


def _row(unit: str, desk: DeskStanding) -> DeskRow:
    words, shape, colour = _standing(desk)
    return DeskRow(
        desk=desk.desk,
        unit=unit,
        label=desk.label,
        standing=words,
        shape=shape,
        colour=colour,
        wrote=_day(desk.wrote_at),
        received=spoken_moment(desk.received_at) if desk.received_at else "",
        dossiers=quantity(desk.dossiers),
        late=quantity(desk.late) if desk.late else "",
    )


def _standing(desk: DeskStanding) -> tuple[str, str, str]:
    if desk.forked:
        return _("Dữ liệu bị sao chép"), "late", COLOURS.danger
    if desk.revoked:
        return _("Đã thu hồi khóa"), "pause", COLOURS.soft_ink
    if desk.missing:
        return _("Thiếu một đoạn"), "warning", COLOURS.warning
    if desk.silent_days is None:
        return _("Chưa gửi gì"), "warning", COLOURS.warning
    if desk.is_silent:
        return _("Im lặng {count} ngày").format(count=quantity(desk.silent_days)), "warning", COLOURS.warning
    return _("Đủ"), "tick", COLOURS.good


def _day(at: datetime | None) -> str:
    return spoken_day(at.date()) if at is not None else _("chưa có")
