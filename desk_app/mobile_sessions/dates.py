"""The days of sessions: one, or by a pattern such as every Friday."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import VIETNAM

MOST_DAYS = 60
_WEEK = timedelta(days=7)


def weekly(weekday: int, first_on: date, last_on: date, *, every: int = 1) -> tuple[date, ...]:
    """Return every ``every``-th day of that weekday (0 is Monday) from ``first_on`` to ``last_on``, both included.

    Raises ``InvalidInput`` for a period without any such day, or with more than sixty.
    """
    if not 0 <= weekday <= 6 or not 1 <= every <= 8:
        raise InvalidInput("every", "Cách lặp không đúng.", "Chọn thứ trong tuần và cách 1 đến 8 tuần.")
    first = first_on + timedelta(days=(weekday - first_on.weekday()) % 7)
    count = (last_on - first) // (_WEEK * every) + 1 if last_on >= first else 0
    if not 0 < count <= MOST_DAYS:
        raise InvalidInput("until", "Khoảng này không có ngày nào, hoặc quá nhiều ngày.", f"Tối đa {MOST_DAYS} buổi.")
    return tuple(first + _WEEK * every * place for place in range(count))


def hours(on: date, starts: time, ends: time) -> tuple[datetime, datetime]:
    """Return beginning and end of a session on a day; raise ``InvalidInput`` unless it ends after it begins."""
    if ends <= starts:
        raise InvalidInput("ends_at", "Giờ kết thúc không sau giờ bắt đầu.", "Ghi như 07:30 và 11:00.")
    return datetime.combine(on, starts, VIETNAM), datetime.combine(on, ends, VIETNAM)


def clock_time(text: str, *, field: str) -> time:
    """Return the time of day typed as ``7:30``, ``07h30``, ``7h`` or ``7``; raise ``InvalidInput`` for anything else."""
    parts = text.strip().lower().replace("h", ":").replace("g", ":").split(":")
    digits: Sequence[str] = [part or "0" for part in parts]
    try:
        if len(digits) <= 2 and parts[0]:
            return time(int(digits[0]), int(digits[1]) if len(digits) == 2 else 0)
    except ValueError:
        pass
    raise InvalidInput(field, f"«{text.strip()[:20]}» không phải là giờ.", "Gõ như 7:30.")
