"""The catalogue as the rest of the desk holds it."""

from dataclasses import dataclass

from desk_app.catalogue.book import CatalogueBook
from desk_app.catalogue.offices import OfficeCatalogues
from desk_app.catalogue.tables import CATALOGUE_FOLDS, load_catalogues
from desk_app.journal.cached import Cached
from desk_app.journal.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """What the catalogue's commands need; ``book`` is this office's, ``offices`` are all, read again only when one has changed."""

    journal: Journal
    book: Cached[CatalogueBook]
    offices: Cached[OfficeCatalogues]

    def present(self) -> CatalogueBook:
        """Return this office's catalogue as this thread may read it now."""
        return self.book.get(self.journal.reading())

    def present_of_offices(self) -> OfficeCatalogues:
        """Return the catalogues of all offices as this thread may read them now."""
        return self.offices.get(self.journal.reading())


def catalogue_of(journal: Journal, *, office_code: str) -> Catalogue:
    """Return the catalogue of the desk that writes ``journal``."""
    offices = Cached(CATALOGUE_FOLDS, lambda db: load_catalogues(db, journal.desk_id, office_code))
    return Catalogue(journal=journal, book=Cached(CATALOGUE_FOLDS, lambda db: offices.get(db).own), offices=offices)
