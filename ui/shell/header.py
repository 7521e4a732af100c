"""The line on top: whose desk, who works, what time it is, and the search box that is always there."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk_app.kernel.translations import _
from desk_app.working_time.calendar import WEEKDAYS
from ui.widgets.parts import grown, label


class Header(QWidget):
    """Says ``typed`` at every change of the search text, ``entered`` at Enter, ``moved`` at ↓ and ↑ (1 and -1)."""

    typed = Signal(str)
    entered = Signal(str)
    moved = Signal(int)

    def __init__(self, office: str, person: str, *, searches: bool) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_narrow = False
        self.search: QLineEdit | None = self._search() if searches else None
        self._clock = label("", "")
        self._clock.setObjectName("clock")
        self._office = label(office)
        self._office.setObjectName("office")
        self._person = label(person, "soft")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grown(16), grown(6), grown(16), grown(6))
        layout.setSpacing(grown(16))
        layout.addWidget(self._office)
        if self.search is not None:
            layout.addWidget(self.search, 1)
        else:
            layout.addStretch(1)
        layout.addWidget(self._person)
        layout.addWidget(self._clock)

    @property
    def text(self) -> str:
        """Return what stands in the search box."""
        return self.search.text() if self.search is not None else ""

    def tick(self, now: datetime) -> None:
        """Show the time."""
        day = "" if self._is_narrow else f"{_(WEEKDAYS[now.weekday()])} {now:%d/%m}  "
        words = f"{day}{now:%H:%M}"
        if words != self._clock.text():
            self._clock.setText(words)

    def be_narrow(self, narrow: bool) -> None:
        """Leave room for the search box where there is little."""
        self._is_narrow = narrow
        self._office.setVisible(not narrow)

    def begin(self, text: str = "") -> None:
        """Put the focus into the search box: over its old text, or behind a new beginning."""
        if self.search is None:
            return
        self.search.setFocus()
        if text:
            self.search.setText(text)
            self.typed.emit(text)
        else:
            self.search.selectAll()

    def show_text(self, text: str) -> None:
        """Show what is searched for, without searching again."""
        if self.search is not None and self.search.text() != text:
            self.search.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand ↓ and ↑ in the search box on to the list of hits."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.moved.emit(step)
                return True
        return False

    def _search(self) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName("search")
        made.setPlaceholderText(_("Tìm: mã hồ sơ, tên, số định danh, điện thoại – hoặc quét mã   (F3)"))
        made.setAccessibleName(_("Tìm hồ sơ"))
        made.setClearButtonEnabled(True)
        made.textEdited.connect(self.typed)
        made.returnPressed.connect(lambda: self.entered.emit(made.text()))
        made.installEventFilter(self)
        return made
