"""The moves of the page of queue tickets: one at a time, each by a job, and what is said afterwards."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desk_app.desk import Desk
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from desk_app.tickets.commands import NOBODY_WAITS
from desk_app.tickets.counter import Counter
from desk_app.tickets.facts import Priority
from ui.shell.one_write import OneWrite
from ui.shell.page import Context
from ui.tickets import desk_side
from ui.tickets.desk_side import Called, Served, Taken

T = TypeVar("T")


class TicketMoves(QObject):
    """Does what a key asks, unless the move before is still under way; says ``moved`` when something was written.

    ``refused`` hands on an error that belongs to a field of an open strip.
    """

    moved = Signal()
    called = Signal()
    took = Signal()
    kept_counter = Signal()
    refused = Signal(object)

    CALL_PAUSE_S = 1.2
    """A second press within this time is taken for the first one's trembling: nobody is called away unseen."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._one = OneWrite(context, self)
        self._called_at_s = 0.0
        self._finished = ""
        self._card = ""

    def call_next(self, in_hand: str) -> None:
        """Call whoever is next; ``in_hand``, the number at the counter, is done with this."""
        if self._one.is_busy or time.monotonic() - self._called_at_s < self.CALL_PAUSE_S:
            self._context.messages.say(
                _("Vừa gọi xong một số."), _("Chờ một giây rồi bấm F6 để gọi số tiếp."), tone="plain"
            )
            return
        self._finished = in_hand
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.call_next(desk, by, id_), self._on_called)

    def call_one(self, ticket: str, in_hand: str) -> None:
        """Call one number out of its turn."""
        self._finished = in_hand
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.call_one(desk, by, ticket, id_), self._on_called)

    def call_again(self, ticket: str) -> None:
        """Call the number in hand once more."""
        self._finished = ""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.call_again(desk, by, ticket, id_), self._on_called)

    def skip(self, ticket: str) -> None:
        """Record that nobody came."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.skip(desk, by, ticket, id_), self._on_skipped)

    def serve(self, ticket: str, *, card: str = "") -> None:
        """Begin to serve, and go on to registration; ``card`` is the text of an identity card scanned meanwhile."""
        self._card = card
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.serve(desk, by, ticket, id_), self._on_served)

    def finish(self, ticket: str) -> None:
        """Record that the person was served."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.finish(desk, by, ticket, id_), self._on_finished)

    def transfer(self, ticket: str, to: str) -> None:
        """Send the number to another field or counter."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.transfer(desk, by, ticket, to, id_), self._on_transferred)

    def withdraw(self, ticket: str, reason: str) -> None:
        """Take a number out of the queue."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.withdraw(desk, by, ticket, reason, id_), self._on_withdrawn)

    def take(self, field: str, priority: Priority) -> None:
        """Give out a number of a field."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.take(desk, by, field, priority, "counter", id_), self._on_taken)

    def keep_counter(self, name: str, fields: tuple[str, ...]) -> None:
        """Keep what this counter is called and serves."""
        desk, by, _id = self._said_by()
        self._write(lambda: desk_side.keep_counter(desk, by, name, fields), self._on_kept)

    def _said_by(self) -> tuple[Desk, str, str]:
        self._one.fresh()
        doing = self._one.doing
        return doing.desk, doing.by, doing.id

    def _write(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._one.do(lambda _doing: work(), done, self._on_failed)

    def _over(self, message: str, hint: str = "") -> None:
        self._context.messages.say(message, hint)
        self._context.wrote()
        self.moved.emit()

    def _on_called(self, called: Called) -> None:
        self._called_at_s = time.monotonic()
        done = _("{number} đã xong.").format(number=self._finished) if self._finished else ""
        hint = _("Enter: tiếp nhận hồ sơ · F7: gọi lại · F8: vắng.")
        self._over(
            _("Mời {number} đến {counter}.").format(number=called.number, counter=called.counter),
            f"{done} {hint}".strip(),
        )
        self._context.happenings.called.emit(called.spoken, called.counter)
        self.called.emit()

    def _on_skipped(self, number: str) -> None:
        self._over(
            _("{number} vắng.").format(number=number),
            _("Số vẫn còn trong danh sách; người đến thì chọn dòng rồi Enter."),
        )

    def _on_served(self, served: Served) -> None:
        self._over(_("Đang phục vụ {number}.").format(number=served.number))
        self._context.go("registration", f"ticket:{served.ticket}")
        if self._card:
            self._context.go("registration", f"scan:{self._card}")

    def _on_finished(self, number: str) -> None:
        self._over(_("{number} đã xong.").format(number=number), _("F6: gọi số tiếp."))

    def _on_transferred(self, number: str) -> None:
        self._over(_("Đã chuyển {number}.").format(number=number), _("Giữ nguyên lượt theo giờ lấy số."))

    def _on_withdrawn(self, number: str) -> None:
        self._over(_("Đã bỏ {number}.").format(number=number))

    def _on_taken(self, taken: Taken) -> None:
        self._over(_("Đã lấy {number} – {field}.").format(number=taken.number, field=taken.field), _("Phiếu đang in."))
        self.took.emit()

    def _on_kept(self, counter: Counter) -> None:
        self._over(_("Máy này là {counter}.").format(counter=counter.name))
        self.kept_counter.emit()

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, InvalidInput):
            self.refused.emit(error)
        elif error.code == NOBODY_WAITS:
            # No trouble at all: it is the end of a queue.
            self._context.messages.say(error.message, error.hint, tone="plain")
        else:
            self._context.messages.report(error)
            self.moved.emit()
