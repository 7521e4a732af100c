"""Calendar, readings of terms and catalogue: the home's own where there is a home, else as shipped."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from desk_app.catalogue.book import CatalogueBook, book_of
from desk_app.catalogue.files import shipped_catalogue
from desk_app.cli.asked import Asked
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading
from desk_app.working_time.shipped import shipped_readings, shipped_years


@dataclass(frozen=True, kw_only=True)
class Reference:
    """What dates are counted with; none of it is anybody's personal data."""

    calendar: Calendar
    readings: tuple[Reading, ...]
    catalogue: CatalogueBook
    today: date


@contextmanager
def reference(asked: Asked) -> Iterator[Reference]:
    """Give the reference data of the home asked for; as shipped when no home was named and none is at hand.

    Raises ``NotFound`` when the home that ``--home`` names is none.
    """
    if asked.home_named is None and not asked.home.card.exists():
        yield Reference(
            calendar=Calendar(shipped_years()),
            readings=shipped_readings(),
            catalogue=book_of(shipped_catalogue()),
            today=asked.time().now().date(),
        )
        return
    # The database is needed only here: a question about dates alone is answered without it.
    from desk_app.cli.acting import open_home

    with open_home(asked) as desk:
        yield Reference(
            calendar=desk.working_time.present_calendar(),
            readings=desk.working_time.present_readings(),
            catalogue=desk.catalogue.present(),
            today=desk.journal.time.now().date(),
        )
