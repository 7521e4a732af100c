"""The drawings of pages and devices, on the same square of 16 by 16 units as the others in ``glyphs``."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _dots(painter: QPainter, *points: tuple[float, float]) -> None:
    for x, y in points:
        painter.drawPoint(QPointF(x, y))


def _list(painter: QPainter, _: QColor) -> None:
    _dots(painter, (3, 4), (3, 8), (3, 12))
    for y in (4, 8, 12):
        _line(painter, (6, y), (13.5, y))


def _hand_over(painter: QPainter, _: QColor) -> None:
    # A sheet laid on an open palm.
    painter.drawRect(QRectF(5, 1.8, 7, 6.4))
    _line(painter, (7.2, 4.9), (8.3, 6.1), (10.2, 3.8))
    _line(painter, (1.8, 10), (4.2, 10), (6, 11.2), (9.4, 11.2))
    _line(painter, (1.8, 14), (8.8, 14), (14.2, 10.6))


def _returns(painter: QPainter, _: QColor) -> None:
    # A house, and what is on its way to it.
    _line(painter, (7.5, 8), (11, 4.6), (14.5, 8))
    _line(painter, (8.6, 8), (8.6, 13.4), (13.4, 13.4), (13.4, 8))
    _line(painter, (1.5, 10.4), (6, 10.4))
    _line(painter, (4.2, 8.6), (6, 10.4), (4.2, 12.2))


def _ticket(painter: QPainter, _: QColor) -> None:
    _line(painter, (2, 4), (14, 4), (14, 6.4))
    _line(painter, (14, 9.6), (14, 12), (2, 12), (2, 9.6))
    _line(painter, (2, 6.4), (2, 4))
    painter.drawArc(QRectF(12.4, 6.4, 3.2, 3.2), 90 * 16, 180 * 16)
    painter.drawArc(QRectF(0.4, 6.4, 3.2, 3.2), -90 * 16, 180 * 16)
    _dots(painter, (6, 6), (6, 8), (6, 10))


def _settings(painter: QPainter, _: QColor) -> None:
    # Three sliders: what can be set, and where it stands.
    for y, knob in ((4.0, 10.5), (8.0, 5.0), (12.0, 9.0)):
        _line(painter, (2, y), (knob - 1.6, y))
        _line(painter, (knob + 1.6, y), (14, y))
        painter.drawEllipse(QPointF(knob, y), 1.6, 1.6)


def _person(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(8, 5), 2.8, 2.8)
    painter.drawArc(QRectF(2.8, 9, 10.4, 10), 0, 180 * 16)


def _people(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(5.8, 5.4), 2.4, 2.4)
    painter.drawArc(QRectF(1.4, 9, 8.8, 9), 0, 180 * 16)
    painter.drawArc(QRectF(8.8, 3, 4.4, 4.8), -100 * 16, 200 * 16)
    painter.drawArc(QRectF(7, 9, 7.8, 9), 0, 80 * 16)


def _calendar(painter: QPainter, _: QColor) -> None:
    painter.drawRect(QRectF(2.2, 3.4, 11.6, 10.4))
    _line(painter, (2.2, 6.6), (13.8, 6.6))
    _line(painter, (5.2, 1.8), (5.2, 4.4))
    _line(painter, (10.8, 1.8), (10.8, 4.4))
    _dots(painter, (5.2, 9), (8, 9), (10.8, 9), (5.2, 11.4), (8, 11.4))


def _scanner(painter: QPainter, _: QColor) -> None:
    _line(painter, (2, 5), (2, 2), (5, 2))
    _line(painter, (11, 2), (14, 2), (14, 5))
    _line(painter, (14, 11), (14, 14), (11, 14))
    _line(painter, (5, 14), (2, 14), (2, 11))
    _line(painter, (2.6, 8), (13.4, 8))


def _screen(painter: QPainter, _: QColor) -> None:
    painter.drawRect(QRectF(1.8, 2.6, 12.4, 8.4))
    _line(painter, (8, 11), (8, 13.6))
    _line(painter, (5, 13.6), (11, 13.6))


def _speaker(painter: QPainter, _: QColor) -> None:
    _line(painter, (2, 6), (4.6, 6), (8, 3), (8, 13), (4.6, 10), (2, 10), (2, 6))
    painter.drawArc(QRectF(7, 5.4, 4.4, 5.2), -60 * 16, 120 * 16)
    painter.drawArc(QRectF(6.6, 3, 7.6, 10), -60 * 16, 120 * 16)


def _folder(painter: QPainter, _: QColor) -> None:
    _line(painter, (2, 13), (2, 3.4), (6.4, 3.4), (8, 5.4), (14, 5.4), (14, 13), (2, 13))


def _empty_tray(painter: QPainter, _: QColor) -> None:
    _line(painter, (1.8, 9), (4, 3.2), (12, 3.2), (14.2, 9))
    _line(painter, (1.8, 9), (5.4, 9), (6.2, 11), (9.8, 11), (10.6, 9), (14.2, 9), (14.2, 13.2), (1.8, 13.2), (1.8, 9))


def _stamp(painter: QPainter, _: QColor) -> None:
    painter.drawEllipse(QPointF(8, 4), 2.2, 2.2)
    _line(painter, (6.8, 5.8), (6.2, 9.2), (3, 9.2), (3, 11.4), (13, 11.4), (13, 9.2), (9.8, 9.2), (9.2, 5.8))
    _line(painter, (3, 14), (13, 14))


def _export(painter: QPainter, _: QColor) -> None:
    _line(painter, (8, 2), (8, 9.6))
    _line(painter, (5, 6.8), (8, 9.8), (11, 6.8))
    _line(painter, (2.4, 10.6), (2.4, 13.8), (13.6, 13.8), (13.6, 10.6))


def _import(painter: QPainter, _: QColor) -> None:
    _line(painter, (8, 9.8), (8, 2.2))
    _line(painter, (5, 5), (8, 2), (11, 5))
    _line(painter, (2.4, 10.6), (2.4, 13.8), (13.6, 13.8), (13.6, 10.6))


def _contrast(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QPointF(8, 8), 6, 6)
    painter.setBrush(colour)
    painter.drawChord(QRectF(2, 2, 12, 12), -90 * 16, 180 * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _messages(painter: QPainter, _: QColor) -> None:
    _line(painter, (2, 3), (14, 3), (14, 11), (7, 11), (4, 13.8), (4, 11), (2, 11), (2, 3))
    _line(painter, (5, 6), (11, 6))
    _line(painter, (5, 8.4), (9, 8.4))


def _voice(painter: QPainter, pen: QColor) -> None:
    # A face that has its say: somebody was asked, and answered.
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.setBrush(pen)
    for left in (5.4, 9.4):
        painter.drawEllipse(QRectF(left, 5.4, 1.2, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(4.8, 5, 6.4, 6.4), 200 * 16, 140 * 16)


def _signage(painter: QPainter, _: QColor) -> None:
    painter.drawRect(QRectF(1.8, 2.4, 12.4, 8))
    _line(painter, (4.6, 5.2), (11.4, 5.2))
    _line(painter, (6, 7.8), (10, 7.8))
    _line(painter, (5, 10.6), (5, 14))
    _line(painter, (11, 10.6), (11, 14))


def _switch(painter: QPainter, _: QColor) -> None:
    _line(painter, (2, 5.4), (13, 5.4))
    _line(painter, (10.4, 2.6), (13.2, 5.4), (10.4, 8.2))
    _line(painter, (14, 11), (3, 11))
    _line(painter, (5.6, 8.4), (2.8, 11), (5.6, 13.8))


def _writing(painter: QPainter, _: QColor) -> None:
    # A pen over the line it writes on.
    _line(painter, (3, 11.4), (3.8, 8.4), (11, 1.8), (13.4, 4.2), (6.2, 10.8), (3, 11.4))
    _line(painter, (2, 14), (14, 14))


def _fees(painter: QPainter, _: QColor) -> None:
    # A note with a coin before it.
    painter.drawRect(QRectF(1.8, 3, 12.4, 7))
    painter.drawEllipse(QPointF(8, 6.5), 1.6, 1.6)
    _line(painter, (3.4, 12.6), (12.6, 12.6))
    _dots(painter, (4, 6.5), (12, 6.5))


def _hub(painter: QPainter, _: QColor) -> None:
    # A centre to which others lead.
    painter.drawEllipse(QPointF(8, 8), 2.4, 2.4)
    for x, y in ((3, 3), (13, 3), (3, 13), (13, 13)):
        painter.drawEllipse(QPointF(x, y), 1.3, 1.3)
        _line(painter, (x + (8 - x) * 0.26, y + (8 - y) * 0.26), (x + (8 - x) * 0.64, y + (8 - y) * 0.64))


def _chart(painter: QPainter, _: QColor) -> None:
    _line(painter, (2.2, 2.2), (2.2, 13.6), (14.2, 13.6))
    for x, top in ((5.4, 8.6), (8.8, 4), (12.2, 6.4)):
        _line(painter, (x, 11.2), (x, top))


def _hall(painter: QPainter, _: QColor) -> None:
    # A cultural house: a wide roof on columns.
    _line(painter, (1.6, 6.4), (8, 2.2), (14.4, 6.4), (1.6, 6.4))
    for x in (3.6, 6.6, 9.4, 12.4):
        _line(painter, (x, 6.6), (x, 12.4))
    _line(painter, (1.8, 13.4), (14.2, 13.4))


PAGE_DRAWINGS: dict[str, Callable[[QPainter, QColor], None]] = {
    "list": _list,
    "hand_over": _hand_over,
    "returns": _returns,
    "tickets": _ticket,
    "settings": _settings,
    "person": _person,
    "people": _people,
    "calendar": _calendar,
    "scanner": _scanner,
    "screen": _screen,
    "speaker": _speaker,
    "folder": _folder,
    "empty": _empty_tray,
    "fees": _fees,
    "stamp": _stamp,
    "writing": _writing,
    "export": _export,
    "import": _import,
    "contrast": _contrast,
    "messages": _messages,
    "switch": _switch,
    "voice": _voice,
    "signage": _signage,
    "hub": _hub,
    "hall": _hall,
    "chart": _chart,
}
