"""The moves of a dossier's life, each asked for in a strip above the card: no dialog, one command id per opening."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal

from desk_app.dossiers.commands import add_note, finish_step, hand_over, issue_result
from desk_app.dossiers.facts import Relation
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.printing.commands import copy_paper
from ui.dossiers.card.state import RELATIONS, Moves, PaperRow
from ui.shell.page import Context
from ui.widgets.field import Field
from ui.widgets.strip import Strip


class CardMoves(QObject):
    """Holds the strips of one card; says ``done`` when a move was written."""

    done = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._dossier = ""
        self._command_id = ""
        self._open: Strip | None = None
        self._said = ""
        number = Field("number", "Số kết quả (nếu có)")
        to = Field("to", "Họ tên người nhận", placeholder="để trống nếu là bản thân")
        shown = Field("paper_shown", "Giấy tờ xuất trình")
        self.step = Strip("", [_remark()], self._do_step, words="Xong bước")
        self.result = Strip("Đã có kết quả", [number, _remark()], self._do_result, words="Ghi có kết quả")
        fields = [to, shown, _remark()]
        self.hand_over = Strip("Ai nhận?", fields, self._do_hand_over, words="Trả kết quả", choices=RELATIONS)
        self.note = Strip("Ghi chú vào hồ sơ", [Field("text", "Nội dung")], self._do_note, words="Ghi")
        self.copy = Strip("", [], self._do_copy, words="In bản sao")
        self._paper = ""

    @property
    def strips(self) -> tuple[Strip, ...]:
        """Return every strip, to be laid out."""
        return (self.step, self.result, self.hand_over, self.note, self.copy)

    def about(self, dossier: str) -> None:
        """Move this dossier from now on; an open strip about another one closes."""
        if dossier != self._dossier:
            self.close()
            self._dossier = dossier

    def open_step(self, moves: Moves) -> None:
        """Ask before a step is written down as done."""
        self._show(self.step, f"Xong bước của {moves.step_words}")

    def open_result(self) -> None:
        """Ask for the result's number."""
        self._show(self.result)

    def open_hand_over(self, name: str) -> None:
        """Ask who takes the result."""
        self._show(self.hand_over, f"Trả kết quả của {name}: ai nhận?")

    def open_note(self) -> None:
        """Ask for a remark."""
        self._show(self.note)

    def open_copy(self, paper: PaperRow) -> None:
        """Ask before another sheet is printed."""
        self._paper = paper.id
        self._show(self.copy, f"In thêm «{paper.title}», đóng dấu chữ BẢN SAO lần {paper.copies + 1}?")

    def close(self) -> bool:
        """Close the open strip; tell whether there was one."""
        if self._open is None or not self._open.isVisible():
            return False
        self._open.put_away()
        self._open = None
        return True

    def _show(self, strip: Strip, title: str = "") -> None:
        self.close()
        self._command_id = self._context.desk.journal.new_id()
        self._open = strip
        strip.open(title)

    def _do_step(self) -> None:
        room, note = self._context.desk.dossiers, self.step.text("note")
        by, dossier, id_ = self._context.actor.id, self._dossier, self._command_id
        self._write(lambda: finish_step(room, by=by, dossier=dossier, note=note, command_id=id_), "Đã ghi xong bước.")

    def _do_result(self) -> None:
        room, strip = self._context.desk.dossiers, self.result
        number, note = strip.text("number"), strip.text("note")
        by, dossier, id_ = self._context.actor.id, self._dossier, self._command_id
        self._write(
            lambda: issue_result(room, by=by, dossier=dossier, number=number, note=note, command_id=id_),
            "Đã ghi có kết quả.",
        )

    def _do_hand_over(self) -> None:
        room, strip = self._context.desk.dossiers, self.hand_over
        to, shown, note = (strip.text(name) for name in ("to", "paper_shown", "note"))
        relation = cast(Relation, strip.choice)
        by, dossier, id_ = self._context.actor.id, self._dossier, self._command_id
        self._write(
            lambda: hand_over(
                room,
                by=by,
                dossier=dossier,
                relation=relation,
                to=to,
                paper_shown=shown,
                note=note,
                command_id=id_,
            ),
            "Đã trả kết quả.",
        )

    def _do_note(self) -> None:
        room, text = self._context.desk.dossiers, self.note.text("text")
        by, dossier, id_ = self._context.actor.id, self._dossier, self._command_id
        self._write(lambda: add_note(room, by=by, dossier=dossier, text=text, command_id=id_), "Đã ghi chú.")

    def _do_copy(self) -> None:
        room, paper = self._context.desk.printing, self._paper
        by, id_ = self._context.actor.id, self._command_id
        self._write(lambda: copy_paper(room, by=by, paper_id=paper, command_id=id_), "Bản sao đang được in.")

    def _write(self, work: Callable[[], Written], said: str) -> None:
        self._said = said
        self._context.jobs.write(work, self._on_written, failed=self._on_failed)

    def _on_written(self, _: Written) -> None:
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
    return Field("note", "Ghi chú (nếu cần)")
