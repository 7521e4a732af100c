"""What can be done on the page of sending and receiving: each move has a strip that asks the little it needs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.sync.acknowledgement import acknowledge
from desk_app.sync.enrolment import accept, grant, read_grant, read_request, request, revoke
from desk_app.sync.exchange.exchange import choose_folder
from desk_app.sync.facts import Role
from desk_app.sync.status import Peer
from ui.shell.page import Context
from ui.sync import exchange_files
from ui.widgets.field import Field
from ui.widgets.path_field import PathField
from ui.widgets.strip import Strip

_BUNDLES = "*.tar"


class SyncMoves(QObject):
    """Opens the strips and carries out what they ask for; says ``done`` with what came of it."""

    done = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._peer: Peer | None = None
        self._command_id = ""
        self._looks = False
        self._said = ""
        self._make_daily()
        self._make_enrolment()
        self.all = (
            *(self.evening, self.take, self.answer, self.shared),
            *(self.request, self.grant, self.accept, self.revoke),
        )

    def _make_daily(self) -> None:
        self.evening = Strip("", [PathField("folder", _("Ghi vào thư mục (USB)"))], self._do_evening, words=_("Gửi"))
        self.take = Strip(
            "", [PathField("file", _("Tệp nhận được"), kind="file", pattern=_BUNDLES)], self._do_take, words=_("Làm")
        )
        self.answer = Strip("", [PathField("folder", _("Thư mục"))], self._do_answer, words=_("Viết báo nhận"))
        self.shared = Strip(
            "",
            [PathField("folder", _("Thư mục chung của các quầy (để trống: thôi dùng)"))],
            self._do_shared,
            words=_("Dùng"),
        )

    def _make_enrolment(self) -> None:
        groups = _("Sáu nhóm máy kia đọc cho (điện thoại, giấy in)")
        self.request = Strip(
            "",
            [PathField("folder", _("Thư mục")), Field("name", _("Tên quầy này"))],
            self._do_request,
            words=_("Viết yêu cầu"),
        )
        self.grant = Strip(
            "",
            [
                PathField("file", _("Tệp yêu cầu của máy kia"), kind="file"),
                Field("fingerprint", groups),
                PathField("folder", _("Ghi tệp cấp quyền vào thư mục")),
            ],
            self._do_grant,
            words=_("Cho ghi danh"),
            choices=(("hub", _("Máy này là tuyến trên của máy kia")), ("desk", _("Hai quầy cùng cơ quan"))),
            box=_("Quan hệ"),
        )
        self.accept = Strip(
            "",
            [PathField("file", _("Tệp cấp quyền"), kind="file"), Field("fingerprint", groups)],
            self._do_accept,
            words=_("Nhận"),
        )
        self.revoke = Strip("", [Field("reason", _("Lý do (mất máy, lộ khóa…)"))], self._do_revoke, words=_("Thu hồi"))

    def ask(self, strip: Strip, title: str, *, first: str = "", peer: Peer | None = None, looks: bool = False) -> None:
        """Open one strip instead of any other; ``first`` stands in its first field, ``peer`` is whom it is about."""
        self.close()
        self._peer, self._looks = peer, looks
        self._command_id = self._context.desk.journal.new_id()
        strip.open(title)
        field = next(iter(strip.fields.values()))
        field.put(first)
        field.edit.selectAll()

    def close(self) -> bool:
        """Close what is open; False when nothing is."""
        opened = [strip for strip in self.all if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def _do_evening(self) -> None:
        desk, by, id_ = self._context.desk, self._context.actor.id, self._command_id
        folder = self.evening.text("folder")
        self._context.jobs.long(
            lambda progress: exchange_files.evening(desk, by, folder, id_, progress),
            self._on_done,
            title=_("Gửi cuối ngày"),
            failed=self._on_failed,
        )

    def _do_take(self) -> None:
        desk, by, looks, file = self._context.desk, self._context.actor.id, self._looks, self.take.text("file")
        self._context.jobs.long(
            lambda progress: exchange_files.take(desk, by, file, progress, looks=looks),
            self._on_done,
            title=_("Đọc tệp"),
            failed=self._on_failed,
        )

    def _do_answer(self) -> None:
        room, by, peer, folder = self._context.desk.sync, self._context.actor.id, self._peer, self.answer.text("folder")
        if peer is not None:
            self._write(lambda: acknowledge(room, by=by, desk=peer.desk, folder=Path(folder)), _("Đã viết báo nhận."))

    def _do_shared(self) -> None:
        room, by, folder = self._context.desk.sync, self._context.actor.id, self.shared.text("folder")
        said = _("Từ bây giờ các quầy trao đổi qua thư mục này.") if folder else _("Thôi dùng thư mục chung.")
        self._write(lambda: choose_folder(room, by=by, folder=Path(folder) if folder else None), said)

    def _do_request(self) -> None:
        room, by = self._context.desk.sync, self._context.actor.id
        folder, name = self.request.text("folder"), self.request.text("name")
        self._write(
            lambda: request(room, by=by, folder=Path(folder), name=name),
            _("Đã viết yêu cầu. Đọc sáu nhóm của máy này cho bên cấp quyền."),
        )

    def _do_grant(self) -> None:
        room, by, id_ = self._context.desk.sync, self._context.actor.id, self._command_id
        file, folder, groups = (self.grant.text(name) for name in ("file", "folder", "fingerprint"))
        role: Role = "hub" if self.grant.choice == "hub" else "desk"
        self._write(
            lambda: grant(
                room,
                by=by,
                request=read_request(Path(file)),
                fingerprint=groups,
                folder=Path(folder),
                role=role,
                command_id=id_,
            ),
            _("Đã cho ghi danh. Mang tệp cấp quyền về máy kia và đọc sáu nhóm của máy này."),
        )

    def _do_accept(self) -> None:
        room, by, id_ = self._context.desk.sync, self._context.actor.id, self._command_id
        file, groups = self.accept.text("file"), self.accept.text("fingerprint")
        self._write(
            lambda: accept(room, by=by, grant=read_grant(Path(file)), fingerprint=groups, command_id=id_),
            _("Đã ghi danh. Từ nay gửi, nhận được với máy kia."),
        )

    def _do_revoke(self) -> None:
        room, by, id_, peer = self._context.desk.sync, self._context.actor.id, self._command_id, self._peer
        reason = self.revoke.text("reason")
        if peer is not None:
            self._write(
                lambda: revoke(room, by=by, desk=peer.desk, reason=reason, command_id=id_),
                _("Đã thu hồi khóa: không nhận gì của máy đó nữa."),
            )

    def _write(self, work: Callable[[], Any], said: str) -> None:
        self._said = said
        self._context.jobs.write(work, self._on_written, failed=self._on_failed)

    def _on_written(self, _written: object) -> None:
        self.close()
        self._context.messages.say(self._said, tone="good")
        self.done.emit(None)
        self._context.wrote()

    def _on_done(self, what: object) -> None:
        self.close()
        self.done.emit(what)
        self._context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        strip = next((each for each in self.all if each.isVisible()), None)
        if strip is not None:
            strip.do_button.setEnabled(True)
            if isinstance(error, InvalidInput) and strip.refuse(error):
                return
        self._context.messages.report(error)
