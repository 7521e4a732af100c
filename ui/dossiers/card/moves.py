"""The moves of a dossier's life, each asked for in a strip above the card: no dialog, one command id per opening."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.dossiers.commands import add_note, finish_step, issue_result, settle_finding
from desk_app.dossiers.dossier import Finding
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.printing.commands import copy_paper
from ui.dossiers.card.prints import Sheet
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.strip import Strip


class CardMoves(QObject):
    """Holds the strips of one card; says ``began`` when one is about to open, ``done`` when a move was written."""

    began = Signal()
    done = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._dossier = ""
        self._command_id = ""
        self._open: Strip | None = None
        self._said = ""
        self._paper = ""
        self._finding = ""
        number = Field("number", _("Số kết quả (nếu có)"))
        how = Field("reason", _("Đã giải quyết thế nào"), placeholder=_("ví dụ: đã gọi hỏi, số ở quầy 2 là đúng"))
        self.step = Strip("", [_remark()], self._do_step, words=_("Xong bước"))
        self.result = Strip(_("Đã có kết quả"), [number, _remark()], self._do_result, words=_("Ghi có kết quả"))
        self.note = Strip(_("Ghi chú vào hồ sơ"), [Field("text", _("Nội dung"))], self._do_note, words=_("Ghi"))
        self.copy = Strip("", [], self._do_copy, words=_("In bản sao"))
        self.settle = Strip("", [how], self._do_settle, words=_("Đã giải quyết"))

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Return every strip, to be laid out."""
        return (self.step, self.result, self.note, self.copy, self.settle)

    @property
    def dossier(self) -> str:
        """Return the id of the dossier that is moved."""
        return self._dossier

    @property
    def command_id(self) -> str:
        """Return the id under which the open strip writes."""
        return self._command_id

    def about(self, dossier: str) -> None:
        """Move this dossier from now on; an open strip about another one closes."""
        if dossier != self._dossier:
            self.close()
            self._dossier = dossier

    def open_step(self, whose: str) -> None:
        """Ask before a step is written down as done."""
        self.show(self.step, _("Xong bước của {whose}").format(whose=whose))

    def open_result(self) -> None:
        """Ask for the result's number."""
        self.show(self.result)

    def open_note(self) -> None:
        """Ask for a remark."""
        self.show(self.note)

    def open_copy(self, sheet: Sheet) -> None:
        """Ask before another sheet is printed."""
        self._paper = sheet.paper
        words = _("In thêm «{title}», đóng dấu chữ BẢN SAO lần {number}?")
        self.show(self.copy, words.format(title=_(sheet.title), number=sheet.copies + 1))

    def open_settle(self, finding: Finding) -> None:
        """Ask how a contradiction was resolved."""
        self._finding = finding.entry
        self.show(self.settle, finding.words)

    def close(self) -> bool:
        """Close the open strip; tell whether there was one."""
        if self._open is None or not self._open.isVisible():
            return False
        self._open.put_away()
        self._open = None
        return True

    def show(self, strip: Strip, title: str = "") -> None:
        """Open a strip, with a command id of its own, in the place of any other."""
        self.close()
        self.began.emit()
        self._command_id = self._context.desk.journal.new_id()
        self._open = strip
        strip.open(title)

    def _do_step(self) -> None:
        room, note = self._context.desk.dossiers, self.step.text("note")
        by, dossier, id_ = self._context.actor.id, self._dossier, self._command_id
        self.write(lambda: finish_step(room, by=by, dossier=dossier, note=note, command_id=id_), _("Đã ghi xong bước."))

    def _do_result(self) -> None:
        room, strip = self._context.desk.dossiers, self.result
        number, note = strip.text("number"), strip.text("note")
        by, dossier, id_ = self._context.actor.id, self._dossier, self._command_id
        self.write(
            lambda: issue_result(room, by=by, dossier=dossier, number=number, note=note, command_id=id_),
            _("Đã ghi có kết quả."),
        )

    def _do_note(self) -> None:
        room, text = self._context.desk.dossiers, self.note.text("text")
        by, dossier, id_ = self._context.actor.id, self._dossier, self._command_id
        self.write(lambda: add_note(room, by=by, dossier=dossier, text=text, command_id=id_), _("Đã ghi chú."))

    def _do_copy(self) -> None:
        room, paper = self._context.desk.printing, self._paper
        by, id_ = self._context.actor.id, self._command_id
        self.write(lambda: copy_paper(room, by=by, paper_id=paper, command_id=id_), _("Bản sao đang được in."))

    def _do_settle(self) -> None:
        room, reason, finding = self._context.desk.dossiers, self.settle.text("reason"), self._finding
        by, dossier, id_ = self._context.actor.id, self._dossier, self._command_id
        self.write(
            lambda: settle_finding(room, by=by, dossier=dossier, finding=finding, reason=reason, command_id=id_),
            _("Đã ghi cách giải quyết."),
        )

    def write(self, work: Callable[[], Written], said: str) -> None:
        """Carry out what the open strip asked for; ``said`` stands in the bar afterwards."""
        self._said = said
        self._context.jobs.write(work, self._on_written, failed=self._on_failed)

    def _on_written(self, _written: Written) -> None:
        self.close()
        self._context.messages.say(self._said)
        self.done.emit()
        self._context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        strip = self._open
        if strip is None or not (isinstance(error, InvalidInput) and strip.refuse(error)):
            if strip is not None:
                strip.do_button.setEnabled(True)
            self._context.messages.report(error)


def _remark() -> Field:
    return Field("note", _("Ghi chú (nếu cần)"))
