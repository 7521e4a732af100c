"""The catalogue as the rest of the desk holds it."""

from dataclasses import dataclass

from desk_app.catalogue.book import CatalogueBook
from desk_app.journal.cached import Cached
from desk_app.journal.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """What the catalogue's commands need; ``book`` is read again only when the catalogue has changed."""

    journal: Journal
    book: Cached[CatalogueBook]

    def present(self) -> CatalogueBook:
        """Return the catalogue as this thread may read it now."""
        return self.book.get(self.journal.reading())
