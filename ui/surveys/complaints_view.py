"""The tab of complaints and suggestions: the next to answer first, and what can be done about each."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.surveys import complaints
from desk_app.surveys.complaint_facts import HOW_WORDS, OUTCOME_WORDS, TOPIC_WORDS, How, Outcome, Topic
from ui.shell.one_write import Doing
from ui.shell.page import Context
from ui.surveys.complaints_state import COLUMNS, NOBODY, Seen, detail_words, seen
from ui.surveys.view import Action, View
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label, panel, scrolled
from ui.widgets.sides import Sides
from ui.widgets.strip import Strip
from ui.widgets.table import RowsModel, Table
from ui.widgets.typed import typed_day


class ComplaintsView(View):
    """Takes complaints in and follows them up."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.people: tuple[tuple[str, str], ...] = ()
        self.which = ChoiceBox(_("Những ý kiến nào"))
        for words in (_("Đang giải quyết"), _("Tất cả")):
            self.which.addItem(words)
        self.which.activated.connect(lambda _place: self.refresh())
        self.list = Table(RowsModel(COLUMNS), _("Phản ánh, kiến nghị"))
        self.list.when_empty(
            "messages",
            _("Không có phản ánh, kiến nghị nào chờ trả lời"),
            _("Ý kiến tại quầy, qua đường dây nóng, hòm thư hay đơn thư đều ghi ở đây."),
            key="F6",
        )
        self.list.selectionModel().currentRowChanged.connect(lambda *_places: self._show())
        self.detail = label("", wrap=True)
        self._make_strips()
        self._lay_out()
        self._allow()

    def arrive(self) -> None:
        """Stand in the list."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read anew what may be read."""
        is_open = self.which.currentIndex() == 0
        self.read(lambda desk, by: seen(desk, by, is_open=is_open), self._on_seen)

    def _make_strips(self) -> None:
        self.receiving = Strip(
            "",
            [
                Field("text", _("Nội dung")),
                Field("name", _("Người gửi"), placeholder=_("để trống: không ghi tên")),
                Field("contact", _("Liên hệ")),
                Field("about", _("Mã thủ tục, hồ sơ")),
            ],
            self._do_receive,
            words=_("Tiếp nhận"),
            choices=tuple(
                (f"{topic}/{how}", f"{_(topic_words)} – {_(how_words).lower()}")
                for topic, topic_words in TOPIC_WORDS.items()
                for how, how_words in HOW_WORDS.items()
            ),
            box=_("Loại, cách đến"),
        )
        self.stepping = Strip("", [Field("text", _("Đã làm gì"))], self._do_step, words=_("Ghi"))
        self.answering = Strip("", [Field("text", _("Nội dung trả lời"))], self._do_answer, words=_("Trả lời và in"))
        self.closing = Strip(
            "",
            [Field("note", _("Ghi chú"))],
            self._do_close,
            words=_("Kết thúc"),
            choices=tuple((key, _(words)) for key, words in OUTCOME_WORDS.items() if key),
            box=_("Kết luận"),
        )
        fields = [Field("due_on", _("Hạn mới"), placeholder=_("giữ hạn cũ")), Field("reason", _("Lý do đổi hạn"))]
        self.assigning = Strip(
            "", fields, self._do_assign, words=_("Giao"), choices=((NOBODY, _("…")),), box=_("Ai trả lời")
        )
        self.strips = (self.receiving, self.stepping, self.answering, self.closing, self.assigning)

    def _lay_out(self) -> None:
        right, inside = panel()
        inside.addWidget(scrolled(_on_top(self.detail)), 1)
        self.sides = Sides(self.list, right, (6, 4))
        layout = self.column()
        layout.addWidget(Flow((self.which, None)))
        layout.addLayout(self.sides, 1)
        self.list.setMinimumHeight(grown(140))
        right.setMinimumHeight(grown(140))
        made = self.made_buttons(
            (
                Action(key="F6", words=_("Tiếp nhận"), run=self._on_receive, is_main=True),
                Action(key="F7", words=_("Trả lời"), run=self._on_answer),
                Action(key="F8", words=_("Việc đã làm"), run=self._on_step),
                Action(key="Ctrl+D", words=_("Kết thúc"), run=self._on_close),
                Action(key="Ctrl+G", words=_("Giao người khác"), run=self._on_assign),
            )
        )
        layout.addWidget(Flow((*made, None)))

    def _on_seen(self, found: Seen) -> None:
        self.people = found.people
        self.list.put(found.rows, keep=lambda row: row.complaint.id)
        self._show()

    def _show(self) -> None:
        row = self.list.current
        self.detail.setText(detail_words(row) if row is not None else _("Chọn một ý kiến để xem."))
        self._allow()

    def _allow(self) -> None:
        row = self.list.current
        is_open = row is not None and row.complaint.closed is None
        leads = self.context.may(complaints.LEAD)
        is_mine = is_open and row is not None and (leads or row.complaint.responsible == self.context.actor.id)
        answered = row is not None and row.complaint.answer is not None
        for key, may in (
            ("F6", self.context.may(complaints.RECEIVE)),
            ("F7", is_mine and not answered),
            ("F8", is_mine),
            ("Ctrl+D", is_mine),
            ("Ctrl+G", is_open and leads),
        ):
            self.buttons[key].setEnabled(bool(may))

    def _on_receive(self) -> None:
        self.open_strip(self.receiving, _("Tiếp nhận phản ánh, kiến nghị, khen ngợi; in phiếu tiếp nhận"))
        self.receiving.fields["text"].take_focus()

    def _do_receive(self) -> None:
        text = self.receiving.text
        topic, _bar, how = self.receiving.choice.partition("/")
        about = text("about").strip()
        new = complaints.NewComplaint(
            text=text("text"),
            topic=cast(Topic, topic),
            how=cast(How, how),
            name=text("name"),
            contact=text("contact"),
            # A dossier's code has dashes and a date; a procedure's has dots alone.
            dossier=about if "-" in about else "",
            procedure="" if "-" in about else about,
        )
        self.write(
            lambda do: complaints.receive(do.desk.surveys, by=do.by, new=new, command_id=do.id),
            _("Đã tiếp nhận và gửi in phiếu."),
        )

    def _on_answer(self) -> None:
        self._open(self.answering, _("Trả lời {number}; in văn bản trả lời khổ A4"))

    def _do_answer(self) -> None:
        text = self.answering.text("text")
        self._write_on(
            lambda do, id_: complaints.answer(do.desk.surveys, by=do.by, complaint=id_, text=text, command_id=do.id),
            _("Đã ghi trả lời và gửi in văn bản."),
        )

    def _on_step(self) -> None:
        self._open(self.stepping, _("{number}: ghi việc đã làm để giải quyết"))

    def _do_step(self) -> None:
        text = self.stepping.text("text")
        self._write_on(
            lambda do, id_: complaints.add_step(do.desk.surveys, by=do.by, complaint=id_, text=text, command_id=do.id),
            _("Đã ghi việc đã làm."),
        )

    def _on_close(self) -> None:
        self._open(self.closing, _("Kết thúc {number}: kết luận thế nào?"))

    def _do_close(self) -> None:
        outcome, note = cast(Outcome, self.closing.choice), self.closing.text("note")

        def work(do: Doing, id_: str) -> Written:
            return complaints.close(
                do.desk.surveys, by=do.by, complaint=id_, outcome=outcome, note=note, command_id=do.id
            )

        self._write_on(work, _("Đã kết thúc; nội dung vẫn xem lại được."))

    def _on_assign(self) -> None:
        row = self.list.current
        if row is not None:
            about = row.complaint.received.officer
            self.assigning.offer([each for each in self.people if each[0] != about])
        self._open(self.assigning, _("Giao {number} cho người khác trả lời"))

    def _do_assign(self) -> None:
        responsible, reason, typed = (
            self.assigning.choice,
            self.assigning.text("reason"),
            self.assigning.text("due_on").strip(),
        )
        try:
            due_on = typed_day(typed, self.context.now().date(), field="due_on") if typed else None
        except InvalidInput as error:
            self.refused(error)
            return

        def work(do: Doing, id_: str) -> Written:
            return complaints.assign(
                do.desk.surveys,
                by=do.by,
                complaint=id_,
                responsible=responsible,
                due_on=due_on,
                reason=reason,
                command_id=do.id,
            )

        self._write_on(work, _("Đã giao người trả lời."))

    def _open(self, strip: Strip, title: str) -> None:
        row = self.list.current
        if row is not None:
            self.open_strip(strip, title.format(number=row.complaint.received.number))

    def _write_on(self, work: Callable[[Doing, str], Written], said: str) -> None:
        row = self.list.current
        if row is not None:
            id_ = row.complaint.id
            self.write(lambda do: work(do, id_), said)


def _on_top(words: QLabel) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(words)
    layout.addStretch(1)
    return made
