"""The moves of the page of fees: one at a time, each by a job, and what is said afterwards."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desk_app.desk import Desk
from desk_app.fees.closing import Count
from desk_app.fees.commands import Payment
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.texts import dong
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.fees import desk_side
from ui.fees.desk_side import Done
from ui.fees.state import Row
from ui.shell.one_write import OneWrite
from ui.shell.page import Context

T = TypeVar("T")


class FeeMoves(QObject):
    """Does what a key asks, unless the move before is still under way; says ``moved`` when something was written.

    ``refused`` hands on an error that belongs to a field of an open strip.
    """

    moved = Signal()
    refused = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._one = OneWrite(context, self)
        self._mistake = False

    def pay(self, row: Row, payment: Payment) -> None:
        """Take the money for a dossier."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.pay(desk, by, row.id, payment, id_), self._on_paid)

    def give_back(self, row: Row, reason: str, *, mistake: bool) -> None:
        """Give a payment back."""
        self._mistake = mistake
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.give_back(desk, by, row, reason, id_, mistake=mistake), self._on_returned)

    def close(self, day: date, count: Count) -> None:
        """Close a cash day."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.close(desk, by, day, count, id_), self._on_closed)

    def print_slip(self, row: Row) -> None:
        """Print the slip of a payment."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.slip(desk, by, row, id_), self._on_slip)

    def print_day(self, day: date) -> None:
        """Print the report of a day."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.day_report(desk, by, day, id_), self._on_day)

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

    def _on_paid(self, done: Done) -> None:
        hint = _("Ctrl+I: in phiếu thu · F7: trả lại.")
        if done.day > self._context.now().date():
            hint = _("Hôm nay đã chốt: tiền tính vào ngày {day}.").format(day=spoken_day(done.day))
        self._over(_("Đã thu {amount}, phiếu {number}.").format(amount=dong(done.amount), number=done.number), hint)

    def _on_returned(self, done: Done) -> None:
        words = _("Đã ghi phiếu {number} là ghi sai.") if self._mistake else _("Đã trả lại {amount}, phiếu {number}.")
        again = _("Hồ sơ trở lại danh sách chưa thu.")
        self._over(words.format(amount=dong(done.amount), number=done.number), again)

    def _on_closed(self, day: date) -> None:
        self._over(_("Đã chốt ngày {day}.").format(day=spoken_day(day)), _("Ctrl+P: in báo cáo để ký."))

    def _on_slip(self, is_copy: bool) -> None:
        self._over(_("Đang in bản sao phiếu thu.") if is_copy else _("Đang in phiếu thu."))

    def _on_day(self, day: date) -> None:
        self._over(_("Đang in báo cáo thu tiền ngày {day}.").format(day=spoken_day(day)))

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, InvalidInput):
            self.refused.emit(error)
        else:
            self._context.messages.report(error)
            self.moved.emit()
