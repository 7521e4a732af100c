"""What the page can show, one view in front: the overview, a report, a figure's rows, frozen copies, the text of a report."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.translations import _
from desk_app.reports.comparing import Comparison
from desk_app.reports.figure import Figure, Report
from desk_app.reports.freezing import FrozenSeen
from desk_app.reports.words import ReportWords
from ui.reports.front import Front
from ui.reports.frozen_view import FrozenView
from ui.reports.overview import Overview
from ui.reports.overview_view import OverviewView
from ui.reports.rows_view import RowsView
from ui.reports.table_view import TableView
from ui.reports.words_view import WordsView
from ui.shell.page import Context
from ui.widgets.empty import Empty


class Views(QObject):
    """Keeps the views and the ways between them; a figure opens its rows, Esc leads back to it."""

    card_asked = Signal(str)

    def __init__(
        self,
        context: Context,
        parent: QObject,
        *,
        write: Callable[[], None],
        edit: Callable[[], None],
        freeze: Callable[[], None],
        compare: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self.empty, self.overview = Empty("chart", ""), OverviewView()
        self.table = TableView(write=write, edit=edit, freeze=freeze, compare=compare)
        self.rows, self.frozen, self.words = RowsView(context), FrozenView(), WordsView()
        self.front = Front(self.empty, self.overview, self.table, self.rows, self.frozen, self.words)
        for figures in (self.table.figures, self.overview):
            figures.opened.connect(self.open_figure)
        for view in (self.rows, self.frozen, self.words):
            view.closed.connect(self.front.go_back)
        for listed in (self.rows, self.frozen):
            listed.card_asked.connect(self.card_asked)

    @property
    def is_overview(self) -> bool:
        """Tell whether the overview is in front."""
        return self.front.currentWidget() is self.overview

    @property
    def is_report(self) -> bool:
        """Tell whether the figures of a report are in front."""
        return self.front.currentWidget() is self.table

    def wait(self, words: str) -> None:
        """Say what is being made."""
        self.empty.put("chart", words, _("Esc: dừng. Dữ liệu không đổi."))
        self.front.show_view(self.empty)

    def say_stopped(self) -> None:
        """Say that nothing came of it, where nothing else stands in front."""
        if self.front.currentWidget() is self.empty:
            hint = _("Lập lại, hoặc chọn báo cáo khác.")
            self.empty.put("chart", _("Chưa có số liệu: việc lập đã dừng."), hint, key="Ctrl+R")

    def show_report(self, report: Report) -> None:
        """Show a report's tables."""
        self.table.put(report)
        self.front.bring(self.table)

    def show_overview(self, found: Overview) -> None:
        """Bring today, this week and the trend to the front."""
        self.overview.put(found)
        self.front.bring(self.overview)

    def open_figure(self, figure: Figure) -> None:
        """Open what a figure counts, if it may be seen."""
        if self.rows.begin(figure):
            self.front.open_over(self.rows)
            self.rows.table.setFocus()

    def open_copies(self) -> None:
        """Open the frozen copies; they come later."""
        self.front.open_over(self.frozen)

    def put_copies(self, copies: tuple[FrozenSeen, ...]) -> None:
        """Show the frozen copies that came."""
        self.frozen.put(copies)
        self.frozen.copies.setFocus()

    def show_comparison(self, found: Comparison) -> None:
        """Show what changed since a copy was frozen, if the copies are still in front."""
        if self.front.currentWidget() is self.frozen:
            self.frozen.show_comparison(found)

    def open_words(self, words: ReportWords) -> None:
        """Open the text of a report for editing."""
        self.words.put(words)
        self.front.open_over(self.words)
        self.words.table.setFocus()

    def step(self, by: int) -> None:
        """Turn to another table of the report in front."""
        if self.is_report:
            self.table.step(by)

    def take_focus(self) -> None:
        """Put the keyboard on the figures in front."""
        if self.is_overview:
            self.overview.take_focus()
        elif self.is_report:
            self.table.take_focus()
