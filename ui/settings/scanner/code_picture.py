"""A QR code on the screen, to be scanned from there."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.parts import grown

_QUIET = 4
_SMALLEST_PX = 4


class CodePicture(QWidget):
    """Draws the rows of a code in whole pixels, black on white in every theme: scanners want it so."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rows: Sequence[Sequence[bool]] = ()

    def put(self, rows: Sequence[Sequence[bool]]) -> None:
        """Show these rows of modules, true where black."""
        self._rows = rows
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which each module is a few pixels wide."""
        side = (len(self._rows) + 2 * _QUIET) * self._module_px()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the code with its quiet zone."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        size = self._module_px()
        for y, line in enumerate(self._rows):
            for x, black in enumerate(line):
                if black:
                    place = QRect((x + _QUIET) * size, (y + _QUIET) * size, size, size)
                    painter.fillRect(place, QColor(Qt.GlobalColor.black))
        painter.end()

    def _module_px(self) -> int:
        return max(_SMALLEST_PX, min(grown(_SMALLEST_PX), _SMALLEST_PX + 2))
