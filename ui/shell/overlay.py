"""A panel that lies over the page for a moment and gives the keyboard back when it goes."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.parts import grown

_WIDTH = 960


class Overlay(QFrame):
    """A frame in the middle of ``parent``; ``column`` takes its content, ``room`` is what it lies over."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[grown(18)] * 4)
        self.room = parent
        self._back: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    @property
    def inner_width(self) -> int:
        """Return the pixels that the content has from left to right."""
        margins = self.column.contentsMargins()
        return self._wanted_width() - margins.left() - margins.right()

    def lay(self, focus: QWidget | None = None) -> None:
        """Show the panel and give it, or ``focus`` within it, the keyboard."""
        if not self.isVisible():
            self._back = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        (focus or self).setFocus()

    def put_away(self) -> None:
        """Hide the panel and give the focus back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()
            self._back = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        outer = self.room.rect()
        width = self._wanted_width()
        wanted = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        height = min(max(wanted, self.minimumSizeHint().height()), outer.height() - grown(10))
        size = QSize(width, height)
        self.resize(size)
        self.move((outer.width() - size.width()) // 2, (outer.height() - size.height()) // 2)

    def _wanted_width(self) -> int:
        return min(grown(_WIDTH), self.room.width() - grown(20))
