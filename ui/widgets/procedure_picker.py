"""Picking a procedure by three letters, marks optional."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.translations import _
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import label
from ui.widgets.procedure_words import about, short_fee, short_term
from ui.widgets.table import Column, Look, RowsModel, Table

Search = Callable[[str, int], Sequence[Procedure]]

_MOST = 12
_COLUMNS: tuple[Column[Procedure], ...] = (
    Column(title="", look=lambda each: Look(words=each.short or each.code, colour=COLOURS.accent, bold=True)),
    Column(title=_("Thủ tục"), look=lambda each: Look(words=each.name), stretches=True),
    Column(title=_("Thời hạn"), look=lambda each: Look(words=short_term(each), colour=COLOURS.soft_ink)),
    Column(title=_("Phí"), look=lambda each: Look(words=short_fee(each), colour=COLOURS.soft_ink)),
)


def _nothing(_text: str, _limit: int) -> Sequence[Procedure]:
    return ()


class ProcedurePicker(QWidget):
    """A field whose hits stand in ``hits``; says ``picked`` with a procedure's code, ``searching`` while hits are shown."""

    picked = Signal(str)
    searching = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._search: Search = _nothing
        self._procedure: Procedure | None = None
        self._is_open = False
        self._was_walked = False
        self.field = Field(
            "procedure", _("Thủ tục (gõ vài chữ cái, có dấu hay không)"), placeholder=_("ví dụ: dks, khai sinh")
        )
        self.hits = Table(RowsModel(_COLUMNS), _("Thủ tục tìm thấy"), wrap=True)
        self.hits.horizontalHeader().hide()
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._about = label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field)
        layout.addWidget(self._about)
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self.take)
        self.field.left.connect(self._on_left)
        self.field.edit.installEventFilter(self)
        self.hits.clicked.connect(lambda: self.take())

    @property
    def is_searching(self) -> bool:
        """Tell whether the hits are shown and nothing has been picked from them."""
        return self._is_open

    def use(self, search: Search) -> None:
        """Search with ``search`` (text and limit to procedures, best first) from now on."""
        self._search = search
        if self._is_open and not self._was_walked:
            self._show(self.field.text)
        elif self.field.edit.hasFocus():
            self._offer()

    def put(self, procedure: Procedure | None) -> None:
        """Show what is picked."""
        self._procedure = procedure
        self._is_open = self._was_walked = False
        self.field.put(self._name())
        self.field.refuse(None)
        self._about.setText(about(procedure) if procedure else "")
        self.searching.emit(False)

    def be_narrow(self, narrow: bool) -> None:
        """Leave the fee out of the list where the names need the room; it is said again once one is picked."""
        self.hits.setColumnHidden(len(_COLUMNS) - 1, narrow)

    def take(self) -> bool:
        """Pick the hit that the keyboard stands on; tell whether there was one."""
        hit = self.hits.current
        # Of the list that stands there before a letter is typed, only what the arrows went to is meant.
        if not self._is_open or hit is None or not (self.field.text.strip() or self._was_walked):
            return False
        self.put(hit)
        self.picked.emit(hit.code)
        return True

    def give_up(self) -> bool:
        """Go back to what was picked before; tell whether a search was given up."""
        if not self._is_open or not (self.field.text.strip() or self._was_walked):
            return False
        self.put(self._procedure)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the hits with ↓ and ↑, pick with Tab as with Enter, offer the most used on arrival."""
        if event.type() == QEvent.Type.FocusIn:
            self._offer()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Tab:
                return self.take()
        return False

    def _walk(self, step: int) -> None:
        if not self._is_open or not self.hits.model().rowCount():
            self._show("")
        else:
            self.hits.walk(step if self._was_walked or self.field.text.strip() else 0)
        self._was_walked = True

    def _offer(self) -> None:
        if self._procedure is None and not self.field.text.strip():
            self._show("")

    def _on_edited(self, text: str) -> None:
        self._about.setText("")
        self._was_walked = False
        self._show(text)

    def _show(self, text: str) -> None:
        found = self._search(text, _MOST)
        self.hits.put(found)
        if text.strip():
            self.hits.selectRow(0)
        else:
            self.hits.setCurrentIndex(QModelIndex())
        self._about.setText("" if found or not text else _("Không có thủ tục nào như vậy trong danh mục."))
        self._is_open = True
        self.searching.emit(True)

    def _on_left(self) -> None:
        if self._is_open and not self.field.text.strip():
            self.put(self._procedure)

    def _name(self) -> str:
        return self._procedure.name if self._procedure else ""
