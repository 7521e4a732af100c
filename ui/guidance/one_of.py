"""Several parts in one place, one of them shown."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from ui.widgets.parts import grown


class OneOf(QStackedWidget):
    """Asks for ``least_px`` of height at 100 %, whatever its parts would like: they scroll, and get what room there is."""

    def __init__(self, least_px: int) -> None:
        super().__init__()
        self._least_px = least_px

    def hasHeightForWidth(self) -> bool:
        """Say that the width does not matter: wrapped words of a hidden part must not make the page higher."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the least height."""
        return QSize(super().minimumSizeHint().width(), grown(self._least_px))

    def sizeHint(self) -> QSize:
        """Return the least height."""
        return QSize(super().sizeHint().width(), grown(self._least_px))
