"""The tab of the friendly government: six criteria, what speaks for each, the office's own mark, the paper."""

from collections.abc import Callable
from typing import cast

from desk_app.desk import Desk
from desk_app.journal.write_door import Written
from desk_app.kernel.translations import _
from desk_app.surveys import friendly
from desk_app.surveys.commands import READ
from desk_app.surveys.friendly import Assessment, NewEvidence, spoken_period
from desk_app.surveys.friendly_facts import Mark
from desk_app.surveys.friendly_papers import rated_words
from ui.shell.one_write import Doing
from ui.shell.page import Context
from ui.surveys.friendly_state import COLUMNS, criterion_rows
from ui.surveys.view import Action, View
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label
from ui.widgets.strip import Strip
from ui.widgets.table import RowsModel, Table


class FriendlyView(View):
    """Gathers evidence and marks, prints the paper."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.period = ChoiceBox(_("Kỳ đánh giá"))
        self._fill_periods()
        self.period.activated.connect(lambda _place: self.refresh())
        self.list = Table(RowsModel(COLUMNS), _("Sáu tiêu chí"), wrap=True)
        self.rated = label("", "strong", wrap=True)
        self.proving = Strip(
            "",
            [Field("text", _("Minh chứng")), Field("source", _("Văn bản, tài liệu"))],
            self._do_prove,
            words=_("Ghi minh chứng"),
        )
        marks = tuple((key, _(words)) for key, words in friendly.MARK_WORDS.items())
        self.marking = Strip(
            "", [Field("words", _("Nhận xét"))], self._do_mark, words=_("Tự chấm"), choices=marks, box=_("Mức")
        )
        self.strips = (self.proving, self.marking)
        self.found: Assessment | None = None
        self._lay_out()
        self._allow()

    def _lay_out(self) -> None:
        layout = self.column()
        layout.addWidget(Flow((self.period, None)))
        self.list.setMinimumHeight(grown(200))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.rated)
        made = self.made_buttons(
            (
                Action(key="F6", words=_("Thêm minh chứng"), run=self._on_prove, is_main=True),
                Action(key="F7", words=_("Tự chấm"), run=self._on_mark),
                Action(key="Ctrl+Z", words=_("Bỏ minh chứng cuối"), run=self._on_withdraw),
                Action(key="Ctrl+P", words=_("In bản tự đánh giá"), run=self._on_print),
            )
        )
        layout.addWidget(Flow((*made, None)))

    @property
    def chosen_period(self) -> str:
        """Return the period in front, as ``2026-Q4`` or ``2026``."""
        return str(self.period.currentData())

    def arrive(self) -> None:
        """Stand on the criteria."""
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read the period anew."""
        period = self.chosen_period
        self.read(lambda desk, by: _assessed(desk, by, period), self._on_found)

    def _fill_periods(self) -> None:
        today = self.context.now().date()
        quarter = (today.month - 1) // 3 + 1
        quarters = [(today.year, quarter - back) for back in range(4)]
        periods = [
            f"{year if number > 0 else year - 1}-Q{number if number > 0 else number + 4}" for year, number in quarters
        ]
        for period in (*periods, str(today.year), str(today.year - 1)):
            words = spoken_period(period)
            self.period.addItem(words[:1].upper() + words[1:], period)

    def _on_found(self, found: Assessment) -> None:
        self.found = found
        self.list.put(criterion_rows(found), keep=lambda row: row.key)
        self.rated.setText(rated_words(found.rated))
        self._allow()

    def _allow(self) -> None:
        may = self.context.may(friendly.ASSESS)
        for button_ in self.buttons.values():
            button_.setEnabled(may)

    def _on_prove(self) -> None:
        self._open(self.proving, _("Minh chứng cho «{title}»"))

    def _do_prove(self) -> None:
        proof = NewEvidence(text=self.proving.text("text"), source=self.proving.text("source"))

        def work(do: Doing, period: str, criterion: str) -> Written:
            room = do.desk.surveys
            return friendly.add_evidence(
                room, by=do.by, period=period, criterion=criterion, evidence=proof, command_id=do.id
            )

        self._write_on(work, _("Đã ghi minh chứng."))

    def _on_mark(self) -> None:
        self._open(self.marking, _("Tự chấm «{title}»"))

    def _do_mark(self) -> None:
        mark, words = cast(Mark, self.marking.choice), self.marking.text("words")

        def work(do: Doing, period: str, criterion: str) -> Written:
            room = do.desk.surveys
            return friendly.assess(
                room, by=do.by, period=period, criterion=criterion, mark=mark, words=words, command_id=do.id
            )

        self._write_on(work, _("Đã ghi mức tự chấm."))

    def _on_withdraw(self) -> None:
        row = self.list.current
        criteria = self.found.criteria if self.found is not None else ()
        shown = next((each for each in criteria if row is not None and each.criterion.key == row.key), None)
        if shown is None or shown.state is None or not shown.state.evidence:
            self.context.messages.say(
                _("Tiêu chí này chưa có minh chứng nào."), _("F6: thêm minh chứng."), tone="warning"
            )
            return
        last = shown.state.evidence[-1].id
        self.fresh()

        def work(do: Doing, period: str, criterion: str) -> Written:
            room = do.desk.surveys
            return friendly.withdraw_evidence(
                room, by=do.by, period=period, criterion=criterion, evidence=last, command_id=do.id
            )

        self._write_on(work, _("Đã bỏ minh chứng cuối; sổ nhật ký vẫn giữ."))

    def _on_print(self) -> None:
        period = self.chosen_period
        self.fresh()
        self.write(
            lambda do: friendly.print_assessment(do.desk.surveys, by=do.by, period=period, command_id=do.id),
            _("Đã gửi in bản tự đánh giá {period}.").format(period=spoken_period(period)),
        )

    def _open(self, strip: Strip, title: str) -> None:
        row = self.list.current
        if row is not None:
            self.open_strip(strip, title.format(title=row.title))

    def _write_on(self, work: Callable[[Doing, str, str], Written], said: str) -> None:
        row = self.list.current
        if row is not None:
            period, criterion = self.chosen_period, row.key
            self.write(lambda do: work(do, period, criterion), said)


def _assessed(desk: Desk, by: str, period: str) -> Assessment:
    desk.require(by, READ)
    return friendly.assessment(desk.surveys, period)
