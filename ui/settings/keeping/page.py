"""The section of keeping: scans of papers whose time is over, and their erasing for good."""

from desk_app.attachments.attachment import Kept
from desk_app.attachments.commands import PURGE, purge
from desk_app.attachments.reading import expired
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.settings.button_row import button_row
from ui.settings.section import Section
from ui.settings.sheet import Sheet
from ui.shell.page import Context
from ui.widgets.parts import label
from ui.widgets.table import Column, Look


def _columns() -> tuple[Column[Kept], ...]:
    return (
        Column(title=_("Hồ sơ"), look=lambda one: Look(words=one.code, bold=True)),
        Column(title=_("Giấy tờ"), look=lambda one: Look(words=one.attachment.paper), stretches=True),
        Column(title=_("Xong ngày"), look=lambda one: Look(words=spoken_day(one.ended_on) if one.ended_on else "")),
        Column(title=_("Giữ đến"), look=lambda one: Look(words=spoken_day(one.keep_until) if one.keep_until else "")),
    )


class KeepingPage(Section):
    """Shows the scans that must not be kept any longer (Luật Bảo vệ dữ liệu cá nhân 91/2025), and erases them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Lưu giữ"), _("Bản chụp giấy tờ đã hết hạn giữ."))
        self.table = self.list(_columns(), _("Bản chụp hết hạn giữ"))
        self.purge_button = self.action("F6", _("Hủy hẳn các bản này"), self._on_purge, kind="main")
        self.body.addWidget(button_row((self.purge_button,)))
        self.sure = self.sheet(Sheet([], self._do_purge, words=_("Hủy hẳn")))
        self.body.addWidget(self.table, 1)
        self.nothing = label(_("Không có bản chụp nào hết hạn giữ. Chưa cần làm gì."), "soft", wrap=True)
        self.body.addWidget(self.nothing)
        note = _("Hạn giữ ghi ở từng thủ tục, nếu không thì ở mục Cơ quan; tính từ ngày hồ sơ kết thúc.")
        self.body.addWidget(label(note, "small", wrap=True))
        self.body.addStretch(1)

    def arrive(self, about: str) -> None:
        """Stand in the list."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look again what is over its time."""
        room, by = self.context.desk.attachments, self.context.actor.id
        self.context.jobs.read(lambda: expired(room, by=by), self._on_read, latest="expired")

    def _on_read(self, rows: tuple[Kept, ...]) -> None:
        self.table.put(rows, keep=lambda one: one.attachment.id)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.purge_button.setEnabled(bool(rows) and self.context.may(PURGE))

    def _on_purge(self) -> None:
        count = quantity(len(self.table.rows))
        self.ask(self.sure, _("Hủy hẳn {count} bản chụp? Không lấy lại được; hồ sơ và sổ vẫn còn.").format(count=count))

    def _do_purge(self) -> None:
        room, by, id_ = self.context.desk.attachments, self.context.actor.id, self.command_id
        self.keep(lambda: purge(room, by=by, command_id=id_), _("Đã hủy hẳn các bản chụp hết hạn giữ."))
