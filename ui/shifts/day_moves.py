"""The moves about single days: somebody cannot come, can come besides their weekdays, or a day is taken back."""

from datetime import date

from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.book import Absence, Member
from ui.shell.message_bar import Act
from ui.shifts import people_side
from ui.shifts.people_rows import coming_days
from ui.shifts.people_strips import PeopleStrips
from ui.shifts.people_view import PeopleView
from ui.shifts.typed import typed_days_ahead
from ui.shifts.work import Work, Write
from ui.widgets.typed import typed_day

_AGAIN = "Ctrl+Z"


class DayMoves:
    """Asks for days and writes them; what is taken back can be noted again while the message stands."""

    def __init__(self, work: Work, view: PeopleView, ask: PeopleStrips) -> None:
        self._work, self._view, self._ask = work, view, ask
        self._who = ""
        self._member: Member | None = None

    def ask_away(self) -> None:
        """Ask when the chosen person or organisation cannot come."""
        whose = self._view.member or self._view.organisation
        if whose is not None:
            self._who = whose.id
            self._work.ask(self._ask.away, _("{name} không đến được").format(name=whose.name))

    def do_away(self) -> None:
        """Note the absence that the strip asked for."""
        strip, who, today = self._ask.away, self._who, self._work.today

        def read() -> Write:
            first = typed_day(strip.text("first_on"), today, field="first_on")
            last = typed_day(strip.text("last_on"), first, field="last_on")
            absence = Absence(id="", who=who, first_on=first, last_on=last, reason=strip.text("reason"))
            return lambda do: people_side.absent(do, absence)

        self._work.answered(strip, read, _("Đã ghi ngày vắng; máy không xếp những ngày ấy."))

    def ask_comes(self) -> None:
        """Ask on which single days the chosen person can come."""
        self._member = self._view.member
        if self._member is not None:
            self._work.ask(self._ask.comes, _("{name} đến được những ngày lẻ này").format(name=self._member.name))

    def do_comes(self) -> None:
        """Note the days that the strip asked for."""
        strip, member, today = self._ask.comes, self._member, self._work.today
        if member is None:
            return

        def read() -> Write:
            days = typed_days_ahead(strip.text("days"), today, field="days")
            return lambda do: people_side.comes_on(do, member.id, days)

        only = _("Từ nay máy chỉ xếp {name} vào các ngày lẻ.").format(name=member.name)
        hint = "" if member.weekdays or member.only_on else only
        self._work.answered(strip, read, _("Đã ghi ngày đến được."), hint)

    def withdraw(self) -> None:
        """Take the chosen day back."""
        day = self._view.day
        if day is None:
            return
        if day.absence is not None:
            self._withdraw_absence(day.absence)
        elif (member := self._view.member) is not None:
            self._withdraw_day(member, day.first_on)

    def _withdraw_absence(self, absence: Absence) -> None:
        def again() -> None:
            self._work.do(lambda do: people_side.absent(do, absence), _("Đã ghi lại ngày vắng."))

        act = Act(words=_("Ghi lại"), key=_AGAIN, run=again)
        self._work.do(lambda do: people_side.present_again(do, absence.id), _("Đã bỏ báo vắng."), act=act)

    def _withdraw_day(self, member: Member, on: date) -> None:
        def again() -> None:
            self._work.do(lambda do: people_side.comes_on(do, member.id, (on,)), _("Đã ghi lại ngày đến được."))

        self._work.do(
            lambda do: people_side.comes_no_more_on(do, member.id, on),
            _("Đã bỏ ngày {day} của {name}.").format(day=spoken_day(on), name=member.name),
            _left_words(member, on, self._work.today),
            act=Act(words=_("Ghi lại"), key=_AGAIN, run=again),
        )


def _left_words(member: Member, gone: date, today: date) -> str:
    """Return what a person's last single day being gone means for somebody who has no weekdays; empty for all others."""
    if member.weekdays or set(coming_days(member, today)) != {gone}:
        return ""
    if len(member.only_on) == 1:
        return _("{name} lại đến được mọi ngày.").format(name=member.name)
    return _("Không còn ngày lẻ nào: máy không xếp {name}.").format(name=member.name)
