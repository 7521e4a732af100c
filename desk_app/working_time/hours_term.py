"""Terms in hours: counted inside office hours only, to the very moment.

The clock runs from the receipt or the next opening, stands still while a supplement is awaited, and goes on from its
completion.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar, Day
from desk_app.working_time.half_days import Half, HalfDay, OfficeHours, Span
from desk_app.working_time.why import WhyStep

_NONE = timedelta()
_ENDLESS = datetime.max.replace(tzinfo=VIETNAM)


def count_hours(
    steps: list[WhyStep], start_at: datetime, hours: int, calendar: Calendar, office: OfficeHours, waits: Sequence[Span]
) -> datetime:
    """Return when ``hours`` office hours from ``start_at`` are over, and add each half-day's part to ``steps``."""
    runs, left, ends_at = _runs(start_at, waits), timedelta(hours=hours), None
    days = calendar.days_from(start_at.date())
    while ends_at is None:
        day = next(days)
        if not day.works:
            steps.append(WhyStep(on=day.on, half=None, counted=False, reason=day.reason))
            continue
        for half in Half:
            open_span = office.span(HalfDay(day.on, half))
            spent, ends_at = _spent(open_span, runs, left)
            left -= spent
            reason = _reason(day, spent, left, before=open_span.to_at <= start_at)
            steps.append(WhyStep(on=day.on, half=half, counted=bool(spent), reason=reason))
            if ends_at is not None:
                break
    return ends_at


def spoken(length: timedelta) -> str:
    """Return a length of time the way people say it: ``2 giờ 30 phút``."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "giờ"), (minutes, "phút"), (seconds, "giây"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "dưới 1 giây"


def _runs(start_at: datetime, waits: Sequence[Span]) -> tuple[Span, ...]:
    """Return the stretches in which the clock runs: all but the waits."""
    froms = (start_at, *(wait.to_at for wait in waits))
    tos = (*(wait.from_at for wait in waits), _ENDLESS)
    return tuple(Span(begins, ends) for begins, ends in zip(froms, tos, strict=True))


def _spent(open_span: Span, runs: Sequence[Span], left: timedelta) -> tuple[timedelta, datetime | None]:
    """Return how much of ``left`` passes while the office is open, and the moment it is over if that falls within."""
    spent = _NONE
    for run in runs:
        begins, ends = max(open_span.from_at, run.from_at), min(open_span.to_at, run.to_at)
        if ends <= begins:
            continue
        if ends - begins >= left - spent:
            return left, begins + (left - spent)
        spent += ends - begins
    return spent, None


def _reason(day: Day, spent: timedelta, left: timedelta, *, before: bool) -> str:
    if not spent:
        return "Trước lúc nhận hồ sơ, không tính" if before else "Chờ bổ sung hồ sơ, không tính"
    said = f"tính {spoken(spent)}, " + (f"còn {spoken(left)}" if left else "hết thời hạn")
    return f"{day.reason}, {said}" if day.reason else said
