"""What a key of the writing table does at the desk: print, write down, put right, hand on; one write at a time."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.writing.commands import Told
from desk_app.writing.facts import Outcome
from desk_app.writing.filled import Filled
from desk_app.writing.form import spoken_title
from desk_app.writing.sitting import Sitting
from ui.shell.one_write import Doing, OneWrite
from ui.shell.page import Context
from ui.widgets.typed import typed_number
from ui.writing import desk_side
from ui.writing.asking import Answers, Asking
from ui.writing.sitting_moves import SittingMoves
from ui.writing.state import CaseRow


class WritingMoves(QObject):
    """Opens the strips and writes what they answered; says ``written`` with what was done."""

    written = Signal(str)

    def __init__(self, context: Context, table: SittingMoves, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self._one = OneWrite(context, self)
        self._case = ""
        self._form = ""
        answers = Answers(
            record=self._do_record,
            correct=self._do_correct,
            void=self._do_void,
            blank=self._do_blank,
            earlier=self._do_earlier,
        )
        self.asking = Asking(answers, self)

    def print_form(self) -> None:
        """Print the form on the table, ready to sign."""
        on_table, now = self._table.on_table, self._table.sitting
        if on_table is None or now is None:
            return
        self._one.fresh()
        here, filled = now, on_table.filled
        said = _("Đã gửi in {title}. Ký ngay; nội dung không lưu lại sau khi in.").format(
            title=spoken_title(on_table.form)
        )
        self._write(lambda do: desk_side.printed(do, here, filled), said, "printed")

    def ask_blank(self, key: str, title: str) -> None:
        """Ask how many empty sheets."""
        self._one.fresh()
        self._form = key
        self.asking.open(self.asking.blank, _("In mẫu trống: {title}").format(title=title))

    def ask_record(self, organisation: str) -> None:
        """Ask what came of the sitting."""
        if self._table.sitting is None:
            return
        self._one.fresh()
        self._table.keep()
        person = self._table.sitting.person
        self.asking.open(self.asking.record, _("Ghi lượt: {who}").format(who=person.name if person else _("người dân")))
        self.asking.record.fields["organisation"].put(organisation)

    def ask_correct(self, row: CaseRow, *, void: bool) -> None:
        """Ask what was wrong with a case."""
        self._one.fresh()
        self._case = row.id
        title = f"{row.when} · {row.person} · {row.forms}"
        self.asking.open(self.asking.void if void else self.asking.correct, title)

    def ask_earlier(self) -> None:
        """Ask for the code of an earlier dossier."""
        self.asking.open(self.asking.earlier, _("Lấy thông tin từ hồ sơ cũ; việc xem được ghi lại."))

    def hand_on(self) -> None:
        """Write the case down and open a registration that begins with it."""
        now, on_table = self._table.sitting, self._table.on_table
        if now is None:
            return
        self._one.fresh()
        here: Sitting = now
        filled: Filled | None = on_table.filled if on_table is not None else None
        said = _("Đã ghi lượt viết; tiếp nhận hồ sơ với thông tin đã có.")
        self._write(lambda do: desk_side.handed_on(do, here, filled), said, "handed_on")

    def put_away(self) -> None:
        """Forget what is on the table."""
        now, desk, by = self._table.sitting, self._context.desk, self._context.actor.id
        if now is not None and not now.is_written_down:
            gone: Sitting = now
            self._context.jobs.write(lambda: desk_side.put_away(desk, by, gone), self._on_away)

    def _do_record(self) -> None:
        strip, now = self.asking.record, self._table.sitting
        if now is None:
            return
        try:
            minutes = _minutes(strip.text("minutes"))
        except InvalidInput as error:
            self._on_failed(error)
            return
        told = Told(
            outcome=cast(Outcome, strip.choice),
            organisation=strip.text("organisation"),
            minutes=minutes,
            note=strip.text("note"),
        )
        here: Sitting = now
        self._write(
            lambda do: desk_side.written_down(do, here, told), _("Đã ghi lượt viết. Mời người tiếp theo."), "recorded"
        )

    def _do_correct(self) -> None:
        strip, case = self.asking.correct, self._case
        outcome, reason = cast(Outcome, strip.choice), strip.text("reason")
        try:
            minutes = _minutes(strip.text("minutes"))
        except InvalidInput as error:
            self._on_failed(error)
            return
        self._write(
            lambda do: desk_side.corrected(do, case, outcome, minutes, reason, void=False),
            _("Đã sửa lượt viết."),
            "corrected",
        )

    def _do_void(self) -> None:
        case, reason = self._case, self.asking.void.text("reason")
        self._write(
            lambda do: desk_side.corrected(do, case, None, None, reason, void=True),
            _("Đã bỏ lượt viết; số liệu không tính lượt này."),
            "corrected",
        )

    def _do_blank(self) -> None:
        form, text = self._form, self.asking.blank.text("copies").strip()
        if text and not text.isdigit():
            self._on_failed(InvalidInput("copies", _("Số tờ phải là số."), _("Gõ như 5.")))
            return
        copies = int(text or "1")
        said = _("Đã gửi in {count} tờ mẫu trống.").format(count=copies)
        self._write(lambda do: desk_side.printed_blank(do, form, copies), said, "blank")

    def _do_earlier(self) -> None:
        code = self.asking.earlier.text("code").strip()
        self._table.take_dossier(code, self._on_failed)
        self.asking.close()

    def _write(self, work: Callable[[Doing], Any], said: str, done: str) -> None:
        self._one.do(work, lambda result: self._on_written(result, said, done), self._on_failed)

    def _on_written(self, result: object, said: str, done: str) -> None:
        self.asking.close()
        self._context.messages.say(said)
        if isinstance(result, Sitting):
            self._table.put(result)
        if done in ("recorded", "handed_on"):
            self._table.mark_written()
        self.written.emit(f"{done}:{result if isinstance(result, str) else ''}")
        self._context.wrote()

    def _on_away(self, _none: None) -> None:
        self._table.mark_written()

    def _on_failed(self, error: DeskError) -> None:
        self.asking.allow_again()
        if not (isinstance(error, InvalidInput) and self.asking.refuse(error)):
            self._context.messages.report(error)


def _minutes(text: str) -> int | None:
    return typed_number(text, field="minutes") if text.strip() else None
