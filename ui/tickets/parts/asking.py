"""The strips of the page of queue tickets: where to send a number, why to drop one, which counter this is."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.tickets.moves import TicketMoves
from ui.tickets.parts.counter_strip import CounterStrip
from ui.tickets.rows import Row
from ui.tickets.state import TO_COUNTER, Queue, transfer_choices
from ui.widgets.field import Field
from ui.widgets.strip import Strip


class Asking(QObject):
    """Holds the strips, one open at a time; ``in_hand`` says which ticket the counter has."""

    def __init__(self, moves: TicketMoves, in_hand: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._moves = moves
        self._in_hand = in_hand
        self._dropped = ""
        to = Field("counter", _("Hoặc ghi tên quầy"))
        self.transfer = Strip("", [to], self._do_transfer, words=_("Chuyển"), choices=(("", ""),))
        self.withdraw = Strip("", [Field("reason", _("Lý do (nếu cần)"))], self._do_withdraw, words=_("Bỏ số"))
        self.counter = CounterStrip(moves.keep_counter)
        moves.kept_counter.connect(self.counter.put_away)
        moves.moved.connect(self._on_moved)

    @property
    def strips(self) -> tuple[QWidget, ...]:
        """Return every strip, to be laid out."""
        return (self.transfer, self.withdraw, self.counter)

    def open_transfer(self, queue: Queue) -> None:
        """Ask where the number in hand goes."""
        if queue.hand is not None:
            self.close()
            self.transfer.offer(transfer_choices(queue))
            self.transfer.open(_("Chuyển {number} đến đâu?").format(number=queue.hand.number))

    def open_withdraw(self, row: Row) -> None:
        """Ask before a number is dropped."""
        self.close()
        self._dropped = row.id
        self.withdraw.open(_("Bỏ số {number} khỏi hàng chờ?").format(number=row.number))

    def open_counter(self, queue: Queue) -> None:
        """Ask what this counter is called and serves."""
        self.close()
        self.counter.open(queue.counter, [key.field for key in queue.keys])

    def close(self) -> bool:
        """Close what is open; tell whether there was anything."""
        opened = [strip for strip in (self.transfer, self.withdraw, self.counter) if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error beside its field in the open strip; tell whether that was possible."""
        if self.counter.isVisible():
            self.counter.refuse(error)
            return True
        return any(strip.isVisible() and strip.refuse(error) for strip in (self.transfer, self.withdraw))

    def _do_transfer(self) -> None:
        counter = self.transfer.text("counter").strip()
        self._moves.transfer(self._in_hand(), f"{TO_COUNTER}{counter}" if counter else self.transfer.choice)

    def _do_withdraw(self) -> None:
        self._moves.withdraw(self._dropped, self.withdraw.text("reason"))

    def _on_moved(self) -> None:
        for strip in (self.transfer, self.withdraw):
            if strip.isVisible():
                strip.put_away()
