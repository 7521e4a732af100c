"""One report on the screen: its tables one at a time, each with its chart and its rules, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.reports.charts import chart_of
from desk_app.reports.figure import Report
from ui.reports.checks_line import ChecksLine
from ui.reports.figures_view import FiguresView
from ui.reports.state import below, heading
from ui.widgets.chart import ChartView
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label


class TableView(QWidget):
    """Shows the tables of a report; the buttons say what the page does."""

    def __init__(
        self,
        *,
        write: Callable[[], None],
        edit: Callable[[], None],
        freeze: Callable[[], None],
        compare: Callable[[], None],
    ) -> None:
        super().__init__()
        self.report: Report | None = None
        self.tables = ChoiceBox(_("Bảng"))
        self.heading = label("", "soft")
        self.checks = ChecksLine()
        self.below = label("", "small", wrap=True)
        self.figures, self.chart = FiguresView(), ChartView()
        self.open_button = button(_("Mở con số"), self.figures.open_current, key="Enter")
        self.write_button = button(_("Ghi ra tệp"), write, key="F6", kind="main")
        self.freeze_button = button(_("Chốt"), freeze, key="F7")
        self.compare_button = button(_("So với bản chốt"), compare, key="F8")
        self.words_button = button(_("Sửa lời văn"), edit, key="Ctrl+T")
        self.tables.setMinimumWidth(grown(320))
        self.tables.activated.connect(lambda _place: self._show())
        self.chart.entered.connect(self._on_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(Flow((self.tables, self.heading, None)))
        layout.addWidget(self.figures, 1)
        for part in (self.checks, self.chart, self.below):
            layout.addWidget(part)
        moves = (self.write_button, self.freeze_button, self.compare_button, self.words_button, None, self.open_button)
        layout.addWidget(Flow(moves))

    def put(self, report: Report) -> None:
        """Show a report; the same table stands there when it is the same report made again."""
        same = self.report is not None and self.report.definition == report.definition
        place = self.tables.currentIndex() if same else 0
        self.report = report
        self.tables.clear()
        self.tables.addItems([table.title for table in report.tables])
        self.tables.setCurrentIndex(min(place, self.tables.count() - 1))
        self.heading.setText(heading(report))
        self._show()

    def step(self, by: int) -> None:
        """Turn to another table."""
        place = self.tables.currentIndex() + by
        if 0 <= place < self.tables.count():
            self.tables.setCurrentIndex(place)
            self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the figures."""
        self.figures.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self.report is not None:
            table = self.report.tables[max(self.tables.currentIndex(), 0)]
            self.figures.put(self.report, table)
            self.chart.put(chart_of(table))
            self.checks.put(table.checks)
            self.below.setText(below(self.report, table))

    def _on_bar(self, place: int) -> None:
        """Go from a bar to the figure that it draws."""
        chart = self.chart.chart
        if self.report is not None and chart is not None:
            table = self.report.tables[self.tables.currentIndex()]
            at = next(at for at, row in enumerate(table.rows) if row.label == chart.labels[place])
            self.figures.stand_on(at, table.column(table.drawn[0]) + 1)
            self.take_focus()
