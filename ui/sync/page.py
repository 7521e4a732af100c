"""The page of sending and receiving by file: the evening's one key, files that came, who is known, what went wrong."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.sync.acknowledgement import Taken
from desk_app.sync.evening import Evening
from desk_app.sync.importing import Imported
from desk_app.sync.reference.take_over import ReferencePreview
from ui.shell.page import Context, Page
from ui.sync import exchange_files
from ui.sync.exchange_files import Standing
from ui.sync.moves import SyncMoves
from ui.sync.state import PeerRow, further_lines, headline, own_words, peer_rows, taken_lines
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, put_shape, row, scrolled, shape
from ui.widgets.table import Column, Look, RowsModel, Table

_EXCHANGE, _KEYS, _AWAY = "sync.exchange", "sync.keys", "away.prepare"


def _columns() -> tuple[Column[PeerRow], ...]:
    return (
        Column(title=_("Máy"), look=lambda one: Look(words=one.peer.label, bold=True), stretches=True),
        Column(title=_("Là"), look=lambda one: Look(words=one.role), minor=True),
        Column(title=_("Tình hình"), look=lambda one: Look(words=one.standing, shape=one.shape, colour=one.colour)),
        Column(title=_("Chờ báo nhận"), look=lambda one: Look(words=one.waiting)),
        Column(title=_("Gửi lần cuối"), look=lambda one: Look(words=one.sent, colour=COLOURS.soft_ink), minor=True),
        Column(
            title=_("Nhận lần cuối"), look=lambda one: Look(words=one.received, colour=COLOURS.soft_ink), minor=True
        ),
    )


class SyncPage(Page):
    """Shows how long the upper level has been without this desk's work, and sends it with one key."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._standing: Standing | None = None
        self.moves = SyncMoves(context, self)
        self.moves.done.connect(self._on_done)
        self._shape = shape("pause", COLOURS.soft_ink, 20)
        self.head = label("", "strong", wrap=True)
        self.own = label("", "small", wrap=True)
        self.result = label("", wrap=True)
        self.result.hide()
        self.more = label("", "small", wrap=True)
        self.table: Table[PeerRow] = Table(RowsModel(_columns()), _("Các máy đã ghi danh"))
        self.table.setMinimumHeight(grown(150))
        self.table.when_empty(
            "switch", _("Máy này chưa ghi danh với máy nào."), _("Viết yêu cầu rồi gửi cho tuyến trên."), key="Ctrl+R"
        )
        self._lay_out(self._buttons())

    def arrive(self, about: str) -> None:
        """Stand in the list of desks."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look again how it stands."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: exchange_files.standing(desk, by), self._on_read, latest="standing")

    def escape(self) -> bool:
        """Close an open question, then the result of the last file."""
        if self.moves.close():
            return True
        shown = self.result.isVisible()
        self.result.hide()
        return shown

    def _buttons(self) -> list[QPushButton]:
        """Make the buttons, each with its key; who may not sees it grey."""
        moves = self.moves
        daily = (
            ("F6", _("Gửi cuối ngày"), _EXCHANGE, self._ask_evening, "main"),
            ("F7", _("Nhận tệp"), _EXCHANGE, lambda: self._ask_take(looks=False), ""),
            ("F8", _("Xem trước tệp"), _EXCHANGE, lambda: self._ask_take(looks=True), ""),
            ("Ctrl+B", _("Viết báo nhận"), _EXCHANGE, self._ask_answer, ""),
            ("Ctrl+T", _("Thư mục chung"), _EXCHANGE, self._ask_shared, ""),
        )
        keys = (
            ("Ctrl+R", _("Xin ghi danh"), lambda: moves.ask(moves.request, _("Ghi yêu cầu ghi danh vào đâu?"))),
            ("Ctrl+G", _("Cho ghi danh"), lambda: moves.ask(moves.grant, _("Cho máy nào ghi danh?"))),
            ("Ctrl+N", _("Nhận cấp quyền"), lambda: moves.ask(moves.accept, _("Tệp cấp quyền ở đâu?"))),
            ("Ctrl+D", _("Thu hồi khóa"), self._ask_revoke),
        )
        every = (*daily, *((key, words, _KEYS, run, "") for key, words, run in keys))
        buttons = []
        for key, words, permission, run, kind in every:
            made = button(words, run, key=key, kind=kind)
            made.setEnabled(self.context.may(permission))
            self.bind(key, words, made.click)
            buttons.append(made)
        if self.context.may(_AWAY) and not self.context.desk.card.hub:
            buttons.append(button(_("Máy mang đi"), lambda: self.context.go("away", ""), key="Ctrl+Shift+F9"))
        return buttons

    def _lay_out(self, buttons: list[QPushButton]) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(10))
        layout.setSpacing(grown(8))
        layout.addWidget(label(_("Gửi, nhận bằng tệp"), "section"))
        head = row(self._shape, self.head)
        head.setStretch(1, 1)
        layout.addLayout(head)
        layout.addWidget(Flow(buttons))
        for strip in self.moves.all:
            layout.addWidget(strip)
        layout.addWidget(self.result)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.more)
        layout.addWidget(self.own)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _on_read(self, standing: Standing) -> None:
        self._standing = standing
        words, glyph, colour = headline(standing)
        self.head.setText(words)
        put_shape(self._shape, glyph, colour, 20)
        self.table.put(peer_rows(standing.status.peers), keep=lambda one: one.peer.desk)
        self.more.setText("\n".join(further_lines(standing)))
        self.more.setVisible(bool(self.more.text()))
        self.own.setText(own_words(standing))

    def _ask_evening(self) -> None:
        folder = self._standing.folder if self._standing else ""
        self.moves.ask(self.moves.evening, _("Gửi mọi việc tuyến trên chưa báo nhận vào đâu?"), first=folder)

    def _ask_take(self, *, looks: bool) -> None:
        title = _("Xem trước tệp nào?") if looks else _("Nhận tệp nào?")
        self.moves.ask(self.moves.take, title, looks=looks)

    def _ask_answer(self) -> None:
        one = self.table.current
        if one is None:
            self.context.messages.say(_("Chưa chọn máy nào để báo nhận."), tone="warning")
            return
        title = _("Báo nhận cho {desk}: ghi vào đâu?").format(desk=one.peer.label)
        self.moves.ask(self.moves.answer, title, first=self._standing.folder if self._standing else "", peer=one.peer)

    def _ask_shared(self) -> None:
        shared = self._standing.shared if self._standing else ""
        self.moves.ask(self.moves.shared, _("Các quầy của cơ quan trao đổi qua thư mục nào?"), first=shared)

    def _ask_revoke(self) -> None:
        one = self.table.current
        if one is not None and one.peer.revoked_at is None:
            title = _("Thu hồi khóa của {desk}? Không nhận gì của máy đó nữa.").format(desk=one.peer.label)
            self.moves.ask(self.moves.revoke, title, peer=one.peer)

    def _on_done(self, what: object) -> None:
        if isinstance(what, Evening):
            exported = what.exported
            self._show((_("Đã ghi {file}.").format(file=exported.file),))
            self.context.messages.say(
                _("Đã gửi {count} bút toán và đọc lại đúng. Rút USB được rồi.").format(
                    count=quantity(exported.entries)
                ),
                _("Phiếu cuối ngày đang in."),
                tone="good",
            )
        elif isinstance(what, Imported | Taken | ReferencePreview):
            self._show(taken_lines(what))
        self.refresh()

    def _show(self, lines: tuple[str, ...]) -> None:
        self.result.setText("\n".join(lines))
        self.result.show()
