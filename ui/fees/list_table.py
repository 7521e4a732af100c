"""The list of who owes and what was paid, its columns and what it says when it is empty."""

from desk_app.kernel.translations import _
from ui.fees.state import Row
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown
from ui.widgets.table import Column, Look, RowsModel, Table

_SHAPES = {
    "unpaid": ("ring", COLOURS.warning),
    "paid": ("done", COLOURS.good),
    "returned": ("cross", COLOURS.soft_ink),
    "nothing": ("tick", COLOURS.soft_ink),
}


def _state_look(row: Row) -> Look:
    shape, colour = _SHAPES[row.state]
    return Look(words=row.state_words, shape=shape, colour=colour)


_COLUMNS: tuple[Column[Row], ...] = (
    Column(title=_("Tình trạng"), look=_state_look),
    Column(title=_("Mã hồ sơ"), look=lambda row: Look(words=row.code, bold=True)),
    Column(title=_("Người nộp"), look=lambda row: Look(words=row.name), stretches=True),
    Column(title=_("Số tiền"), look=lambda row: Look(words=row.money, bold=row.state == "unpaid")),
    Column(
        title=_("Thủ tục"),
        look=lambda row: Look(words=row.procedure, colour=COLOURS.soft_ink),
        stretches=True,
        minor=True,
    ),
    Column(title=_("Phiếu thu"), look=lambda row: Look(words=row.number)),
    Column(title=_("Lúc"), look=lambda row: Look(words=row.time, colour=COLOURS.soft_ink), minor=True),
)


def fee_table() -> Table[Row]:
    """Return the list, empty."""
    table = Table(RowsModel(_COLUMNS), _("Thu phí, lệ phí"))
    table.setMinimumHeight(grown(160))
    table.when_empty(
        "done",
        _("Không ai còn nợ phí, lệ phí"),
        _("Quét giấy hẹn để thu tiền của một hồ sơ nhận ngày khác."),
    )
    return table
