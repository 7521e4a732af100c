"""The page of guidance: the form and its ready text, the list of procedures, outreach."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from desk_app.guidance.outreach.commands import Outreach
from desk_app.guidance.outreach.figures import OutreachFigures
from desk_app.guidance.outreach.item import OutreachItem
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.guidance.log import desk_side
from ui.guidance.log.log_view import LogView
from ui.guidance.log.moves import GuidanceMoves
from ui.guidance.log.outreach_view import KINDS, OutreachView
from ui.guidance.log.procedures_view import ProceduresView
from ui.guidance.log.state import CHANNELS, Known
from ui.shell.page import Context, Page
from ui.widgets.flow import Flow
from ui.widgets.in_sight import InSight
from ui.widgets.parts import grown, scrolled
from ui.widgets.typed import typed_day, typed_day_ahead

LOG, PROCEDURES, OUTREACH = range(3)

_TABS = ((_("Ghi lượt"), "Alt+1"), (_("Thủ tục hướng dẫn"), "Alt+2"), (_("Truyền thông"), "Alt+3"))


class GuidancePage(Page):
    """Three views, one in front; ``about`` is empty, or words by which to find earlier guidance."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.moves = GuidanceMoves(context, self)
        self.log = LogView(context, self.moves)
        self.procedures = ProceduresView(self._on_put_list)
        self.outreach = OutreachView(self._on_record, self._on_take_back)
        self._stack = QStackedWidget()
        for view in (self.log, self.procedures, self.outreach):
            self._stack.addWidget(view)
        self._radios: list[QRadioButton] = []
        self._lay_out()
        self._bind_keys()
        self.moves.moved.connect(self._on_moved)
        self.moves.refused.connect(self._on_refused)
        self.setTabOrder(self.log.form, self.log.list)

    @property
    def tab(self) -> int:
        """Return which view is in front."""
        return self._stack.currentIndex()

    def arrive(self, about: str) -> None:
        """Come to the front, ready for a call; with ``about`` what was said before is looked for."""
        if about:
            self.open_tab(LOG)
            self.log.list.search.put(about)
            self.log.list.table.setFocus()
        else:
            self._focus()
        self.refresh()

    def refresh(self) -> None:
        """Look at the desk again."""
        desk, by, jobs = self.context.desk, self.context.actor.id, self.context.jobs
        jobs.read(lambda: desk_side.known(desk, by), self._on_known, latest="known")
        if self.context.may("outreach.read"):
            jobs.read(lambda: desk_side.outreach(desk, by), self._on_outreach, latest="outreach")
        self.log.look()

    def tick(self, _now: datetime) -> None:
        """Follow the clock."""
        self.log.tick()

    def escape(self) -> bool:
        """Close what is open in the view in front."""
        if self.tab == LOG:
            return self.log.escape()
        if self.tab == OUTREACH:
            return self.outreach.close_strips()
        was_open = self.procedures.strip.isVisible()
        self.procedures.strip.put_away()
        return was_open

    def open_tab(self, tab: int) -> None:
        """Bring a view to the front, with the keyboard in it."""
        self._radios[tab].setChecked(True)
        self._stack.setCurrentIndex(tab)
        self._focus()

    def _focus(self) -> None:
        if self.tab == LOG:
            self.log.take_focus()
        else:
            (self.procedures if self.tab == PROCEDURES else self.outreach).table.setFocus()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for tab, (words, keys) in enumerate(_TABS):
            made = QRadioButton(f"{words}  {keys}")
            made.setAccessibleName(words)
            made.clicked.connect(lambda _checked, tab=tab: self.open_tab(tab))
            group.addButton(made)
            self._radios.append(made)
        self._radios[LOG].setChecked(True)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(14), grown(8), grown(14), grown(10))
        layout.setSpacing(grown(8))
        layout.addWidget(Flow((*self._radios, None)))
        layout.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        whole.addWidget(area)
        InSight(area)

    def _bind_keys(self) -> None:
        log = self.log
        for keys, words, run in (
            ("F6", _("Sao chép tin Zalo; ở Truyền thông: ghi thêm"), self._on_f6),
            ("F7", _("In tờ hướng dẫn"), log.leaflet),
            ("F8", _("Mã QR của tin"), log.turn),
            ("Ctrl+Return", _("Ghi lượt này; ở Thủ tục: lập danh sách"), self._on_save),
            ("Ctrl+G", _("Đặt lịch hẹn từ lượt này"), log.book),
            ("Ctrl+D", _("Lập hồ sơ từ lượt này"), log.register),
            ("Ctrl+H", _("Đã hỏi lại (dòng đang chọn)"), lambda: log.strips.open_asked(log.list.table.current)),
            ("Ctrl+T", _("Đặt ngày hỏi lại (dòng đang chọn)"), lambda: log.strips.open_later(log.list.table.current)),
            ("Delete", _("Bỏ dòng ghi nhầm"), self._on_delete),
            ("Ctrl+N", _("Biểu mới, bỏ những gì đang gõ"), log.clear),
            ("Alt+F", _("Tìm lượt cũ theo tên, số điện thoại"), log.list.search.take_focus),
            ("Alt+N", _("Các lượt hôm nay"), lambda: log.list.choose("today")),
            ("Alt+L", _("Những ai cần hỏi lại"), lambda: log.list.choose("follow_ups")),
            ("Alt+M", _("Đã gửi mẫu"), log.form.forms.toggle),
        ):
            self.bind(keys, words, run)
        for key, words, keys in CHANNELS:
            self.bind(keys, words, self.log.form.radios[key].click)
        for tab, (words, keys) in enumerate(_TABS):
            self.bind(keys, words, partial(self.open_tab, tab))

    def _on_f6(self) -> None:
        if self.tab == OUTREACH:
            self.outreach.open_adding()
        else:
            self.log.copy()

    def _on_save(self) -> None:
        if self.tab == LOG:
            self.log.save()
        elif self.tab == PROCEDURES:
            self.procedures.save()

    def _on_delete(self) -> None:
        if self.tab == LOG:
            self.log.strips.open_removing(self.log.list.table.current)
        elif self.tab == OUTREACH:
            self.outreach.open_removing()

    def _on_put_list(self, codes: tuple[str, ...], valid_from: str, basis: str) -> None:
        try:
            on = typed_day_ahead(valid_from, self.context.now().date(), field="valid_from")
        except InvalidInput as error:
            self.procedures.strip.refuse(error)
            return
        self.moves.put_list(codes, on, basis)

    def _on_record(self) -> None:
        strip, today = self.outreach.adding, self.context.now().date()
        count, on = strip.text("count").strip().replace(".", ""), strip.text("on").strip()
        kind = next(key for key, _words in KINDS if key == strip.choice)
        try:
            if count and not (count.isascii() and count.isdigit()):
                raise InvalidInput("count", _("Số lượng không đọc được."), _("Gõ như 250."))
            of = Outreach(
                kind=kind,
                on=typed_day(on, today, field="on"),
                count=int(count or 1),
                title=strip.text("title"),
                evidence=strip.text("evidence"),
            )
        except InvalidInput as error:
            strip.refuse(error)
            return
        self.moves.record(of)

    def _on_take_back(self) -> None:
        item = self.outreach.table.current
        if item is not None:
            self.moves.take_back(item.id, self.outreach.removing.text("reason"))

    def _on_known(self, known: Known) -> None:
        self.log.put(known)
        self.procedures.put(known, may_put=self.context.may("guidance.put_procedures"))

    def _on_outreach(self, found: tuple[tuple[OutreachItem, ...], OutreachFigures]) -> None:
        self.outreach.put(*found, may_add=self.context.may("outreach.record"))

    def _on_moved(self) -> None:
        self.log.strips.close_strips()
        self.outreach.close_strips()
        self.procedures.saved()
        self.refresh()

    def _on_refused(self, error: InvalidInput) -> None:
        strips = (self.procedures.strip, self.outreach.adding, self.outreach.removing)
        opened = next((strip for strip in strips if strip.isVisible()), None)
        taken = opened.refuse(error) if opened is not None else self.log.refuse(error)
        if not taken:
            self.context.messages.report(error)
