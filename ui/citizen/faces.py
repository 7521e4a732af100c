"""The buttons of the question: a face, its word and its key; the mouth and the word tell it, not the colour."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desk_app.surveys.rules import Level
from ui.citizen.big_words import sized
from ui.widgets import colours
from ui.widgets.colours import Colours

# How far the corners of the mouth stand above (or below) its middle, in parts of the face.
_MOUTHS: Mapping[Level, float] = {
    Level.VERY_SATISFIED: 0.2,
    Level.SATISFIED: 0.12,
    Level.NEUTRAL: 0.0,
    Level.DISSATISFIED: -0.1,
    Level.VERY_DISSATISFIED: -0.18,
}


class AnswerButton(QAbstractButton):
    """One answer, as large as its place: touch it, or press its key."""

    def __init__(self, words: str, key: str, run: Callable[[], None], level: Level | None = None) -> None:
        super().__init__()
        self._key = key
        self._level = level
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(level is None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: run())

    def say(self, words: str, key: str) -> None:
        """Bear other words and another key from now on."""
        self._key = key
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that a finger hits."""
        return QSize(120, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the face where the answer has one, the words and the key."""
        shown = colours.present()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter, shown)
        inner = self.rect().adjusted(10, 8, -10, -8)
        if self._level is None:
            self._draw_words(painter, shown, inner, min(inner.height() * 0.5, self.window().height() * 0.06))
        else:
            face, words = _places(inner)
            _draw_face(painter, shown, face, _MOUTHS[self._level])
            self._draw_words(painter, shown, words, max(self.height() * 0.12, words.height() * 0.24))
        painter.setFont(sized(max(16, round(self.window().height() * 0.028))))
        painter.setPen(QColor(shown.soft_ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self._key)
        painter.end()

    def _draw_frame(self, painter: QPainter, shown: Colours) -> None:
        pressed = self.isDown() or self.isChecked()
        painter.setBrush(QColor(shown.accent_soft if pressed else shown.paper))
        edge = shown.focus if self.hasFocus() else shown.accent if pressed else shown.edge
        painter.setPen(QPen(QColor(edge), 4 if pressed or self.hasFocus() else 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 14, 14)

    def _draw_words(self, painter: QPainter, shown: Colours, place: QRect, largest_px: float) -> None:
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        size = max(13, round(largest_px))
        while size > 13:
            painter.setFont(sized(size, bold=True))
            needed = painter.boundingRect(place, flags, self.text())
            if place.contains(needed) and _longest_word(painter, self.text()) <= place.width():
                break
            size -= 1
        painter.setPen(QColor(shown.ink))
        painter.drawText(place, flags, self.text())


def _places(inner: QRect) -> tuple[QRect, QRect]:
    """Return where face and words stand: one over the other, or side by side in a low, wide button."""
    if inner.width() > 2 * inner.height():
        face = QRect(inner.left(), inner.top(), inner.height(), inner.height())
        return face, QRect(face.right(), inner.top(), inner.right() - face.right(), inner.height())
    face = QRect(inner.left(), inner.top(), inner.width(), round(inner.height() * 0.58))
    return face, QRect(inner.left(), face.bottom(), inner.width(), inner.bottom() - face.bottom())


def _longest_word(painter: QPainter, words: str) -> int:
    return max(painter.fontMetrics().horizontalAdvance(word) for word in words.split())


def _draw_face(painter: QPainter, shown: Colours, place: QRect, bend: float) -> None:
    size = min(place.width(), place.height()) * 0.86
    middle = QPointF(place.center())
    ink = QColor(shown.good if bend > 0 else shown.soft_ink if bend == 0 else shown.danger)
    painter.setPen(QPen(ink, max(2.5, size * 0.045), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, size / 2, size / 2)
    painter.setBrush(ink)
    for side in (-1, 1):
        painter.drawEllipse(middle + QPointF(side * size * 0.17, -size * 0.12), size * 0.035, size * 0.05)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    mouth, corner = QPainterPath(), middle.y() + size * (0.18 - bend / 2)
    half, deep = size * 0.25, corner + size * bend * 1.5
    mouth.moveTo(middle.x() - half, corner)
    first, second = QPointF(middle.x() - half * 0.6, deep), QPointF(middle.x() + half * 0.6, deep)
    mouth.cubicTo(first, second, QPointF(middle.x() + half, corner))
    painter.drawPath(mouth)
