"""The schedule as a picture: the hour with its minutes of slogans, and the day with its hours; now is marked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.kernel.translations import _
from ui.signage.state import Seen, schedule_words
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown


class HourPicture(QWidget):
    """Two bars: sixty minutes, twenty-four hours; what is filled is when slogans are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: Seen | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Lịch chiếu trong giờ và trong ngày"))

    def put(self, seen: Seen) -> None:
        """Show this schedule at this moment."""
        self._seen = seen
        self.setAccessibleDescription(schedule_words(seen.schedule))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two bars and their marks."""
        return QSize(grown(300), 2 * self._bar_px() + 4 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the height of the picture at a width that still tells the hours."""
        return QSize(grown(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both bars."""
        if self._seen is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, line = self._bar_px(), self.fontMetrics().height()
        self._draw_hour(painter, self._seen, QRectF(1, line, self.width() - 2, high))
        self._draw_day(painter, self._seen, QRectF(1, high + 3 * line, self.width() - 2, high))
        painter.end()

    def _bar_px(self) -> int:
        return grown(20)

    def _draw_hour(self, painter: QPainter, seen: Seen, bar: QRectF) -> None:
        self._draw_ground(painter, bar)
        schedule = seen.schedule
        first, past = schedule.from_minute, schedule.from_minute + schedule.minutes
        for start, end in ((first, min(past, 60)), (0, past - 60)):
            if end > start:
                self._fill(painter, bar, start / 60, end / 60)
        for minute in range(0, 61, 10):
            self._mark(painter, bar, minute / 60, f"{minute:02d}")
        self._draw_now(painter, bar, (seen.now.minute + seen.now.second / 60) / 60)

    def _draw_day(self, painter: QPainter, seen: Seen, bar: QRectF) -> None:
        self._draw_ground(painter, bar)
        for each in seen.windows:
            start = (each.from_at.hour + each.from_at.minute / 60) / 24
            self._fill(painter, bar, start, start + each.seconds / 86_400)
        for hour in range(0, 25, 3):
            self._mark(painter, bar, hour / 24, f"{hour:02d}:00" if self.width() > grown(420) else f"{hour}")
        self._draw_now(painter, bar, (seen.now.hour + seen.now.minute / 60) / 24)

    def _draw_ground(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(QColor(drawn(COLOURS.line)))
        painter.setBrush(QColor(drawn(COLOURS.second_paper)))
        painter.drawRect(bar)

    def _fill(self, painter: QPainter, bar: QRectF, start: float, end: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(drawn(COLOURS.accent)))
        painter.drawRect(
            QRectF(bar.left() + bar.width() * start, bar.top(), max(1.5, bar.width() * (end - start)), bar.height())
        )

    def _mark(self, painter: QPainter, bar: QRectF, at: float, words: str) -> None:
        x, line = bar.left() + bar.width() * at, self.fontMetrics().height()
        painter.setPen(QColor(drawn(COLOURS.soft_ink)))
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 3))
        wide = self.fontMetrics().horizontalAdvance(words)
        left = min(max(0.0, x - wide / 2), self.width() - wide)
        painter.drawText(QRectF(left, bar.bottom() + 3, wide + 1, line), Qt.AlignmentFlag.AlignLeft, words)

    def _draw_now(self, painter: QPainter, bar: QRectF, at: float) -> None:
        x, size = bar.left() + bar.width() * at, grown(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(drawn(COLOURS.danger)))
        tip = QPointF(x, bar.top())
        painter.drawPolygon(QPolygonF([tip, QPointF(x - size, bar.top() - size), QPointF(x + size, bar.top() - size)]))
        painter.drawRect(QRectF(x - 0.75, bar.top(), 1.5, bar.height()))
