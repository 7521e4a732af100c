"""A moment in the words of the window."""

from datetime import datetime

from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.kernel.translations import _


def moment_words(at: datetime) -> str:
    """Return a moment as people read it: ``08:15 ngày 23/11/2026``."""
    here = at.astimezone(VIETNAM)
    return _("{time} ngày {day}").format(time=f"{here:%H:%M}", day=spoken_day(here.date()))
