"""When slogans are shown: some minutes of every hour, on office days or all week; the office's dated settings."""

from datetime import date, datetime, time, timedelta

from desk_app.kernel.records import Record
from desk_app.kernel.time_source import VIETNAM
from desk_app.office.book import OfficeBook
from desk_app.working_time.calendar import Calendar

MINUTES, FROM_MINUTE, DAYS = "signage_minutes", "signage_from_minute", "signage_days"
FROM_HOUR, TO_HOUR = "signage_from_hour", "signage_to_hour"
SETTINGS = (MINUTES, FROM_MINUTE, DAYS, FROM_HOUR, TO_HOUR)
"""The settings that make a schedule."""

ALL_WEEK = "cả tuần"


class Schedule(Record):
    """``minutes`` of every hour from ``from_minute`` on, between two hours of the day; ``days`` as the setting says."""

    minutes: int
    from_minute: int
    days: str
    from_hour: int
    to_hour: int


class Window(Record):
    """A stretch of time in which slogans are shown; ``to_at`` no longer belongs to it."""

    from_at: datetime
    to_at: datetime

    def holds(self, at: datetime) -> bool:
        """Tell whether ``at`` lies within."""
        return self.from_at <= at < self.to_at

    @property
    def seconds(self) -> int:
        """Return how long it is."""
        return round((self.to_at - self.from_at).total_seconds())


def schedule_on(book: OfficeBook, day: date) -> Schedule:
    """Return the schedule in force on ``day``."""
    return Schedule(
        minutes=book.number_on(MINUTES, day),
        from_minute=book.number_on(FROM_MINUTE, day),
        days=book.setting_on(DAYS, day),
        from_hour=book.number_on(FROM_HOUR, day),
        to_hour=book.number_on(TO_HOUR, day),
    )


def windows_on(schedule: Schedule, calendar: Calendar, day: date) -> tuple[Window, ...]:
    """Return when slogans are shown on ``day``, in order; none on a day that is not played, nothing past the last hour."""
    if not schedule.minutes or (schedule.days != ALL_WEEK and not calendar.is_working(day)):
        return ()
    midnight = datetime.combine(day, time(), VIETNAM)
    end = midnight + timedelta(hours=schedule.to_hour)
    found: list[Window] = []
    for hour in range(schedule.from_hour, schedule.to_hour):
        from_at = midnight + timedelta(hours=hour, minutes=schedule.from_minute)
        to_at = min(from_at + timedelta(minutes=schedule.minutes), end)
        if found and found[-1].to_at >= from_at:
            found[-1] = Window(from_at=found[-1].from_at, to_at=to_at)
        elif to_at > from_at:
            found.append(Window(from_at=from_at, to_at=to_at))
    return tuple(found)


def spoken_schedule(schedule: Schedule) -> str:
    """Return a schedule in a sentence."""
    if not schedule.minutes or schedule.from_hour >= schedule.to_hour:
        return "Không chiếu khẩu hiệu theo giờ."
    first, past = schedule.from_minute, (schedule.from_minute + schedule.minutes) % 60
    return (
        f"{schedule.minutes} phút mỗi giờ (từ phút {first:02d} đến phút {past:02d}), "
        f"{schedule.from_hour:02d}:00–{schedule.to_hour:02d}:00, {schedule.days}."
    )
