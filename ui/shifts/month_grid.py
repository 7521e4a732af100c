"""The calendar of a month: days down, places across; each cell says who sits there, with a shape for how it stands."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desk_app.kernel.translations import _
from desk_app.shifts.seen import SeatSeen, ShiftSeen
from ui import theme
from ui.shifts.state import STATES, Grid, cell_words, seat_words
from ui.widgets import glyphs
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.empty import Empty, EmptyOver
from ui.widgets.parts import grown

_ROLE = Qt.ItemDataRole
_LINE, _PAD, _SHAPE = 20, 5, 14
_NARROWEST, _DAY_WIDTH = 190, 78
Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """Shows a ``Grid``; a cell's data is its shifts in words."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = Grid(days=(), places=(), cells=())

    def put(self, grid: Grid) -> None:
        """Show another month."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of days."""
        return 0 if parent.isValid() else len(self.grid.days)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of places."""
        return 0 if parent.isValid() else len(self.grid.places)

    def seats(self, index: Index) -> tuple[SeatSeen, ...]:
        """Return the seats of a cell, shift after shift."""
        return tuple(seat for shift in self.shifts(index) for seat in shift.seats)

    def shifts(self, index: Index) -> tuple[ShiftSeen, ...]:
        """Return the shifts of a cell."""
        return self.grid.cells[index.row()][index.column()] if index.isValid() else ()

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return a cell in words, for the ear and for the pointer."""
        if not index.isValid() or role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return None
        return "\n".join(f"{seat_words(seat)} – {STATES[seat.state][0]}" for seat in self.seats(index))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Return places above, days on the left."""
        if role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return None
        across = orientation is Qt.Orientation.Horizontal
        return self.grid.places[section] if across else self.grid.days[section].words


class MonthGrid(QTableView):
    """The calendar, worked by arrows; says ``entered`` at Enter or a double click, ``moved`` when another cell is chosen."""

    entered = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grid_model = GridModel()
        self.setModel(self.grid_model)
        self.setItemDelegate(_CellDrawing(self))
        self.setAccessibleName(_("Lịch trực trong tháng, theo ngày và điểm trực"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(grown(_NARROWEST))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        for header in (across, down):
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.setMinimumWidth(grown(_DAY_WIDTH))
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        down.setMinimumSectionSize(grown(2 * _LINE + 2 * _PAD))
        self.empty = EmptyOver(self, Empty("calendar", "")).empty
        self.selectionModel().currentChanged.connect(lambda *_places: self.moved.emit())
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    def put(self, grid: Grid) -> None:
        """Show a month; the keyboard stays where it was."""
        at = self.currentIndex()
        row, column = max(at.row(), 0), max(at.column(), 0)
        self.grid_model.put(grid)
        if grid.days and grid.places:
            self.setCurrentIndex(self.grid_model.index(min(row, len(grid.days) - 1), min(column, len(grid.places) - 1)))
        self.moved.emit()

    def stand_on(self, seat: str) -> bool:
        """Choose the cell of a seat; tell whether there is one."""
        for row, line in enumerate(self.grid_model.grid.cells):
            for column, cell in enumerate(line):
                if any(each.seat == seat for shift in cell for each in shift.seats):
                    self.setCurrentIndex(self.grid_model.index(row, column))
                    return True
        return False

    @property
    def shifts(self) -> tuple[ShiftSeen, ...]:
        """Return the shifts of the chosen cell."""
        return self.grid_model.shifts(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a cell at Enter; let letters pass on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for little height: the calendar scrolls."""
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), grown(160)))


class _CellDrawing(QStyledItemDelegate):
    """Draws a line for each seat: its shape, then who."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for a line for each seat."""
        lines = max(len(_model(index).seats(index)), 1)
        return QSize(grown(_NARROWEST), grown(lines * _LINE + 2 * _PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, lines and the frame of the keyboard."""
        model, place = _model(index), option.rect
        view = self.parent()
        chosen = isinstance(view, QTableView) and view.currentIndex() == index
        painter.save()
        if chosen:
            painter.fillRect(place, QColor(drawn(COLOURS.accent_soft)))
        top = place.top() + grown(_PAD)
        for seat in model.seats(index):
            _draw_seat(painter, QRect(place.left() + grown(6), top, place.width() - grown(10), grown(_LINE)), seat)
            top += grown(_LINE)
        if chosen and isinstance(view, QTableView) and view.hasFocus():
            painter.setPen(QPen(QColor(drawn(COLOURS.focus)), 2))
            painter.drawRect(place.adjusted(1, 1, -2, -2))
        painter.restore()


def _draw_seat(painter: QPainter, place: QRect, seat: SeatSeen) -> None:
    _words, shape, colour = STATES[seat.state]
    side = grown(_SHAPE)
    middle = place.top() + (place.height() - side) // 2
    painter.drawPixmap(place.left(), middle, glyphs.pixmap("lock" if seat.pinned else shape, colour, side))
    left = place.left() + side + grown(6)
    painter.setPen(QColor(drawn(colour if seat.state in ("open", "cancelled") else COLOURS.ink)))
    painter.setFont(theme.font(bold=not seat.member_name))
    room = place.right() - left
    words = painter.fontMetrics().elidedText(cell_words(seat), Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRect(left, place.top(), room, place.height()), Qt.AlignmentFlag.AlignVCenter, words)


def _model(index: Index) -> GridModel:
    model = index.model()
    assert isinstance(model, GridModel)
    return model
