"""Drawing charts of figures: each series by its tone, its pattern and its name, so that grey paper tells them apart too."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from desk_app.kernel.texts import quantity
from desk_app.printing.official.chart import Chart
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown

_TONES = (COLOURS.accent_deep, COLOURS.accent_off, COLOURS.warning, COLOURS.calm)
_FILLS = (
    *(Qt.BrushStyle.SolidPattern, Qt.BrushStyle.SolidPattern),
    *(Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern),
)
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_BAR, _GAP, _LEAST, _LEGEND, _SAID = 14, 8, 20, 26, 22
_EDGE, _HALF = 8, 14
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


def spoken_value(value: float | None) -> str:
    """Return a value as it stands beside its bar; a dash where there is none."""
    return "–" if value is None else quantity(round(value))


def legend_height(*, said: bool = False) -> int:
    """Return the height of the legend, with the line that says where the keyboard stands if ``said``."""
    return grown(_LEGEND + (_SAID if said else 0))


def bars_height(chart: Chart) -> int:
    """Return the height that the bars of a chart take."""
    return len(chart.labels) * (_tall(chart) + grown(_GAP)) + grown(_EDGE)


def draw_legend(painter: QPainter, chart: Chart, width: int, said: str = "") -> int:
    """Draw what tells the series apart, and below it ``said``; return where the rest begins."""
    x, side = grown(_EDGE), grown(12)
    for place, series in enumerate(chart.series):
        words = f"{series.name} ({chart.unit})" if chart.unit else series.name
        if chart.kind == "line":
            _draw_line(painter, place, [QPointF(x, grown(13)), QPointF(x + 2 * side, grown(13))])
            x += side + grown(8)
        else:
            _fill(painter, place, QRectF(x, grown(7), side, side))
        painter.setPen(QColor(drawn(COLOURS.ink)))
        wide = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QRectF(x + side + grown(6), 0, wide + 2, grown(_LEGEND)), _LEFT, words)
        x += side + wide + grown(26)
    if said:
        box = QRectF(grown(_EDGE), grown(_LEGEND), width - 2 * grown(_EDGE), grown(_SAID))
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.setPen(QColor(drawn(COLOURS.soft_ink)))
        painter.drawText(box, _LEFT, shown)
    return legend_height(said=bool(said))


def draw_bars(painter: QPainter, chart: Chart, room: QRectF) -> tuple[QRectF, ...]:
    """Draw a bar for each value beside its label; return the box of each label."""
    metrics, most, edge = painter.fontMetrics(), _most(chart), grown(_EDGE)
    wide = min(max(metrics.horizontalAdvance(label) for label in chart.labels) + 3, int(room.width() * 0.34))
    left = edge + wide + edge
    longest = room.width() - left - edge - grown(6) - metrics.horizontalAdvance(spoken_value(most))
    tall, boxes = _tall(chart), []
    for place, label in enumerate(chart.labels):
        begin = room.top() + place * (tall + grown(_GAP))
        painter.setPen(QColor(drawn(COLOURS.ink)))
        shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(edge, begin, wide, tall), _RIGHT, shown)
        y = begin + (tall - len(chart.series) * grown(_BAR)) / 2
        for at, series in enumerate(chart.series):
            value = series.values[place]
            _draw_bar(painter, at, value, QRectF(left, y, max(longest * (value or 0) / most, 0), grown(_BAR)))
            y += grown(_BAR)
        boxes.append(QRectF(grown(3), begin - grown(3), room.width() - grown(6), tall + grown(6)))
    painter.setPen(QPen(QColor(drawn(COLOURS.edge)), 1))
    painter.drawLine(QPointF(left, room.top()), QPointF(left, begin + tall))
    return tuple(boxes)


def draw_lines(painter: QPainter, chart: Chart, room: QRectF) -> tuple[QRectF, ...]:
    """Draw a line for each series over the labels; return the box of each label."""
    metrics, most = painter.fontMetrics(), _nice(_most(chart))
    label_wide = max(metrics.horizontalAdvance(label) for label in chart.labels) + grown(8)
    top, bottom = room.top() + grown(10), room.bottom() - grown(24)
    right = room.right() - max(label_wide / 2, grown(_EDGE))
    axis = grown(_EDGE + 8) + metrics.horizontalAdvance(spoken_value(most))
    left = max(axis + grown(_HALF), label_wide / 2)
    step = (right - left) / max(len(chart.labels) - 1, 1)
    _draw_scale(painter, most, QRectF(axis, top, room.right() - grown(_EDGE) - axis, bottom - top))
    _draw_labels(painter, chart, QRectF(left, bottom, label_wide, grown(24)), step)
    for at, series in enumerate(chart.series):
        points = [
            QPointF(left + step * place, bottom - (bottom - top) * (value or 0) / most)
            for place, value in enumerate(series.values)
        ]
        _draw_line(painter, at, points)
    half = min(step / 2, grown(_HALF))
    return tuple(
        QRectF(left + step * place - half, top - grown(6), 2 * half, bottom - top + grown(12))
        for place in range(len(chart.labels))
    )


def _draw_labels(painter: QPainter, chart: Chart, first: QRectF, step: float) -> None:
    """Write as many labels as have room below the axis, from the newest backwards: that one is always named."""
    every = max(1, -(-int(first.width()) // max(int(step), 1)))
    painter.setPen(QColor(drawn(COLOURS.soft_ink)))
    for place in range(len(chart.labels) - 1, -1, -every):
        left = first.left() + step * place - first.width() / 2
        painter.drawText(QRectF(left, first.top() + grown(4), first.width(), grown(18)), _MIDDLE, chart.labels[place])


def _draw_bar(painter: QPainter, at: int, value: float | None, box: QRectF) -> None:
    if value:
        _fill(painter, at, box.adjusted(0, 1, 0, -1))
    painter.setPen(QColor(drawn(COLOURS.ink if value else COLOURS.faint_ink)))
    words = spoken_value(value)
    wide = painter.fontMetrics().horizontalAdvance(words) + 2
    painter.drawText(QRectF(box.right() + grown(5), box.top() - 2, wide, box.height() + 4), _LEFT, words)


def _fill(painter: QPainter, at: int, box: QRectF) -> None:
    """Fill a box in a series' tone and pattern; its outline keeps a light or hatched one visible."""
    tone = QColor(drawn(_TONES[at]))
    painter.setPen(QPen(QColor(drawn(COLOURS.accent_deep)) if at == 1 else tone, 1))
    painter.setBrush(QBrush(tone, _FILLS[at]))
    painter.drawRect(box)


