"""The steps of time by which a report tells how things went: weeks, months, quarters or years."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

Step = Literal["week", "month", "quarter", "year"]

STEP_WORDS: Mapping[Step, str] = {"week": "Tuần", "month": "Tháng", "quarter": "Quý", "year": "Năm"}
"""What a line of each step is."""

MOST_LINES = 600
"""A table by steps has no more lines than these: weeks of ten years and a half."""

_QUARTERS = ("I", "II", "III", "IV")
_LONGEST: tuple[tuple[int, Step], ...] = ((100, "week"), (800, "month"), (3_700, "quarter"))
"""Up to how many days each step is read with ease: a quarter in weeks, two years in months, ten years in quarters."""


def step_for(first: date, last: date) -> Step:
    """Return the step by which a period is told unless somebody wants another."""
    days = (last - first).days + 1
    return next((step for longest, step in _LONGEST if days <= longest), "year")


def begins_on(day: date, step: Step) -> date:
    """Return the first day of the step in which ``day`` lies; a week begins on Monday."""
    return _BEGINS[step](day)


def following(day: date, step: Step) -> date:
    """Return the first day after the step in which ``day`` lies."""
    return begins_on(begins_on(day, step) + _NEXT[step], step)


def keys_between(first: date, last: date, step: Step) -> Iterator[str]:
    """Yield the key of every step of a period in order, those of nothing too: a line drawn over them must not skip any."""
    day = begins_on(first, step)
    while day <= last:
        yield key_of(day, step)
        day = following(day, step)


def key_of(day: date, step: Step) -> str:
    """Return the name that sources give the step in which ``day`` lies; keys sort as their days do."""
    start = begins_on(day, step)
    written = {"week": start.isoformat(), "month": f"{start:%Y-%m}", "year": f"{start:%Y}"}
    return written.get(step, f"{start.year}-Q{(start.month + 2) // 3}")


def spoken_step(key: str, step: Step, first: date, last: date) -> str:
    """Return a key of a period as people write it: ``12/10–18/10``, ``11/2026``, ``Quý IV/2026``, ``2026``.

    A week that the period cuts shows the days that are counted.
    """
    if step == "week":
        monday = date.fromisoformat(key)
        begin, end = max(monday, first), min(monday + timedelta(days=6), last)
        year = "" if first.year == last.year else f"/{end.year}"
        return f"{begin:%d/%m}–{end:%d/%m}{year}" if begin < end else f"{end:%d/%m}{year}"
    if step == "month":
        return f"{key[5:7]}/{key[:4]}"
    return f"Quý {_QUARTERS[int(key[-1]) - 1]}/{key[:4]}" if step == "quarter" else key


_BEGINS: Mapping[Step, Callable[[date], date]] = {
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "quarter": lambda day: day.replace(month=day.month - (day.month - 1) % 3, day=1),
    "year": lambda day: day.replace(month=1, day=1),
}
_NEXT: Mapping[Step, timedelta] = {
    "week": timedelta(days=7),
    "month": timedelta(days=31),
    "quarter": timedelta(days=92),
    "year": timedelta(days=366),
}
"""From the first day of a step this leads into the next one, and never past it."""
