"""The page of returns at home and by post."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.returns import desk_side
from ui.returns.moves import ReturnMoves
from ui.returns.state import Seen
from ui.returns.waiting_view import WaitingView
from ui.returns.ways_view import BACK, POST, TABS, TRIPS, WaysView
from ui.shell.page import Context, Page
from ui.shell.scanning.thing import ScannedThing
from ui.widgets.flow import Flow
from ui.widgets.in_sight import InSight
from ui.widgets.parts import button, grown, scrolled
from ui.widgets.sides import Sides

_NARROW = 900


class ReturnsPage(Page):
    """Left who waits by hamlet, right what is on its way; ``about`` is empty or a dossier's id to stand on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self._has_seen = False
        self.moves = ReturnMoves(context, self)
        self.asking = self.moves.asking
        self.waiting = WaitingView(self._on_plan, self._on_accept, self._on_decline)
        self.ways = WaysView()
        self._make_buttons()
        self._lay_out()
        self._bind_keys()
        self.moves.written.connect(self._on_moved)
        self.ways.moved.connect(self._allow)
        self.waiting.refused.connect(self._on_blocked)
        self.waiting.table.entered.connect(lambda place: self._open_card(self.waiting.table.rows[place].id))
        self.ways.trips.entered.connect(lambda place: self._open_card(self.ways.trips.rows[place].dossier))
        self.ways.post.entered.connect(lambda place: self._open_card(self.ways.post.rows[place].id))
        self.ways.back.entered.connect(lambda place: context.go("hand_over", self.ways.back.rows[place].id))
        self._allow()

    def arrive(self, about: str) -> None:
        """Show everything anew; the keyboard stands on the dossier asked for, else where something waits."""
        self._wanted = about
        self.waiting.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Look at the desk again."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.seen(desk, by), self._on_seen, latest="seen")

    def scanned(self, thing: ScannedThing) -> bool:
        """Stand on the stop, parcel or waiting result of a scanned slip; any other dossier goes to its card."""
        if thing.is_ticket or not thing.dossier or thing.scan.verdict in ("forged", "misread"):
            return False
        return self._choose(thing.dossier)

    def escape(self) -> bool:
        """Close an open strip, else untick."""
        return self.asking.close() or self.waiting.untick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lists one under the other where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self._sides.be_narrow(narrow=narrow)
        for list_ in (self.waiting.table, *self.ways.tables):
            list_.setMinimumHeight(grown(160 if narrow else 80))

    def _make_buttons(self) -> None:
        self.forward_button = button(_("Đã giao"), self._on_forward, key="F7", kind="main")
        self.fail_button = button(_("Không gặp"), self._on_fail, key="F8")
        self.back_button = button(_("Mang về"), self._on_back, key="Ctrl+B")
        self.leave_button = button(_("Lên đường"), self._on_leave, key="Ctrl+G")
        self.print_button = button(_("In giấy tờ"), self._on_print, key="Ctrl+P")
        self.close_button = button(_("Kết thúc chuyến"), self._on_close, key="Ctrl+D")

    def _lay_out(self) -> None:
        right = QWidget()
        inside_right = QVBoxLayout(right)
        inside_right.setContentsMargins(0, 0, 0, 0)
        inside_right.setSpacing(grown(6))
        inside_right.addWidget(self.ways, 1)
        inside_right.addWidget(
            Flow(
                (
                    *(self.forward_button, self.fail_button, self.back_button, None),
                    *(self.leave_button, self.print_button, self.close_button),
                )
            )
        )
        self._sides = Sides(self.waiting, right)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        layout.setSpacing(grown(8))
        for strip in self.asking.strips:
            layout.addWidget(strip)
        layout.addLayout(self._sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        whole.addWidget(area)
        InSight(area)

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("F6", _("Lập chuyến từ các kết quả đã chọn"), self._on_plan),
            ("Ctrl+A", _("Chọn cả địa bàn của dòng này"), self.waiting.tick_hamlet),
            ("Ctrl+Y", _("Đồng ý mang đến nhà (dòng đề nghị)"), self._on_accept),
            ("F7", _("Đã giao; bưu chính: bước tiếp"), self._on_forward),
            ("F8", _("Không gặp; bưu chính: về lại quầy"), self._on_fail),
            ("Ctrl+B", _("Mang về quầy, bỏ khỏi chuyến"), self._on_back),
            ("Ctrl+G", _("Chuyến lên đường"), self._on_leave),
            ("Ctrl+D", _("Kết thúc chuyến"), self._on_close),
            ("Ctrl+P", _("In danh sách, phiếu ký nhận, thư"), self._on_print),
        ):
            self.bind(keys, words, run)
        for tab, (words, keys) in enumerate(TABS):
            self.bind(keys, words, partial(self.ways.open_tab, tab))
        self.bind("Alt+0", _("Về danh sách chờ"), self._to_waiting)
        self.bind("Delete", _("Vẫn trả ở quầy (dòng đề nghị)"), self._on_decline)
        self.key_map.append((_("Phím cách"), _("Chọn kết quả cho chuyến")))

    def _on_seen(self, seen: Seen) -> None:
        self.waiting.put(seen.going)
        self.ways.put(seen)
        if self._wanted:
            self._choose(self._wanted)
            self._wanted = ""
        elif not self._has_seen and not seen.going and seen.trips:
            self.ways.trips.setFocus()
        self._has_seen = True
        self._allow()

    def _choose(self, dossier: str) -> bool:
        return self.ways.choose(dossier) or self.waiting.choose(dossier)

    def _to_waiting(self) -> None:
        self.waiting.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _allow(self) -> None:
        row, parcel, tab = self.ways.trip, self.ways.parcel, self.ways.tab
        forward = {"waiting": _("In nhãn"), "packed": _("Đã gửi"), "posted": _("Đã phát")}
        words = forward[parcel.where] if parcel is not None else _("Đã giao")
        _name(self.forward_button, words, "F7")
        _name(self.fail_button, _("Về lại quầy") if tab == POST else _("Không gặp"), "F8")
        self.forward_button.setEnabled(parcel is not None or (row is not None and row.may_deliver))
        sent = parcel is not None and parcel.where != "waiting"
        self.fail_button.setEnabled(sent or (row is not None and row.may_fail))
        self.back_button.setEnabled(row is not None and row.may_come_back)
        self.leave_button.setEnabled(row is not None and row.may_leave)
        self.close_button.setEnabled(row is not None and row.may_close)
        self.print_button.setEnabled(row is not None and row.open_count > 0)
        for made in (self.back_button, self.leave_button, self.print_button, self.close_button):
            made.setVisible(tab == TRIPS)
        self.forward_button.setVisible(tab != BACK)
        self.fail_button.setVisible(tab != BACK)

    def _on_plan(self) -> None:
        if not self.waiting.ticked:
            self.context.messages.say(
                _("Chưa chọn kết quả nào cho chuyến."), _("Phím cách: chọn một, Ctrl+A: cả địa bàn."), tone="warning"
            )
            return
        self.moves.plan(self.waiting.ticked, self.waiting.hamlet)

    def _on_accept(self) -> None:
        row = self.waiting.table.current
        if row is not None and self.waiting.accept_button.isEnabled():
            self.moves.answer(row.id, accepted=True)

    def _on_decline(self) -> None:
        row = self.waiting.table.current
        if row is not None and self.waiting.decline_button.isEnabled():
            self.moves.answer(row.id, accepted=False)

    def _on_forward(self) -> None:
        row, parcel = self.ways.trip, self.ways.parcel
        if parcel is not None:
            self.moves.forward(parcel)
        elif row is not None and row.may_deliver:
            self.moves.deliver(row)

    def _on_fail(self) -> None:
        row, parcel = self.ways.trip, self.ways.parcel
        if parcel is not None and parcel.where != "waiting":
            self.moves.take_back(parcel)
        elif row is not None and row.may_fail:
            self.moves.fail(row)

    def _on_back(self) -> None:
        row = self.ways.trip
        if row is not None and row.may_come_back:
            self.moves.back(row)

    def _on_leave(self) -> None:
        row = self.ways.trip
        if row is not None and row.may_leave:
            self.moves.leave(row, _("Chuyến lên đường?"))

    def _on_close(self) -> None:
        row = self.ways.trip
        if row is not None and row.may_close:
            self.moves.close(row)

    def _on_print(self) -> None:
        row = self.ways.trip
        if row is not None and row.open_count:
            self.moves.papers(row)

    def _on_blocked(self, reason: str) -> None:
        self.context.messages.say(reason, _("Mời người dân đến quầy ký sổ và nhận."), tone="warning")

    def _on_moved(self) -> None:
        self.refresh()

    def _open_card(self, dossier: str) -> None:
        if dossier:
            self.context.go("card", dossier)


def _name(made: QPushButton, words: str, key: str) -> None:
    made.setText(f"{words}  {key}")
    made.setAccessibleName(words)
