"""A choice among a few words."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from ui.widgets import glyphs
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown


class ChoiceBox(QComboBox):
    """A combo box whose arrow is drawn by the program: the style sheet would need a picture file for it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow at its right end."""
        super().paintEvent(event)
        size = grown(12)
        painter = QPainter(self)
        at = QPoint(self.width() - size - grown(8), (self.height() - size) // 2)
        painter.drawPixmap(at, glyphs.pixmap("down", COLOURS.soft_ink, size))
        painter.end()
