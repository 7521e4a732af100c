"""What opens in place to ask something, and how it ends: Enter does it, once; Esc does not. No dialog."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desk_app.kernel.errors import InvalidInput
from ui.widgets.parts import button


class Answer(Protocol):
    """Something that is asked for and may be wrong."""

    def refuse(self, error: InvalidInput | None) -> None:
        """Show an error below, or take it away."""
        ...

    def take_focus(self) -> None:
        """Put the keyboard into it."""
        ...


class Asking(QFrame):
    """Calls ``run`` when the answers are to be kept; ``words`` stand on the button that does it."""

    def __init__(self, run: Callable[[], None], words: str) -> None:
        super().__init__()
        self.setProperty("look", "strip")
        self._run = run
        self._back: QWidget | None = None
        self.do_button = button(words, self.do, key="Enter", kind="main")

    def answer(self, name: str) -> Answer | None:
        """Return what is asked for under ``name``, None where nothing is."""
        raise NotImplementedError

    def do(self) -> None:
        """Hand the answers on, once."""
        if self.isVisible() and self.do_button.isEnabled():
            self.do_button.setEnabled(False)
            self._run()

    def put_away(self) -> None:
        """Close it and give the focus back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()
            self._back = None

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error beside what it is about; tell whether that is asked here."""
        self.do_button.setEnabled(True)
        asked = self.answer(error.field)
        if asked is None:
            return False
        asked.refuse(error)
        asked.take_focus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do it at Enter, give up at Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
