"""Lists: one model for frozen rows, one table that is worked by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QModelRoleData,
    QModelRoleDataSpan,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import theme
from ui.widgets import glyphs
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.empty import Empty, EmptyOver
from ui.widgets.parts import grown

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_NARROW = 900


@dataclass(frozen=True, kw_only=True)
class Look:
    """How one cell is drawn: its words, a shape before them (name and colour), a colour, bold."""

    words: str
    shape: str = ""
    colour: str = COLOURS.ink
    bold: bool = False


@dataclass(frozen=True, kw_only=True)
class Column(Generic[R]):
    """A column: its title, how a row looks in it, whether it takes the width that is left.

    A ``minor`` column is left out where the list is narrow.
    """

    title: str
    look: Callable[[R], Look]
    stretches: bool = False
    minor: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Shows a tuple of frozen rows; the rows are replaced as a whole."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """Return what is shown, top to bottom."""
        return self._rows

    def put(self, rows: Sequence[R]) -> None:
        """Show ``rows`` from now on."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def change(self, rows: Sequence[R]) -> None:
        """Show ``rows`` from now on, as many as before: only those that differ are drawn anew."""
        before, self._rows = self._rows, tuple(rows)
        last = len(self.columns) - 1
        differing = [place for place, (old, new) in enumerate(zip(before, self._rows, strict=True)) if old != new]
        # Neighbours are told of together: a long list may change as a whole.
        for _gap, run in groupby(enumerate(differing), key=lambda each: each[1] - each[0]):
            places = [place for _number, place in run]
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], last))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows; a row has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns; a row has no children."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return what Qt asks of one cell."""
        return _drawn_as(self._look(index), role) if index.isValid() else None

    def multiData(self, index: Index, roles: QModelRoleDataSpan | QModelRoleData) -> None:
        """Fill in all that Qt asks of one cell at once.

        Asked one by one it takes eight turns in Python for each cell, and each may have to wait for a thread that prints.
        """
        look = self._look(index) if index.isValid() else None
        # A span has a length and places, which the library's types do not tell; beyond its end it gives no error.
        span = cast("Sequence[QModelRoleData]", roles)
        for place in range(len(span)):
            asked = span[place]
            value = _drawn_as(look, asked.role()) if look is not None else None
            if value is None:
                asked.clearData()
            else:
                asked.setData(value)

    def _look(self, index: Index) -> Look:
        return self.columns[index.column()].look(self._rows[index.row()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Return the titles of the columns, ranged left like what is below them."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self.columns[section].title if role == _ROLE.DisplayRole else None


def _drawn_as(look: Look, role: int) -> Any:
    if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
        return look.words
    if role == _ROLE.DecorationRole and look.shape:
        return glyphs.pixmap(look.shape, look.colour, grown(15))
    if role == _ROLE.ForegroundRole:
        return QColor(drawn(look.colour))
    if role == _ROLE.FontRole and look.bold:
        return theme.font(bold=True)
    return None


class Table(QTableView, Generic[R]):
    """A list of rows; says ``entered`` with a row's number at Enter or a double click.

    ``wrap`` lets long words take several lines; without ``picks`` rows are only read.
    """

    entered = Signal(int)

    def __init__(self, model: RowsModel[R], name: str, *, wrap: bool = False, picks: bool = True) -> None:
        super().__init__()
        self._rows_model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.SingleSelection if picks else modes.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(wrap)
        # Qt measures wrapped words without the padding of the style sheet: such lists have it around all of them.
        self.setProperty("roomy", not wrap)
        self.setProperty("wrapped", wrap)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(grown(30))
        self._share_width()
        if wrap:
            self._wrap_rows()
        self.doubleClicked.connect(lambda index: self.entered.emit(index.row()))

    @property
    def current(self) -> R | None:
        """Return the row that the keyboard stands on, or None."""
        place = self.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    @property
    def rows(self) -> tuple[R, ...]:
        """Return what is shown, top to bottom."""
        return self._rows_model.rows

    def put(self, rows: Sequence[R], *, keep: Callable[[R], object] | None = None) -> None:
        """Show ``rows``; the keyboard stays on the row that ``keep`` finds equal, else on the same place."""
        old, place = self.current, max(self.currentIndex().row(), 0)
        if old is not None and len(rows) == len(self.rows) and rows[place] == old:
            # The row in hand is the same: what shows it need not hear of the others.
            self._rows_model.change(rows)
            return
        self._rows_model.put(rows)
        if keep is not None and old is not None:
            place = next((at for at, row in enumerate(rows) if keep(row) == keep(old)), place)
        if rows:
            self.selectRow(min(place, len(rows) - 1))

    def when_empty(self, glyph: str, sentence: str, hint: str = "", *, key: str = "") -> Empty:
        """Say this where the rows would be whenever the list was filled with none; returned to change its words."""
        return EmptyOver(self, Empty(glyph, sentence, hint, key=key)).empty

    def walk(self, step: int) -> None:
        """Move the keyboard's row by ``step``, within the list."""
        count = len(self.rows)
        if count:
            self.selectRow(max(0, min(count - 1, self.currentIndex().row() + step)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row at Enter; let letters pass on to the window's search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.entered.emit(self.currentIndex().row())
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _share_width(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for place, column in enumerate(self._rows_model.columns):
            if column.stretches:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _wrap_rows(self) -> None:
        """Measure rows of several lines, and again whenever a column becomes narrower."""
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(grown(28))
        refit = QTimer(self)
        refit.setSingleShot(True)
        refit.setInterval(0)
        refit.timeout.connect(self.resizeRowsToContents)
        self.horizontalHeader().sectionResized.connect(lambda *_: refit.start())

    def sizeHint(self) -> QSize:
        """Ask for little height: a list scrolls, and gets what room there is."""
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), grown(80)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the minor columns out where they would push others over the edge."""
        narrow = event.size().width() < grown(_NARROW)
        for place, column in enumerate(self._rows_model.columns):
            if column.minor and self.isColumnHidden(place) != narrow:
                self.setColumnHidden(place, narrow)
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a row as soon as the list has the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows:
            self.selectRow(0)
