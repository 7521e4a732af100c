"""The middle of the page: which procedure, which papers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.dossiers.registration.outcome import Outcome, outcome_of, papers_hint
from ui.dossiers.registration.papers_table import PapersModel, PapersTable
from ui.dossiers.registration.typed import Typed
from ui.widgets.empty import Empty, EmptyOver
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, noticed, panel, row
from ui.widgets.procedure_picker import ProcedurePicker


class PapersPanel(QWidget):
    """Says ``entered`` at Enter in the checklist, ``all_requested``, ``added`` with a paper's name, ``passed`` when done."""

    entered = Signal()
    all_requested = Signal()
    added = Signal(str)
    passed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picker = ProcedurePicker()
        self.model = PapersModel()
        self.table = PapersTable(self.model)
        self.hint = label("", "small", wrap=True)
        self.trouble = label("", "error", wrap=True)
        self.another = Field("papers", _("Thêm giấy tờ khác (Enter)"), placeholder=_("Tên giấy tờ"))
        self.duplicate = label("", "", wrap=True)
        self.duplicate_frame = noticed(self.duplicate)
        self.all_button = button(_("Đủ cả"), self.all_requested.emit, key="Ctrl+D")
        self._hits_or_papers = QStackedWidget()
        self._empty = EmptyOver(self.table, _nobody())
        self._lay_out()
        self.picker.searching.connect(self._on_searching)
        self.picker.field.entered.connect(self._on_picker_entered)
        self.table.entered.connect(self.entered)
        self.another.entered.connect(self._on_another)

    def put(self, typed: Typed) -> None:
        """Show the checklist of a form."""
        outcome = outcome_of(typed)
        self.model.put(typed.papers, checked=typed.papers_checked)
        self.hint.setText(papers_hint(outcome) if typed.procedure else "")
        self.another.setVisible(outcome is not Outcome.MISSING)

    def refuse(self, words: str) -> None:
        """Say what is wrong with the papers; nothing when empty."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def warn_twice(self, words: str) -> None:
        """Warn of the same request twice; nothing when empty."""
        self.duplicate.setText(words)
        self.duplicate_frame.setVisible(bool(words))

    def _lay_out(self) -> None:
        frame, layout = panel(_("Thủ tục và giấy tờ"))
        layout.addWidget(self.picker)
        layout.addWidget(self.duplicate_frame)
        checklist = QWidget()
        inside = QVBoxLayout(checklist)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(4))
        inside.addLayout(row(label(_("Giấy tờ đã nhận"), "section"), None, self.all_button))
        inside.addWidget(self.hint)
        inside.addWidget(self.table, 1)
        for part in (self.trouble, self.another):
            inside.addWidget(part)
        self._hits_or_papers.addWidget(checklist)
        self._hits_or_papers.addWidget(self.picker.hits)
        layout.addWidget(self._hits_or_papers, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.warn_twice("")
        self.refuse("")
        self.model.forget()

    def _on_searching(self, searching: bool) -> None:
        self._hits_or_papers.setCurrentIndex(1 if searching else 0)

    def _on_picker_entered(self) -> None:
        if not self.picker.is_searching and self.picker.field.text:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_another(self) -> None:
        name = self.another.text.strip()
        if name:
            self.another.put("")
            self.added.emit(name)
        else:
            self.passed.emit()


def _nobody() -> Empty:
    return Empty(
        "new",
        _("Chưa chọn thủ tục."),
        _("Quét thẻ căn cước ở bất cứ trang nào, hoặc gõ họ tên; rồi gõ ba chữ cái của thủ tục."),
        key="Ctrl+T",
    )
