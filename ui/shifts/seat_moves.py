"""What becomes of one seat: swapped, cancelled, covered, named, its shift called off."""

from desk_app.kernel.translations import _
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.seen import SeatSeen
from ui.shifts import desk_side
from ui.shifts.month_view import MonthView
from ui.shifts.seat_strips import SeatStrips
from ui.shifts.state import holders, shift_words
from ui.shifts.work import Work
from ui.widgets.strip import Strip


class SeatMoves:
    """Asks about the seat that ``view`` shows, and writes what was answered; ``about`` is the seat or shift asked about."""

    def __init__(self, work: Work, view: MonthView) -> None:
        self._work = work
        self._view = view
        self._marked: SeatSeen | None = None
        self.about = ""
        self.book = ShiftBook()
        self.strips = SeatStrips(
            cover=self._do_cover,
            name=self._do_name,
            cancel=self._do_cancel,
            call_off=self._do_call_off,
            swap=self._do_swap,
        )

    def forget(self) -> bool:
        """Forget the first seat of a swap; tell whether there was one."""
        was, self._marked = self._marked, None
        return was is not None

    def swap(self) -> None:
        """Remember the first seat of a swap, then ask about both."""
        seat = self._view.seat
        if seat is None:
            return
        if self._marked is None or self._marked.seat == seat.seat:
            self._marked = seat
            words = _("Đổi ca của {name}: chọn ca kia rồi bấm D.").format(name=seat.who)
            self._work.context.messages.say(words, _("Esc: thôi."), tone="plain")
            return
        title = _("Đổi ca: {first} và {second}").format(first=self._marked.who, second=seat.who)
        self.about = seat.seat
        self._work.ask(self.strips.swap, title)

    def cancel(self) -> None:
        """Ask why the holder cannot come."""
        seat = self._view.seat
        if seat is not None:
            self.about = seat.seat
            self._work.ask(
                self.strips.cancel, _("{name} báo vắng, {shift}").format(name=seat.who, shift=shift_words(seat))
            )

    def cover(self) -> None:
        """Ask who comes instead."""
        if self._view.seat is not None:
            title = _("Trực thay, {shift}").format(shift=shift_words(self._view.seat))
            self.ask_who(self.strips.cover, self._view.seat, title)

    def name(self) -> None:
        """Ask whom the organisation sends."""
        seat = self._view.seat
        if seat is None:
            return
        self.about = seat.seat
        named = tuple(
            each for each in holders(self.book, self._work.today, only=seat.organisation) if each[0][-1] != "|"
        )
        if not named:
            words = _("{name} chưa có ai trong danh sách.").format(name=seat.organisation_name)
            self._work.context.messages.say(words, _("Alt+3: thêm người của tổ chức."), tone="warning")
            return
        self.strips.name.offer(named)
        self._work.ask(self.strips.name, _("Ai trực, {shift}").format(shift=shift_words(seat)))

    def call_off(self) -> None:
        """Ask why the whole shift does not take place."""
        seat = self._view.seat
        if seat is not None:
            self.about = seat.shift
            self._work.ask(self.strips.call_off, _("Hủy cả ca {shift}?").format(shift=shift_words(seat)))

    def print_slip(self) -> None:
        """Queue the slip of the seat's last swap or cover."""
        if self._view.seat is not None:
            id_ = self._view.seat.seat
            self._work.do(lambda do: desk_side.change_slip(do, id_), _("Đã gửi in phiếu."))

    def ask_who(self, strip: Strip, seat: SeatSeen, title: str) -> None:
        """Open a strip that asks for a holder, the present one chosen."""
        choices = holders(self.book, self._work.today)
        if not choices:
            words = _("Chưa có tổ chức nào.")
            self._work.context.messages.say(words, _("Alt+3: thêm tổ chức."), tone="warning")
            return
        self.about = seat.seat
        strip.offer(choices)
        self._work.ask(strip, title)
        own = f"{seat.organisation}|{seat.member}"
        keys = [key for key, _words in choices]
        strip.box.setCurrentIndex(keys.index(own) if own in keys else 0)

    def _do_swap(self) -> None:
        if self._marked is None:
            return
        first, second, reason = self._marked.seat, self.about, self.strips.swap.text("reason")
        said = _("Đã đổi ca. Ctrl+J: in phiếu đổi ca để hai bên ký.")
        self._work.do(lambda do: desk_side.swap(do, first, second, reason), said, strip=self.strips.swap)

    def _do_cancel(self) -> None:
        id_, reason = self.about, self.strips.cancel.text("reason")
        said = _("Đã ghi báo vắng. Ctrl+T: chọn người trực thay.")
        self._work.do(lambda do: desk_side.cancel(do, id_, reason), said, strip=self.strips.cancel)

    def _do_cover(self) -> None:
        id_, holder, reason = self.about, self.strips.cover.choice, self.strips.cover.text("reason")
        said = _("Đã ghi người trực thay. Ctrl+J: in phiếu trực thay.")
        self._work.do(lambda do: desk_side.cover(do, id_, holder, reason), said, strip=self.strips.cover)

    def _do_name(self) -> None:
        id_, holder = self.about, self.strips.name.choice
        self._work.do(lambda do: desk_side.name(do, id_, holder), _("Đã ghi tên người trực."), strip=self.strips.name)

    def _do_call_off(self) -> None:
        shift, reason = self.about, self.strips.call_off.text("reason")
        said = _("Đã hủy ca; không ai phải đến, không tổ chức nào mang nợ.")
        self._work.do(lambda do: desk_side.call_off(do, shift, reason), said, strip=self.strips.call_off)
