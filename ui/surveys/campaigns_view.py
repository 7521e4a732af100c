"""The tab of surveys: what is asked, forms printed and typed in, results; and the question of every day."""

from datetime import date

from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.surveys.campaign_papers import ASKED_LEVELS
from desk_app.surveys.campaigns import (
    Form,
    Plan,
    close_campaign,
    enter_forms,
    plan_campaign,
    print_forms,
)
from desk_app.surveys.commands import PLAN, RATE, put_question
from desk_app.surveys.questions import Choice, Question
from desk_app.surveys.rules import LEVEL_WORDS, Level
from ui.shell.one_write import Doing
from ui.shell.page import Context
from ui.surveys.campaigns_state import (
    LIST,
    RESULTS,
    SCALES,
    Known,
    answer_rows,
    known_campaigns,
    typed_answers,
)
from ui.surveys.view import Action, View
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label, panel
from ui.widgets.sides import Sides
from ui.widgets.strip import Strip
from ui.widgets.table import RowsModel, Table
from ui.widgets.typed import typed_day, typed_number


class CampaignsView(View):
    """Plans surveys, takes forms in, shows results."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = Table(RowsModel(LIST), _("Các đợt khảo sát"))
        self.list.when_empty(
            "list", _("Chưa có đợt khảo sát nào"), _("Lập một đợt: câu hỏi, thời gian, số phiếu cần thu."), key="F6"
        )
        self.list.selectionModel().currentRowChanged.connect(lambda *_places: self._show())
        self.results = Table(RowsModel(RESULTS), _("Kết quả từng câu"), wrap=True, picks=False)
        self.title = label("", "strong", wrap=True)
        self._make_strips()
        self._lay_out()
        self._allow()

    def arrive(self) -> None:
        """Stand in the list."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read every survey anew."""
        self.read(known_campaigns, self._on_known)

    def _make_strips(self) -> None:
        self.planning = Strip(
            "",
            [
                Field("title", _("Tên đợt")),
                Field("questions", _("Các câu hỏi, ngăn bằng dấu ;")),
                Field("first_on", _("Từ ngày")),
                Field("last_on", _("Đến ngày")),
                Field("target", _("Cần thu")),
            ],
            self._do_plan,
            words=_("Lập đợt"),
        )
        self.entering = Strip(
            "",
            [Field("number", _("Số phiếu")), Field("answers", _("Các câu trả lời"))],
            self._do_enter,
            words=_("Ghi phiếu"),
        )
        self.printing = Strip("", [Field("count", _("Bao nhiêu phiếu"))], self._do_print, words=_("In phiếu"))
        self.closing = Strip("", [], self._do_close, words=_("Kết thúc đợt"))
        self.asking = Strip(
            "",
            [Field("text", _("Câu hỏi")), Field("valid_from", _("Hỏi từ ngày"), placeholder=_("hôm nay"))],
            self._do_ask,
            words=_("Đổi câu hỏi"),
            choices=SCALES,
            box=_("Các mức trả lời"),
        )
        self.strips = (self.planning, self.entering, self.printing, self.closing, self.asking)

    def _lay_out(self) -> None:
        right, inside = panel()
        inside.addWidget(self.title)
        inside.addWidget(self.results, 1)
        self.sides = Sides(self.list, right, (5, 6))
        layout = self.column()
        layout.addLayout(self.sides, 1)
        for table in (self.list, self.results):
            table.setMinimumHeight(grown(120))
        made = self.made_buttons(
            (
                Action(key="F6", words=_("Lập đợt"), run=self._on_plan, is_main=True),
                Action(key="F7", words=_("Nhập phiếu"), run=self._on_enter),
                Action(key="F8", words=_("In phiếu có số"), run=self._on_print),
                Action(key="Ctrl+D", words=_("Kết thúc đợt"), run=self._on_close),
                Action(key="Ctrl+E", words=_("Đổi câu hỏi hằng ngày"), run=self._on_ask),
            )
        )
        layout.addWidget(Flow((*made, None)))

    def _on_known(self, known: tuple[Known, ...]) -> None:
        self.list.put(known, keep=lambda row: row.result.campaign.id)
        self._show()

    def _show(self) -> None:
        row = self.list.current
        self._allow()
        if row is None:
            self.title.setText(_("Chọn một đợt để xem kết quả."))
            self.results.put(())
            return
        plan = row.result.campaign.plan
        span = f"{spoken_day(plan.first_on)} – {spoken_day(plan.last_on)}"
        self.title.setText(f"{plan.title} · {span}")
        self.results.put(answer_rows(row.result))

    def _allow(self) -> None:
        row = self.list.current
        is_open = row is not None and row.result.campaign.closed_on is None
        may_plan = self.context.may(PLAN)
        for key, may in (
            ("F6", may_plan),
            ("F7", is_open and self.context.may(RATE)),
            ("F8", is_open and may_plan),
            ("Ctrl+D", is_open and may_plan),
            ("Ctrl+E", may_plan),
        ):
            self.buttons[key].setEnabled(may)

    def _on_plan(self) -> None:
        today = self.context.now().date()
        end = date(today.year, 12, 31)
        days = {"first_on": spoken_day(today), "last_on": spoken_day(end), "target": "100"}
        self.open_strip(self.planning, _("Lập đợt khảo sát: phiếu có số, không ghi tên"), **days)

    def _do_plan(self) -> None:
        text, today = self.planning.text, self.context.now().date()
        try:
            plan = Plan(
                title=text("title"),
                questions=tuple(each.strip() for each in text("questions").split(";")),
                first_on=typed_day(text("first_on"), today, field="first_on"),
                last_on=typed_day(text("last_on"), today, field="last_on"),
                target=typed_number(text("target"), field="target"),
            )
        except InvalidInput as error:
            self.refused(error)
            return
        self.write(
            lambda do: plan_campaign(do.desk.surveys, by=do.by, plan=plan, command_id=do.id),
            _("Đã lập đợt khảo sát. F8: in phiếu có số."),
        )

    def _on_enter(self) -> None:
        row = self.list.current
        if row is not None:
            count = len(row.result.questions)
            title = _("Nhập phiếu: {count} câu, mỗi câu 1 rất hài lòng, 2 hài lòng, 3 chưa, 0 bỏ trống").format(
                count=count
            )
            self.open_strip(self.entering, title, number=str(row.next_number))
            self.entering.fields["answers"].take_focus()

    def _do_enter(self) -> None:
        row = self.list.current
        if row is None:
            return
        campaign = row.result.campaign
        try:
            number = typed_number(self.entering.text("number"), field="number")
            answers = typed_answers(self.entering.text("answers"), len(campaign.plan.questions))
        except InvalidInput as error:
            self.refused(error)
            return
        forms = (Form(number=number, answers=answers),)

        def work(do: Doing) -> Written:
            return enter_forms(do.desk.surveys, by=do.by, campaign=campaign.id, forms=forms, command_id=do.id)

        self.write(work, _("Đã ghi phiếu số {number}. F7: phiếu tiếp theo.").format(number=number))

    def _on_print(self) -> None:
        row = self.list.current
        if row is not None:
            title = _("In phiếu khảo sát, số tiếp theo là {number}").format(number=row.result.campaign.printed + 1)
            self.open_strip(self.printing, title, count="10")

    def _do_print(self) -> None:
        row = self.list.current
        if row is None:
            return
        campaign = row.result.campaign.id
        try:
            count = typed_number(self.printing.text("count"), field="count")
        except InvalidInput as error:
            self.refused(error)
            return
        self.write(
            lambda do: print_forms(do.desk.surveys, by=do.by, campaign=campaign, count=count, command_id=do.id),
            _("Đã gửi in {count} phiếu khảo sát.").format(count=count),
        )

    def _on_close(self) -> None:
        row = self.list.current
        if row is not None:
            title = _("Kết thúc «{title}»? Sau đó không nhập thêm phiếu; kết quả vẫn nguyên.")
            self.open_strip(self.closing, title.format(title=row.result.campaign.plan.title))

    def _do_close(self) -> None:
        row = self.list.current
        if row is not None:
            campaign = row.result.campaign.id
            self.write(
                lambda do: close_campaign(do.desk.surveys, by=do.by, campaign=campaign, command_id=do.id),
                _("Đã kết thúc đợt khảo sát."),
            )

    def _on_ask(self) -> None:
        self.open_strip(self.asking, _("Đổi câu hỏi trên màn hình và phiếu khi trả kết quả"))

    def _do_ask(self) -> None:
        text, today = self.asking.text, self.context.now().date()
        levels = ASKED_LEVELS if self.asking.choice == "3" else tuple(Level)
        try:
            question = Question(
                key="hand_over",
                valid_from=typed_day(text("valid_from"), today, field="valid_from"),
                text=text("text"),
                choices=tuple(Choice(level=level, words=LEVEL_WORDS[level]) for level in levels),
            )
        except InvalidInput as error:
            self.refused(error)
            return
        self.write(
            lambda do: put_question(do.desk.surveys, by=do.by, question=question, command_id=do.id),
            _("Đã đổi câu hỏi, dùng từ {day}.").format(day=spoken_day(question.valid_from)),
        )

    def took(self, written: Written) -> None:
        """Let the customer's screen ask the new question."""
        if written.entries[0].kind == "survey.question_put":
            self.context.happenings.screens_changed.emit()
