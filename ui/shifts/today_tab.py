"""The tab of today: attendance, late cancellations, a suggested replacement with one key."""

from datetime import date

from desk_app.kernel.translations import _
from desk_app.shifts.facts import Attended
from desk_app.shifts.replacement import Replacement
from desk_app.shifts.rights import NOTE, PRINT
from ui.shifts import desk_side
from ui.shifts.deed import Deed, Tab
from ui.shifts.state import TodaySeen, shift_words
from ui.shifts.today_view import TodayView
from ui.shifts.work import Work, Write
from ui.widgets.field import Field
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_time

_OPEN = ("open", "cancelled")
_BEGUN = ("held", "came", "late", "no_show")


class TodayTab(Tab):
    """Shows who is on duty; an open seat shows at once who could take it."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.view = TodayView()
        self._wanted = ""
        self._suggested_for = ""
        self._about = ""
        self.late = Strip(
            "", [Field("from_time", _("Đến lúc")), Field("note", _("Ghi chú"))], self._do_late, words=_("Ghi")
        )
        self.away = Strip("", [Field("reason", _("Vì sao không đến"))], self._do_away, words=_("Ghi báo vắng"))
        self.lay_out(self.view, (self.late, self.away), self._deeds())
        self.view.moved.connect(self._on_moved)
        self.view.taken.connect(self._take)

    def seek(self) -> None:
        """Look at today again."""
        desk, by = self.work.context.desk, self.work.context.actor.id
        self.work.context.jobs.read(lambda: desk_side.today(desk, by), self._on_seen, latest="today")

    def take_focus(self) -> None:
        """Stand in the list of seats."""
        self.view.seats.setFocus()

    def stand_on(self, seat: str) -> None:
        """Stand on a seat as soon as it is shown."""
        self._wanted = seat

    def _deeds(self) -> tuple[Deed, ...]:
        may_note = self.work.context.may(NOTE)
        return (
            Deed(key="F7", words=_("Có mặt"), run=self._on_came, may=lambda: may_note and self._has_begun, kind="main"),
            Deed(key="Shift+F7", words=_("Đến trễ"), run=self._on_late, may=lambda: may_note and self._has_begun),
            Deed(key="F8", words=_("Vắng không báo"), run=self._on_absent, may=lambda: may_note and self._has_begun),
            Deed(key="Ctrl+B", words=_("Báo vắng"), run=self._on_away, may=lambda: may_note and self._is_held),
            Deed(key="F6", words=_("Nhận người thay đầu tiên"), run=lambda: self._take(0), may=self._may_take),
            Deed(
                key="Ctrl+P",
                words=_("In danh sách ký trực"),
                run=self._on_print,
                may=lambda: self.work.context.may(PRINT) and self.view.seat is not None,
            ),
        )

    @property
    def _has_begun(self) -> bool:
        seat = self.view.seat
        return seat is not None and seat.state in _BEGUN and seat.on <= self.work.today

    @property
    def _is_held(self) -> bool:
        return self.view.seat is not None and self.view.seat.state == "held"

    def _may_take(self) -> bool:
        return self.work.context.may(NOTE) and self._is_open and bool(self.view.replacements.rows)

    @property
    def _is_open(self) -> bool:
        return self.view.seat is not None and self.view.seat.state in _OPEN

    def _on_seen(self, seen: TodaySeen) -> None:
        self.view.put(seen)
        if self._wanted and self.view.stand_on(self._wanted):
            self._wanted = ""
        self.allow()

    def _on_moved(self) -> None:
        seat = self.view.seat
        if seat is None or seat.state not in _OPEN:
            self._suggested_for = ""
            self.view.put_replacements(())
        elif seat.seat != self._suggested_for or not self.view.replacements.rows:
            self._suggested_for = seat.seat
            desk, by, id_ = self.work.context.desk, self.work.context.actor.id, seat.seat
            self.work.context.jobs.read(
                lambda: desk_side.suggested(desk, by, id_), self._on_suggested, latest="suggested"
            )
        self.allow()

    def _on_suggested(self, found: tuple[str, tuple[Replacement, ...]]) -> None:
        if found[0] == self._suggested_for:
            self.view.put_replacements(found[1])
        self.allow()

    def _take(self, row: int) -> None:
        seat, rows = self.view.seat, self.view.replacements.rows
        if seat is None or not 0 <= row < len(rows):
            return
        chosen, id_ = rows[row], seat.seat
        holder = f"{chosen.organisation}|{chosen.member}"
        name = chosen.member_name or chosen.organisation_name
        said = _("{name} trực thay. Hãy gọi {phone} để báo.").format(name=name, phone=chosen.phone or _("họ"))
        self.work.do(
            lambda do: desk_side.cover(do, id_, holder, ""), said, _("Trang Tháng, Ctrl+J: in phiếu trực thay.")
        )

    def _on_came(self) -> None:
        self._note("came", _("Đã ghi có mặt: {name}."))

    def _on_absent(self) -> None:
        self._note("no_show", _("Đã ghi vắng không báo: {name}."))

    def _note(self, how: Attended, said: str) -> None:
        seat = self.view.seat
        if seat is not None:
            id_ = seat.seat
            self.work.do(lambda do: desk_side.attended(do, id_, how, None, ""), said.format(name=seat.who))

    def _on_late(self) -> None:
        seat = self.view.seat
        if seat is not None:
            self._about = seat.seat
            self.work.ask(self.late, _("{name} đến trễ").format(name=seat.who))

    def _do_late(self) -> None:
        id_, strip = self._about, self.late

        def made() -> Write:
            typed, note = strip.text("from_time"), strip.text("note")
            at = typed_time(typed, field="from_time") if typed.strip() else None
            return lambda do: desk_side.attended(do, id_, "late", at, note)

        self.work.answered(strip, made, _("Đã ghi đến trễ."))

    def _on_away(self) -> None:
        seat = self.view.seat
        if seat is not None:
            self._about = seat.seat
            self.work.ask(self.away, _("{name} báo vắng, {shift}").format(name=seat.who, shift=shift_words(seat)))

    def _do_away(self) -> None:
        id_, reason = self._about, self.away.text("reason")
        said = _("Đã ghi báo vắng. F6: nhận người thay đầu tiên.")
        self.work.do(lambda do: desk_side.cancel(do, id_, reason), said, strip=self.away)

    def _on_print(self) -> None:
        seat = self.view.seat
        if seat is not None:
            on: date = seat.on
            self.work.do(lambda do: desk_side.sign_in(do, on), _("Đã gửi in danh sách ký trực."))
