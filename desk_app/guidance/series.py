"""Which numbers this room gives out: appointments."""

from desk_app.guidance.appointments.numbering import block_of, series_of
from desk_app.guidance.tables.appointments import highest_number
from desk_app.office.series import Giver, Series
from desk_app.storage.engine import Database


def list_series(db: Database, giver: Giver) -> tuple[Series, ...]:
    """Return the appointments booked on the day."""
    series, (first, last) = series_of(giver.on), block_of(giver.desk_number)
    return (Series(name=series, highest=highest_number(db, series, first, last), first=first, last=last),)
