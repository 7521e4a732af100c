"""A week of one line: days across, hours down, who is expected in each cell."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.kernel.translations import _
from ui import theme
from ui.guidance.appointments.week import Cell, Week
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.empty import Empty, EmptyOver
from ui.widgets.parts import grown
from ui.widgets.table import Index

_ROLE = Qt.ItemDataRole


class WeekModel(QAbstractTableModel):
    """The cells of a week."""

    def __init__(self) -> None:
        super().__init__()
        self.week: Week | None = None
        self.today = date.min

    def put(self, week: Week | None, today: date) -> None:
        """Show a week; the column of ``today`` stands out."""
        self.beginResetModel()
        self.week, self.today = week, today
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """Return what stands at a place, or None."""
        if self.week is None or not index.isValid():
            return None
        return self.week.rows[index.row()][1][index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of hours."""
        return 0 if parent.isValid() or self.week is None else len(self.week.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of days."""
        return 0 if parent.isValid() or self.week is None else len(self.week.days)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return what Qt asks of one cell."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return cell.words
        if role == _ROLE.ForegroundRole:
            return QColor(drawn(_ink(cell)))
        if role == _ROLE.BackgroundRole:
            return QColor(drawn(_ground(cell)))
        if role == _ROLE.FontRole and cell.names and not cell.is_past:
            return theme.font(bold=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Return the days above and the hours on the left."""
        week = self.week
        if week is None:
            return None
        across = orientation is Qt.Orientation.Horizontal
        if role == _ROLE.DisplayRole:
            return week.title(section) if across else f"{week.rows[section][0]:%H:%M}"
        if across and role == _ROLE.ToolTipRole:
            return week.closed[section] or None
        if across and role == _ROLE.FontRole and week.days[section] == self.today:
            return theme.font(bold=True)
        return None


class WeekGrid(QTableView):
    """Says ``entered`` with a cell at Enter or a double click."""

    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = WeekModel()
        self.setModel(self._model)
        self.setAccessibleName(_("Lịch hẹn trong tuần"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(grown(160))
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        hours = self.verticalHeader()
        hours.setDefaultSectionSize(grown(28))
        hours.setMinimumWidth(grown(54))
        hours.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        hours.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        EmptyOver(self, Empty("calendar", _("Tuần này không nhận hẹn"), _("PgUp, PgDown: tuần khác.")))
        self.doubleClicked.connect(lambda index: self._enter(index))

    @property
    def cell(self) -> Cell | None:
        """Return what the keyboard stands on, or None."""
        return self._model.cell(self.currentIndex())

    def put(self, week: Week | None, today: date) -> None:
        """Show a week; the keyboard stays on its hour."""
        old = self.cell
        self._model.put(week, today)
        if week is None or not week.rows:
            return
        wanted = old.starts_at if old is not None else None
        places = [(row, column) for row, (_at, cells) in enumerate(week.rows) for column in range(len(cells))]
        same = next((place for place in places if week.rows[place[0]][1][place[1]].starts_at == wanted), None)
        row, column = same or (0, next((at for at, day in enumerate(week.days) if day == today), 0))
        self.setCurrentIndex(self._model.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a cell at Enter; let PgUp, PgDown and letters pass on to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for little height: the grid scrolls, and gets what room there is."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _enter(self, index: QModelIndex) -> None:
        cell = self._model.cell(index)
        if cell is not None:
            self.entered.emit(cell)


def _ground(cell: Cell) -> str:
    if not cell.capacity and not cell.names:
        return COLOURS.ground
    if cell.is_past:
        return COLOURS.second_paper
    if len(cell.names) > max(cell.capacity, 0):
        return COLOURS.danger_pale
    return COLOURS.accent_pale if len(cell.names) == cell.capacity else COLOURS.paper


def _ink(cell: Cell) -> str:
    if cell.is_past or not cell.names:
        return COLOURS.soft_ink
    return COLOURS.danger if len(cell.names) > cell.capacity else COLOURS.ink
