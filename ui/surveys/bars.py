"""A bar of answers: each answer's part of the whole, told by its words and its number; the colour only helps."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One answer: its words, how often it was given, its share in words, its colour and pattern by place."""

    words: str
    count: int
    share: str
    colour: str


class Bars(QWidget):
    """One line for each answer: words, a bar as long as its part, count and share."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.put(())

    def put(self, pieces: Sequence[Piece]) -> None:
        """Show these answers from now on."""
        self._pieces = tuple(pieces)
        spoken = "; ".join(f"{each.words}: {each.count} ({each.share})" for each in pieces)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the lines."""
        return QSize(grown(280), max(1, len(self._pieces)) * self._line_px())

    def minimumSizeHint(self) -> QSize:
        """Return the height of the lines at a width that still tells them."""
        return QSize(grown(220), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, line = painter.fontMetrics(), self._line_px()
        left = min(
            max((metrics.horizontalAdvance(each.words) for each in self._pieces), default=0) + grown(10),
            self.width() * 2 // 5,
        )
        right = max((metrics.horizontalAdvance(_number(each)) for each in self._pieces), default=0) + grown(8)
        most = max((each.count for each in self._pieces), default=0)
        for place, each in enumerate(self._pieces):
            top = place * line
            words = metrics.elidedText(each.words, Qt.TextElideMode.ElideRight, left - grown(8))
            painter.setPen(QColor(drawn(COLOURS.ink)))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, left, line), middle | Qt.AlignmentFlag.AlignLeft, words)
            wide = self.width() - left - right
            long = wide * each.count / most if most else 0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(drawn(COLOURS.thin_line)))
            painter.drawRoundedRect(QRectF(left, top + line * 0.24, wide, line * 0.52), 3, 3)
            painter.setBrush(QColor(drawn(each.colour)))
            painter.drawRoundedRect(QRectF(left, top + line * 0.24, long, line * 0.52), 3, 3)
            painter.setPen(QColor(drawn(COLOURS.ink)))
            place_right = QRectF(self.width() - right, top, right, line)
            painter.drawText(place_right, middle | Qt.AlignmentFlag.AlignRight, _number(each))
        painter.end()

    def _line_px(self) -> int:
        return max(grown(26), self.fontMetrics().height() + grown(6))


def _number(each: Piece) -> str:
    return f"{each.count}  ({each.share})"
