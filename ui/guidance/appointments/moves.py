"""What the keys of the page of appointments write, one at a time."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desk_app.desk import Desk
from desk_app.guidance.appointments.appointment import Appointment
from desk_app.guidance.appointments.commands import Booking
from desk_app.guidance.appointments.line import Plan
from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.time_source import spoken_moment
from desk_app.kernel.translations import _
from ui.guidance.appointments import desk_side
from ui.guidance.appointments.state import Offer, Row
from ui.shell.one_write import OneWrite
from ui.shell.page import Context

T = TypeVar("T")


class AppointmentMoves(QObject):
    """Does what a key asks, unless the move before is still under way; says ``moved`` with an id when it is done.

    ``refused`` hands on an error that belongs to an open strip.
    """

    moved = Signal(str)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._one = OneWrite(context, self)
        self._words = ""
        self._about = ""

    def book(self, booking: Booking, command_id: str) -> None:
        """Expect somebody in a slot."""
        desk, by, _id = self._said_by()
        self._write(lambda: desk_side.book(desk, by, booking, command_id), self._on_booked)

    def walk_in(self, booking: Booking, command_id: str) -> None:
        """Take somebody without an appointment."""
        desk, by, _id = self._said_by()
        self._write(lambda: desk_side.walk_in(desk, by, booking, command_id), self._on_walked_in)

    def move(self, row: Row, to: Offer, reason: str) -> None:
        """Put an appointment into another slot."""
        desk, by, id_ = self._said_by()
        self._write(lambda: desk_side.move(desk, by, row.id, to, reason, id_), self._on_put_off)

    def cancel(self, row: Row, reason: str) -> None:
        """Call an appointment off."""
        desk, by, id_ = self._said_by()
        words = _("Đã hủy hẹn của {who}; chỗ trống lại.").format(who=row.who)
        self._plain(lambda: desk_side.cancel(desk, by, row.id, reason, id_), words, row.id)

    def remind(self, row: Row, *, reached: bool) -> None:
        """Record a call."""
        desk, by, id_ = self._said_by()
        words = _("Đã gọi được {who}.") if reached else _("Chưa gọi được {who}; vẫn còn trong danh sách.")
        work = lambda: desk_side.remind(desk, by, row.id, id_, reached=reached)  # noqa: E731 - handed on as it is
        self._plain(work, words.format(who=row.who), row.id)

    def arrive(self, row: Row) -> None:
        """Record that the person came."""
        desk, by, id_ = self._said_by()
        words = _("{who} đã đến. Ctrl+G: lập hồ sơ.").format(who=row.who)
        self._plain(lambda: desk_side.arrive(desk, by, row.id, id_), words, row.id)

    def not_come(self, row: Row) -> None:
        """Record that nobody came."""
        desk, by, id_ = self._said_by()
        words = _("Đã ghi {who} không đến. Đến muộn thì F7.").format(who=row.who)
        self._plain(lambda: desk_side.not_come(desk, by, row.id, id_), words, row.id)

    def put_line(self, plan: Plan, line: str) -> None:
        """Lay down a line."""
        desk, by, id_ = self._said_by()
        words = _("Đã lập lịch nhận hẹn «{name}».").format(name=plan.name)
        self._plain(lambda: desk_side.put_line(desk, by, plan, line, id_), words, "")

    def print_slip(self, row: Row) -> None:
        """Print what the citizen takes home: number, day and hour, papers to bring."""
        desk, by, id_ = self._said_by()
        words = _("Đang in phiếu hẹn {number}.").format(number=row.number)
        self._plain(lambda: desk_side.slip(desk, by, row.id, id_), words, row.id)

    def print_day(self, day: date) -> None:
        """Print the list of a day."""
        desk, by, id_ = self._said_by()
        self._plain(lambda: desk_side.day_list(desk, by, day, id_), _("Đang in danh sách hẹn trong ngày."), "")

    def _said_by(self) -> tuple[Desk, str, str]:
        self._one.fresh()
        doing = self._one.doing
        return doing.desk, doing.by, doing.id

    def _plain(self, work: Callable[[], None], words: str, about: str) -> None:
        if not self._one.is_busy:
            self._words, self._about = words, about
            self._write(work, self._on_done)

    def _write(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._one.do(lambda _doing: work(), done, self._on_failed)

    def _over(self, message: str, hint: str, about: str) -> None:
        self._context.messages.say(message, hint)
        self._context.wrote()
        self.moved.emit(about)

    def _on_booked(self, made: Appointment) -> None:
        words = _("Đã hẹn {who} lúc {at}, số {number}.")
        at = spoken_moment(made.starts_at)
        self._over(words.format(who=made.spoken_name, at=at, number=made.number), _("Ctrl+I: in phiếu hẹn."), made.id)

    def _on_walked_in(self, made: Appointment) -> None:
        words = _("{who} được xen vào lượt {at}.").format(who=made.spoken_name, at=f"{made.starts_at:%H:%M}")
        self._over(words, _("Ctrl+G: lập hồ sơ."), made.id)

    def _on_put_off(self, made: Appointment) -> None:
        words = _("Đã dời hẹn của {who} sang {at}.")
        at = spoken_moment(made.starts_at)
        self._over(words.format(who=made.spoken_name, at=at), _("Ctrl+I: in phiếu hẹn mới."), made.id)

    def _on_done(self, _result: None) -> None:
        self._over(self._words, "", self._about)

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, InvalidInput):
            self.refused.emit(error)
        else:
            self._context.messages.report(error)
            self.moved.emit("")
