"""What another reading of terms would change: shown before it is put, with dates counted both ways."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, get_args

from desk_app.kernel.records import Record
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.supplement import Supplement, due_after_supplements
from desk_app.working_time.term import usual_term

Point = Literal["basis", "hours", "counting", "day_off_receipt", "cutoff_default", "cutoff_at", "supplement"]
POINTS: tuple[Point, ...] = get_args(Point)
_DAYS = 5
_NINE = time(9, 0)


class Example(Record):
    """A receipt at the counter, its term in half working days, and what is promised before and after the change.

    ``supplemented``: asked for on the next working day and complete three working days later.
    """

    received_at: datetime
    on_day_off: bool
    half_days: int
    supplemented: Supplement | None = None
    due_at: datetime
    would_be_due_at: datetime


class ReadingChange(Record):
    """What a reading would change: the one it takes over from, the points that differ, examples.

    ``last_on``: the day before the next reading begins, which this one does not touch; None when none follows.
    """

    before: Reading
    after: Reading
    points: tuple[Point, ...]
    last_on: date | None
    examples: tuple[Example, ...]


def reading_change(readings: Sequence[Reading], after: Reading, calendar: Calendar) -> ReadingChange:
    """Return what putting ``after`` would change; raise ``NotFound`` for a day before every reading."""
    before = reading_on(readings, after.valid_from)
    later = [each.valid_from for each in readings if each.valid_from > after.valid_from]
    return ReadingChange(
        before=before,
        after=after,
        points=tuple(point for point in POINTS if getattr(before, point) != getattr(after, point)),
        last_on=min(later) - timedelta(days=1) if later else None,
        examples=tuple(_examples(before, after, calendar)),
    )


def _examples(before: Reading, after: Reading, calendar: Calendar) -> list[Example]:
    """Return one example for each question a reading answers: the late hour, the day off, the supplement."""
    eve = after.valid_from - timedelta(days=1)
    working = calendar.working_day_after(eve)
    day_off = next(day.on for day in calendar.days_from(after.valid_from) if not day.works)
    late = datetime.combine(working, min(before.cutoff_at, after.cutoff_at), VIETNAM) + timedelta(minutes=1)
    morning, off = (datetime.combine(on, _NINE, VIETNAM) for on in (working, day_off))

    def example(received_at: datetime, half_days: int, supplemented: Supplement | None = None) -> Example:
        return Example(
            received_at=received_at,
            on_day_off=received_at.date() == day_off,
            half_days=half_days,
            supplemented=supplemented,
            due_at=_due_at(before, received_at, half_days, supplemented, calendar),
            would_be_due_at=_due_at(after, received_at, half_days, supplemented, calendar),
        )

    return [
        example(late, 0),
        example(late, 2 * _DAYS),
        example(morning, 2 * _DAYS),
        example(off, 2 * _DAYS),
        example(morning, 2 * _DAYS, _supplement(working, calendar)),
    ]


def _supplement(received_on: date, calendar: Calendar) -> Supplement:
    asked_on = done_on = calendar.working_day_after(received_on)
    for _day in range(3):
        done_on = calendar.working_day_after(done_on)
    return Supplement(
        requested_at=datetime.combine(asked_on, _NINE, VIETNAM), completed_at=datetime.combine(done_on, _NINE, VIETNAM)
    )


def _due_at(
    reading: Reading, received_at: datetime, half_days: int, supplemented: Supplement | None, calendar: Calendar
) -> datetime:
    waits = () if supplemented is None else (supplemented,)
    return due_after_supplements(usual_term(half_days, reading), received_at, waits, calendar, (reading,)).due_at
