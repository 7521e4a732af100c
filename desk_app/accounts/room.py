"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.book import AccountBook
from desk_app.journal.cached import Cached
from desk_app.journal.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Accounts:
    """The accounts of an open desk: its journal, and the book of people held in memory."""

    journal: Journal
    book: Cached[AccountBook]

    def present_book(self) -> AccountBook:
        """Return all accounts as they stand now."""
        return self.book.get(self.journal.reading())