def _draw_line(painter: QPainter, at: int, points: list[QPointF]) -> None:
    """Join the points in a series' tone and dashes, each marked by the series' own shape."""
    tone = QColor(drawn(_TONES[at]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tone, 2, _DASHES[at]))
    painter.drawPolyline(points)
    painter.setPen(QPen(tone, 1))
    painter.setBrush(tone)
    half = grown(7) / 2
    for point in points:
        painter.drawPolygon(_mark(at, point, half))


def _mark(at: int, point: QPointF, half: float) -> QPolygonF:
    """Return a square, a lozenge, a triangle or a small square around a point."""
    corners = (
        ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)),
        ((-1.2, 1), (1.2, 1), (0, -1.3)),
        ((-0.6, -0.6), (0.6, -0.6), (0.6, 0.6), (-0.6, 0.6)),
    )[at]
    return QPolygonF([QPointF(point.x() + x * half, point.y() + y * half) for x, y in corners])


def _draw_scale(painter: QPainter, most: float, box: QRectF) -> None:
    for share in (0.0, 0.5, 1.0):
        y = box.bottom() - box.height() * share
        painter.setPen(QPen(QColor(drawn(COLOURS.line)), 1))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(QColor(drawn(COLOURS.soft_ink)))
        words = QRectF(0, y - grown(9), box.left() - grown(6), grown(18))
        painter.drawText(words, _RIGHT, spoken_value(most * share))


def _tall(chart: Chart) -> int:
    """Return how high the bars of one label stand, and its words."""
    return max(len(chart.series) * grown(_BAR), grown(_LEAST))


def _most(chart: Chart) -> float:
    return max((value or 0 for each in chart.series for value in each.values), default=0) or 1


def _nice(most: float) -> float:
    """Return the next even round number from ``most`` on, so that the scale and its half are whole."""
    size = 1
    while True:
        for step in (2, 4, 6, 10):
            if most <= step * size:
                return step * size
        size *= 10
