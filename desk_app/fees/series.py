"""Which numbers this room gives out: slips of payments."""

from desk_app.fees.numbering import block_of, series_of
from desk_app.fees.tables.queries import highest_number
from desk_app.office.series import Giver, Series
from desk_app.storage.engine import Database


def list_series(db: Database, giver: Giver) -> tuple[Series, ...]:
    """Return the day's slips."""
    series, (first, last) = series_of(giver.on), block_of(giver.desk_number)
    return (Series(name=series, highest=highest_number(db, series, giver.desk), first=first, last=last),)
