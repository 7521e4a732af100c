"""Terms that stand still while a supplement is awaited, and go on where they stopped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.working_time.calendar import Calendar
from desk_app.working_time.due import explained, walk_from
from desk_app.working_time.half_days import Half, HalfDay, Span
from desk_app.working_time.hours_term import count_hours
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.receipt import Receipt, at_once_day, receipt_day_reasons, receipt_of, start_after
from desk_app.working_time.term import Term
from desk_app.working_time.walk import Walk, working_half_days
from desk_app.working_time.why import Due

_WAITING = "Chờ bổ sung hồ sơ, không tính"


def due_after_pauses(
    term: Term, received_at: datetime, waits: Sequence[Span], calendar: Calendar, readings: Iterable[Reading]
) -> Due:
    """Return when ``term`` ends after standing still in ``waits``, oldest first, Vietnamese time.

    A request after the term had ended changes nothing: the dossier was late already. When the request falls in the last
    half-day, none is left, and the result is due at once after completion.
    """
    reading = reading_on(readings, received_at.date())
    receipt = receipt_of(received_at, cutoff=term.cutoff, calendar=calendar, reading=reading)
    walk = walk_from(receipt, calendar)
    if term.in_hours:
        ends_at = count_hours(walk.steps, receipt.at, term.hours, calendar, reading.hours, waits)
    else:
        _PausedCount(term=term, walk=walk, calendar=calendar, reading=reading).go_through(receipt, waits)
        ends_at = reading.hours.closing(walk.last)
    return explained(ends_at, receipt, walk.steps, calendar, reading)


@dataclass(kw_only=True, slots=True)
class _PausedCount:
    """A count of half-days that requests break off and completions take up again.

    ``ends`` is the half-day it ends with, known as soon as nothing of the term is left to count.
    """

    term: Term
    walk: Walk
    calendar: Calendar
    reading: Reading
    used: int = 0
    ends: HalfDay | None = None

    def go_through(self, receipt: Receipt, waits: Sequence[Span]) -> None:
        """Walk from the receipt to the last half-day of the term."""
        if self.term.half_days:
            start = start_after(receipt.at, self.calendar, self.reading)
            self.walk.pass_to(start, receipt_day_reasons(receipt, self.calendar))
        else:
            self.ends = self._at_once(receipt)
        for wait in waits:
            self._count_until(wait.from_at)
            if self.ends is not None and wait.from_at > self.reading.hours.closing(self.ends):
                break
            self._go_on_after(wait.to_at)
        self._end()

    def _count_until(self, requested_at: datetime) -> None:
        if self.ends is None:
            last = self.reading.hours.last_begun(requested_at)
            self._count(min(self.term.half_days - self.used, working_half_days(self.calendar, self.walk.at, last)))

    def _count(self, number: int) -> None:
        self.walk.count(number, of=self.term.half_days, used=self.used)
        self.used += number
        if self.used == self.term.half_days:
            self.ends = self.walk.last

    def _go_on_after(self, completed_at: datetime) -> None:
        if self.ends is None:
            start = start_after(completed_at, self.calendar, self.reading)
            self.walk.pass_to(start, {completed_at.date(): self._completion_day(completed_at)}, _WAITING)
        else:
            cutoff = self.term.cutoff
            again = receipt_of(completed_at, cutoff=cutoff, calendar=self.calendar, reading=self.reading)
            self.ends = self._at_once(again)

    def _end(self) -> None:
        if self.ends is None:
            self._count(self.term.half_days - self.used)
        elif self.ends != self.walk.last:
            self.walk.pass_to(HalfDay(self.ends.on, Half.MORNING), {}, _WAITING)
            why = "Không còn nửa ngày nào" if self.term.half_days else "Giải quyết ngay"
            self.walk.end_on(self.ends.on, f"{why}: trả trong ngày")

    def _at_once(self, receipt: Receipt) -> HalfDay:
        return HalfDay(at_once_day(receipt, self.calendar, self.reading), Half.AFTERNOON)

    def _completion_day(self, completed_at: datetime) -> str:
        on = completed_at.date()
        if self.calendar.is_working(on):
            return "Ngày hoàn thiện hồ sơ, không tính"
        return f"Hoàn thiện vào ngày nghỉ ({self.calendar.reason(on)}), không tính"
