"""What a report is asked for: its days, its office, how shares are rounded, by which steps of time it tells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.reports.figure import Rounding
from desk_app.reports.steps import MOST_LINES, STEP_WORDS, Step, keys_between, step_for

Watch = Callable[[int, int], None]
"""Hears how many steps of how many are done; what it raises ends the work, and nothing is left."""


def unwatched(_done: int, _total: int) -> None:
    """Hear nothing and stop nothing."""


class Telling:
    """Tells a ``Watch`` how far it is, and asks it again in the middle of a long question."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._last = (0, 1)

    def say(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` steps are behind."""
        self._last = (done, total)
        self._watch(done, total)

    def stop(self) -> DeskError | None:
        """Return the error with which the watch wants the work to end, None while it may go on."""
        try:
            self._watch(*self._last)
        except DeskError as wanted:
            return wanted
        return None


@dataclass(frozen=True, kw_only=True)
class Scope:
    """From ``first_on`` to ``last_on``, both included and across years if need be, of one office or (empty) of all.

    ``step`` None leaves the steps of time to the period's length.
    """

    first_on: date
    last_on: date
    unit: str = ""
    rounding: Rounding = "half_up"
    step: Step | None = None

    @property
    def told_by(self) -> Step:
        """Return the step of time by which tables tell how things went."""
        return self.step or step_for(self.first_on, self.last_on)

    @property
    def before(self) -> date:
        """Return the day after the last one."""
        return self.last_on + timedelta(days=1)


def checked(scope: Scope) -> Scope:
    """Return ``scope``; raise ``InvalidInput`` for days that make no period, or too many steps."""
    if scope.first_on > scope.last_on:
        raise InvalidInput("to", "Ngày cuối ở trước ngày đầu.", "Đổi lại hai ngày.")
    if scope.first_on.year < 1990 or scope.last_on.year > 2999:
        raise InvalidInput("from", "Thời kỳ nằm ngoài các năm 1990–2999.", "Xem lại năm.")
    steps = keys_between(scope.first_on, scope.last_on, scope.told_by)
    if len(tuple(islice(steps, MOST_LINES + 1))) > MOST_LINES:
        words = STEP_WORDS[scope.told_by].lower()
        raise InvalidInput("step", f"Thời kỳ này dài quá {MOST_LINES} {words}.", "Chọn bước dài hơn, hoặc kỳ ngắn hơn.")
    return scope


def month_period(year: int, month: int, first_day: int) -> tuple[date, date]:
    """Return the days of a reporting month that begins on ``first_day``: 1 is the calendar month.

    From day 15 on, the month before lends its second half: November 2026 then runs from 15/10 to 14/11.
    """
    if first_day == 1:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    before = date(year, month, 1) - timedelta(days=1)
    return date(before.year, before.month, first_day), date(year, month, first_day) - timedelta(days=1)
