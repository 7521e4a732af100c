"""Half-days, in which every term is counted, and the hours at which they begin and end."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import total_ordering
from typing import NamedTuple

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import VIETNAM

FIRST_YEAR = 1990
LAST_YEAR = 2200
"""The years that a calendar can be put for; the longest term that begins in the last one ends a few years later."""


@total_ordering
class Half(Enum):
    """Half of a working day; a morning comes before an afternoon."""

    MORNING = "morning"
    AFTERNOON = "afternoon"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Half):
            return NotImplemented
        return self is Half.MORNING and other is Half.AFTERNOON

    @property
    def spoken(self) -> str:
        """Return the word the office uses: ``sáng`` or ``chiều``."""
        return "sáng" if self is Half.MORNING else "chiều"


@dataclass(frozen=True, order=True, slots=True)
class HalfDay:
    """One half of one day; half-days sort as they follow each other."""

    on: date
    half: Half

    @property
    def following(self) -> "HalfDay":
        """Return the half-day after this one, working or not."""
        if self.half is Half.MORNING:
            return HalfDay(self.on, Half.AFTERNOON)
        return morning_after(self.on)

    @property
    def preceding(self) -> "HalfDay":
        """Return the half-day before this one, working or not."""
        if self.half is Half.AFTERNOON:
            return HalfDay(self.on, Half.MORNING)
        return HalfDay(self.on - timedelta(days=1), Half.AFTERNOON)


class Span(NamedTuple):
    """A stretch of time from one moment to another."""

    from_at: datetime
    to_at: datetime


def morning_after(on: date) -> HalfDay:
    """Return the morning of the day after ``on``."""
    return HalfDay(on + timedelta(days=1), Half.MORNING)


class OfficeHours(Record):
    """When the office is open on a working day, Vietnamese time."""

    morning_from: time = time(7, 0)
    morning_to: time = time(11, 30)
    afternoon_from: time = time(13, 30)
    afternoon_to: time = time(17, 0)

    def __post_init__(self) -> None:
        if not self.morning_from < self.morning_to <= self.afternoon_from < self.afternoon_to:
            raise InvalidInput(
                "hours", "Giờ làm việc không theo thứ tự.", "Sáng mở, sáng đóng, chiều mở, chiều đóng phải muộn dần."
            )

    def opens(self, half: Half) -> time:
        """Return the time at which ``half`` begins."""
        return self.morning_from if half is Half.MORNING else self.afternoon_from

    def closes(self, half: Half) -> time:
        """Return the time at which ``half`` ends."""
        return self.morning_to if half is Half.MORNING else self.afternoon_to

    def opening(self, of: HalfDay) -> datetime:
        """Return the moment a half-day begins."""
        return datetime.combine(of.on, self.opens(of.half), VIETNAM)

    def closing(self, of: HalfDay) -> datetime:
        """Return the moment a half-day ends, which is when a term ends with it."""
        return datetime.combine(of.on, self.closes(of.half), VIETNAM)

    def span(self, of: HalfDay) -> Span:
        """Return the stretch in which the office is open on a half-day."""
        return Span(self.opening(of), self.closing(of))

    def half_at(self, at: datetime) -> Half:
        """Return the half a moment belongs to: before opening and in the midday break it is the morning."""
        return Half.MORNING if at.time() < self.afternoon_from else Half.AFTERNOON

    def last_begun(self, at: datetime) -> HalfDay:
        """Return the last half-day that had begun at ``at``, working or not."""
        if at.time() >= self.afternoon_from:
            return HalfDay(at.date(), Half.AFTERNOON)
        if at.time() >= self.morning_from:
            return HalfDay(at.date(), Half.MORNING)
        return HalfDay(at.date(), Half.MORNING).preceding

    def last_ended(self, at: datetime) -> HalfDay:
        """Return the last half-day that had ended at ``at``, working or not."""
        begun = self.last_begun(at)
        return begun if self.closing(begun) <= at else begun.preceding


def vietnamese(at: datetime, *, field: str = "received_at") -> datetime:
    """Return ``at`` in Vietnamese time; raise ``InvalidInput`` without an offset, or in a year that no calendar reaches."""
    if at.tzinfo is None:
        raise InvalidInput(field, "Thời điểm thiếu múi giờ.", "Viết như 2026-11-23T08:15+07:00.")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise InvalidInput(
            field, f"Năm {at.year} không có trong lịch làm việc.", f"Dùng năm từ {FIRST_YEAR} đến {LAST_YEAR}."
        )
    return at if at.tzinfo is VIETNAM else at.astimezone(VIETNAM)
