"""A table of figures on which the keyboard stands on one figure; Enter opens what it counts."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.kernel.translations import _
from desk_app.reports.figure import Figure, Report, Row, Table, spoken
from ui import theme
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
_FEW = 7
_LEAST = 63
_MOST_LINES = 13


class FiguresModel(QAbstractTableModel):
    """Shows one table of a report: what each line is about, then its figures; the sum stands last, in bold."""

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self._table: Table | None = None
        self._rows: tuple[Row, ...] = ()

    def put(self, report: Report, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self._report, self._table = report, table
        self._rows = (*table.rows, *((table.total,) if table.total is not None else ()))
        self.endResetModel()

    def figure(self, index: Index) -> Figure | None:
        """Return the figure at a place, None beside the figures."""
        if not index.isValid() or index.column() == 0:
            return None
        return self._rows[index.row()].cells[index.column() - 1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns, the first of which names the line."""
        return 0 if parent.isValid() or self._table is None else len(self._table.columns) + 1

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return what Qt asks of one cell."""
        if not index.isValid() or self._report is None:
            return None
        row, figure = self._rows[index.row()], self.figure(index)
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return row.label if figure is None else spoken(figure, self._report.rounding)
        if role == _ROLE.AccessibleTextRole:
            return row.label if figure is None else f"{figure.label}: {spoken(figure, self._report.rounding)}"
        if role == _ROLE.TextAlignmentRole and figure is not None:
            return _RIGHT
        if role == _ROLE.FontRole and self._is_total(index.row()):
            return theme.font(bold=True)
        if role == _ROLE.ForegroundRole and figure is not None:
            says = bool(figure.value)
            return QColor(
                drawn(COLOURS.accent if says and figure.opens else COLOURS.ink if says else COLOURS.faint_ink)
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Return the titles of the columns, with the number that a form prints under them."""
        if orientation is not Qt.Orientation.Horizontal or self._table is None:
            return None
        if role == _ROLE.TextAlignmentRole:
            return _CENTRE if section else _LEFT
        if role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return None
        if section == 0:
            return self._table.head
        column = self._table.columns[section - 1]
        return f"{column.title}\n{column.number}".strip()

    def _is_total(self, row: int) -> bool:
        return self._table is not None and self._table.total is not None and row == len(self._rows) - 1


class FiguresView(QTableView):
    """The table in the window; ``opened`` says which figure Enter or a double click asked for.

    ``first`` is the width of the first column at the plain text size, where it is not the usual one.
    """

    opened = Signal(object)

    def __init__(self, *, first: int = 0) -> None:
        super().__init__()
        self._first = first
        self._columns = 0
        self.figures = FiguresModel()
        self.setModel(self.figures)
        self.setAccessibleName(_("Số liệu"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        # Heads of many columns need every pixel.
        self.setProperty("roomy", False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda _index: self.open_current())

    def put(self, report: Report, table: Table) -> None:
        """Show a table from its first figure on."""
        self.figures.put(report, table)
        self._columns = len(table.columns)
        self._fit()
        if self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(0, 1))

    def stand_on(self, row: int, column: int) -> None:
        """Put the keyboard on a figure; column 0 names the line."""
        self.setCurrentIndex(self.figures.index(row, column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep heads, columns and lines readable at any text size."""
        super().resizeEvent(event)
        # Afterwards: a height asked for in the middle of this event would not be heard.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Share the width among the columns, and ask for the height of a year of months with their sum."""
        header, wide = self.horizontalHeader(), self._columns > _FEW
        header.setMinimumSectionSize(grown(_LEAST))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if self._columns:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
            wanted = grown(self._first or (170 if wide else 300))
            self.setColumnWidth(0, min(wanted, self.viewport().width() // 3))
        header.setFixedHeight(self._head_height())
        self.verticalHeader().setDefaultSectionSize(grown(27))
        lines = min(self.figures.rowCount(), _MOST_LINES)
        is_cut = self.columnWidth(0) + self._columns * grown(_LEAST) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_cut else 0
        self.setMinimumHeight(header.height() + max(lines, 3) * grown(27) + bar + grown(8))

    def _head_height(self) -> int:
        """Return the height of the longest title in its column's width."""
        room = self.viewport().width() - self.columnWidth(0)
        wide = max(grown(_LEAST), room // max(self._columns, 1)) - grown(8)
        metrics, box = QFontMetrics(theme.font(12, bold=True)), QRect(0, 0, wide, grown(400))
        titles = (str(self.figures.headerData(place + 1, Qt.Orientation.Horizontal)) for place in range(self._columns))
        high = max((metrics.boundingRect(box, _CENTRE, title).height() for title in titles), default=0)
        return max(grown(40), high + grown(12))

    def open_current(self) -> None:
        """Say which figure the keyboard stands on."""
        figure = self.figures.figure(self.currentIndex())
        if figure is not None:
            self.opened.emit(figure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a figure at Enter; let letters pass on to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a figure as soon as the table has the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(0, 1))
