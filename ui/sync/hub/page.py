"""The hub's page: how each unit stands, and the inbox that takes everybody's files in one go."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.sync.hub.inbox import FileVerdict, Inbox, take_inbox
from desk_app.sync.hub.units import UnitStanding, list_standings
from desk_app.sync.reference.hand_down import hand_down
from desk_app.sync.reference.pack import PARTS, ReferencePack
from desk_app.sync.reference.room import HAND_DOWN
from ui.shell.page import Context, Page
from ui.sync.hub.state import DeskRow, desk_rows, done_words, sum_words, verdict_words
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, row, scrolled
from ui.widgets.path_field import PathField
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table

_EXCHANGE = "sync.exchange"


def _desk_columns() -> tuple[Column[DeskRow], ...]:
    return (
        Column(title=_("Đơn vị"), look=lambda one: Look(words=one.unit, bold=True), stretches=True),
        Column(title=_("Máy"), look=lambda one: Look(words=one.label), minor=True),
        Column(title=_("Nhận"), look=lambda one: Look(words=one.standing, shape=one.shape, colour=one.colour)),
        Column(title=_("Số liệu đến"), look=lambda one: Look(words=one.wrote)),
        Column(title=_("Tệp gần nhất"), look=lambda one: Look(words=one.received, colour=COLOURS.soft_ink), minor=True),
        Column(title=_("Hồ sơ"), look=lambda one: Look(words=one.dossiers)),
        Column(title=_("Quá hạn"), look=lambda one: Look(words=one.late, colour=COLOURS.danger)),
    )


def _file_columns() -> tuple[Column[FileVerdict], ...]:
    def outcome(one: FileVerdict) -> Look:
        words, shape, colour = verdict_words(one)
        return Look(words=words, shape=shape, colour=colour)

    return (
        Column(title=_("Tệp"), look=lambda one: Look(words=one.file)),
        Column(title=_("Kết quả"), look=outcome, stretches=True),
    )


class HubPage(Page):
    """Shows the units with gaps and silence; Enter opens a desk's dossiers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._looks = False
        self._last = self._command_id = ""
        self.sum = label("", "soft")
        self.units: Table[DeskRow] = Table(RowsModel(_desk_columns()), _("Các đơn vị"))
        self.units.setMinimumHeight(grown(200))
        self.units.when_empty(
            "new", _("Chưa có đơn vị nào ghi danh."), _("Nhận yêu cầu ghi danh của từng máy ở trang Gửi nhận.")
        )
        self.units.entered.connect(lambda _place: self._on_open())
        self.files: Table[FileVerdict] = Table(
            RowsModel(_file_columns()), _("Từng tệp vừa nhận"), wrap=True, picks=False
        )
        self.files.setMinimumHeight(grown(130))
        self.files.hide()
        self.take_button = button(_("Nhận tệp từ thư mục"), lambda: self._on_ask(looks=False), key="F6", kind="main")
        self.look_button = button(_("Xem trước"), lambda: self._on_ask(looks=True), key="F7")
        self.strip = Strip(
            _("Nhận mọi gói trong thư mục nào?"),
            [
                PathField("folder", _("Thư mục của các đơn vị gửi (USB, ổ chung)")),
                PathField("answers", _("Viết báo nhận vào (để trống: ngay thư mục đó)")),
            ],
            self._do_take,
            words=_("Làm"),
        )
        self.hand_button = button(_("Gửi dữ liệu tham chiếu"), self._on_hand_down, key="F8")
        self.reference = Strip(
            "",
            [PathField("folder", _("Ghi vào thư mục")), Field("note", _("Đổi gì, theo văn bản nào"))],
            self._do_hand_down,
            words=_("Ghi tệp"),
        )
        self._bind_keys()
        self._lay_out()

    def arrive(self, about: str) -> None:
        """Stand in the list of units."""
        self.refresh()
        self.units.setFocus()

    def refresh(self) -> None:
        """Look again how the units stand."""
        room, by = self.context.desk.sync, self.context.actor.id
        self.context.jobs.read(lambda: list_standings(room, by=by), self._on_read, latest="units")

    def escape(self) -> bool:
        """Close the question, then the verdicts."""
        if self.strip.isVisible() or self.reference.isVisible():
            self.strip.put_away()
            self.reference.put_away()
        elif self.files.isVisible():
            self.files.hide()
        else:
            return False
        return True

    def _bind_keys(self) -> None:
        keys = (
            ("F6", _("Nhận mọi tệp trong một thư mục"), self.take_button, _EXCHANGE),
            ("F7", _("Xem trước các tệp trong một thư mục"), self.look_button, _EXCHANGE),
            ("F8", _("Gửi danh mục, lịch, mẫu, khẩu hiệu xuống các máy"), self.hand_button, HAND_DOWN),
        )
        for key, words, made, permission in keys:
            made.setEnabled(self.context.may(permission))
            self.bind(key, words, made.click)

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(10))
        layout.setSpacing(grown(8))
        layout.addWidget(Flow((label(_("Tuyến trên: các đơn vị"), "section"), self.sum)))
        keys = row(self.take_button, self.look_button, self.hand_button)
        keys.addStretch(1)
        layout.addLayout(keys)
        layout.addWidget(self.strip)
        layout.addWidget(self.reference)
        layout.addWidget(self.units, 3)
        layout.addWidget(self.files, 2)
        note = _("Enter: hồ sơ của máy đang chọn. Tệp trong thư mục không bị xóa hay sửa; nhận lại lần nữa không sao.")
        layout.addWidget(label(note, "small", wrap=True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _on_read(self, units: tuple[UnitStanding, ...]) -> None:
        self.units.put(desk_rows(units), keep=lambda one: one.desk)
        self.sum.setText(sum_words(units))

    def _on_open(self) -> None:
        one = self.units.current
        if one is not None:
            self.context.go("list", f"desk={one.desk}")

    def _on_ask(self, *, looks: bool) -> None:
        self._looks = looks
        self.strip.open(_("Xem trước các gói trong thư mục nào?") if looks else _("Nhận mọi gói trong thư mục nào?"))
        self.strip.fields["folder"].put(self._last)

    def _on_hand_down(self) -> None:
        self._command_id = self.context.desk.journal.new_id()
        self.reference.open(_("Gửi danh mục, lịch, mẫu, khẩu hiệu của tuyến trên xuống mọi máy đã ghi danh?"))
        self.reference.fields["folder"].put(self._last)

    def _do_hand_down(self) -> None:
        room, by, id_ = self.context.desk.reference, self.context.actor.id, self._command_id
        folder, note = Path(self.reference.text("folder") or "."), self.reference.text("note")
        self.context.jobs.write(
            lambda: hand_down(room, by=by, folder=folder, parts=PARTS, note=note, command_id=id_),
            self._on_handed_down,
            failed=self._on_failed,
        )

    def _on_handed_down(self, done: tuple[Path, ReferencePack]) -> None:
        self.reference.put_away()
        file, pack = done
        self.context.messages.say(
            _("Đã ghi bản số {number}: {file}").format(number=pack.number, file=file.name),
            _("Chép cho các đơn vị; họ xem trước rồi nhận ở trang Gửi nhận."),
            tone="good",
        )

    def _do_take(self) -> None:
        room, by, looks = self.context.desk.sync, self.context.actor.id, self._looks
        self._last = self.strip.text("folder")
        folder = Path(self._last or ".")
        answers = Path(self.strip.text("answers") or folder)
        self.context.jobs.long(
            lambda progress: take_inbox(
                room,
                by=by,
                folder=folder,
                answers=answers,
                dry_run=looks,
                say=lambda done, total: progress.say(done, total),
            ),
            self._on_taken,
            title=_("Nhận tệp của các đơn vị"),
            failed=self._on_failed,
        )

    def _on_taken(self, done: Inbox) -> None:
        self.strip.put_away()
        self.files.put(done.verdicts)
        self.files.setVisible(bool(done.verdicts))
        if not done.verdicts:
            self.context.messages.say(_("Thư mục không có gói nào."), _("Gói có đuôi .tar."), tone="warning")
        else:
            message, hint, tone = done_words(done, looked=self._looks)
            self.context.messages.say(message, hint, tone=tone)
        self.refresh()

    def _on_failed(self, error: DeskError) -> None:
        for strip in (self.strip, self.reference):
            strip.do_button.setEnabled(True)
            if strip.isVisible() and isinstance(error, InvalidInput) and strip.refuse(error):
                return
        self.context.messages.report(error)
