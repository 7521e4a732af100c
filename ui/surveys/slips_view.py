"""The tab of papers: a pile of marked papers typed in by the keys 1, 2, 3; rating slips printed for a dossier."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from desk_app.desk import Desk
from desk_app.dossiers.commands import id_of
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.surveys.commands import RATE, READ
from desk_app.surveys.questions import Question, question_on
from desk_app.surveys.slips import TypedSlip, print_slip, require_open, type_in
from desk_app.surveys.tables.ratings import own_questions
from ui.shell.one_write import Doing
from ui.shell.page import Context
from ui.shell.scanning.thing import ScannedThing
from ui.surveys.pile import Pile, SlipRow
from ui.surveys.view import Action, View
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, panel
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_day


class SlipsView(View):
    """Types papers in and prints slips."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.question: Question | None = None
        self.token = ""
        self.slips: tuple[TypedSlip, ...] = ()
        self.pile = Pile()
        self.pile.digit_typed.connect(self.answer)
        self.pile.back_typed.connect(self.take_last)
        self.pile.when_empty(
            "import",
            _("Gõ 1, 2 hoặc 3 cho từng phiếu trong thùng"),
            _("Phiếu có mã thì quét mã trước, rồi gõ câu trả lời."),
            key="1 · 2 · 3",
        )
        self.asked = label("", "large", wrap=True)
        self.next = label("", "soft", wrap=True)
        self.count = label("", "figure")
        self._keys = QHBoxLayout()
        self.saving = Strip(
            "", [Field("filled_on", _("Ngày ghi phiếu"), placeholder=_("hôm nay"))], self._do_save, words=_("Lưu phiếu")
        )
        self.printing = Strip("", [Field("code", _("Mã hồ sơ đã trả"))], self._do_print, words=_("In phiếu"))
        self.numbering = Strip("", [Field("token", _("Mã số trên phiếu"))], self._do_number, words=_("Nhận"))
        self.strips = (self.saving, self.printing, self.numbering)
        self._lay_out()
        self._allow()

    def arrive(self) -> None:
        """Stand on the pile, so that digits answer at once."""
        self.refresh()
        self.pile.setFocus()

    def refresh(self) -> None:
        """Read which answers there are."""
        self.read(_asked, self._on_question)

    def scanned(self, thing: ScannedThing) -> bool:
        """Take the number of a rating slip; anything else goes where it usually goes."""
        digits = thing.text.replace("-", "").strip()
        if len(digits) != 16 or not digits.isdigit() or thing.dossier:
            return False
        self.take_number(thing.text)
        return True

    def take_number(self, text: str) -> None:
        """Look whether a slip may be answered, and let the next answer be its."""
        self.context.jobs.read(
            lambda: _open_number(self.context.desk, self.context.actor.id, text), self._on_number, failed=self.refused
        )

    def answer(self, number: int) -> None:
        """Take the answer of the next paper."""
        if self.question is None or not self.context.may(RATE) or not 1 <= number <= len(self.question.choices):
            return
        self.slips = (*self.slips, TypedSlip(level=self.question.choices[number - 1].level, token=self.token))
        self.token = ""
        self._put()

    def take_last(self) -> None:
        """Take the last paper off the pile."""
        self.slips = self.slips[:-1]
        self._put()

    def took(self, written: Written) -> None:
        """Begin a new pile after the old one was written."""
        if written.entries[0].kind == "survey.rated":
            self.slips, self.token = (), ""
            self._put()

    def _lay_out(self) -> None:
        frame, inside = panel(_("Câu hỏi trên phiếu"))
        inside.addWidget(self.asked)
        inside.addLayout(self._keys)
        inside.addWidget(self.next)
        layout = self.column()
        layout.addWidget(frame)
        self.pile.setMinimumHeight(grown(130))
        layout.addWidget(self.pile, 1)
        made = self.made_buttons(
            (
                Action(key="F6", words=_("Lưu các phiếu"), run=self._on_save, is_main=True),
                Action(key="F7", words=_("Gõ mã phiếu"), run=self._on_number_asked),
                Action(key="F8", words=_("In phiếu cho hồ sơ"), run=self._on_print),
                Action(key="Ctrl+Y", words=_("Hỏi trên màn hình"), run=self.context.happenings.visited.emit),
            )
        )
        layout.addWidget(Flow((self.count, None, *made)))

    def _on_question(self, question: Question) -> None:
        if question == self.question:
            return
        self.question = question
        self.asked.setText(question.text)
        while (item := self._keys.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, choice in enumerate(question.choices, start=1):
            self._keys.addWidget(button(choice.words, partial(self._pressed, place), key=str(place)))
        self._keys.addStretch(1)
        self._put()

    def _pressed(self, number: int) -> None:
        self.answer(number)
        self.pile.setFocus()

    def _put(self) -> None:
        question = self.question
        if question is None:
            return
        words = {choice.level: choice.words for choice in question.choices}
        rows = tuple(
            SlipRow(place=place, words=words[each.level], token=each.token, slip=each)
            for place, each in enumerate(self.slips, start=1)
        )
        self.pile.put(tuple(reversed(rows)))
        self.count.setText(_("{count} phiếu").format(count=len(self.slips)))
        next_ = _("Phiếu tiếp theo: mã {token}. Gõ câu trả lời của phiếu này.").format(token=self.token)
        plain = _("Backspace bỏ phiếu vừa gõ. Chưa lưu thì chưa tính.")
        self.next.setText(next_ if self.token else plain)
        self._allow()

    def _allow(self) -> None:
        may = self.context.may(RATE)
        self.buttons["F6"].setEnabled(may and bool(self.slips))
        for key in ("F7", "F8", "Ctrl+Y"):
            self.buttons[key].setEnabled(may)

    def _on_save(self) -> None:
        title = _("Lưu {count} phiếu: ghi ngày người dân đánh dấu").format(count=len(self.slips))
        self.open_strip(self.saving, title)

    def _do_save(self) -> None:
        slips = self.slips
        try:
            on = typed_day(self.saving.text("filled_on"), self.context.now().date(), field="filled_on")
        except InvalidInput as error:
            self.refused(error)
            return

        def work(do: Doing) -> Written:
            return type_in(do.desk.surveys, by=do.by, slips=slips, filled_on=on, command_id=do.id)

        self.write(work, _("Đã ghi {count} phiếu đánh giá.").format(count=len(slips)))

    def _on_print(self) -> None:
        self.open_strip(self.printing, _("In phiếu đánh giá có mã cho một lượt trả kết quả"))

    def _do_print(self) -> None:
        code = self.printing.text("code").strip()

        def work(do: Doing) -> Written:
            dossier = id_of(do.desk.dossiers, code)
            return print_slip(do.desk.surveys, by=do.by, dossier=dossier, command_id=do.id)

        self.write(work, _("Đã gửi in phiếu đánh giá. Phiếu không ghi tên và mã hồ sơ."))

    def _on_number_asked(self) -> None:
        self.open_strip(self.numbering, _("Phiếu có mã: gõ 16 chữ số, hoặc quét mã"))

    def _do_number(self) -> None:
        self.take_number(self.numbering.text("token"))

    def _on_number(self, text: str) -> None:
        if any(each.token == text for each in self.slips):
            self.refused(InvalidInput("token", _("Phiếu này đã gõ ở dưới."), _("Mỗi phiếu chỉ tính một lần.")))
            return
        self.escape()
        self.token = text
        self._put()
        self.pile.setFocus()

    def refused(self, error: DeskError) -> None:
        """Say an error beside the number where that is being asked."""
        if self.numbering.isVisible() and isinstance(error, InvalidInput):
            error = InvalidInput("token", error.message, error.hint)
        super().refused(error)


def _asked(desk: Desk, by: str) -> Question:
    desk.require(by, READ)
    return question_on(own_questions(desk.journal.reading()), "hand_over", desk.journal.time.now().date())


def _open_number(desk: Desk, by: str, text: str) -> str:
    desk.require(by, RATE)
    require_open(desk.surveys, text)
    return text.strip()
