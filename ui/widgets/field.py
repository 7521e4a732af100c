"""A field with its label above and its trouble below."""

import re

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import nfc
from ui.widgets.parts import label, put_look

_CARD = re.compile(r"\d{9}(?:\d{3})?\|")
_SCAN_PAUSE_MS = 180


class _Edit(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person went on to something else."""
        super().focusOutEvent(event)
        self.left.emit()


class Field(QWidget):
    """One line of text. Says ``edited`` while typing, ``left`` when the focus goes on, ``entered`` at Enter.

    ``name`` is the dotted name by which errors call the field. A line with bars comes from a scanner, whichever field it
    hits: it is taken out of the field and said as ``scanned``.
    """

    edited = Signal(str)
    left = Signal()
    entered = Signal()
    scanned = Signal(str)

    def __init__(self, name: str, title: str, *, placeholder: str = "") -> None:
        super().__init__()
        self.name = name
        self.edit = _Edit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(title)
        self._title = label(title, "label")
        self._title.setBuddy(self.edit)
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        # A wedge scanner types fast and may send no Enter: its line is whole when the keys pause.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SCAN_PAUSE_MS)
        self._pause.timeout.connect(self.take_scan)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for part in (self._title, self.edit, self._trouble):
            layout.addWidget(part)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.left.connect(self.left)
        self.edit.returnPressed.connect(self._on_return)

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self.edit.setFocus()

    @property
    def text(self) -> str:
        """Return what is typed, composed."""
        return nfc(self.edit.text())

    @property
    def trouble(self) -> str:
        """Return what stands below the field."""
        return self._trouble.text()

    def put(self, text: str) -> None:
        """Show ``text`` without saying that anybody typed it."""
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def hint(self, text: str) -> None:
        """Show ``text`` while the field is empty."""
        self.edit.setPlaceholderText(text)

    def refuse(self, error: InvalidInput | None) -> None:
        """Show an error below the field, or take it away."""
        self._say(f"{error.message} {error.hint}".strip() if error else "", "error")
        put_look(self.edit, "wrong", error is not None)

    def doubt(self, words: str) -> None:
        """Show a warning below the field; it stops nobody."""
        if self.edit.property("wrong") is not True:
            self._say(words, "warning")

    def _say(self, words: str, look: str) -> None:
        self._trouble.setText(words)
        put_look(self._trouble, "look", look)
        self._trouble.setVisible(bool(words))

    def take_scan(self) -> bool:
        """Take a scanned line out of the field and hand it on; False when it holds none."""
        text = self.edit.text()
        if "|" not in text:
            return False
        self._pause.stop()
        found = _CARD.search(text)
        start = found.start() if found else 0
        self.edit.setText(text[:start])
        self.edited.emit(nfc(text[:start]))
        self.scanned.emit(nfc(text[start:]))
        return True

    def _on_edited(self, text: str) -> None:
        self.refuse(None)
        if "|" in text:
            self._pause.start()
        else:
            self.edited.emit(nfc(text))

    def _on_return(self) -> None:
        if not self.take_scan():
            self.entered.emit()
