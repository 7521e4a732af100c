"""When a dossier is due, and why: the one calculator of dates in the program.

The reading in force on the day of receipt governs the whole term, office hours included.
"""

from collections.abc import Iterable
from datetime import datetime

from desk_app.kernel.records import changed
from desk_app.working_time.calendar import Calendar, unknown_year_warning
from desk_app.working_time.half_days import Half, HalfDay, vietnamese
from desk_app.working_time.hours_term import count_hours
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.receipt import (
    Receipt,
    at_once_day,
    receipt_day_reasons,
    receipt_of,
    received_on_day_off,
    start_after,
)
from desk_app.working_time.term import Term
from desk_app.working_time.walk import Walk
from desk_app.working_time.why import Due, WhyStep


def due(term: Term, received_at: datetime, calendar: Calendar, readings: Iterable[Reading]) -> Due:
    """Return when a term that starts with a receipt ends, in Vietnamese time, explained from the day of receipt.

    Half-days count from the working day after the receipt (reading: ``counting``); the last one's closing is the end.
    A term of 0 ends at the closing of the receipt day; under the cutoff, on a day off or after closing, of the next
    working day. Hours count inside office hours only, from the receipt or the next opening, and end at that moment.
    Raises ``InvalidInput`` for a moment without offset, ``NotFound`` when no reading is in force.
    """
    at = vietnamese(received_at)
    reading = reading_on(readings, at.date())
    receipt = receipt_of(at, cutoff=term.cutoff, calendar=calendar, reading=reading)
    walk = walk_from(receipt, calendar)
    if term.in_hours:
        ends_at = count_hours(walk.steps, receipt.at, term.hours, calendar, reading.hours, ())
    else:
        if term.half_days:
            walk.pass_to(start_after(receipt.at, calendar, reading), receipt_day_reasons(receipt, calendar))
            walk.count(term.half_days, of=term.half_days)
        else:
            end_at_once(walk, receipt, calendar, reading)
        ends_at = reading.hours.closing(walk.last)
    return explained(ends_at, receipt, walk.steps, calendar, reading)


def walk_from(receipt: Receipt, calendar: Calendar) -> Walk:
    """Return a walk that stands on the morning of the day that counts as that of receipt."""
    on = receipt.real_at.date()
    walk = Walk(calendar, HalfDay(on, Half.MORNING))
    if receipt.moved:
        walk.pass_to(HalfDay(receipt.at.date(), Half.MORNING), {on: receipt.moved})
    return walk


def end_at_once(walk: Walk, receipt: Receipt, calendar: Calendar, reading: Reading) -> None:
    """End ``walk`` on the day on which a result given at once is due."""
    on, due_on = receipt.at.date(), at_once_day(receipt, calendar, reading)
    if due_on == on:
        said = "Ngày được tính là ngày nhận" if receipt.moved else "Ngày nhận hồ sơ"
    else:
        came = "Nhận sau giờ làm việc" if calendar.is_working(on) else received_on_day_off(on, calendar)
        walk.pass_to(HalfDay(due_on, Half.MORNING), {on: f"{came}: trả vào ngày làm việc tiếp theo"})
        said = "Ngày làm việc tiếp theo"
    walk.end_on(due_on, f"{said}: giải quyết ngay, trả trong ngày")


def explained(ends_at: datetime, receipt: Receipt, steps: list[WhyStep], calendar: Calendar, reading: Reading) -> Due:
    """Return the due date with its explanation; years without a notice are named in it."""
    first, last = steps[0].on.year, ends_at.year
    warnings: tuple[str, ...] = ()
    if not all(calendar.knows(year) for year in range(first, last + 1)):
        unknown = tuple(year for year in range(first, last + 1) if not calendar.knows(year))
        warnings = tuple(unknown_year_warning(year) for year in unknown)
        for year in unknown:
            _warn_in(steps, year)
    return Due(
        due_at=ends_at,
        due_on=ends_at.date(),
        half=reading.hours.half_at(ends_at),
        received_on=receipt.at.date(),
        why=tuple(steps),
        warnings=warnings,
    )


def _warn_in(steps: list[WhyStep], year: int) -> None:
    for place, step in enumerate(steps):
        if step.on.year == year:
            steps[place] = changed(step, reason=f"{step.reason} ({unknown_year_warning(year)})")
            return
