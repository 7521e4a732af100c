"""The page of sending and receiving by file: the evening's one key, files that came, who is known, what went wrong."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.sync.acknowledgement import Taken
from desk_app.sync.evening import Evening
from desk_app.sync.importing import Imported
from desk_app.sync.recovery import Drill
from desk_app.sync.reference.take_over import ReferencePreview
from ui.shell.page import Context, Page
from ui.sync import desk_side
from ui.sync.desk_side import Accepted, Replaced, Standing
from ui.sync.key_moves import KeyMoves
from ui.sync.moves import DailyMoves
from ui.sync.state import PeerRow, done_lines, further_lines, headline, own_words, peer_rows, recovery_words
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
        self.moves, self.keys = DailyMoves(context, self), KeyMoves(context, self)
        for moves in (self.moves, self.keys):
            moves.opening.connect(self._close_strips)
            moves.done.connect(self._on_done)
        self._shape = shape("pause", COLOURS.soft_ink, 20)
        self.head = label("", "strong", wrap=True)
        self.own = label("", "small", wrap=True)
        self.result = label("", wrap=True)
        self.result.hide()
        self.more = label("", "small", wrap=True)
        self.table: Table[PeerRow] = Table(RowsModel(_columns()), _("Các máy đã ghi danh"))
        self.table.setMinimumHeight(grown(150))
        self._empty = self.table.when_empty(
            "switch", _("Máy này chưa ghi danh với máy nào."), _("Viết yêu cầu rồi gửi cho tuyến trên."), key="Ctrl+R"
        )
        self._lay_out()

    def arrive(self, about: str) -> None:
        """Stand in the list of desks, or in the question about the recovery paper that ``about`` names."""
        self.refresh()
        self.table.setFocus()
        if about in self._paper_buttons:
            self._paper_buttons[about].click()

    def refresh(self) -> None:
        """Look again how it stands."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.standing(desk, by), self._on_read, latest="standing")

    def escape(self) -> bool:
        """Close an open question, then the result of the last file."""
        if self._close_strips():
            return True
        shown = self.result.isVisible()
        self.result.hide()
        return shown

    def _close_strips(self) -> bool:
        return any([moves.close() for moves in (self.moves, self.keys)])  # noqa: C419 - both are closed

    def _daily_buttons(self) -> list[QPushButton]:
        made = [
            self._button("F6", _("Gửi cuối ngày"), self._ask_evening, _EXCHANGE, kind="main"),
            self._button("F7", _("Nhận tệp"), self._ask_take, _EXCHANGE),
            self._button("F8", _("Xem trước tệp"), self._ask_look, _EXCHANGE),
            self._button("Ctrl+B", _("Viết báo nhận"), self._ask_answer, _EXCHANGE),
            self._button("Ctrl+T", _("Thư mục chung"), self._ask_shared, _EXCHANGE),
        ]
        if self.context.may(_AWAY) and not self.context.desk.card.hub:
            made.append(button(_("Máy mang đi"), lambda: self.context.go("away", ""), key="Ctrl+Shift+F9"))
        return made

    def _key_buttons(self) -> list[QPushButton]:
        keys = self.keys
        make = self._button(
            "Ctrl+J", _("Lập tờ khóa"), lambda: keys.ask(keys.make_paper, _("Ghi tờ khóa dự phòng vào tệp nào?"))
        )
        try_ = self._button(
            "Ctrl+I", _("Thử tờ khóa"), lambda: keys.ask(keys.try_paper, _("Gõ lại tờ khóa dự phòng đã in"))
        )
        self._paper_buttons = {"ask:make-paper": make, "ask:try-paper": try_}
        return [
            self._button(
                "Ctrl+R", _("Xin ghi danh"), lambda: keys.ask(keys.request, _("Ghi yêu cầu ghi danh vào đâu?"))
            ),
            self._button("Ctrl+G", _("Cho ghi danh"), lambda: keys.ask(keys.grant, _("Cho máy nào ghi danh?"))),
            self._button("Ctrl+N", _("Nhận cấp quyền"), lambda: keys.ask(keys.accept, _("Tệp cấp quyền ở đâu?"))),
            self._button("Ctrl+E", _("Thay máy hỏng"), self._ask_replace),
            self._button("Ctrl+D", _("Thu hồi khóa"), self._ask_revoke),
            self._button("Ctrl+U", _("Đổi khóa máy này"), lambda: keys.ask(keys.rotate, _("Đổi khóa của máy này?"))),
            make,
            try_,
        ]

    def _button(
        self, key: str, words: str, run: Callable[[], None], permission: str = _KEYS, *, kind: str = ""
    ) -> QPushButton:
        """Make a button with its key; who may not sees it grey."""
        made = button(words, run, key=key, kind=kind)
        made.setEnabled(self.context.may(permission))
        self.bind(key, words, made.click)
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(10))
        layout.setSpacing(grown(8))
        layout.addWidget(label(_("Gửi, nhận bằng tệp"), "section"))
        head = row(self._shape, self.head)
        head.setStretch(1, 1)
        layout.addLayout(head)
        layout.addWidget(Flow(self._daily_buttons()))
        for strip in (*self.moves.all, *self.keys.all):
            layout.addWidget(strip)
        layout.addWidget(self.result)
        layout.addWidget(self.table, 1)
        layout.addWidget(label(_("Máy khác, khóa của máy này, tờ khóa dự phòng (quản trị)"), "section"))
        layout.addWidget(Flow(self._key_buttons()))
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
        if standing.status.fed_at is not None:
            self._empty.put("tick", _("Nơi này không trao đổi với máy nào."), _("Đọc tiếp bản sao: «desk hub fetch»."))
        self.table.put(peer_rows(standing.status.peers), keep=lambda one: one.peer.desk)
        self.more.setText("\n".join(further_lines(standing)))
        self.more.setVisible(bool(self.more.text()))
        self.own.setText("\n".join(filter(None, (own_words(standing), recovery_words(standing)))))

    def _ask_evening(self) -> None:
        folder = self._standing.folder if self._standing else ""
        self.moves.ask(self.moves.evening, _("Gửi mọi việc tuyến trên chưa báo nhận vào đâu?"), first=folder)

    def _ask_take(self) -> None:
        self.moves.ask(self.moves.take, _("Nhận tệp nào?"))

    def _ask_look(self) -> None:
        self.moves.ask(self.moves.look, _("Xem trước tệp nào?"))

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

    def _ask_replace(self) -> None:
        one = self.table.current
        if one is None or one.peer.role == "hub":
            self.context.messages.say(_("Chọn máy hỏng trong danh sách trước."), tone="warning")
            return
        title = _("Thay {desk} bằng máy mới").format(desk=one.peer.label)
        self.keys.ask(self.keys.replace, title, peer=one.peer)

    def _ask_revoke(self) -> None:
        one = self.table.current
        if one is None or one.peer.revoked_at is not None:
            self.context.messages.say(_("Chọn máy còn đang trao đổi trong danh sách trước."), tone="warning")
            return
        title = _("Thu hồi khóa của {desk}? Không nhận gì của máy đó nữa.").format(desk=one.peer.label)
        self.keys.ask(self.keys.revoke, title, peer=one.peer)

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
        elif isinstance(what, Imported | Taken | ReferencePreview | Drill | Accepted | Replaced):
            self._show(done_lines(what))
        self.refresh()

    def _show(self, lines: tuple[str, ...]) -> None:
        self.result.setText("\n".join(lines))
        self.result.show()
