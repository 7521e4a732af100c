"""The desk's clock: Vietnamese time, one source, replaceable in rehearsals and tests."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

from desk_app.kernel.errors import InvalidInput

VIETNAM = timezone(timedelta(hours=7))
_1970 = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class TimeSource(Protocol):
    """Whoever can say what time it is."""

    def now(self) -> datetime:
        """Return the present moment with its +07:00 offset."""
        ...


class SystemTime:
    """The computer's own clock, in Vietnamese time."""

    def now(self) -> datetime:
        """Return the present moment, whole milliseconds."""
        present = datetime.now(VIETNAM)
        return present.replace(microsecond=present.microsecond // 1000 * 1000)


class FixedTime:
    """A clock that stands where it is put: for rehearsals (``--now``) and tests."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(VIETNAM)

    def now(self) -> datetime:
        """Return the moment the clock was last put to."""
        return self._at

    def put(self, at: datetime) -> None:
        """Move the clock to ``at``, forwards or backwards."""
        self._at = at.astimezone(VIETNAM)

    def advance(self, step: timedelta) -> None:
        """Move the clock by ``step``."""
        self._at += step


def milliseconds(at: datetime) -> int:
    """Return ``at`` as whole milliseconds since 1970."""
    return (at - _1970) // _MILLISECOND


def from_milliseconds(value: int) -> datetime:
    """Return the Vietnamese time of ``value`` milliseconds since 1970."""
    return (_1970 + value * _MILLISECOND).astimezone(VIETNAM)


def moment(text: str, *, field: str = "time") -> datetime:
    """Return the moment an ISO 8601 text names, +07:00 where it says no offset; raise ``InvalidInput`` otherwise."""
    try:
        at = datetime.fromisoformat(text.strip())
        return at.replace(tzinfo=VIETNAM) if at.tzinfo is None else at.astimezone(VIETNAM)
    except (ValueError, OverflowError):
        raise InvalidInput(field, f"«{text}» không phải là thời điểm.", "Viết như 2026-11-23T08:15.") from None


def day(text: str, *, field: str = "date") -> date:
    """Return the day that ``YYYY-MM-DD`` names; raise ``InvalidInput`` otherwise."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidInput(field, f"«{text}» không phải là ngày.", "Viết như 2026-11-23.") from None


def spoken_day(on: date) -> str:
    """Return a day as the office writes it: ``23/11/2026``."""
    return on.strftime("%d/%m/%Y")


def spoken_moment(at: datetime) -> str:
    """Return a moment as the office writes it: ``08:15 ngày 23/11/2026``."""
    return at.astimezone(VIETNAM).strftime("%H:%M ngày %d/%m/%Y")
