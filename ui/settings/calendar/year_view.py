"""A whole year on one sheet, month by month; a day is told by its shape as well as its colour."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.kernel.translations import _
from ui import theme
from ui.settings.calendar.state import DayShown, YearShown, day_words
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown

_CELL, _LINE, _HEAD, _GAP = 28, 19, 37, 18
_WEEK = 7
_LINES = 6


class YearView(QWidget):
    """Shows a year; arrow keys walk from day to day, PageUp and PageDown from month to month. Says ``moved``."""

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Lịch của năm"))
        self._days: dict[date, DayShown] = {}
        self._year = 0
        self.on = date.min
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, shown: YearShown, on: date) -> None:
        """Show a year, with ``on`` as the day in hand, or its first day where that is another year's."""
        self._year = shown.year
        self._days = {day.on: day for day in shown.days}
        self._stand_on(on if on in self._days else date(shown.year, 1, 1))
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of twelve months in as many columns as fit."""
        return -(-12 // self._columns(width)) * self._month_size().height()

    def sizeHint(self) -> QSize:
        """Ask for the height of the months at the present width."""
        return QSize(self._month_size().width(), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of one month at least."""
        return self._month_size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the months stand in other columns."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the days."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}
        months = {Qt.Key.Key_PageUp: -31, Qt.Key.Key_PageDown: 31}
        key = Qt.Key(event.key())
        if key in steps:
            self._stand_on(self.on + timedelta(days=steps[key]))
        elif key in months:
            self._stand_on((self.on.replace(day=15) + timedelta(days=months[key])).replace(day=1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on the day that was pressed."""
        at = event.position().toPoint()
        pressed = next((on for on in self._days if self._cell(on).contains(at)), None)
        if pressed is not None:
            self._stand_on(pressed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months, then the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_head(painter, month)
        painter.setFont(theme.font(13))
        for day in self._days.values():
            self._paint_day(painter, day)
        painter.end()

    def _stand_on(self, on: date) -> None:
        if on in self._days:
            self.on = on
            self.setAccessibleDescription(day_words(self._days[on]))
            self.moved.emit(self._days[on])
            self.update()

    def _paint_head(self, painter: QPainter, month: int) -> None:
        place = self._month_place(month)
        width = _WEEK * grown(_CELL)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(QColor(drawn(COLOURS.accent_deep)))
        title = _("Tháng {month}").format(month=month)
        painter.drawText(QRect(place, QSize(width, grown(_LINE))), Qt.AlignmentFlag.AlignCenter, title)
        painter.setFont(theme.font(11))
        painter.setPen(QColor(drawn(COLOURS.soft_ink)))
        for number, name in enumerate(("T2", "T3", "T4", "T5", "T6", "T7", "CN")):
            at = place + QPoint(number * grown(_CELL), grown(_LINE))
            painter.drawText(QRect(at, QSize(grown(_CELL), grown(_LINE - 1))), Qt.AlignmentFlag.AlignCenter, name)

    def _paint_day(self, painter: QPainter, day: DayShown) -> None:
        cell = self._cell(day.on)
        inner = cell.adjusted(grown(2), 1, -grown(2), -1)
        ink = {"work": COLOURS.ink, "weekend": COLOURS.faint_ink, "off": COLOURS.danger, "worked": COLOURS.accent_deep}
        painter.setPen(Qt.PenStyle.NoPen)
        if day.kind == "off":
            painter.setBrush(QColor(drawn(COLOURS.danger_pale)))
            painter.drawRoundedRect(inner, 3, 3)
        elif day.kind == "worked":
            painter.setPen(QPen(QColor(drawn(COLOURS.accent)), 1.4))
            painter.setBrush(QColor(drawn(COLOURS.accent_pale)))
            painter.drawEllipse(inner)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day.on == self.on:
            painter.setPen(QPen(QColor(drawn(COLOURS.ink if self.hasFocus() else COLOURS.edge)), 2))
            painter.drawRect(inner)
        painter.setFont(theme.font(13, bold=day.kind in ("off", "worked")))
        painter.setPen(QColor(drawn(ink[day.kind])))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.on.day))

    def _columns(self, width: int) -> int:
        fitting = (width + grown(_GAP)) // self._month_size().width()
        return max(1, min(4, fitting))

    def _month_size(self) -> QSize:
        return QSize(_WEEK * grown(_CELL) + grown(_GAP), grown(_HEAD) + _LINES * grown(_LINE) + grown(8))

    def _month_place(self, month: int) -> QPoint:
        columns, size = self._columns(self.width()), self._month_size()
        return QPoint((month - 1) % columns * size.width(), (month - 1) // columns * size.height())

    def _cell(self, on: date) -> QRect:
        before = on.replace(day=1).weekday() + on.day - 1
        at = QPoint(before % _WEEK * grown(_CELL), grown(_HEAD) + before // _WEEK * grown(_LINE))
        return QRect(self._month_place(on.month) + at, QSize(grown(_CELL), grown(_LINE)))
