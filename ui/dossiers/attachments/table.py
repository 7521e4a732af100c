"""The list of a dossier's images."""

from desk_app.kernel.translations import _
from ui.dossiers.attachments.state import Row
from ui.widgets.colours import COLOURS
from ui.widgets.table import Column, Look


def columns() -> tuple[Column[Row], ...]:
    """Return the columns: what it shows, what it is, how sensitive, since when, until when, where."""
    return (
        Column(title=_("Giấy tờ"), look=_paper, stretches=True),
        Column(title=_("Nhạy cảm"), look=_sensitive),
        Column(title=_("Loại"), look=lambda row: _soft_if_ended(row, row.kind), minor=True),
        Column(title=_("Cỡ"), look=lambda row: _soft_if_ended(row, row.size), minor=True),
        Column(title=_("Thêm lúc"), look=lambda row: Look(words=row.added, colour=COLOURS.soft_ink), minor=True),
        Column(title=_("Giữ đến"), look=_until),
        Column(title=_("Nằm ở đâu"), look=_place, stretches=True),
    )


def _paper(row: Row) -> Look:
    return Look(words=row.paper, bold=not row.ended, colour=COLOURS.soft_ink if row.ended else COLOURS.ink)


def _sensitive(row: Row) -> Look:
    return Look(words=_("Nhạy cảm"), shape="lock", colour=COLOURS.warning) if row.sensitive else Look(words="–")


def _until(row: Row) -> Look:
    if row.expired:
        return Look(words=_("{day}, đã hết hạn").format(day=row.until), shape="late", colour=COLOURS.danger)
    return _soft_if_ended(row, row.until)


def _place(row: Row) -> Look:
    if row.ended:
        return Look(words=row.place, shape="cross", colour=COLOURS.soft_ink)
    if row.may_open:
        return Look(words=row.place, shape="tick", colour=COLOURS.good)
    return Look(words=row.place, shape="screen", colour=COLOURS.calm)


def _soft_if_ended(row: Row, words: str) -> Look:
    return Look(words=words, colour=COLOURS.soft_ink if row.ended else COLOURS.ink)
