"""What one figure counts, as a list; Enter opens the dossier."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.reports.figure import Figure
from desk_app.reports.opening import Rows, open_figure
from desk_app.reports.tables.counting import Opened
from ui.shell.page import Context
from ui.widgets.colours import COLOURS
from ui.widgets.parts import button, grown, label, row
from ui.widgets.table import Column, Look, RowsModel, Table


def _at(opened: Opened) -> str:
    """Return a moment as lists show it; a day where only the day is known."""
    if len(opened.at) < 16:
        return opened.at
    return f"{datetime.fromisoformat(opened.at):%H:%M %d/%m/%Y}"


def _columns() -> tuple[Column[Opened], ...]:
    return (
        Column(title=_("Mã"), look=lambda opened: Look(words=opened.code or opened.subject[-6:], bold=True)),
        Column(title=_("Tên"), look=lambda opened: Look(words=opened.name), stretches=True),
        Column(
            title=_("Về việc"), look=lambda opened: Look(words=opened.about, colour=COLOURS.soft_ink), stretches=True
        ),
        Column(title=_("Lúc"), look=lambda opened: Look(words=_at(opened), colour=COLOURS.soft_ink)),
    )


class RowsView(QWidget):
    """The figure in words over its rows; ``card_asked`` with a dossier's id, ``closed`` to go back to the figure."""

    card_asked = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._opens = ""
        self._rows: tuple[Opened, ...] = ()
        self._title = label("", "title", wrap=True)
        self._told = label("", "soft", wrap=True)
        self.table: Table[Opened] = Table(RowsModel(_columns()), _("Những gì con số này đếm"))
        self.table.setMinimumHeight(grown(200))
        self._empty = self.table.when_empty("list", "", "")
        self.table.entered.connect(self._on_entered)
        self.more_button = button(_("Xem tiếp"), self._read, key="Ctrl+Down")
        self.back_button = button(_("Về con số"), self.closed.emit, key="Esc", kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(self._title)
        layout.addWidget(self._told)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, self.more_button, self.back_button))

    @property
    def count(self) -> int:
        """Return how many rows are shown."""
        return len(self._rows)

    @property
    def told(self) -> str:
        """Return what stands over the rows."""
        return self._told.text()

    def begin(self, figure: Figure) -> bool:
        """Read the rows of a figure; False, with a word about it, where it opens none."""
        if not figure.opens:
            words = _("Không mở được từng phiếu đánh giá.")
            hint = _("Ý kiến của người dân được giữ kín: chỉ đếm, không ai xem được ai đã trả lời gì.")
            self._context.messages.say(words, hint, tone="plain")
            return False
        self._rows, self._opens = (), figure.opens
        self._title.setText(figure.label)
        self._told.setText(_("Đang mở…"))
        self._empty.put("list", _("Đang mở…"))
        self.table.put(())
        self.more_button.setEnabled(False)
        self._read()
        return True

    def _read(self) -> None:
        desk, by, opens, skip = self._context.desk, self._context.actor.id, self._opens, self.count
        self._context.jobs.read(
            lambda: open_figure(desk.reports, opens, by=by, skip=skip), self._put, failed=self._on_failed, latest="rows"
        )

    def _put(self, found: Rows) -> None:
        """Show a page of rows after those that stand here."""
        self._rows = (*self._rows, *found.rows)
        self._empty.put("list", _("Con số này không đếm gì."), _("Về con số khác rồi mở."), key="Esc")
        self.table.put(self._rows)
        # A sum of money or of minutes is not the number of its rows.
        told = _("Con số là {all}; đang thấy {shown} dòng · Enter: mở hồ sơ")
        self._told.setText(told.format(shown=quantity(self.count), all=quantity(found.number)))
        self.more_button.setEnabled(found.more)

    def _on_failed(self, error: DeskError) -> None:
        self._context.messages.report(error)
        self.closed.emit()

    def _on_entered(self, place: int) -> None:
        if self._rows[place].dossier:
            self.card_asked.emit(self._rows[place].dossier)
        else:
            self._context.messages.say(_("Dòng này không phải là hồ sơ, không có thẻ để mở."), tone="plain")
