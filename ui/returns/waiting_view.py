"""Who waits for a result at home, by hamlet; ticked with the space bar."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.returns.state import GoRow, hamlet_of_ticked
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label
from ui.widgets.table import Column, Look, RowsModel, Table

HEAD_PX = 30


class TickTable(Table[GoRow]):
    """A list whose rows are ticked with the space bar; says ``toggled``."""

    toggled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the row at the space bar."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)


class WaitingView(QWidget):
    """The results that wait, those proposed among them; ``ticked`` are the ids chosen for a round, in the list's order."""

    refused = Signal(str)

    def __init__(self, plan: Callable[[], None], accept: Callable[[], None], decline: Callable[[], None]) -> None:
        super().__init__()
        self._ticked: set[str] = set()
        self._count = label("", "soft")
        self.detail = label("", "small", wrap=True)
        columns: tuple[Column[GoRow], ...] = (
            Column(title=_("Địa bàn"), look=self._hamlet_look),
            Column(title=_("Mã hồ sơ"), look=lambda row: Look(words=row.code, bold=True)),
            Column(title=_("Người nhận"), look=lambda row: Look(words=row.name)),
            Column(title=_("Ghi chú"), look=_remark_look, stretches=True),
        )
        self.table = TickTable(RowsModel(columns), _("Kết quả chờ mang đến nhà"))
        self.table.when_empty(
            "home",
            _("Không có kết quả nào chờ mang đến nhà"),
            _("Hồ sơ đăng ký nhận tại nhà đứng ở đây khi có kết quả."),
        )
        self.table.toggled.connect(self.tick)
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._show_detail())
        self.plan_button = button(_("Lập chuyến"), plan, key="F6", kind="main")
        self.accept_button = button(_("Đồng ý"), accept, key="Ctrl+Y")
        self.decline_button = button(_("Vẫn trả ở quầy"), decline, key="Delete", kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        head = Flow((label(_("Chờ mang đến nhà"), "section"), None, self._count))
        # As high as the switch beside it: the two lists begin on one line.
        head.setMinimumHeight(grown(HEAD_PX))
        layout.addWidget(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addWidget(Flow((self.plan_button, self.accept_button, self.decline_button)))
        self._show_detail()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the chosen dossiers in the order of the list."""
        return tuple(row.id for row in self.table.rows if row.id in self._ticked)

    @property
    def hamlet(self) -> str:
        """Return the hamlet of the first chosen row."""
        return hamlet_of_ticked(self.table.rows, self._ticked)

    def put(self, rows: tuple[GoRow, ...]) -> None:
        """Show these results; what is gone is ticked no more."""
        self._ticked &= {row.id for row in rows}
        self.table.put(rows, keep=lambda row: row.id)
        self._show_detail()

    def tick(self) -> None:
        """Tick or untick the row the keyboard stands on, and step down; a blocked one says why not."""
        row = self.table.current
        if row is None:
            return
        if row.blocked:
            self.refused.emit(row.blocked)
            return
        self._ticked ^= {row.id}
        self._redraw()
        self.table.walk(1)

    def tick_hamlet(self) -> None:
        """Tick every result of the present row's hamlet that was asked for; untick them when all are ticked."""
        row = self.table.current
        if row is None:
            return
        ids = {each.id for each in self.table.rows if each.hamlet == row.hamlet and not (each.blocked or each.proposed)}
        self._ticked = self._ticked - ids if ids <= self._ticked else self._ticked | ids
        self._redraw()

    def untick(self) -> bool:
        """Take every tick away; tell whether there was one."""
        had = bool(self._ticked)
        self._ticked.clear()
        self._redraw()
        return had

    def choose(self, dossier: str) -> bool:
        """Stand on a dossier's row; tell whether it is there."""
        place = next((at for at, row in enumerate(self.table.rows) if row.id == dossier), None)
        if place is not None:
            self.table.selectRow(place)
            self.table.setFocus()
        return place is not None

    def _redraw(self) -> None:
        self.table.viewport().update()
        self._show_detail()

    def _show_detail(self) -> None:
        row, count = self.table.current, len(self._ticked)
        self.detail.setText("" if row is None else _detail(row))
        chosen = _("đã chọn {count}").format(count=count) if count else _("phím cách: chọn, Ctrl+A: cả địa bàn")
        self._count.setText(chosen if self.table.rows else "")
        self.plan_button.setEnabled(bool(count))
        proposed = row is not None and bool(row.proposed)
        self.accept_button.setEnabled(proposed and row is not None and not row.blocked)
        self.decline_button.setEnabled(proposed)

    def _hamlet_look(self, row: GoRow) -> Look:
        if row.blocked:
            return Look(words=row.hamlet, shape="lock", colour=COLOURS.soft_ink)
        if row.id in self._ticked:
            return Look(words=row.hamlet, shape="done", colour=COLOURS.accent_deep, bold=True)
        return Look(words=row.hamlet, shape="question" if row.proposed else "ring")


def _remark_look(row: GoRow) -> Look:
    return Look(words=row.remark, colour=COLOURS.warning if row.blocked else COLOURS.soft_ink)


def _detail(row: GoRow) -> str:
    proposed = _("Đề nghị mang đến nhà: {why}").format(why=row.proposed) if row.proposed else ""
    return "\n".join(line for line in (row.detail, row.blocked or proposed) if line)
