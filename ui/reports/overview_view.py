"""The overview: lines of figures, the trend, the offices side by side."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.reports.charts import chart_of
from ui.reports.figures_view import FiguresView
from ui.reports.overview import Line, Overview
from ui.reports.tile import WIDTH, TileButton
from ui.widgets.chart import ChartView
from ui.widgets.parts import grown, label

_MOST = 4
_TITLE = 128


class OverviewView(QWidget):
    """Says ``opened`` with the figure that was entered."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Overview | None = None
        self._columns = 0
        self.tiles: list[TileButton] = []
        self.heading = label("", "soft", wrap=True)
        self._grid = QGridLayout()
        self._holder: QWidget | None = None
        self._lines = QVBoxLayout()
        self._trend_title = label("", "section", wrap=True)
        self.no_trend = label("", "soft", wrap=True)
        self.chart = ChartView()
        self._units_title = label(_("Các đơn vị trong tháng này"), "section", wrap=True)
        self.units = FiguresView(first=186)
        self.units.setAccessibleName(_("Các đơn vị trong tháng này"))
        self._below = QGridLayout()
        self._below.setHorizontalSpacing(grown(14))
        self._below.setVerticalSpacing(grown(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(self.heading)
        layout.addLayout(self._lines)
        layout.addLayout(self._below)
        layout.addStretch(1)
        self._set_below(beside=False)
        self.chart.entered.connect(self._on_step)
        self.units.opened.connect(self.opened)

    @property
    def shown(self) -> Overview | None:
        """Return what is shown."""
        return self._shown

    def put(self, shown: Overview) -> None:
        """Show another overview; the keyboard stays on the same figure."""
        at = next((place for place, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        self._shown = shown
        self.heading.setText(_("{unit} · lập {at}").format(unit=shown.unit_name, at=shown.made_at))
        self._put_tiles(shown)
        chart = chart_of(shown.trend)
        self.chart.put(chart, len(shown.trend.rows) - 1)
        self.chart.setAccessibleName(_("Biểu đồ {days}").format(days=shown.trend_days))
        self._trend_title.setText(_("Đã giải quyết trong {days}").format(days=shown.trend_days))
        self.no_trend.setText(_("Chưa có kết quả nào trong {days}.").format(days=shown.trend_days))
        self.no_trend.setVisible(chart is None)
        if shown.units is not None:
            self.units.put(shown.report, shown.units)
        for part in (self._units_title, self.units):
            part.setVisible(shown.units is not None)
        self._arrange()
        if 0 <= at < len(self.tiles):
            self.tiles[at].setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the first figure."""
        if self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the figures anew, as many in a row as there is room for."""
        super().resizeEvent(event)
        # Afterwards: parts moved in the middle of this event would keep the old sizes.
        QTimer.singleShot(0, self, self._arrange)

    def _put_tiles(self, shown: Overview) -> None:
        """Make the figures anew in a widget of their own."""
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(grown(6))
        self._lines.addWidget(self._holder)
        self._columns = 0
        self.tiles = []
        self._rows = [(_title(line), self._tiles_of(line)) for line in shown.lines]

    def _tiles_of(self, line: Line) -> list[TileButton]:
        made = [TileButton(tile, line.title, self.opened.emit) for tile in line.tiles]
        self.tiles += made
        return made

    def _arrange(self) -> None:
        if self._shown is None:
            return
        wide = self.width() - grown(_TITLE)
        columns = max(1, min(_MOST, wide // grown(WIDTH + 8)))
        if columns == self._columns:
            return
        self._columns = columns
        beside = columns == _MOST
        self._set_tiles(columns, beside=beside)
        self._set_below(beside=beside and self._shown.units is not None)

    def _set_tiles(self, columns: int, *, beside: bool) -> None:
        """Put each line's title beside its figures, or above them where the page is narrow."""
        at = 0
        for title, tiles in self._rows:
            if beside:
                self._grid.addWidget(title, at, 0)
            else:
                self._grid.addWidget(title, at, 0, 1, columns)
                at += 1
            for place, tile in enumerate(tiles):
                self._grid.addWidget(tile, at + place // columns, place % columns + beside)
            at += -(-len(tiles) // columns)
        for column in range(_MOST + 1):
            self._grid.setColumnStretch(column, 1 if (0 if not beside else 1) <= column < columns + beside else 0)
        self._grid.setColumnMinimumWidth(0, grown(_TITLE) if beside else 0)

    def _set_below(self, *, beside: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._below.addWidget(self._trend_title, 0, 0)
        self._below.addWidget(self.no_trend, 1, 0, top)
        # Either the chart stands there, or the words that there is none.
        self._below.addWidget(self.chart, 1, 0, top)
        for place, part in enumerate((self._units_title, self.units)):
            self._below.addWidget(part, place if beside else place + 2, 1 if beside else 0)
        for column in (0, 1):
            self._below.setColumnStretch(column, 1 if beside or column == 0 else 0)

    def _on_step(self, place: int) -> None:
        """Open what was settled in a week, a month, a quarter or a year."""
        if self._shown is not None:
            trend = self._shown.trend
            self.opened.emit(trend.rows[place].cells[trend.column("all")])


def _title(line: Line) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addStretch(1)
    layout.addWidget(label(line.title, "strong"))
    layout.addWidget(label(line.days, "small"))
    layout.addStretch(1)
    return made
