"""Small drawings: the icons of buttons, and the shapes that tell statuses apart without their colour.

Each is drawn with a pen on a square of 16 by 16 units, so it stays sharp at every text size.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF
from PySide6.QtWidgets import QApplication

from ui.widgets.colours import COLOURS, drawn
from ui.widgets.page_glyphs import PAGE_DRAWINGS

_UNITS = 16


def pixmap(name: str, colour: str, size_px: int) -> QPixmap:
    """Return the drawing ``name`` in ``colour``, ``size_px`` logical pixels wide."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    kept, key = QPixmap(), f"{name} {drawn(colour)} {size_px} {ratio}"
    if not QPixmapCache.find(key, kept):
        kept = _made(name, colour, size_px, ratio)
        QPixmapCache.insert(key, kept)
    return kept


def _made(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    made = QPixmap(round(size_px * ratio), round(size_px * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size_px / _UNITS, size_px / _UNITS)
    pen = QColor(drawn(colour))
    painter.setPen(QPen(pen, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    _DRAWINGS[name](painter, pen)
    painter.end()
    return made


def icon(name: str, colour: str, size_px: int) -> QIcon:
    """Return the drawing ``name`` as an icon for a button or a line of a list."""
    return QIcon(pixmap(name, colour, size_px))


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _filled(painter: QPainter, colour: QColor, *points: tuple[float, float]) -> None:
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _door(painter: QPainter, _: QColor) -> None:
    painter.drawArc(QRectF(3.5, 1.5, 9, 9), 0, 180 * 16)
    _line(painter, (3.5, 6), (3.5, 14), (12.5, 14), (12.5, 6))
    _line(painter, (6.5, 14), (6.5, 7), (9.5, 5.5), (9.5, 14))


def _down(painter: QPainter, _: QColor) -> None:
    _line(painter, (2.5, 5.5), (8, 11), (13.5, 5.5))


def _home(painter: QPainter, _: QColor) -> None:
    _line(painter, (2, 8), (8, 2.5), (14, 8))
    _line(painter, (3.8, 7), (3.8, 13.5), (12.2, 13.5), (12.2, 7))


def _new(painter: QPainter, _: QColor) -> None:
    _line(painter, (9.5, 2), (3.5, 2), (3.5, 14), (12.5, 14), (12.5, 5), (9.5, 2))
    _line(painter, (8, 6.5), (8, 11.5))
    _line(painter, (5.5, 9), (10.5, 9))


def _find(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(7, 7), 4.5, 4.5)
    _line(painter, (10.4, 10.4), (14, 14))


def _print(painter: QPainter, _: QColor) -> None:
    painter.drawRect(QRectF(2, 6, 12, 5.5))
    _line(painter, (4.5, 6), (4.5, 2), (11.5, 2), (11.5, 6))
    painter.drawRect(QRectF(4.5, 9.5, 7, 4.5))


def _lock(painter: QPainter, _: QColor) -> None:
    painter.drawRect(QRectF(3.5, 7.5, 9, 6.5))
    painter.drawArc(QRectF(5, 2, 6, 9), 0, 180 * 16)


def _keys(painter: QPainter, _: QColor) -> None:
    painter.drawRect(QRectF(1.5, 4, 13, 8))
    for x in (4.2, 6.7, 9.2, 11.7):
        painter.drawPoint(QPointF(x, 6.7))
    _line(painter, (5, 9.6), (11, 9.6))


def _ring(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 5, 5)


def _half(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 5, 5)
    painter.setBrush(colour)
    painter.drawChord(QRectF(3, 3, 10, 10), 90 * 16, 180 * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _disc(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(8, 8), 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _done(painter: QPainter, _: QColor) -> None:
    painter.drawRect(QRectF(2.5, 2.5, 11, 11))
    _line(painter, (5, 8.2), (7.2, 10.6), (11.2, 5.4))


def _tick(painter: QPainter, _: QColor) -> None:
    _line(painter, (3, 8.5), (6.5, 12), (13, 4.5))


def _given(painter: QPainter, _: QColor) -> None:
    _line(painter, (2, 8), (13, 8))
    _line(painter, (9, 4), (13.3, 8), (9, 12))


def _pause(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 6, 6)
    _line(painter, (6.2, 5.5), (6.2, 10.5))
    _line(painter, (9.8, 5.5), (9.8, 10.5))


def _cross(painter: QPainter, _: QColor) -> None:
    _line(painter, (4, 4), (12, 12))
    _line(painter, (12, 4), (4, 12))


def _warning(painter: QPainter, _: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(8, 2), QPointF(14.5, 13.5), QPointF(1.5, 13.5)]))
    _line(painter, (8, 6), (8, 9.6))
    painter.drawPoint(QPointF(8, 11.7))


def _late(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, (8, 2), (14.5, 13.5), (1.5, 13.5))
    painter.setPen(QPen(QColor(drawn(COLOURS.paper)), 1.6))
    _line(painter, (8, 6), (8, 9.6))
    painter.drawPoint(QPointF(8, 11.7))


def _clock(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 6, 6)
    _line(painter, (8, 4.5), (8, 8), (10.8, 9.6))


def _info(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 6, 6)
    _line(painter, (8, 7.4), (8, 11.2))
    painter.drawPoint(QPointF(8, 5))


def _question(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 6, 6)
    painter.drawArc(QRectF(6, 4.6, 4, 4), -60 * 16, 240 * 16)
    _line(painter, (8, 8.4), (8, 9.4))
    painter.drawPoint(QPointF(8, 11.6))


_DRAWINGS: dict[str, Callable[[QPainter, QColor], None]] = {
    "door": _door,
    "down": _down,
    "home": _home,
    "new": _new,
    "find": _find,
    "print": _print,
    "lock": _lock,
    "keys": _keys,
    "ring": _ring,
    "half": _half,
    "disc": _disc,
    "done": _done,
    "tick": _tick,
    "given": _given,
    "pause": _pause,
    "cross": _cross,
    "warning": _warning,
    "late": _late,
    "clock": _clock,
    "info": _info,
    "question": _question,
    **PAGE_DRAWINGS,
}
