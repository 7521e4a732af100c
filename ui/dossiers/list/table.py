"""The table of a list: a window of rows that moves along as the keyboard or the wheel nears its ends."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent, Qt

from desk_app.kernel.translations import _
from ui.dossiers.list.state import Line, Window
from ui.widgets.colours import COLOURS
from ui.widgets.table import Column, Look, RowsModel, Table

_NEAR = 40
"""How many rows before the end of the window more are fetched: two screens' worth."""

COLUMNS: tuple[Column[Line], ...] = (
    Column(
        title=_("Trạng thái"),
        look=lambda line: Look(words=line.status.words, shape=line.status.shape, colour=line.status.colour),
    ),
    Column(title=_("Mã hồ sơ"), look=lambda line: Look(words=line.code, bold=True)),
    Column(title=_("Người nộp"), look=lambda line: Look(words=line.name), stretches=True),
    Column(title=_("Thủ tục"), look=lambda line: Look(words=line.procedure), stretches=True),
    Column(title=_("Nhận"), look=lambda line: Look(words=line.received, colour=COLOURS.soft_ink), minor=True),
    Column(title=_("Hẹn trả"), look=lambda line: Look(words=line.due)),
    Column(
        title=_("Đang ở"),
        look=lambda line: Look(words=line.where, colour=COLOURS.soft_ink),
        stretches=True,
        minor=True,
    ),
)


class WindowModel(RowsModel[Line]):
    """The rows of a window; rows come and go at its ends while those between keep their place on the screen."""

    def __init__(self) -> None:
        super().__init__(COLUMNS)
        self.window = Window()

    def show(self, window: Window) -> None:
        """Show another window from now on."""
        self.window = window
        self.put(window.lines)

    def know(self, window: Window) -> None:
        """Take over what became known of the same rows."""
        self.window = window

    def lengthen(self, more: tuple[Line, ...], *, at_end: bool) -> None:
        """Add the rows that follow."""
        count = len(self._rows)
        window, gone = self.window.longer(more, at_end=at_end)
        if more:
            self.beginInsertRows(QModelIndex(), count, count + len(more) - 1)
            self._rows = (*self._rows, *more)
            self.endInsertRows()
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            self._rows = window.lines
            self.endRemoveRows()
        self.window = window

    def precede(self, more: tuple[Line, ...], *, at_start: bool) -> None:
        """Add the rows that come before."""
        window, gone = self.window.earlier(more, at_start=at_start)
        if more:
            self.beginInsertRows(QModelIndex(), 0, len(more) - 1)
            self._rows = (*more, *self._rows)
            self.endInsertRows()
        if gone:
            self.beginRemoveRows(QModelIndex(), len(window.lines), len(self._rows) - 1)
            self._rows = window.lines
            self.endRemoveRows()
        self.window = window


class ListTable(Table[Line]):
    """Says ``near_end`` and ``near_start`` when more rows will soon be looked at.

    Says ``end_wanted`` and ``start_wanted`` for the keys End and Home where the window does not reach so far.
    """

    near_end = Signal()
    near_start = Signal()
    end_wanted = Signal()
    start_wanted = Signal()
    moved = Signal()

    def __init__(self) -> None:
        self.model_of_window = WindowModel()
        super().__init__(self.model_of_window, _("Danh sách hồ sơ"))
        # Measuring every row that is held would take longer than reading them.
        self.horizontalHeader().setResizeContentsPrecision(0)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self._on_moved())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look_ahead())

    @property
    def window_of_rows(self) -> Window:
        """Return the part of the list that is held."""
        return self.model_of_window.window

    def show_window(self, window: Window) -> None:
        """Show another window; the keyboard stays on its dossier, and the rows where they were on the screen."""
        scrolled, old, place = self.verticalScrollBar().value(), self.current, max(self.currentIndex().row(), 0)
        self.model_of_window.show(window)
        if old is not None:
            place = next((at for at, line in enumerate(window.lines) if line.id == old.id), place)
        if window.lines:
            self.selectRow(min(place, len(window.lines) - 1))
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self.currentIndex())

    def show_from(self, window: Window, *, at_end: bool = False) -> None:
        """Show another list from its start, or from its end."""
        self.model_of_window.show(window)
        if window.lines:
            self.selectRow(len(window.lines) - 1 if at_end else 0)
            self.scrollTo(self.currentIndex())

    def know(self, window: Window) -> None:
        """Take over what became known of the rows that are shown."""
        self.model_of_window.know(window)

    def lengthen(self, more: tuple[Line, ...], *, at_end: bool) -> None:
        """Add the rows that follow those shown."""
        self.model_of_window.lengthen(more, at_end=at_end)
        self.moved.emit()

    def precede(self, more: tuple[Line, ...], *, at_start: bool) -> None:
        """Add the rows that come before those shown."""
        self.model_of_window.precede(more, at_start=at_start)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or the last dossier of the whole list at Home and End."""
        window = self.window_of_rows
        if event.key() == Qt.Key.Key_Home:
            self.selectRow(0) if window.at_start else self.start_wanted.emit()
        elif event.key() == Qt.Key.Key_End:
            self.selectRow(len(self.rows) - 1) if window.at_end else self.end_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_moved(self) -> None:
        self._look_ahead()
        self.moved.emit()

    def _look_ahead(self) -> None:
        if not self.rows:
            return
        bottom = self.rowAt(self.viewport().height() - 1)
        lowest = max(self.currentIndex().row(), bottom if bottom >= 0 else len(self.rows) - 1)
        highest = min(max(self.currentIndex().row(), 0), max(self.rowAt(0), 0))
        if not self.window_of_rows.at_end and lowest >= len(self.rows) - _NEAR:
            self.near_end.emit()
        elif not self.window_of_rows.at_start and highest < _NEAR:
            self.near_start.emit()
