"""The list of what can be looked at: the overview, then every report; arrows or the first letter choose."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from desk_app.kernel.texts import folded
from desk_app.kernel.translations import _
from ui.reports.state import Choice
from ui.widgets.parts import grown


class _Roomy(QStyledItemDelegate):
    """Leaves room for the frame that high contrast draws around what is chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of the words and a little more."""
        found = super().sizeHint(option, index)
        return QSize(found.width(), found.height() + grown(5))


class ReportList(QListWidget):
    """Says ``chosen`` with a report's name when the keyboard comes to it, and ``entered`` at Enter."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Các báo cáo"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Roomy(self))
        self.currentRowChanged.connect(self._on_row)
        self.itemActivated.connect(lambda _item: self.entered.emit())

    @property
    def current(self) -> str:
        """Return the name of the report that stands there, empty before there are any."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def begin(self, choices: Sequence[Choice]) -> None:
        """Show these reports; none of them is chosen yet."""
        for choice in choices:
            item = QListWidgetItem(choice.title)
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            item.setToolTip(f"{choice.title}\n{choice.words}".strip())
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, choice.words)
            self.addItem(item)

    def choose(self, id_: str) -> None:
        """Stand on a report without saying so; on the first where there is none of that name."""
        names = [str(self.item(place).data(Qt.ItemDataRole.UserRole)) for place in range(self.count())]
        self.blockSignals(True)
        self.setCurrentRow(names.index(id_) if id_ in names else 0)
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        """Ask for little height: a list scrolls."""
        return QSize(grown(224), grown(200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next report that begins with a letter, marks aside; to its figures at Enter."""
        letter = folded(event.text())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif letter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._find(letter)
        else:
            super().keyPressEvent(event)

    def _find(self, letter: str) -> None:
        count, start = self.count(), self.currentRow()
        places = ((start + step) % count for step in range(1, count + 1)) if count else ()
        found = next((place for place in places if folded(self.item(place).text()).startswith(letter)), None)
        if found is not None:
            self.setCurrentRow(found)

    def _on_row(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self.current)
