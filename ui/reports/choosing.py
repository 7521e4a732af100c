"""What is to be looked at: the list of reports, and the line that asks for days, office and rounding."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk_app.kernel.translations import _
from ui.reports.asked_bar import AskedBar
from ui.reports.report_list import ReportList
from ui.reports.state import OVERVIEW, Choice, Start, Wanted, asked_in


class Choosing(QObject):
    """Keeps list and line together; says ``asked`` whenever something else is wanted.

    Where the page is narrow a box in the line stands for the list.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.list, self.bar = ReportList(), AskedBar()
        self._by_steps: set[str] = set()
        self.list.chosen.connect(lambda _id: self.asked.emit())
        self.bar.asked.connect(self.asked)
        self.bar.report.activated.connect(self.list.setCurrentRow)

    @property
    def has_begun(self) -> bool:
        """Tell whether the reports are known."""
        return self.list.count() > 0

    @property
    def is_overview(self) -> bool:
        """Tell whether the overview is chosen."""
        return self.list.current == OVERVIEW

    @property
    def keyboard(self) -> QWidget:
        """Return where the keyboard stands to choose a report."""
        return self.bar.report if self.list.isHidden() else self.list

    def begin(self, start: Start) -> None:
        """Offer the overview and these reports."""
        words = _("Hôm nay, tuần này, tháng này; xu hướng.")
        choices = (Choice(id=OVERVIEW, title=_("Tổng quan"), words=words, goes_by_steps=True), *start.reports)
        self._by_steps = {choice.id for choice in choices if choice.goes_by_steps}
        self.list.begin(choices)
        self.bar.report.addItems([choice.title for choice in choices])
        self.bar.begin(start)

    def choose(self, about: str) -> None:
        """Stand on a report, its days and its office, as an ``about`` names them; on the overview for none."""
        definition, first, last, unit = asked_in(about)
        self.list.choose(definition or OVERVIEW)
        self.bar.choose(first, last, unit)

    def wanted(self) -> Wanted | None:
        """Return the report that is asked for; None for the overview, and while a day is none."""
        self.bar.report.setCurrentIndex(self.list.currentRow())
        self.bar.ask_for(days=not self.is_overview, step=self.list.current in self._by_steps)
        scope = None if self.is_overview else self.bar.scope()
        return Wanted(definition=self.list.current, scope=scope) if scope is not None and self.has_begun else None

    def be_narrow(self, *, narrow: bool) -> None:
        """Let the box stand for the list, or the list for the box; the keyboard goes along."""
        had = self.keyboard.hasFocus()
        self.bar.name_reports(wanted=narrow)
        self.list.setVisible(not narrow)
        if had:
            self.keyboard.setFocus()
