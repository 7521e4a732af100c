"""The registration form as widgets: three columns, one order of the keyboard through them."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from ui.dossiers.registration.details_panel import DetailsPanel
from ui.dossiers.registration.papers_table import PapersModel, PapersTable
from ui.dossiers.registration.person_panel import PersonPanel
from ui.dossiers.registration.picker import ProcedurePicker
from ui.dossiers.registration.promise_panel import PromisePanel, WhyPanel
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, noticed, panel, row, scrolled

_NARROW = 960


class FormView(QWidget):
    """All widgets of the form; says ``save_requested``, ``all_papers_requested``, ``clear_requested``, ``paper_added``."""

    save_requested = Signal()
    all_papers_requested = Signal()
    clear_requested = Signal()
    paper_added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.person = PersonPanel()
        self.known = label("", "small", wrap=True)
        self.picker = ProcedurePicker()
        self.papers = PapersModel()
        self.papers_table = PapersTable(self.papers)
        self.papers_trouble = label("", "error", wrap=True)
        self.missing = label("", "warning", wrap=True)
        self.another = Field("papers", "Thêm giấy tờ khác (Enter)", placeholder="Tên giấy tờ")
        self.promise = PromisePanel()
        self.why = WhyPanel()
        self.details = DetailsPanel()
        self.save_button = button("Lưu và in giấy hẹn", self.save_requested.emit, key="Ctrl+Enter", kind="main")
        self._clear_button = button("Xóa trắng", self.clear_requested.emit, kind="quiet")
        self._all_button = button("Đủ cả", self.all_papers_requested.emit, key="Ctrl+D")
        self.duplicate = label("", "", wrap=True)
        self.duplicate_frame = noticed(self.duplicate)
        self._hits_or_papers = QStackedWidget()
        self._is_narrow: bool | None = None
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._middle = self._procedure_and_papers()
        self._columns = QHBoxLayout(self)
        self._lay_out()
        self.picker.searching.connect(self._on_searching)
        self.another.entered.connect(self._on_another)
        self.papers_table.entered.connect(self.another.take_focus)

    def _lay_out(self) -> None:
        self._columns.setContentsMargins(grown(14), grown(12), grown(14), grown(10))
        self._columns.setSpacing(grown(12))
        self._columns.addWidget(_scrolled(self._left))
        self._columns.addWidget(self._middle)
        self._columns.addLayout(self._promise_and_save())
        self._left.addWidget(self.person)
        self._left.addWidget(self.known)
        self._left.addWidget(self.why, 1)
        self._arrange(narrow=False)

    @property
    def fields(self) -> dict[str, Field]:
        """Return every field by its attribute of the typed form."""
        return {**self.person.fields, **self.details.fields}

    def refuse(self, error: InvalidInput) -> None:
        """Show an error beside the field that it names, and go there."""
        every = (*self.fields.values(), self.picker.field)
        field = next((each for each in every if each.name == error.field), None)
        if field is not None:
            field.refuse(error)
            field.setVisible(True)
            field.take_focus()
        elif error.field == "return_by":
            self.details.refuse_way(f"{error.message} {error.hint}")
            self.details.first_way.setFocus()
        else:
            self.papers_trouble.setText(f"{error.message} {error.hint}")
            self.papers_trouble.show()
            self.papers_table.setFocus()

    def forget_troubles(self) -> None:
        """Take every error away."""
        for field in (*self.fields.values(), self.picker.field):
            field.refuse(None)
        self.details.refuse_way("")
        self.papers_trouble.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in three columns, or in two where three would cut words."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < grown(_NARROW))

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self.papers_table.setMinimumHeight(grown(190) if narrow else 0)
        self.why.setMinimumHeight(grown(230) if narrow else 0)
        if narrow:
            self._left.insertWidget(2, self.details)
            self._right.insertWidget(0, self._middle)
            shares = (40, 50, 0)
        else:
            self._right.insertWidget(1, self.details)
            self._columns.insertWidget(1, self._middle)
            shares = (30, 40, 34)
        for place, share in enumerate(shares):
            self._columns.setStretch(place, share)
        self._order()

    def _procedure_and_papers(self) -> QWidget:
        frame, layout = panel("Thủ tục và giấy tờ")
        layout.addWidget(self.picker)
        layout.addWidget(self.duplicate_frame)
        checklist = QWidget()
        inside = QVBoxLayout(checklist)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(5))
        title = row(label("Giấy tờ đã nhận", "section"), None, self._all_button)
        inside.addLayout(title)
        inside.addWidget(self.papers_table, 1)
        for part in (self.papers_trouble, self.missing, self.another):
            inside.addWidget(part)
        self._hits_or_papers.addWidget(checklist)
        self._hits_or_papers.addWidget(self.picker.hits)
        layout.addWidget(self._hits_or_papers, 1)
        self.duplicate_frame.hide()
        self.papers_trouble.hide()
        return frame

    def _promise_and_save(self) -> QVBoxLayout:
        self._right.addWidget(self.promise)
        self._right.addStretch(1)
        outer = QVBoxLayout()
        outer.setSpacing(grown(8))
        outer.addWidget(_scrolled(self._right), 1)
        save = row(self._clear_button, self.save_button)
        save.setStretch(1, 1)
        outer.addLayout(save)
        return outer

    def _order(self) -> None:
        """Lead the keyboard from the person over the procedure to the last remark."""
        person, details = self.person.fields, self.details.fields
        chain: tuple[QWidget, ...] = (
            *(person[name].edit for name in ("name", "id_number", "birth")),
            self.person.sex.box,
            *(person[name].edit for name in ("phone", "address", "subject")),
            self.picker.field.edit,
            self.papers_table,
            self.another.edit,
            details["promised"].edit,
            self.details.extension,
            *(self.details.radio(way) for way in ("counter", "home", "post")),
            *(details[name].edit for name in ("return_to", "copies", "pages", "fee", "priority", "note")),
            self.details.later,
            *(details[name].edit for name in ("received", "paper_number")),
            self.save_button,
            self._clear_button,
            self._all_button,
            self.why.list,
        )
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _on_searching(self, searching: bool) -> None:
        self._hits_or_papers.setCurrentIndex(1 if searching else 0)

    def _on_another(self) -> None:
        name = self.another.text.strip()
        if name:
            self.another.put("")
            self.paper_added.emit(name)
        else:
            self.details.first_way.setFocus(Qt.FocusReason.TabFocusReason)


def _scrolled(layout: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setLayout(layout)
    layout.setContentsMargins(0, 0, grown(3), 0)
    layout.setSpacing(grown(10))
    return scrolled(inside)
