"""The card as widgets: what it is on the left, where it is in the middle, why and what was printed on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from desk_app.dossiers.history import HistoryLine
from desk_app.kernel.translations import _
from ui.dossiers.card import state
from ui.dossiers.card.prints import Sheet
from ui.dossiers.card.state import LegRow, Seen
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, panel, put_shape, row, scrolled, shape
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.widgets.why import WhyTable

_LEGS: tuple[Column[LegRow], ...] = (
    Column(title=_("Cơ quan"), look=lambda leg: Look(words=f"{leg.agency}\n{leg.name}"), stretches=True),
    Column(title=_("Hạn"), look=lambda leg: Look(words=f"{leg.due}\n{leg.days}", colour=COLOURS.soft_ink)),
    Column(
        title=_("Trạng thái"),
        look=lambda leg: Look(words=leg.status.words, shape=leg.status.shape, colour=leg.status.colour),
    ),
)
_HISTORY: tuple[Column[HistoryLine], ...] = (
    Column(
        title=_("Lúc, ai"),
        look=lambda line: Look(words=f"{line.at:%H:%M %d/%m/%Y}\n{line.who}", colour=COLOURS.soft_ink),
    ),
    Column(title=_("Việc"), look=lambda line: Look(words=line.words), stretches=True),
)
_THREE_COLUMNS, _TWO_COLUMNS = 960, 700

# Where its place in the story, the history, the due date's reasons and the papers stand, by the number of columns.
_PLACES = {
    3: ((0, 1), (1, 1), (0, 2), (1, 2)),
    2: ((0, 1), (1, 1), (2, 1), (3, 1)),
    1: ((1, 0), (2, 0), (3, 0), (4, 0)),
}
_SHARES = {3: (29, 45, 26), 2: (40, 60, 0), 1: (1, 0, 0)}


def _sheet_look(sheet: Sheet) -> Look:
    if sheet.job is None:
        return Look(words=_("quầy khác in"), colour=COLOURS.soft_ink)
    return Look(words=sheet.job.words, shape=sheet.job.shape, colour=sheet.job.colour)


_SHEETS: tuple[Column[Sheet], ...] = (
    Column(title=_("Giấy"), look=lambda sheet: Look(words=f"{sheet.words}\n{sheet.when}"), stretches=True),
    Column(title=_("Máy in"), look=_sheet_look),
)


class CardView(QWidget):
    """Shows one dossier as it was seen; ``settle`` is the button that stands beside its contradictions."""

    def __init__(self, settle: QPushButton) -> None:
        super().__init__()
        self.code = label("", "card-code")
        self._whole_code = label("", "small")
        self._name = label("", "large", wrap=True)
        self._procedure = label("", "", wrap=True)
        self._shape = shape("ring", COLOURS.calm, 20)
        self._status = label("", "large")
        self._headline = label("", "", wrap=True)
        self._due = label("", "due")
        self.findings = label("", "error", wrap=True)
        self._findings_frame, beside = panel(look="notice")
        line = row(self.findings, settle)
        line.setStretch(0, 1)
        beside.addLayout(line)
        self._fact_lines = QGridLayout()
        self._fact_lines.setVerticalSpacing(grown(4))
        self._handed_in = label("", "", wrap=True)
        self.legs = Table(RowsModel(_LEGS), _("Các bước"), wrap=True, picks=False)
        self.history = Table(RowsModel(_HISTORY), _("Lịch sử"), wrap=True, picks=False)
        self.sheets = Table(RowsModel(_SHEETS), _("Giấy đã in"), wrap=True)
        for table in (self.legs, self.history, self.sheets):
            table.horizontalHeader().hide()
        self.why = WhyTable()
        self.why_note = label("", "warning", wrap=True)
        self._columns = 0
        self._grid = QGridLayout()
        self._upper = QGridLayout()
        self._who = _stacked(self._name, self._procedure)
        self._where = QGridLayout()
        self._where.addWidget(self._shape, 0, 0)
        self._where.addWidget(self._status, 0, 1)
        self._where.setColumnStretch(2, 1)
        self._lay_out()

    def _lay_out(self) -> None:
        self._facts_frame = self._framed_facts()
        self.facts = scrolled(self._facts_frame)
        self._legs_frame = _framed(_("Đang ở đâu"), self.legs, 120)
        self._history_frame = _framed(_("Lịch sử"), self.history, 130)
        self._why_frame = _framed(_("Vì sao ngày này?"), self.why, 120, above=self.why_note)
        self._sheets_frame = _framed(_("Giấy đã in"), self.sheets, 90)
        self._grid.setSpacing(grown(10))
        self._arrange(columns=3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, grown(3), 0)
        layout.setSpacing(grown(10))
        layout.addWidget(self._top())
        layout.addWidget(self._findings_frame)
        layout.addLayout(self._grid, 1)

    def put(self, seen: Seen) -> None:
        """Show ``seen``."""
        fact, status = seen.dossier.registered, state.status_of(seen)
        self.code.setText(state.short_code(seen))
        self._whole_code.setText(seen.dossier.code)
        self._name.setText(fact.applicant.name + (f"  →  {fact.subject.name}" if fact.subject else ""))
        self._procedure.setText(f"{fact.procedure_name} · {fact.procedure}")
        put_shape(self._shape, status.shape, status.colour, 20)
        self._status.setText(status.words)
        self._headline.setText(state.headline(seen))
        self._due.setText(f"{fact.due_at:%H:%M}  {fact.due_on:%d/%m/%Y}")
        self.findings.setText("\n".join(finding.words for finding in seen.dossier.findings))
        self._findings_frame.setVisible(bool(seen.dossier.findings))
        self._put_facts((*state.people_of(seen), *state.facts_of(seen)))
        self._handed_in.setText(state.handed_in(fact.papers))
        self.legs.put(state.leg_rows(seen))
        self.history.put(tuple(reversed(seen.history)))
        # The newest receipt is at hand unless somebody is choosing among the papers just now.
        self.sheets.put(seen.sheets, keep=(lambda each: (each.paper, each.number)) if self.sheets.hasFocus() else None)
        if seen.sheets and not self.sheets.hasFocus():
            self.sheets.selectRow(0)
        self.why.put_steps(seen.why)
        self.why_note.setText(state.why_note(seen))
        self.why_note.setVisible(bool(state.why_note(seen)))
        self._fit_facts()

    def _put_facts(self, lines: Sequence[tuple[str, str]]) -> None:
        while (item := self._fact_lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for place, (name, words) in enumerate(lines):
            self._fact_lines.addWidget(label(name, "label"), place, 0, top)
            self._fact_lines.addWidget(label(words, wrap=True), place, 1, top)
        self._fact_lines.setColumnStretch(1, 1)

    def _top(self) -> QFrame:
        frame, layout = panel()
        self._upper.setHorizontalSpacing(grown(24))
        self._upper.setColumnStretch(1, 1)
        self._upper.addWidget(_stacked(self.code, self._whole_code), 0, 0)
        self._upper.addWidget(_stacked(label(_("Hẹn trả"), "section"), self._due), 0, 2)
        layout.addLayout(self._upper)
        layout.addLayout(self._where)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in three columns, or in two or one where more would cut words."""
        super().resizeEvent(event)
        fits = [columns for columns, least in ((3, _THREE_COLUMNS), (2, _TWO_COLUMNS)) if self.width() >= grown(least)]
        self._arrange(columns=max(fits, default=1))
        self._fit_facts()

    def _arrange(self, *, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._upper.addWidget(self._who, *((0, 1, 1, 1) if columns == 3 else (1, 0, 1, 3)))
        self._where.addWidget(self._headline, *((0, 2, 1, 1) if columns == 3 else (1, 0, 1, 3)))
        frames = (self._legs_frame, self._history_frame, self._why_frame, self._sheets_frame)
        for frame, (row_, column) in zip(frames, _PLACES[columns], strict=True):
            self._grid.addWidget(frame, row_, column)
        self._grid.addWidget(self.facts, 0, 0, {3: 2, 2: 4, 1: 1}[columns], 1)
        for column, share in enumerate(_SHARES[columns]):
            self._grid.setColumnStretch(column, share)
        for place, share in enumerate((11, 9) if columns > 1 else (0, 0)):
            self._grid.setRowStretch(place, share)

    def _fit_facts(self) -> None:
        """In one column show all of what it is about: nothing beside it gives it its height."""
        inside, least = self._facts_frame.layout(), 0
        if self._columns == 1 and inside is not None:
            least = inside.totalHeightForWidth(self.facts.viewport().width())
        self.facts.setMinimumHeight(least)

    def _framed_facts(self) -> QFrame:
        frame, layout = panel(_("Hồ sơ này"))
        layout.addLayout(self._fact_lines)
        layout.addSpacing(grown(6))
        layout.addWidget(label(_("Giấy tờ đã nhận"), "section"))
        layout.addWidget(self._handed_in)
        layout.addStretch(1)
        return frame


def _stacked(*parts: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return made


def _framed(title: str, table: QTableView, least: int, *, above: QLabel | None = None) -> QFrame:
    frame, layout = panel(title)
    if above is not None:
        layout.addWidget(above)
    table.setMinimumHeight(grown(least))
    layout.addWidget(table)
    return frame
