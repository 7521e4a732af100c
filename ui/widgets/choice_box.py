"""A choice among a few words."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from ui.widgets import glyphs
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown


class ChoiceBox(QComboBox):
    """A combo box whose arrow is drawn by the program: the style sheet would need a picture file for it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, words too long for it with dots at their end, then the arrow at its right end."""
        size = grown(12)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        place = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        room = min(place.right(), self.width() - size - grown(12)) - place.left()
        dots = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, dots, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        at = QPoint(self.width() - size - grown(8), (self.height() - size) // 2)
        painter.drawPixmap(at, glyphs.pixmap("down", COLOURS.soft_ink, size))
        painter.end()
