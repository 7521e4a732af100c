"""The card as widgets: what it is on the left, where it is in the middle, why and what was printed on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QTableView, QVBoxLayout, QWidget

from desk_app.dossiers.history import HistoryLine
from ui.dossiers.card import state
from ui.dossiers.card.state import LegRow, PaperRow, Seen
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, panel, put_shape, row, scrolled, shape
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.widgets.why import WhyTable

_LEGS: tuple[Column[LegRow], ...] = (
    Column(title="Cơ quan", look=lambda leg: Look(words=f"{leg.agency} – {leg.name}"), stretches=True),
    Column(title="Hạn", look=lambda leg: Look(words=leg.due)),
    Column(title="", look=lambda leg: Look(words=leg.status.words, shape=leg.status.shape, colour=leg.status.colour)),
)
_HISTORY: tuple[Column[HistoryLine], ...] = (
    Column(title="Lúc", look=lambda line: Look(words=f"{line.at:%d/%m/%Y %H:%M}", colour=COLOURS.soft_ink)),
    Column(title="Ai", look=lambda line: Look(words=line.who)),
    Column(title="Việc", look=lambda line: Look(words=line.words), stretches=True),
)
_NARROW = 960


def _paper_look(row: PaperRow) -> Look:
    if row.job is None:
        return Look(words="quầy khác in")
    return Look(words=row.job.words, shape=row.job.shape, colour=row.job.colour)


_PAPERS: tuple[Column[PaperRow], ...] = (
    Column(title="Giấy", look=lambda row: Look(words=row.title), stretches=True),
    Column(title="Bản sao", look=lambda row: Look(words=str(row.copies) if row.copies else "–")),
    Column(title="", look=_paper_look),
)


class CardView(QWidget):
    """Shows one dossier as it was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.code = label("", "card-code")
        self._whole_code = label("", "small")
        self._name = label("", "large", wrap=True)
        self._procedure = label("", "", wrap=True)
        self._shape = shape("ring", COLOURS.calm, 20)
        self._status = label("", "large")
        self._headline = label("", "", wrap=True)
        self._due = label("", "due")
        self._findings = label("", "error", wrap=True)
        self._facts = QGridLayout()
        self._handed_in = label("", "", wrap=True)
        self.legs = Table(RowsModel(_LEGS), "Các bước", wrap=True, picks=False)
        self.history = Table(RowsModel(_HISTORY), "Lịch sử", wrap=True, picks=False)
        self.papers = Table(RowsModel(_PAPERS), "Giấy đã in", wrap=True)
        self.why = WhyTable()
        self._why_note = label("", "warning", wrap=True)
        self._is_narrow: bool | None = None
        self._grid = QGridLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        self._what = scrolled(self._facts_frame())
        self._legs_frame = _framed("Đang ở đâu", self.legs, 120)
        self._history_frame = _framed("Lịch sử", self.history, 130)
        self._why_frame = _framed("Vì sao ngày này?", self.why, 120, above=self._why_note)
        self._papers_frame = _framed("Giấy đã in", self.papers, 90)
        self._grid.setSpacing(grown(10))
        self._arrange(narrow=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, grown(3), 0)
        layout.setSpacing(grown(10))
        layout.addWidget(self._top())
        layout.addWidget(self._findings)
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
        self._findings.setText("\n".join(finding.words for finding in seen.dossier.findings))
        self._findings.setVisible(bool(seen.dossier.findings))
        self._put_facts((*state.person_lines(fact.applicant), *state.facts_of(seen)))
        self._handed_in.setText(state.handed_in(fact.papers))
        self.legs.put(state.leg_rows(seen))
        self.history.put(tuple(reversed(seen.history)))
        self.papers.put(state.paper_rows(seen), keep=lambda paper: paper.id)
        self.why.put_steps(seen.why)
        self._why_note.setText(
            "Lịch nghỉ đã đổi sau ngày tiếp nhận; ngày hẹn giữ như trên giấy." if seen.why_differs else ""
        )
        self._why_note.setVisible(seen.why_differs)

    def _put_facts(self, lines: Sequence[tuple[str, str]]) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for place, (name, words) in enumerate(lines):
            self._facts.addWidget(label(name, "label"), place, 0, top)
            self._facts.addWidget(label(words, wrap=True), place, 1, top)
        self._facts.setColumnStretch(1, 1)

    def _top(self) -> QFrame:
        frame, layout = panel()
        upper = QHBoxLayout()
        upper.setSpacing(grown(24))
        upper.addLayout(_stacked(self.code, self._whole_code))
        upper.addLayout(_stacked(self._name, self._procedure), 1)
        upper.addLayout(_stacked(label("Hẹn trả", "section"), self._due))
        layout.addLayout(upper)
        where = row(self._shape, self._status, self._headline)
        where.setStretch(2, 1)
        layout.addLayout(where)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in three columns, or in two where three would cut words."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < grown(_NARROW))

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for place, frame in enumerate((self._legs_frame, self._history_frame, self._why_frame, self._papers_frame)):
            row_, column = (place, 1) if narrow else (place % 2, 1 + place // 2)
            self._grid.addWidget(frame, row_, column)
        self._grid.addWidget(self._what, 0, 0, 4 if narrow else 2, 1)
        for column, share in enumerate((40, 60, 0) if narrow else (29, 43, 28)):
            self._grid.setColumnStretch(column, share)
        for place in range(2):
            self._grid.setRowStretch(place, 1)

    def _facts_frame(self) -> QWidget:
        frame, layout = panel("Hồ sơ này")
        layout.addLayout(self._facts)
        layout.addSpacing(grown(6))
        layout.addWidget(label("Giấy tờ đã nhận", "section"))
        layout.addWidget(self._handed_in)
        layout.addStretch(1)
        return frame


def _stacked(*parts: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(2)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return layout


def _framed(title: str, table: QTableView, least: int, *, above: QLabel | None = None) -> QFrame:
    frame, layout = panel(title)
    if above is not None:
        layout.addWidget(above)
    table.setMinimumHeight(grown(least))
    layout.addWidget(table)
    return frame
