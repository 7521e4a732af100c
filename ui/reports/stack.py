"""Views that lie over one another."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Asks for the height of the view in front only, so that a low one needs no scrolling."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        """Say no: else the highest view of all would count."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return what the view in front needs."""
        view = self.widget(self.currentIndex())
        if view is None:
            return QSize()
        layout = view.layout()
        # Words that wrap need more height in this width than they say by themselves.
        least, high = (
            view.minimumSizeHint(),
            layout.totalMinimumHeightForWidth(self.width()) if layout is not None else 0,
        )
        return QSize(least.width(), max(least.height(), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew for the height that wrapped words need."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return what the view in front would like."""
        view = self.currentWidget()
        return view.sizeHint() if view is not None else QSize()
