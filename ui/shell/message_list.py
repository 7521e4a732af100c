"""What was said lately: Ctrl+M lays it over the page, Ctrl+M or Esc takes it away."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desk_app.kernel.translations import _
from ui.shell.message_bar import TONES, MessageBar, Said
from ui.shell.overlay import Overlay
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label
from ui.widgets.table import Column, Look, RowsModel, Table


def _columns() -> tuple[Column[Said], ...]:
    return (
        Column(title=_("Lúc"), look=lambda said: Look(words=f"{said.at:%H:%M}", colour=COLOURS.soft_ink)),
        Column(
            title=_("Việc"),
            look=lambda said: Look(words=said.message, shape=TONES[said.tone][0], colour=TONES[said.tone][1]),
            stretches=True,
        ),
        Column(title=_("Cần biết"), look=lambda said: Look(words=said.hint), stretches=True),
    )


class MessageList(Overlay):
    """The last messages of the bar, the newest first."""

    def __init__(self, parent: QWidget, messages: MessageBar) -> None:
        super().__init__(parent, _("Thông báo gần đây"))
        self._messages = messages
        self.table = Table(RowsModel(_columns()), _("Thông báo gần đây"), wrap=True)
        self.table.when_empty("messages", _("Chưa có thông báo nào."), _("Từ khi vào làm việc chưa có gì phải báo."))
        self.column.addWidget(label(_("Thông báo gần đây"), "title"))
        self.column.addWidget(self.table, 1)
        self.column.addWidget(label(_("Ctrl+M hoặc Esc: đóng bảng này"), "small"))

    def open(self) -> None:
        """Show what was said until now."""
        self.table.setMinimumHeight(min(grown(260), self.room.height() - grown(130)))
        self.table.put(self._messages.past)
        self.lay(self.table)
        # Lines that wrap are measured once the columns have their width.
        QTimer.singleShot(0, self.table, self.table.resizeRowsToContents)
