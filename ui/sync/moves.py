"""What an officer does on the page of sending and receiving, every day."""

from pathlib import Path

from PySide6.QtCore import QObject

from desk_app.kernel.translations import _
from desk_app.sync.acknowledgement import acknowledge
from desk_app.sync.exchange.exchange import choose_folder
from ui.shell.page import Context
from ui.sync import desk_side
from ui.sync.strips import Moves
from ui.widgets.path_field import PathField
from ui.widgets.strip import Strip

_BUNDLES = "*.tar"


class DailyMoves(Moves):
    """Sending in the evening, taking and looking at files, acknowledging, the shared folder."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(context, parent)
        self.evening = Strip("", [PathField("folder", _("Ghi vào thư mục (USB)"))], self._do_evening, words=_("Gửi"))
        received = _("Tệp nhận được")
        self.take = Strip(
            "",
            [PathField("file", received, kind="file", pattern=_BUNDLES)],
            lambda: self._do_take(looks=False),
            words=_("Làm"),
        )
        self.look = Strip(
            "",
            [PathField("file", received, kind="file", pattern=_BUNDLES)],
            lambda: self._do_take(looks=True),
            words=_("Xem"),
        )
        self.answer = Strip("", [PathField("folder", _("Thư mục"))], self._do_answer, words=_("Viết báo nhận"))
        self.shared = Strip(
            "",
            [PathField("folder", _("Thư mục chung của các quầy (để trống: thôi dùng)"))],
            self._do_shared,
            words=_("Dùng"),
        )
        self.all = (self.evening, self.take, self.look, self.answer, self.shared)

    def _do_evening(self) -> None:
        desk, by, id_ = self._context.desk, self._context.actor.id, self._command_id
        folder = self.evening.text("folder")
        self._long(lambda progress: desk_side.evening(desk, by, folder, id_, progress), _("Gửi cuối ngày"))

    def _do_take(self, *, looks: bool) -> None:
        desk, by, file = self._context.desk, self._context.actor.id, (self.look if looks else self.take).text("file")
        self._long(lambda progress: desk_side.take(desk, by, file, progress, looks=looks), _("Đọc tệp"))

    def _do_answer(self) -> None:
        room, by, peer, folder = self._context.desk.sync, self._context.actor.id, self._peer, self.answer.text("folder")
        if peer is not None:
            self._write(lambda: acknowledge(room, by=by, desk=peer.desk, folder=Path(folder)), _("Đã viết báo nhận."))

    def _do_shared(self) -> None:
        room, by, folder = self._context.desk.sync, self._context.actor.id, self.shared.text("folder")
        said = _("Từ bây giờ các quầy trao đổi qua thư mục này.") if folder else _("Thôi dùng thư mục chung.")
        self._write(lambda: choose_folder(room, by=by, folder=Path(folder) if folder else None), said)
