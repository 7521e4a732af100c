"""Who waits, who was absent, who is at other counters; below it the day in figures."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.tickets.rows import Row
from ui.tickets.state import Queue
from ui.widgets.colours import COLOURS
from ui.widgets.empty import Empty, EmptyOver
from ui.widgets.parts import grown, label, noticed
from ui.widgets.table import Column, Look, RowsModel, Table

_COLUMNS: tuple[Column[Row], ...] = (
    Column(title=_("Số"), look=lambda row: Look(words=row.number, bold=True)),
    Column(title=_("Tình trạng"), look=lambda row: Look(words=row.state, shape=row.shape, colour=row.colour)),
    Column(
        title=_("Đã chờ"),
        look=lambda row: Look(
            words=row.minutes, colour=COLOURS.warning if row.is_late else COLOURS.ink, bold=row.is_late
        ),
    ),
    Column(title=_("Lĩnh vực"), look=lambda row: Look(words=row.field), stretches=True),
    Column(title=_("Ưu tiên"), look=lambda row: Look(words=row.priority)),
    Column(
        title=_("Phiếu"),
        look=lambda row: Look(words=row.slip, shape="warning" if row.slip else "", colour=COLOURS.warning),
    ),
)


class WaitingList(QWidget):
    """The list, above it a warning about slips that never came out, below it the figures."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(RowsModel(_COLUMNS), _("Người đang chờ"))
        self.table.setMinimumHeight(grown(120))
        self._empty = EmptyOver(self.table, _nobody())
        self._figures = label("", "soft", wrap=True)
        self._unprinted = label("", "warning", wrap=True)
        self._notice = noticed(self._unprinted)
        self._notice.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(self._notice)
        layout.addWidget(self.table, 1)
        layout.addWidget(label(_("Enter: gọi dòng đang chọn · Delete: bỏ số."), "small", wrap=True))
        layout.addWidget(self._figures)

    @property
    def figures(self) -> str:
        """Return the day's figures as they are shown."""
        return self._figures.text()

    def put(self, queue: Queue) -> None:
        """Show the queue; a list in which nothing has changed stays where it was scrolled to."""
        self._figures.setText(queue.figures)
        self._unprinted.setText(queue.unprinted)
        self._notice.setVisible(bool(queue.unprinted))
        if queue.rows != self.table.rows or not queue.rows:
            self.table.put(queue.rows, keep=lambda row: row.id)

    def choose(self, ticket: str) -> Row | None:
        """Stand on a ticket's line and return it; None when it has none."""
        place = next((at for at, row in enumerate(self.table.rows) if row.id == ticket), None)
        if place is None:
            return None
        self.table.selectRow(place)
        self.table.setFocus()
        return self.table.rows[place]


def _nobody() -> Empty:
    return Empty(
        "tickets",
        _("Chưa ai lấy số"),
        _("Bấm một lĩnh vực để lấy số cho người mới đến, hoặc mở màn hình lấy số cho người dân tự bấm."),
        key="Alt+1",
    )
