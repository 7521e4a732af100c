"""The tab of a month: plan, pin, swap, cover, name, call off, issue; everything by keys."""

from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.rights import NOTE, PLAN, PRINT
from ui.shifts import desk_side
from ui.shifts.deed import Deed, Tab
from ui.shifts.desk_side import MonthShown
from ui.shifts.month_view import MonthView
from ui.shifts.papers import Papers
from ui.shifts.seat_moves import SeatMoves
from ui.shifts.state import month_words, shift_words
from ui.shifts.work import Work, Write
from ui.widgets.field import Field
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_day

_HELD = ("held",)
_NOT_OVER = ("held", "open", "cancelled")


class MonthTab(Tab):
    """Shows the roster of the month that the page is about."""

    def __init__(self, work: Work, papers: Papers) -> None:
        super().__init__(work)
        self._papers = papers
        self.view = MonthView()
        self._wanted = ""
        self.moves = SeatMoves(work, self.view)
        reason = Field("reason", _("Lý do (nếu có)"))
        self.pin = Strip("", [reason], self._do_pin, words=_("Ghim"), choices=(("", ""),), box=_("Ai trực"))
        numbered = [
            Field("number", _("Số thông báo"), placeholder="05"),
            Field("issued_on", _("Ngày ban hành")),
            Field("note", _("Ghi thêm vào thông báo (nếu có)")),
        ]
        self.issue = Strip("", numbered, self._do_issue, words=_("Ban hành"))
        strips = (self.pin, self.issue, *self.moves.strips.all, papers.strip)
        self.lay_out(self.view, strips, self._deeds())
        self.view.moved.connect(self.allow)
        work.written.connect(self.moves.forget)

    def seek(self) -> None:
        """Look at the month again."""
        desk, by, month = self.work.context.desk, self.work.context.actor.id, self.work.month
        self.work.context.jobs.read(lambda: desk_side.month(desk, by, month), self._on_seen, latest="month")

    def take_focus(self) -> None:
        """Stand in the calendar."""
        self.view.grid.setFocus()

    def stand_on(self, seat: str) -> None:
        """Stand on a seat as soon as it is shown."""
        self._wanted = seat

    def narrow(self, is_narrow: bool) -> None:
        """Set the seats under the calendar where the window is narrow."""
        self.view.narrow(is_narrow)

    def escape(self) -> bool:
        """Close a strip, forget the first seat of a swap, then go from the seats back to the calendar."""
        if super().escape():
            return True
        if self.moves.forget():
            self.work.context.messages.say(_("Thôi đổi ca."), tone="plain")
            return True
        if self.view.seats.hasFocus():
            self.view.grid.setFocus()
            return True
        return False

    def _deeds(self) -> tuple[Deed, ...]:
        may = self.work.context.may
        plans, notes, prints = may(PLAN), may(NOTE), may(PRINT)
        return (
            Deed(key="F6", words=_("Xếp lịch"), run=self._on_plan, may=lambda: plans, kind="main"),
            Deed(key="Shift+F6", words=_("Xếp lại từ đầu"), run=self._on_anew, may=lambda: plans and self._has_roster),
            Deed(key="F7", words=_("Ban hành"), run=self._on_issue, may=lambda: plans and self._is_draft),
            Deed(key="P", words=_("Ghim, bỏ ghim"), run=self._on_pin, may=lambda: plans and self._stands(*_NOT_OVER)),
            Deed(key="D", words=_("Đổi ca"), run=self.moves.swap, may=lambda: notes and self._stands(*_HELD)),
            Deed(key="F8", words=_("Báo vắng"), run=self.moves.cancel, may=lambda: notes and self._stands(*_HELD)),
            Deed(
                key="Ctrl+T", words=_("Trực thay"), run=self.moves.cover, may=lambda: notes and self._stands(*_NOT_OVER)
            ),
            Deed(
                key="Ctrl+N", words=_("Ghi tên người"), run=self.moves.name, may=lambda: notes and self._stands(*_HELD)
            ),
            Deed(
                key="Ctrl+J",
                words=_("In phiếu đổi ca"),
                run=self.moves.print_slip,
                may=lambda: notes and self._is_changed,
            ),
            Deed(key="Ctrl+P", words=_("Giấy tờ, tệp"), run=self._papers.ask, may=lambda: prints and self._has_roster),
            Deed(
                key="Ctrl+Delete",
                words=_("Hủy cả ca"),
                run=self.moves.call_off,
                may=lambda: plans and self._stands(*_NOT_OVER),
            ),
        )

    @property
    def _has_roster(self) -> bool:
        return self.view.roster is not None

    @property
    def _is_draft(self) -> bool:
        return self.view.roster is not None and self.view.roster.edition == "draft"

    @property
    def _is_changed(self) -> bool:
        return self.view.seat is not None and self.view.seat.how in ("swap", "cover")

    def _stands(self, *states: str) -> bool:
        return self.view.seat is not None and self.view.seat.state in states

    def _on_seen(self, shown: MonthShown) -> None:
        self.moves.book = shown.book
        if shown.book.patterns:
            empty = (_("Tháng này chưa xếp lịch"), _("Máy xếp công bằng giữa các tổ chức, tránh ngày vắng."), "F6")
        else:
            empty = (_("Chưa có nếp trực nào"), _("Khai điểm trực, thứ trong tuần và giờ trực trước."), "Alt+5")
        self.view.put(shown.roster, empty)
        if self._wanted:
            self.view.stand_on(self._wanted)
            self._wanted = ""
        self.allow()
        self.changed.emit()

    def _on_plan(self) -> None:
        self._plan(anew=False)

    def _on_anew(self) -> None:
        self._plan(anew=True)

    def _plan(self, *, anew: bool) -> None:
        month = self.work.month
        said = _("Đã xếp lịch {month}, còn là bản thảo.").format(month=month_words(month).lower())
        hint = _("P: ghim · Alt+4: xem công bằng · F7: ban hành.")
        self.work.do(lambda do: desk_side.plan(do, month, anew=anew), said, hint)

    def _on_issue(self) -> None:
        title = _("Ban hành lịch trực {month}").format(month=month_words(self.work.month).lower())
        self.work.ask(self.issue, title)
        self.issue.fields["issued_on"].put(spoken_day(self.work.today))

    def _do_issue(self) -> None:
        strip, month, today = self.issue, self.work.month, self.work.today

        def read() -> Write:
            number, note = strip.text("number"), strip.text("note")
            on = typed_day(strip.text("issued_on"), today, field="issued_on")
            return lambda do: desk_side.issue(do, month, number, on, note)

        self.work.answered(
            strip, read, _("Đã ban hành lịch trực."), _("Ctrl+P: thông báo, lịch treo tường, phiếu bỏ túi.")
        )

    def _on_pin(self) -> None:
        seat, month = self.view.seat, self.work.month
        if seat is None:
            return
        if seat.pinned:
            id_ = seat.seat
            said = _("Đã bỏ ghim và xếp lại, ít thay đổi nhất; còn là bản thảo.")
            self.work.do(lambda do: desk_side.unpin(do, month, id_), said)
            return
        self.moves.ask_who(self.pin, seat, _("Ghim {shift}").format(shift=shift_words(seat)))

    def _do_pin(self) -> None:
        strip, month, id_ = self.pin, self.work.month, self.moves.about
        holder, reason = strip.choice, strip.text("reason")
        said = _("Đã ghim và xếp lại những chỗ khác, ít thay đổi nhất; còn là bản thảo.")
        self.work.do(lambda do: desk_side.pin(do, month, id_, holder, reason), said, strip=strip)
