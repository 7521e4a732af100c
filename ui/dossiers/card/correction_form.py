"""The form that puts a dossier right, in the place of the card: only what differs is sent, «cũ → mới» is seen before."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desk_app.dossiers.correction import CORRECT_CLOSED, MOVE_DUE, Correction
from desk_app.dossiers.correction_checks import Wanted
from desk_app.dossiers.correction_text import shown_text
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.person import Person
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.card import correction_state as state
from ui.dossiers.card import desk_side
from ui.dossiers.card.correction_fields_view import FieldsView, stacked
from ui.dossiers.card.correction_state import ChangeRow
from ui.dossiers.card.papers_edit import PapersEdit
from ui.shell.page import Context
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, panel, row, scrolled
from ui.widgets.table import Column, Look, RowsModel, Table

_LOOK_AFTER_MS = 200
_NARROW = 960
_CHANGES: tuple[Column[ChangeRow], ...] = (
    Column(title=_("Mục"), look=lambda each: Look(words=each.label, colour=COLOURS.soft_ink), stretches=True),
    Column(title=_("Cũ"), look=lambda each: Look(words=each.old), stretches=True),
    Column(title=_("Mới"), look=lambda each: Look(words=each.new, bold=True), stretches=True),
)


class CorrectionForm(QWidget):
    """Opens on one dossier with a command id of its own; says ``closed`` when it was saved or given up."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._dossier: Dossier | None = None
        self._command_id = ""
        self._warned = False
        self._saving = False
        self._names: dict[str, str] = {}
        self._wanted: tuple[Wanted, ...] = ()
        self.correction: Correction | None = None
        self.view = FieldsView(self)
        self.papers = PapersEdit()
        self.changes = Table(RowsModel(_CHANGES), _("Những mục sẽ sửa"), wrap=True, picks=False)
        self._nothing = label(_("Chưa sửa mục nào. Nội dung cũ sẽ vẫn nằm trong lịch sử."), "soft", wrap=True)
        self.counted = label("", "warning", wrap=True)
        self.trouble = label("", "error", wrap=True)
        self.reason = Field("reason", _("Lý do sửa (Enter: lưu)"), placeholder=_("ví dụ: gõ nhầm khi tiếp nhận"))
        self.reissue = QCheckBox(_("In lại giấy hẹn"))
        self.reissue.setToolTip(_("Lập giấy hẹn mới, ghi rõ thay cho giấy đã in."))
        self.save_button = button(_("Lưu"), self.save, key="Ctrl+Enter", kind="main")
        self._title = label("", "title")
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_LOOK_AFTER_MS)
        self._looking.timeout.connect(self._look)
        self._grid = QGridLayout(self)
        self._is_narrow: bool | None = None
        self._lay_out()
        self.view.edited.connect(self._on_edited)
        self.papers.edited.connect(self._on_edited)
        self.reason.entered.connect(self.save)
        self.reissue.clicked.connect(self._on_reissue_picked)
        self._picked_reissue = False

    def open(self, dossier: Dossier) -> None:
        """Show a dossier's fields as they stand, with the focus on the first one."""
        self._dossier, self._command_id = dossier, self._context.desk.journal.new_id()
        self._warned = self._saving = self._picked_reissue = False
        self._wanted, self.correction = (), None
        fact = dossier.registered
        self._title.setText(_("Sửa hồ sơ {code}").format(code=dossier.code))
        self.view.offer("procedure", ((fact.procedure, fact.procedure_name),))
        self.view.put(state.texts_of(fact, self.view.names))
        self.papers.put(fact.papers)
        self._show_changes(())
        self.counted.clear()
        self.trouble.hide()
        self.reason.put("")
        self.reason.refuse(None)
        self.reissue.setChecked(False)
        may_move = self._context.may(MOVE_DUE)
        self.view.fields["due_at"].edit.setEnabled(may_move)
        self.view.fields["due_at"].setToolTip("" if may_move else _("Ngày hẹn chỉ lãnh đạo mới đổi được."))
        self._allow()
        self.view.fields["applicant.name"].take_focus()
        desk, at = self._context.desk, fact.received_at
        self._context.jobs.read(lambda: desk_side.procedures(desk, at), self._on_procedures, latest="procedures")

    def take_card(self, person: Person) -> None:
        """Put what an identity card says into the applicant's fields; the preview shows what differs."""
        told = {part: getattr(person, part) for part in ("name", "id_number", "sex", "address")}
        texts = {
            f"applicant.{part}": text for part, text in told.items() if text and f"applicant.{part}" in self.view.names
        }
        self.view.put({**texts, "applicant.birth_on": shown_text("applicant.birth_on", person.birth_on)})
        self._on_edited()

    def give_up(self) -> bool:
        """Close without saving; what was typed is thrown away only at the second time."""
        self._look()
        if self._wanted and not self._warned:
            self._warned = True
            words = _("Có mục đã sửa mà chưa lưu.")
            self._context.messages.say(words, _("Ctrl+Enter: lưu. Esc lần nữa: bỏ."), tone="warning")
        else:
            self._context.messages.clear()
            self.closed.emit()
        return True

    def save(self) -> None:
        """Write what differs; whatever is wrong stands beside its field."""
        self._look()
        dossier = self._dossier
        if dossier is None or self._saving or not self.isVisible() or self.trouble.isVisible():
            return
        wanted, reason, reissue = self._wanted, self.reason.text, self.reissue.isChecked()
        desk, by, id_ = self._context.desk, self._context.actor.id, self._command_id
        self._saving = True
        self._allow()
        self._context.jobs.write(
            lambda: desk_side.put_right(desk, by, dossier.id, wanted, reason=reason, reissue=reissue, command_id=id_),
            self._on_saved,
            failed=self._on_not_saved,
        )

    def _lay_out(self) -> None:
        self._papers_panel, inside = panel(_("Giấy tờ đã nhận"))
        inside.addWidget(scrolled(self.papers), 1)
        right, sums = panel(_("Sẽ sửa"))
        sums.addWidget(self._nothing)
        sums.addWidget(self.changes, 100)
        sums.addStretch(1)
        sums.addWidget(self.counted)
        sums.addWidget(self.trouble)
        sums.addWidget(self.reissue)
        sums.addWidget(self.reason)
        sums.addLayout(row(None, self.save_button, button(_("Bỏ"), self._give_up, key="Esc", kind="quiet")))
        self._right = right
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(grown(10))
        self._arrange(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in three columns, or in two where three would cut words."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < grown(_NARROW))

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget not in (self._title, self._right):
                widget.hide()
        parts = (self.view.people, self.view.dossier, self._papers_panel)
        columns = (stacked(*parts),) if narrow else (stacked(parts[0]), stacked(*parts[1:], grows=True))
        self._grid.addWidget(self._title, 0, 0, 1, 3)
        for place, column in enumerate(columns):
            self._grid.addWidget(scrolled(column), 1, place)
        self._grid.addWidget(self._right, 1, len(columns))
        for place, share in enumerate((58, 42, 0) if narrow else (34, 34, 32)):
            self._grid.setColumnStretch(place, share)
        self._grid.setRowStretch(1, 1)

    def _give_up(self) -> None:
        self.give_up()

    def _on_edited(self) -> None:
        self._warned = False
        self._looking.start()

    def _on_reissue_picked(self, _checked: bool) -> None:
        self._picked_reissue = True

    def _look(self) -> None:
        """See what differs now, and let the desk say what it would lead to."""
        self._looking.stop()
        dossier = self._dossier
        if dossier is None:
            return
        try:
            wanted = state.wanted_of(dossier.registered, self.view.texts(), self.papers.papers())
        except InvalidInput as error:
            self._refuse(error)
            return
        if wanted == self._wanted and not self.trouble.isVisible():
            return
        self._wanted = wanted
        desk, id_ = self._context.desk, dossier.id
        self._context.jobs.read(
            lambda: desk_side.preview(desk, id_, wanted), self._on_preview, failed=self._refuse, latest="preview"
        )

    def _on_procedures(self, found: tuple[tuple[str, str], ...]) -> None:
        if self._dossier is None:
            return
        self._names = dict(found)
        fact = self._dossier.registered
        present = self.view.texts()["procedure"]
        self.view.offer("procedure", tuple({fact.procedure: fact.procedure_name, **self._names}.items()))
        self.view.put({"procedure": present})

    def _on_preview(self, correction: Correction) -> None:
        self.correction = correction
        for field in self.view.fields.values():
            field.refuse(None)
        self._show_changes(state.rows_of(correction, self._names))
        if self._dossier is not None:
            self.counted.setText(state.counted_words(correction, self._dossier.registered, self._context.now()))
        may = self._context.may
        allowed = {need: may(need) for need in (CORRECT_CLOSED, MOVE_DUE)}
        self._say(state.lacking(correction.needs, allowed))
        if not self._picked_reissue:
            self.reissue.setChecked(state.wants_receipt(correction))

    def _show_changes(self, rows: tuple[ChangeRow, ...]) -> None:
        self.changes.put(rows)
        self.changes.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _refuse(self, error: DeskError) -> None:
        """Show what is wrong beside its field, or above the button where no field is to blame."""
        if isinstance(error, InvalidInput) and error.field in self.view.fields:
            self.view.fields[error.field].refuse(error)
        self._say(f"{error.message} {error.hint}".strip())

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self._allow()

    def _allow(self) -> None:
        self.save_button.setEnabled(not self._saving and not self.trouble.isVisible())

    def _on_saved(self, _written: Written) -> None:
        anew = _("Giấy hẹn mới đang in.") if self.reissue.isChecked() else ""
        self._context.messages.say(_("Đã sửa hồ sơ."), anew)
        self._dossier = None
        self.closed.emit()
        self._context.wrote()

    def _on_not_saved(self, error: DeskError) -> None:
        self._saving = False
        if isinstance(error, InvalidInput) and error.field == "reason":
            self.reason.refuse(error)
            self.reason.take_focus()
            self._allow()
        else:
            self._refuse(error)
