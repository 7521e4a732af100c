"""The section of terms: how they are read, and reading them otherwise from a day on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.working_time.commands import PUT_READING
from desk_app.working_time.reading import Reading
from desk_app.working_time.reading_changes import ReadingChange
from ui.settings.button_row import button_row
from ui.settings.inputs import Choice, Input
from ui.settings.lines import lines
from ui.settings.preview import PreviewPanel
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.settings.terms import state
from ui.settings.terms.desk_side import Looked, Shown, keep, looked_at, past_of, put_back, shown
from ui.shell.message_bar import Act
from ui.shell.page import Context
from ui.widgets.field import Field


class TermsPage(Section):
    """Shows how terms are read; another reading is put only after a look at the dates it would give."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context, _("Tính thời hạn"), _("Mỗi hồ sơ tính theo quy định của ngày nhận; ngày đã hẹn giữ nguyên.")
        )
        self._present: Reading | None = None
        self._looked: Looked | None = None
        self.change_button = self.action("F6", _("Đổi cách tính từ một ngày"), self._on_change, kind="main")
        self.change_button.setEnabled(context.may(PUT_READING))
        self.past_button = self.action("Ctrl+H", _("Lịch sử: ai đã đổi gì"), self._on_past)
        self.bind("F7", _("Lưu cách tính đã xem trước"), self._on_keep)
        self.body.addWidget(button_row((self.change_button, self.past_button)))
        note = _("Chưa ghi gì trước khi bạn xem ví dụ và đồng ý.")
        self.asked = self.sheet(Sheet(_inputs(), self._on_look, words=_("Xem trước"), note=note))
        titles = (_("Điểm đổi, ví dụ"), _("Đang là"), _("Sẽ là"))
        self.preview = PreviewPanel(self._on_keep, self._show_main, titles, words=_("Lưu"), even=True)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.past)
        self.main = QWidget()
        inside = QVBoxLayout(self.main)
        inside.setContentsMargins(0, 0, 0, 0)
        self._readings = QVBoxLayout()
        inside.addLayout(self._readings)
        inside.addStretch(1)
        self.body.addWidget(self.main, 1)

    def arrive(self, about: str) -> None:
        """Stand at the button that changes them, or that tells who did."""
        self.refresh()
        self._take_focus()

    def refresh(self) -> None:
        """Read the readings again."""
        desk = self.context.desk
        self.context.jobs.read(lambda: shown(desk), self._on_read, latest="terms")

    def escape(self) -> bool:
        """Go back from the preview to what was typed."""
        if self.preview.isVisible():
            self._show_main()
            return True
        return super().escape()

    def on_failed(self, error: DeskError) -> None:
        """Say beside the morning that the hours are out of order."""
        self.preview.take_button.setEnabled(True)
        if isinstance(error, InvalidInput) and error.field == "hours":
            error = InvalidInput("morning", error.message, error.hint)
        super().on_failed(error)

    def _on_read(self, found: Shown) -> None:
        self._present = found.present
        while (item := self._readings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for reading in found.readings:
            self._readings.addWidget(lines(reading.lines, reading.title))

    def _on_change(self) -> None:
        if self._present is not None:
            self._looked = None
            self._show_main()
            self.ask(self.asked, _("Đổi cách tính thời hạn"), state.values_of(self._present))

    def _on_look(self) -> None:
        desk, by, present = self.context.desk, self.context.actor.id, self._present
        if present is None:
            return
        texts = {name: each.text for name, each in self.asked.inputs.items()}
        try:
            reading = state.reading_of(texts, present, self.context.now().date())
        except InvalidInput as error:
            self.on_failed(error)
            return
        self.context.jobs.read(lambda: looked_at(desk, by, reading), self._on_looked, failed=self.on_failed)

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        self.asked.do_button.setEnabled(True)
        self.asked.hide()
        self.main.hide()
        self.preview.put(looked.preview)
        self.show_top()

    def _on_keep(self) -> None:
        looked = self._looked
        if looked is None or not self.preview.isVisible() or not self.preview.take_button.isEnabled():
            return
        desk, by, id_, change = self.context.desk, self.context.actor.id, self.command_id, looked.change
        self.preview.take_button.setEnabled(False)
        self.context.jobs.write(lambda: keep(desk, by, change, id_), self._on_put, failed=self.on_failed)

    def _on_put(self, change: ReadingChange) -> None:
        self._looked = None
        self.asked.put_away()
        self.past.hide()
        self._show_main()
        act = Act(words=_("Bỏ thay đổi"), key="Ctrl+Z", run=lambda: self._put_back(change))
        self.context.messages.say(state.saved_words(change), act=act)
        self.context.wrote()

    def _put_back(self, change: ReadingChange) -> None:
        desk, by, id_ = self.context.desk, self.context.actor.id, self.context.desk.journal.new_id()
        self.keep(lambda: put_back(desk, by, change, id_), _("Đã trở về cách tính trước."))

    def _show_main(self) -> None:
        typed = self.preview.isVisible() and self._looked is not None
        self.preview.hide()
        self.main.show()
        if typed:
            self.asked.show()
            self.asked.inputs["valid_from"].take_focus()
        else:
            self._take_focus()

    def _take_focus(self) -> None:
        (self.change_button if self.change_button.isEnabled() else self.past_button).setFocus()

    def _on_past(self) -> None:
        desk = self.context.desk
        self.context.jobs.read(lambda: past_of(desk), self.show_past, latest="past")


def _inputs() -> list[Input]:
    return [
        Field("valid_from", _("Cho hồ sơ nhận từ ngày"), placeholder="01/01/2027"),
        Field("basis", _("Căn cứ: số, ngày của văn bản")),
        Choice("supplement", _("Khi bổ sung xong"), state.supplement_options()),
        Field("morning", _("Giờ làm việc buổi sáng")),
        Field("afternoon", _("Giờ làm việc buổi chiều")),
        Choice("counting", _("Bắt đầu tính"), state.counting_options()),
        Field("cutoff_at", _("Mốc giờ chiều")),
        Choice("cutoff_default", _("Quá mốc thì tính từ ngày sau"), state.cutoff_options()),
        Choice("day_off_receipt", _("Nhận vào ngày nghỉ"), state.day_off_options()),
    ]
