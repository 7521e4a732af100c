"""Which numbers this room gives out: tickets of the queue, line by line."""

from desk_app.office.series import Giver, Series
from desk_app.storage.engine import Database
from desk_app.tickets.lines import LETTERS
from desk_app.tickets.numbering import first_and_last, series_of
from desk_app.tickets.tables.queries import highest_number


def list_series(db: Database, giver: Giver) -> tuple[Series, ...]:
    """Return the day's tickets of every letter: a line may have got its letter after the copy was made."""
    first, last = first_and_last(giver.desk_number)
    return tuple(
        Series(
            name=series_of(giver.on, letter),
            highest=highest_number(db, giver.on, letter, giver.desk_number),
            first=first,
            last=last,
        )
        for letter in LETTERS
    )
