"""A chart on the screen: what it shows on paper, in the program's letters; the keyboard walks along its figures."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desk_app.kernel.translations import _
from desk_app.printing.official.chart import Chart
from ui import theme
from ui.widgets.chart_drawing import bars_height, draw_bars, draw_legend, draw_lines, legend_height, spoken_value
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_LINES = 150


class ChartView(QWidget):
    """Bars that lie beside long names, or lines over months.

    Left and right walk, Home and End jump; what stands there is said. ``entered`` gives the place at Enter or a double
    click.
    """

    entered = Signal(int)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._place = 0
        self._boxes: tuple[QRectF, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name or _("Biểu đồ"))
        self.hide()

    @property
    def chart(self) -> Chart | None:
        """Return what is drawn."""
        return self._chart

    @property
    def place(self) -> int:
        """Return at which label the keyboard stands, from 0."""
        return self._place

    @property
    def said(self) -> str:
        """Return the label and the figures where the keyboard stands."""
        return self._said(self._place)

    def put(self, chart: Chart | None, place: int = 0) -> None:
        """Show another chart, the keyboard at ``place`` of it; or nothing."""
        self._chart, self._boxes = chart, ()
        self._place = max(0, min(place, len(chart.labels) - 1)) if chart is not None else 0
        self.setVisible(chart is not None)
        self.setAccessibleDescription(self.said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height that the bars take, or that lines are read in."""
        return QSize(grown(420), self._height())

    def minimumSizeHint(self) -> QSize:
        """Never be drawn smaller than can be read."""
        return QSize(grown(280), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the labels; say ``entered`` at Enter."""
        key = Qt.Key(event.key())
        if self._chart is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(self._place + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._chart.labels) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self._place)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand where the mouse points."""
        self._go(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Say ``entered`` where the mouse points."""
        place = self._at(event.position())
        if place >= 0:
            self.entered.emit(place)

    def event(self, event: QEvent) -> bool:
        """Tell a label in full, with its figures, where the mouse rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._said(place) if place >= 0 else "")
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard stands."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the legend, then the bars or the lines, and frame where the keyboard stands."""
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font())
        painter.fillRect(self.rect(), QColor(drawn(COLOURS.paper)))
        is_line = self._chart.kind == "line"
        top = draw_legend(painter, self._chart, self.width(), self.said if is_line else "")
        room = QRectF(0, top, self.width(), self.height() - top)
        self._boxes = (draw_lines if is_line else draw_bars)(painter, self._chart, room)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(drawn(COLOURS.focus)), 2))
            painter.drawRect(self._boxes[self._place])
        painter.end()

    def _go(self, place: int) -> None:
        """Stand at another place, if there is one."""
        if self._chart is None or not 0 <= place < len(self._chart.labels):
            return
        self._place = place
        self.setAccessibleDescription(self.said)
        self.update()

    def _at(self, point: QPointF) -> int:
        return next((place for place, box in enumerate(self._boxes) if box.contains(point)), -1)

    def _said(self, place: int) -> str:
        if self._chart is None:
            return ""
        unit = f" {self._chart.unit}" if self._chart.unit else ""
        figures = ", ".join(f"{each.name} {spoken_value(each.values[place])}{unit}" for each in self._chart.series)
        return f"{self._chart.labels[place]}: {figures}"

    def _height(self) -> int:
        if self._chart is None:
            return 0
        if self._chart.kind == "line":
            return legend_height(said=True) + grown(_LINES)
        return legend_height() + bars_height(self._chart)
