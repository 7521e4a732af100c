"""Which days, which office, which steps of time, how shares are rounded: the line at the top of the page."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.reports.asked import Scope
from desk_app.reports.steps import Step
from ui.reports.state import ROUNDINGS, SPANS, STEPS, Start, days_of, typed_scope
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label
from ui.widgets.typed import typed_day

_OWN = [span for span, _words in SPANS].index("own")


class AskedBar(QWidget):
    """Says ``asked`` as soon as something else is wanted; own days are wanted at Enter."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._start: Start | None = None
        self.report = ChoiceBox(_("Báo cáo"))
        self.span = ChoiceBox(_("Thời kỳ"))
        self.unit = ChoiceBox(_("Đơn vị"))
        self.step = ChoiceBox(_("Xu hướng"))
        self.rounding = ChoiceBox(_("Tỷ lệ"))
        self.first = Field("first", _("Từ ngày"))
        self.last = Field("last", _("Đến ngày"))
        self.again_button = button(_("Lập lại"), self.asked.emit, key="Ctrl+R")
        self.span.addItems([words for _span, words in SPANS])
        self.step.addItems([words for _step, words in STEPS])
        self.rounding.addItems([words for _rounding, words in ROUNDINGS])
        self._of_unit = _titled(_("Đơn vị"), self.unit)
        self._of_days = (_titled(_("Thời kỳ"), self.span), self.first, self.last)
        self._of_step = _titled(_("Xu hướng"), self.step)
        self._of_rounding = _titled(_("Tỷ lệ"), self.rounding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._of_report = _titled(_("Báo cáo"), self.report)
        self._again = _titled(" ", self.again_button)
        asked = (self._of_report, *self._of_days, self._of_unit, self._of_step, self._of_rounding)
        layout.addWidget(Flow((*asked, self._again, None)))
        for field in (self.first, self.last):
            field.edited.connect(lambda _text: self.span.setCurrentIndex(_OWN))
            field.entered.connect(self.asked)
        self.span.activated.connect(lambda _place: self._on_span())
        for box in (self.unit, self.step, self.rounding):
            box.activated.connect(lambda _place: self.asked.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the days as wide as a day is, at any text size."""
        super().resizeEvent(event)
        for field in (self.first, self.last):
            field.setFixedWidth(grown(112))
        self.unit.setMinimumWidth(grown(150))
        self.report.setMinimumWidth(grown(300))

    def begin(self, start: Start) -> None:
        """Offer what the desk knows; the present reporting period stands there."""
        self._start = start
        self.unit.addItem(_("Mọi đơn vị"))
        for unit in start.units:
            self.unit.addItem(unit.name)
        self._of_unit.setVisible(len(start.units) > 1)
        self._put_span()

    def name_reports(self, *, wanted: bool) -> None:
        """Let a box of reports stand for their list where the page is narrow; the button makes room for it."""
        self._of_report.setVisible(wanted)
        self._again.setVisible(not wanted)

    def ask_for(self, *, days: bool, step: bool) -> None:
        """Show only what the chosen report needs: an overview no days and no rounding, many reports no step."""
        for part in (*self._of_days, self._of_rounding):
            part.setVisible(days)
        self._of_step.setVisible(step)

    def choose(self, first: date | None, last: date | None, unit: str) -> None:
        """Stand on days and an office, where they are given."""
        if self._start is None:
            return
        if first is not None and last is not None:
            self.span.setCurrentIndex(_OWN)
            self._put_days(first, last)
        codes = [each.code for each in self._start.units]
        self.unit.setCurrentIndex(codes.index(unit) + 1 if unit in codes else 0)

    @property
    def chosen_unit(self) -> str:
        """Return the code of the office that stands there, empty for all of them."""
        place = self.unit.currentIndex()
        return self._start.units[place - 1].code if self._start is not None and place > 0 else ""

    @property
    def chosen_step(self) -> Step | None:
        """Return the step of time that stands there, None where the period's length decides."""
        return STEPS[self.step.currentIndex()][0]

    def scope(self) -> Scope | None:
        """Return what the line asks for; None when a day is none, which then stands below its field."""
        if self._start is None:
            return None
        for field in (self.first, self.last):
            field.refuse(None)
        try:
            return typed_scope(
                Scope(
                    first_on=typed_day(self.first.text, self._start.today, field="first"),
                    last_on=typed_day(self.last.text, self._start.today, field="last"),
                    unit=self.chosen_unit,
                    rounding=ROUNDINGS[self.rounding.currentIndex()][0],
                    step=self.chosen_step,
                )
            )
        except InvalidInput as error:
            wrong = self.last if error.field == "last" else self.first
            wrong.refuse(error)
            wrong.take_focus()
            return None

    def _on_span(self) -> None:
        if self.span.currentIndex() == _OWN:
            self.first.take_focus()
            self.first.edit.selectAll()
        else:
            self._put_span()
            self.asked.emit()

    def _put_span(self) -> None:
        if self._start is not None:
            span = SPANS[self.span.currentIndex()][0]
            self._put_days(*days_of(span, self._start.today, self._start.first_day))

    def _put_days(self, first: date, last: date) -> None:
        self.first.put(spoken_day(first))
        self.last.put(spoken_day(last))


def _titled(title: str, part: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(1)
    layout.addWidget(label(title, "label"))
    layout.addWidget(part)
    return made
