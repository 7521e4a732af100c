"""The section of copies: where they go, making and proving them, restoring on trial, the doctor's answers."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.doctor.examine import Examined
from desk_app.kernel.errors import DeskError
from desk_app.kernel.translations import _
from desk_app.upkeep.copies import Copy
from desk_app.upkeep.records import Copied, Rehearsed
from desk_app.upkeep.room import BACK_UP, LOOK, PUT_PLACE
from ui.settings.backup import desk_side, state
from ui.settings.backup.columns import answer_columns, copy_columns
from ui.settings.backup.state import Standing
from ui.settings.button_row import button_row
from ui.settings.lines import lines
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.shell.page import Context
from ui.shell.progress import Progress
from ui.widgets.parts import label
from ui.widgets.path_field import PathField

T = TypeVar("T")


class BackupPage(Section):
    """Shows this desk's copies and what the doctor found; making one goes on while people work."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Sao lưu"), _("Chép dữ liệu ra nơi khác, thử khôi phục, khám máy."))
        self._standing: Standing | None = None
        self.copy_button = self.action("F6", _("Sao lưu ngay"), self._on_copy, kind="main")
        self.place_button = self.action("Ctrl+E", _("Chọn nơi sao lưu"), self._on_place)
        self.prove_button = self.action("F7", _("Kiểm tra bản này"), self._on_prove)
        self.rehearse_button = self.action("F8", _("Diễn tập khôi phục"), self._on_rehearse)
        self.doctor_button = self.action("Ctrl+D", _("Khám máy"), self._on_doctor)
        self.place = self.sheet(self._place_sheet())
        self.table = self.list(copy_columns(), _("Các bản sao lưu"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_what: self._allow())
        self.table.entered.connect(lambda _what: self._on_prove())
        self._empty = self.table.when_empty("folder", _("Đang xem nơi sao lưu…"))
        self.rows = self.list(answer_columns(), _("Khám máy"), wrap=True)
        self.rows.hide()
        self._lay_out()
        self._allow()

    def _lay_out(self) -> None:
        buttons = (
            self.copy_button,
            self.place_button,
            self.prove_button,
            self.rehearse_button,
            self.doctor_button,
        )
        self.body.addWidget(button_row(buttons))
        self.body.addWidget(self.place)
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._facts)
        self.body.addWidget(holder)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.rows, 2)
        note = _(
            "Máy giữ bản của 7 ngày, 4 tuần, 12 tháng gần nhất, mã hóa như dữ liệu. Khôi phục: mở chương trình ở máy mới, "
            "hoặc chạy «desk restore»."
        )
        self.body.addWidget(label(note, "small", wrap=True))

    def _place_sheet(self) -> Sheet:
        return Sheet(
            [PathField("place", _("Thư mục trên thẻ nhớ hoặc ổ khác (để trống: không tự sao lưu)"))],
            self._do_place,
            words=_("Chọn nơi này"),
            note=_("Mỗi ngày, lần mở máy đầu tiên, và mỗi lần đóng mà có việc mới, chương trình tự chép vào đây."),
        )

    def arrive(self, about: str) -> None:
        """Stand in the list of copies."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look again where copies lie."""
        desk, by = self.context.desk, self.context.actor.id
        # On the thread of the exchange folder: a shared folder that hangs keeps nobody else waiting.
        self.context.jobs.exchanging(lambda: desk_side.standing(desk, by), self._on_read)

    def escape(self) -> bool:
        """Close the sheet, then the doctor's answers."""
        if super().escape():
            return True
        shown = self.rows.isVisible()
        self.rows.hide()
        return shown

    def _on_read(self, found: Standing) -> None:
        self._standing = found
        sentence, hint, key = state.empty_words(found)
        self._empty.put("folder", sentence, hint, key=key)
        self.table.put(found.copies, keep=lambda one: one.folder)
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._facts.addWidget(lines(state.facts_of(found)))
        self._allow()

    def _allow(self) -> None:
        may, of = self.context.may, self._standing
        self.copy_button.setEnabled(of is not None and may(BACK_UP))
        self.place_button.setEnabled(of is not None and may(PUT_PLACE))
        self.prove_button.setEnabled(self.table.current is not None and may(LOOK))
        self.rehearse_button.setEnabled(of is not None and of.last is not None and may(BACK_UP))
        self.doctor_button.setEnabled(may(LOOK))

    def _on_place(self) -> None:
        chosen = self._standing.place if self._standing else None
        self.ask(self.place, _("Mỗi ngày sao lưu vào đâu?"), {"place": str(chosen or "")})

    def _do_place(self) -> None:
        desk, by, place = self.context.desk, self.context.actor.id, self.place.text("place")
        said = _("Đã chọn. F6: sao lưu ngay bây giờ.") if place else _("Không tự sao lưu nữa.")
        self.keep(lambda: desk_side.chosen(desk, by, place), said)

    def _on_copy(self) -> None:
        place = self._standing.place if self._standing else None
        if place is not None:
            desk, by = self.context.desk, self.context.actor.id
            self._long(lambda progress: desk_side.copied(desk, by, place, progress), self._on_copied, _("Sao lưu"))
        elif self.place_button.isEnabled():
            self._on_place()
        else:
            self.context.messages.say(
                _("Chưa chọn nơi sao lưu."), _("Nhờ quản trị chọn thẻ nhớ ở trang này."), tone="plain"
            )

    def _on_copied(self, made: Copied) -> None:
        said, hint = state.made_words(made)
        self._done(said, hint, "good")

    def _on_prove(self) -> None:
        one = self.table.current
        if one is not None and self.prove_button.isEnabled():
            desk, by = self.context.desk, self.context.actor.id
            self._long(
                lambda progress: desk_side.proved(desk, by, one.folder, progress), self._on_proved, _("Đọc lại bản sao")
            )

    def _on_proved(self, copy: Copy) -> None:
        moment = state.copy_row(copy).made_at
        self._done(_("Bản sao lúc {moment} nguyên vẹn.").format(moment=moment), "", "good")

    def _on_rehearse(self) -> None:
        desk, by = self.context.desk, self.context.actor.id
        self._long(
            lambda progress: desk_side.rehearsed(desk, by, progress), self._on_rehearsed, _("Diễn tập khôi phục")
        )

    def _on_rehearsed(self, done: Rehearsed) -> None:
        self._done(*state.rehearsed_message(done))

    def _on_doctor(self) -> None:
        desk, by = self.context.desk, self.context.actor.id
        self._long(lambda progress: desk_side.looked(desk, by, progress), self._on_looked, _("Khám máy"))

    def _on_looked(self, found: Examined) -> None:
        self.rows.put(state.sorted_rows(found), keep=lambda row: row.code)
        self.rows.show()
        self.rows.setFocus()
        self._show_focus()
        self._done(*state.verdict(found))

    def _long(self, work: Callable[[Progress], T], done: Callable[[T], None], title: str) -> None:
        self.context.jobs.long(work, done, title=title, failed=self._on_stopped)

    def _on_stopped(self, error: DeskError) -> None:
        self.context.messages.report(error)
        self.refresh()

    def _done(self, message: str, hint: str, tone: str) -> None:
        self.context.messages.say(message, hint, tone=tone)
        self.refresh()
