"""The page of queue tickets: the number in hand, who waits, and giving out numbers."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.shell.page import Context, Page
from ui.shell.scanning.thing import ScannedThing
from ui.tickets import desk_side
from ui.tickets.kiosk import kiosk_over
from ui.tickets.moves import TicketMoves
from ui.tickets.parts.asking import Asking
from ui.tickets.parts.hand_panel import HandMoves, HandPanel
from ui.tickets.parts.take_panel import TakePanel
from ui.tickets.parts.waiting_list import WaitingList
from ui.tickets.state import Queue
from ui.widgets.parts import grown, scrolled
from ui.widgets.sides import Sides

ABOUT_TICKET = "ticket:"

_LOOK_EVERY = timedelta(seconds=5)
_NARROW = 820


class TicketsPage(Page):
    """Shows the queue as this counter sees it; ``about`` is empty, or ``ticket:<id>`` for a scanned slip."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.queue: Queue | None = None
        self._looked_at = datetime.min.replace(tzinfo=context.now().tzinfo)
        self._wanted = ""
        self._after_call = False
        self.moves = TicketMoves(context, self)
        self.hand = HandPanel(
            HandMoves(
                call_next=self._on_next,
                call_again=self._on_again,
                skip=self._on_skip,
                serve=self._on_serve,
                transfer=self._on_transfer,
                finish=self._on_finish,
                set_up=self._on_set_up,
            )
        )
        self.take = TakePanel(self._on_take, self._on_kiosk)
        self.list = WaitingList()
        self.table = self.list.table
        self.table.entered.connect(self._on_row)
        self.asking = Asking(self.moves, lambda: self._in_hand, self)
        self._lay_out()
        self._bind_keys()
        self.moves.moved.connect(self.refresh)
        self.moves.called.connect(self._on_called)
        self.moves.took.connect(self.take.take_back_priority)
        self.moves.refused.connect(self._on_refused)

    def arrive(self, about: str) -> None:
        """Show the queue, a scanned slip's number chosen; the keyboard stands where the next key is pressed."""
        self._wanted = about.removeprefix(ABOUT_TICKET)
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Look at the queue again."""
        self._looked_at = self.context.now()
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: desk_side.queue(desk, by), self._on_seen, latest="queue")

    def tick(self, now: datetime) -> None:
        """Look again every few seconds: kiosk and other programs give out numbers too, and waits grow."""
        if not timedelta() <= now - self._looked_at < _LOOK_EVERY:
            self.refresh()

    def scanned(self, thing: ScannedThing) -> bool:
        """Choose the number of a scanned slip; an identity card is that of whoever stands here with the number called."""
        if thing.ticket:
            self._wanted = thing.ticket
            self.refresh()
            return True
        here = self.hand.serve_button.isEnabled() and self.context.may("dossiers.register")
        if thing.scan.kind == "identity_card" and here:
            self.moves.serve(self._in_hand, card=thing.text)
            return True
        return False

    def escape(self) -> bool:
        """Close an open strip."""
        return self.asking.close()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(grown(8))
        for part in (self.hand, *self.asking.strips):
            left.addWidget(part)
        left.addWidget(self.list, 1)
        left.addStretch(0)
        # There is no room for both, and nobody reads the list while naming the counter.
        self.asking.counter.opened.connect(self.list.setHidden)
        inside = QWidget()
        self._sides = Sides(left, self.take, (5, 3))
        self._sides.setContentsMargins(grown(14), grown(12), grown(14), grown(10))
        inside.setLayout(self._sides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(inside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the keys for taking numbers under the list where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self._sides.be_narrow(narrow=narrow)

    def _bind_keys(self) -> None:
        for keys, words, run in (
            ("F6", _("Gọi số tiếp"), self._on_next),
            ("F7", _("Gọi lại"), self._on_again),
            ("F8", _("Vắng"), self._on_skip),
            ("Ctrl+Return", _("Tiếp nhận hồ sơ của số đang gọi"), self._on_serve),
            ("Ctrl+T", _("Chuyển lĩnh vực, chuyển quầy"), self._on_transfer),
            ("Ctrl+D", _("Xong"), self._on_finish),
            ("Delete", _("Bỏ số đang chọn"), self._on_withdraw),
            ("Alt+U", _("Lấy số ưu tiên"), self.take.has_priority.toggle),
            ("Alt+Q", _("Đổi quầy của máy này"), self._on_set_up),
            ("Shift+F9", _("Mở màn hình lấy số"), self._on_kiosk),
        ):
            self.bind(keys, words, run)
        for place in range(9):
            QShortcut(QKeySequence(f"Alt+{place + 1}"), self).activated.connect(
                lambda place=place: self.take.take_number(place)
            )
        self.key_map.append(("Alt+1 … Alt+9", _("Lấy số theo lĩnh vực")))
        for keys in ("Return", "Enter"):
            enter = QShortcut(QKeySequence(keys), self.hand.serve_button)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(self._on_serve)

    def _on_seen(self, queue: Queue) -> None:
        self.queue = queue
        may = self.context.may
        self.hand.put(queue, may_call=may("tickets.call"))
        self.take.put(queue.keys, may_take=may("tickets.take"))
        self.list.put(queue)
        if self._after_call and self.hand.serve_button.isEnabled():
            self._after_call = False
            self.hand.serve_button.setFocus()
        if self._wanted:
            self._choose(self._wanted)

    def _choose(self, ticket: str) -> None:
        """Stand on a scanned slip's row, or say why it has none."""
        self._wanted = ""
        row = self.list.choose(ticket)
        if row is not None:
            self.context.messages.say(
                f"{row.number}: {row.state}, {row.minutes}.", _("Enter: gọi số này."), tone="plain"
            )
        elif self._in_hand != ticket:
            self.context.messages.say(_("Số trên phiếu đã kết thúc."), _("Mời người dân lấy số mới."), tone="warning")

    @property
    def _in_hand(self) -> str:
        return self.queue.hand.ticket if self.queue is not None and self.queue.hand is not None else ""

    @property
    def _number_in_hand(self) -> str:
        return self.queue.hand.number if self.queue is not None and self.queue.hand is not None else ""

    def _on_next(self) -> None:
        if self.hand.next_button.isEnabled():
            self.moves.call_next(self._number_in_hand)

    def _on_again(self) -> None:
        if self.hand.again_button.isEnabled():
            self.moves.call_again(self._in_hand)

    def _on_skip(self) -> None:
        if self.hand.skip_button.isEnabled():
            self.moves.skip(self._in_hand)

    def _on_serve(self) -> None:
        if self.hand.serve_button.isEnabled():
            self.moves.serve(self._in_hand)

    def _on_finish(self) -> None:
        if self.hand.finish_button.isEnabled():
            self.moves.finish(self._in_hand)

    def _on_row(self, place: int) -> None:
        if place < len(self.table.rows) and self.table.rows[place].may_call and self.context.may("tickets.call"):
            self.moves.call_one(self.table.rows[place].id, self._number_in_hand)

    def _on_take(self, field: str) -> None:
        self.moves.take(field, self.take.priority)

    def _on_transfer(self) -> None:
        if self.queue is not None and self.hand.transfer_button.isEnabled():
            self.asking.open_transfer(self.queue)

    def _on_withdraw(self) -> None:
        row = self.table.current
        if row is not None and row.may_withdraw and self.context.may("tickets.take"):
            self.asking.open_withdraw(row)

    def _on_set_up(self) -> None:
        if self.queue is not None and self.hand.set_up_button.isEnabled():
            self.asking.open_counter(self.queue)

    def _on_kiosk(self) -> None:
        if self.take.kiosk_button.isEnabled():
            kiosk_over(self)
            self.context.messages.say(_("Đã mở màn hình lấy số."), _("Đóng: bấm Ctrl+Shift+Q trên màn hình đó."))

    def _on_called(self) -> None:
        self._after_call = True

    def _on_refused(self, error: DeskError) -> None:
        if not (isinstance(error, InvalidInput) and self.asking.refuse(error)):
            self.context.messages.report(error)
