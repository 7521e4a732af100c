"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.journal.cached import Cached
from desk_app.journal.journal import Journal
from desk_app.office.book import OfficeBook


@dataclass(frozen=True, kw_only=True)
class Office:
    """The office of an open desk: its journal, and agency and settings held in memory."""

    journal: Journal
    book: Cached[OfficeBook]

    def present_book(self) -> OfficeBook:
        """Return agency and settings as they stand now."""
        return self.book.get(self.journal.reading())
