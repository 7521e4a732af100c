"""What an administrator does on the page of sending and receiving: letting desks in and out, keys, the recovery paper."""

from pathlib import Path

from PySide6.QtCore import QObject

from desk_app.kernel.translations import _
from desk_app.sync.enrolment import grant, read_request, request
from desk_app.sync.facts import Role
from desk_app.sync.keys import rotate_keys
from desk_app.sync.recovery import drill, make_recovery, recovery_from
from desk_app.sync.revocation import revoke
from ui.shell.page import Context
from ui.sync import desk_side
from ui.sync.strips import Moves, NotedStrip
from ui.widgets.field import Field
from ui.widgets.path_field import PathField


class KeyMoves(Moves):
    """Asking, granting, accepting, replacing, revoking; new keys; making and trying the recovery paper."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(context, parent)
        self._make_newcomer()
        self._make_granter()
        self._make_keys()
        self.all = (
            *(self.request, self.grant, self.accept, self.replace, self.revoke),
            *(self.rotate, self.make_paper, self.try_paper),
        )

    def _make_newcomer(self) -> None:
        self.request = NotedStrip(
            _(
                "Tệp chỉ có khóa công khai của máy này, không có hồ sơ nào. Chưa ai nhận gì của máy này cho đến khi được cấp."
            ),
            [PathField("folder", _("Thư mục")), Field("name", _("Tên quầy này"))],
            self._do_request,
            words=_("Viết yêu cầu"),
        )
        self.accept = NotedStrip(
            _(
                "Gọi cho bên cấp, nghe đọc sáu nhóm của họ. Khớp thì từ nay gửi, nhận được; máy này thay máy hỏng "
                "thì dữ liệu của máy cũ để cạnh tệp được nhận luôn."
            ),
            [PathField("file", _("Tệp cấp quyền"), kind="file"), _groups()],
            self._do_accept,
            words=_("Nhận"),
        )

    def _make_granter(self) -> None:
        self.grant = NotedStrip(
            _(
                "Sáu nhóm phải do chính người ngồi ở máy kia đọc: khớp thì tệp không bị tráo. Chưa khớp thì chưa ghi nhận gì."
            ),
            _asked_of_granter(),
            lambda: self._do_grant(""),
            words=_("Cho ghi danh"),
            choices=_roles(),
            box=_("Quan hệ"),
        )
        self.replace = NotedStrip(
            _(
                "Nhận hết USB của máy cũ trước: sau khi thay, gói của máy cũ bị từ chối. Máy mới dùng số quầy mới, vì số cũ "
                "có thể còn trên giấy hẹn chưa ai biết. Mọi hồ sơ của cơ quan đang có ở đây được ghi kèm để máy mới làm tiếp."
            ),
            _asked_of_granter(),
            lambda: self._do_grant(self._peer.desk if self._peer else ""),
            words=_("Thay máy"),
            choices=_roles(),
            box=_("Quan hệ"),
        )
        self.revoke = NotedStrip(
            _(
                "Từ nay gói của máy đó bị từ chối; các máy khác biết qua báo nhận. Những gì đã nhận vẫn giữ nguyên. "
                "Có máy khác thay thì dùng «Thay máy hỏng»."
            ),
            [Field("reason", _("Lý do (mất máy, lộ khóa…)"))],
            self._do_revoke,
            words=_("Thu hồi"),
        )

    def _make_keys(self) -> None:
        self.rotate = NotedStrip(
            _(
                "Nên đổi mỗi năm, hoặc khi đổi người giữ máy. Khóa cũ ký cho khóa mới: máy khác tự nhận ra, không phải ghi danh "
                "lại; gói đang trên đường vẫn mở được. Máy bị lấy mất thì không đổi khóa, mà nhờ tuyến trên thu hồi."
            ),
            [],
            self._do_rotate,
            words=_("Đổi khóa"),
        )
        self.make_paper = NotedStrip(
            _(
                "In tờ này, niêm phong, cất trong két, rồi xóa tệp. Kho khóa của máy bị đặt lại thì tờ này mở lại được dữ liệu. "
                "Tờ cũ, nếu có, hãy đốt ngay: cùng một gói cũ nó vẫn mở được dữ liệu."
            ),
            [PathField("file", _("Ghi vào tệp PDF"), kind="save", pattern="*.pdf")],
            self._do_make_paper,
            words=_("Lập tờ khóa"),
        )
        self.try_paper = NotedStrip(
            _("Nên thử mỗi năm một lần. Không làm thay đổi gì."),
            [Field("words", _("14 nhóm trên tờ khóa dự phòng, hoặc quét mã QR"))],
            self._do_try_paper,
            words=_("Thử"),
        )

    def _do_request(self) -> None:
        room, by = self._context.desk.sync, self._context.actor.id
        folder, name = self.request.text("folder"), self.request.text("name")
        self._write(
            lambda: request(room, by=by, folder=Path(folder), name=name),
            _("Đã viết yêu cầu. Đọc sáu nhóm của máy này cho bên cấp quyền."),
        )

    def _do_grant(self, replaces: str) -> None:
        strip = self.replace if replaces else self.grant
        desk, by, id_ = self._context.desk, self._context.actor.id, self._command_id
        file, folder, groups = (strip.text(name) for name in ("file", "folder", "fingerprint"))
        role: Role = "hub" if strip.choice == "hub" else "desk"
        if replaces:
            work = desk_side.Replacing(
                file=file, folder=folder, groups=groups, role=role, replaces=replaces, command_id=id_
            )
            self._long(lambda progress: desk_side.replace(desk, by, work, progress), _("Thay máy hỏng"))
            return
        self._write(
            lambda: grant(
                desk.sync,
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
        desk, by, id_ = self._context.desk, self._context.actor.id, self._command_id
        file, groups = self.accept.text("file"), self.accept.text("fingerprint")
        self._long(lambda progress: desk_side.accept_grant(desk, by, file, groups, id_, progress), _("Nhận cấp quyền"))

    def _do_revoke(self) -> None:
        room, by, id_, peer = self._context.desk.sync, self._context.actor.id, self._command_id, self._peer
        reason = self.revoke.text("reason")
        if peer is not None:
            self._write(
                lambda: revoke(room, by=by, desk=peer.desk, reason=reason, command_id=id_),
                _("Đã thu hồi khóa: không nhận gì của máy đó nữa."),
            )

    def _do_rotate(self) -> None:
        room, by, id_ = self._context.desk.sync, self._context.actor.id, self._command_id
        self._write(
            lambda: rotate_keys(room, by=by, command_id=id_),
            _("Đã đổi khóa. Máy khác nhận ra khóa mới ở lần gửi tới."),
        )

    def _do_make_paper(self) -> None:
        room, by, id_ = self._context.desk.sync, self._context.actor.id, self._command_id
        file = self.make_paper.text("file")
        self._write(
            lambda: make_recovery(room, by=by, file=Path(file), command_id=id_),
            _(
                "Đã lập khóa dự phòng. In tệp PDF, niêm phong, cất vào két, rồi xóa tệp; thử tờ đã in bằng «Thử tờ khóa»."
            ),
        )

    def _do_try_paper(self) -> None:
        room, by, words = self._context.desk.sync, self._context.actor.id, self.try_paper.text("words")
        self._context.jobs.write(
            lambda: drill(room, by=by, key=recovery_from(words)), self._on_done, failed=self._on_failed
        )


def _groups() -> Field:
    return Field("fingerprint", _("Sáu nhóm máy kia đọc cho (điện thoại, giấy in)"))


def _asked_of_granter() -> list[Field]:
    return [
        PathField("file", _("Tệp yêu cầu của máy kia"), kind="file"),
        _groups(),
        PathField("folder", _("Ghi tệp cấp quyền vào thư mục")),
    ]


def _roles() -> tuple[tuple[str, str], ...]:
    return ("hub", _("Tuyến trên của máy kia")), ("desk", _("Hai quầy cùng cơ quan"))
