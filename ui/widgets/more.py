"""Less used acts: they stand open where there is room, else behind one button until somebody asks for them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desk_app.kernel.translations import _
from ui.widgets.parts import button

MORE_KEY = "Alt+Down"


class More(QObject):
    """Shows and hides ``acts``, which hold buttons; ``button`` asks for them and is there only where room is scarce.

    The keys of the acts work all the time; the page binds ``MORE_KEY`` to ``ask``. Says ``asked`` before they are shown.
    """

    asked = Signal()

    def __init__(self, acts: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = button(_("Việc khác"), self.ask, key="Alt+↓")
        self.button.hide()
        self._acts = acts
        self._is_scarce = False
        self._came_from: QWidget | None = None

    @property
    def is_scarce(self) -> bool:
        """Tell whether room is scarce."""
        return self._is_scarce

    @property
    def is_open(self) -> bool:
        """Tell whether the acts were asked for and stand open."""
        return self._is_scarce and not self._acts.isHidden()

    def be_scarce(self, *, scarce: bool) -> None:
        """Put the acts behind their button, or let them stand open again."""
        if scarce != self._is_scarce:
            self._is_scarce = scarce
            self.button.setVisible(scarce)
            self._acts.setVisible(not scarce)

    def ask(self) -> None:
        """Show the acts, with the keyboard on the first of them; put them away where they are shown already."""
        if self.put_away():
            return
        self.asked.emit()
        self._came_from = QApplication.focusWidget()
        self._acts.show()
        first = next((each for each in self._acts.findChildren(QPushButton) if _can_be_pressed(each)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> bool:
        """Put acts that were asked for away, and the keyboard back; tell whether there were any."""
        if not self.is_open:
            return False
        focused = QApplication.focusWidget()
        if focused is not None and self._acts.isAncestorOf(focused):
            (self._came_from or self.button).setFocus()
        self._came_from = None
        self._acts.hide()
        return True


def _can_be_pressed(each: QPushButton) -> bool:
    return each.isEnabled() and not each.isHidden()
