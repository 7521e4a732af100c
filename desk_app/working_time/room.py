"""Working time as the rest of the desk holds it."""

from dataclasses import dataclass

from desk_app.journal.cached import Cached
from desk_app.journal.journal import Journal
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading
from desk_app.working_time.tables import CalendarFold, ReadingFold, load_calendar, load_readings


@dataclass(frozen=True, kw_only=True)
class WorkingTime:
    """What the room's commands need; calendar and readings are read again only when they have changed."""

    journal: Journal
    calendar: Cached[Calendar]
    readings: Cached[tuple[Reading, ...]]

    def present_calendar(self) -> Calendar:
        """Return the calendar as this thread may read it now."""
        return self.calendar.get(self.journal.reading())

    def present_readings(self) -> tuple[Reading, ...]:
        """Return the readings of terms as this thread may read them now."""
        return self.readings.get(self.journal.reading())


def working_time_of(journal: Journal) -> WorkingTime:
    """Return the working time of an open desk."""
    return WorkingTime(
        journal=journal,
        calendar=Cached(CalendarFold.name, load_calendar),
        readings=Cached(ReadingFold.name, load_readings),
    )
