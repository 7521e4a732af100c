"""What a new calendar would change: shown before an import, together with the dossiers whose date would move."""

from datetime import date
from typing import Literal

from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.working_time.calendar import Calendar, WorkingYear

ChangeKind = Literal["added", "removed", "changed"]


class DayChange(Record):
    """One day of the calendar before and after; ``works_differs``: it turns from a working day to a day off or back."""

    on: date
    kind: ChangeKind
    before: str
    after: str
    works_differs: bool


def changes(before: WorkingYear | None, after: WorkingYear) -> tuple[DayChange, ...]:
    """Return the days that ``after`` adds, removes or changes, in order; ``before`` None is a year without a notice."""
    old, new = _days(before), _days(after)
    then, now = Calendar(() if before is None else (before,)), Calendar((after,))
    return tuple(
        DayChange(
            on=on,
            kind="added" if on not in old else "removed" if on not in new else "changed",
            before=old.get(on, ""),
            after=new.get(on, ""),
            works_differs=then.is_working(on) != now.is_working(on),
        )
        for on in sorted(old.keys() | new.keys())
        if old.get(on) != new.get(on)
    )


def _days(year: WorkingYear | None) -> dict[date, str]:
    """Return each named day in the words a person compares: ``nghỉ: …``, ``làm việc: … (bù cho 02/01/2026)``."""
    if year is None:
        return {}
    off = {day.on: f"nghỉ: {day.name}" for day in year.days_off}
    worked = {day.on: f"làm việc: {day.name} (bù cho {spoken_day(day.makes_up_for)})" for day in year.worked_days}
    return off | worked
