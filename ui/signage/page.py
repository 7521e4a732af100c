"""The page of the signs: slogans on the left; schedule, LED panel and proof of play on the right."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.office.commands import PUT_SETTING
from desk_app.signage.commands import MANAGE
from desk_app.signage.export import FileFormat
from ui.shell.page import Context, Page
from ui.signage import desk_side
from ui.signage.hour_picture import HourPicture
from ui.signage.led_panel import LedPanel
from ui.signage.moves import SignageMoves
from ui.signage.state import PlayedRow, Seen, SloganRow, played_look, schedule_words, state_look
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, panel, row, scrolled
from ui.widgets.sides import Sides
from ui.widgets.table import Column, Look, RowsModel, Table

_NARROW = 900
_SPANS: tuple[tuple[int, str], ...] = ((1, _("Hôm nay")), (7, _("7 ngày")), (30, _("30 ngày")), (365, _("Một năm")))
_SLOGANS: tuple[Column[SloganRow], ...] = (
    Column(title=_("Khẩu hiệu"), look=lambda one: Look(words=one.text, bold=one.state == "shown"), stretches=True),
    Column(title=_("Ngày"), look=lambda one: Look(words=one.days, colour=COLOURS.soft_ink)),
    Column(title=_("Trạng thái"), look=state_look),
)
_PLAYED: tuple[Column[PlayedRow], ...] = (
    Column(title=_("Ngày"), look=lambda one: Look(words=one.on, bold=True)),
    Column(title=_("Màn hình"), look=lambda one: Look(words=one.screen), stretches=True),
    Column(title=_("Đã chiếu / theo lịch"), look=played_look),
)


class SignagePage(Page):
    """Shows and changes what stands on screens; ``about`` is always empty."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.seen: Seen | None = None
        self.moves = SignageMoves(context, self)
        self.moves.written.connect(self.refresh)
        self.slogans = Table(RowsModel(_SLOGANS), _("Khẩu hiệu"), wrap=True)
        self.slogans.when_empty("signage", _("Chưa có khẩu hiệu nào"), _("Thêm câu đầu tiên của cơ quan."), key="F6")
        self.slogans.selectionModel().currentRowChanged.connect(lambda *_places: self._on_moved())
        self.rule, self.picture = label("", "strong", wrap=True), HourPicture()
        self.led = LedPanel(lambda: self._on_export("gif"), lambda: self._on_export("png"))
        self.led.asked.connect(self._preview)
        self.span = ChoiceBox(_("Những ngày nào"))
        for _count, words in _SPANS:
            self.span.addItem(words)
        self.span.setCurrentIndex(1)
        self.span.activated.connect(lambda _place: self.refresh())
        self.played, self.total = Table(RowsModel(_PLAYED), _("Đã chiếu"), picks=False), label("", "soft", wrap=True)
        self.played.when_empty(
            "screen",
            _("Chưa chiếu lần nào"),
            _("Mở màn hình gọi số (Ctrl+F8); đến giờ khẩu hiệu tự hiện."),
            key="Ctrl+F8",
        )
        self._make_buttons()
        self._lay_out()
        self._bind_keys()
        self._allow()

    def arrive(self, about: str) -> None:
        """Stand among the slogans."""
        self.refresh()
        self.slogans.setFocus()

    def refresh(self) -> None:
        """Look at the signs again."""
        desk, by, days = self.context.desk, self.context.actor.id, _SPANS[self.span.currentIndex()][0]
        self.context.jobs.read(lambda: desk_side.seen(desk, by, days), self._on_seen, latest="signs")

    def escape(self) -> bool:
        """Close an open strip."""
        return self.moves.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the sides one below the other where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self._sides.be_narrow(narrow=narrow)
        self.slogans.setMinimumHeight(grown(260 if narrow else 120))

    def _make_buttons(self) -> None:
        self.add_button = button(_("Thêm khẩu hiệu"), self._on_add, key="F6", kind="main")
        self.end_button = button(_("Thôi chiếu"), self._on_end, key="F8")
        self.time_button = button(_("Đổi lịch"), self._on_time, key="Ctrl+D")
        self.print_button = button(_("In nhật ký"), self._on_print, key="Ctrl+P")

    def _lay_out(self) -> None:
        self._sides = Sides(self._slogans_and_proof(), self._schedule_and_panel())
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        for strip in self.moves.strips:
            layout.addWidget(strip)
        layout.addLayout(self._sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _slogans_and_proof(self) -> QVBoxLayout:
        proof, inside = panel(_("Đã chiếu"))
        self.played.setMinimumHeight(grown(90))
        inside.addWidget(Flow((self.span, None, self.print_button)))
        inside.addWidget(self.played, 1)
        inside.addWidget(self.total)
        made = QVBoxLayout()
        made.setSpacing(grown(8))
        made.addWidget(self.slogans, 5)
        made.addWidget(Flow((self.add_button, self.end_button, None)))
        made.addWidget(proof, 4)
        return made

    def _schedule_and_panel(self) -> QVBoxLayout:
        timing, inside = panel(_("Lịch chiếu"))
        top = row(self.rule, self.time_button)
        top.setStretch(0, 1)
        inside.addLayout(top)
        inside.addWidget(self.picture)
        made = QVBoxLayout()
        made.setSpacing(grown(8))
        made.addWidget(timing)
        made.addWidget(self.led)
        made.addStretch(1)
        return made

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("F6", _("Thêm khẩu hiệu"), self._on_add),
            ("F8", _("Thôi chiếu câu đang chọn"), self._on_end),
            ("F7", _("Xuất GIF cho màn hình LED"), lambda: self._on_export("gif")),
            ("Ctrl+E", _("Xuất dãy PNG cho màn hình LED"), lambda: self._on_export("png")),
            ("Ctrl+D", _("Đổi lịch chiếu"), self._on_time),
            ("Ctrl+P", _("In nhật ký đã chiếu"), self._on_print),
        ):
            self.bind(keys, words, run)

    def _on_seen(self, seen: Seen) -> None:
        self.seen = seen
        self.slogans.put(seen.slogans, keep=lambda one: (one.id, one.text))
        self.rule.setText(schedule_words(seen.schedule))
        self.picture.put(seen)
        self.played.put(seen.played)
        words = _("Tổng {minutes} phút. Nhật ký chỉ ghi khẩu hiệu, không có dữ liệu người dân.")
        self.total.setText(words.format(minutes=seen.total))
        self._on_moved()

    def _on_moved(self) -> None:
        self._allow()
        self._preview()

    def _allow(self) -> None:
        may, one = self.context.may(MANAGE), self.slogans.current
        self.add_button.setEnabled(may)
        self.end_button.setEnabled(may and one is not None and bool(one.id) and one.state != "ended")
        self.time_button.setEnabled(self.context.may(PUT_SETTING))
        self.print_button.setEnabled(may and self.seen is not None and bool(self.seen.played))
        for each in (self.led.gif_button, self.led.png_button):
            each.setEnabled(may)

    def _preview(self) -> None:
        text = self._text_in_front()
        if not text:
            return
        try:
            asked = self.led.panel
        except InvalidInput as error:
            self.led.refuse(error)
            return
        self.context.jobs.read(
            lambda: desk_side.previewed(asked, text), self._on_picture, failed=self._on_no_picture, latest="preview"
        )

    def _on_picture(self, picture: desk_side.Picture) -> None:
        self.led.show_picture(picture)

    def _text_in_front(self) -> str:
        one = self.slogans.current
        if one is not None:
            return one.text
        return self.seen.shown[0] if self.seen is not None and self.seen.shown else ""

    def _on_no_picture(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.led.refuse(error)):
            self.context.messages.report(error)

    def _on_add(self) -> None:
        if self.add_button.isEnabled():
            self.moves.add()

    def _on_end(self) -> None:
        one = self.slogans.current
        if one is not None and self.end_button.isEnabled():
            self.moves.end(one)

    def _on_time(self) -> None:
        if self.seen is not None and self.time_button.isEnabled():
            self.moves.time(self.seen.schedule)

    def _on_export(self, file_format: FileFormat) -> None:
        if not self.led.gif_button.isEnabled():
            return
        try:
            self.moves.export(self.led.panel, file_format)
        except InvalidInput as error:
            self.led.refuse(error)

    def _on_print(self) -> None:
        if self.print_button.isEnabled():
            self.moves.print_proof(_SPANS[self.span.currentIndex()][0])
