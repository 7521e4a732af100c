"""The checklist: what the citizen brought. Space ticks, digits say how many."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from ui.dossiers.registration.typed import TypedPaper
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown
from ui.widgets.table import Index

_TITLES = (_("Giấy tờ"), _("Chính"), _("Sao"))
_ROLE = Qt.ItemDataRole


class PapersModel(QAbstractTableModel):
    """The lines of the checklist; says ``edited`` with all of them when one changes."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._papers: tuple[TypedPaper, ...] = ()
        self._checked = False

    @property
    def papers(self) -> tuple[TypedPaper, ...]:
        """Return the lines, top to bottom."""
        return self._papers

    def forget(self) -> None:
        """Show no line at all."""
        self.beginResetModel()
        self._papers, self._checked = (), False
        self.endResetModel()

    def put(self, papers: tuple[TypedPaper, ...], *, checked: bool = False) -> None:
        """Show ``papers`` without saying that anybody changed them; once ``checked``, what is not ticked is missing."""
        if (papers, checked) == (self._papers, self._checked):
            return
        same_lines = [each.name for each in papers] == [each.name for each in self._papers]
        if same_lines and papers:
            # The keyboard stays on its line.
            self._papers, self._checked = papers, checked
            self.dataChanged.emit(self.index(0, 0), self.index(len(papers) - 1, len(_TITLES) - 1))
        else:
            self.beginResetModel()
            self._papers, self._checked = papers, checked
            self.endResetModel()

    def tick(self, place: int) -> None:
        """Tick the line, or take its tick away."""
        self._replace(place, ticked=not self._papers[place].ticked)

    def miss(self, place: int) -> None:
        """Say that this paper is needed and not here, whatever the catalogue asks for."""
        self._replace(place, ticked=False, required=True)

    def count(self, place: int, column: int, number: int) -> None:
        """Say how many originals (column 1) or copies (column 2) there are; a paper with any is here."""
        name = "originals" if column == 1 else "copies"
        self._replace(place, **{name: number, "ticked": True})

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._papers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns: name, originals, copies."""
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return what Qt asks of one cell."""
        if not index.isValid():
            return None
        paper, column = self._papers[index.row()], index.column()
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            return _words(paper, column)
        if role == _ROLE.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if paper.ticked else Qt.CheckState.Unchecked
        if role == _ROLE.ForegroundRole and not paper.ticked:
            missing = COLOURS.danger if self._checked else COLOURS.ink
            return QColor(drawn(missing if paper.required else COLOURS.soft_ink))
        if role == _ROLE.TextAlignmentRole and column:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a cell: everything stands under the keyboard, the name has a tick."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else usual

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        """Take a tick set by the mouse."""
        if role != _ROLE.CheckStateRole or index.column() != 0:
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        if ticked != self._papers[index.row()].ticked:
            self.tick(index.row())
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Return the titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return _TITLES[section]
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return int(Qt.AlignmentFlag.AlignCenter if section else left)
        return None

    def _replace(self, place: int, **values: object) -> None:
        papers = list(self._papers)
        papers[place] = changed(papers[place], **values)
        self._papers = tuple(papers)
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(_TITLES) - 1))
        self.edited.emit(self._papers)


class PapersTable(QTableView):
    """The checklist under the keyboard; says ``entered`` at Enter, ``walked`` when the keyboard goes to another line."""

    entered = Signal()
    walked = Signal()

    def __init__(self, model: PapersModel) -> None:
        super().__init__()
        self._papers = model
        self.setModel(model)
        self.selectionModel().currentChanged.connect(lambda *_places: self.walked.emit())
        self.setAccessibleName(_("Giấy tờ đã nhận"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(grown(28))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick at Space, count at a digit, say that one is missing at the minus, go on at Enter."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A key held down too long must not save what nobody has looked at.
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Minus and index.isValid():
            self._papers.miss(index.row())
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self._papers.tick(index.row())
        elif event.text().isdigit() and event.text().isascii() and index.isValid() and index.column():
            self._papers.count(index.row(), index.column(), int(event.text()))
        elif event.text().isprintable() and event.text().strip():
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a line as soon as the list has the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._papers.rowCount():
            self.setCurrentIndex(self._papers.index(0, 0))


def _words(paper: TypedPaper, column: int) -> str:
    if column == 0:
        return f"{paper.name} ({paper.remark})" if paper.remark else paper.name
    number = paper.originals if column == 1 else paper.copies
    if column == 1 and not paper.originals and not paper.copies:
        return _("xem")
    return str(number) if number else "–"
