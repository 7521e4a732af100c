"""The catalogues of all offices at one desk: a hub reads many, and tells each dossier by that of its own office."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.catalogue.book import CatalogueBook


@dataclass(frozen=True, kw_only=True)
class OfficeCatalogues:
    """``own`` is this office's; the others by agency code, and by each desk that described itself as theirs."""

    own: CatalogueBook
    by_code: Mapping[str, CatalogueBook]
    by_desk: Mapping[str, CatalogueBook]

    def of_desk(self, desk: str) -> CatalogueBook:
        """Return the catalogue by which a desk works; this office's own for a desk that nobody described."""
        return self.by_desk.get(desk, self.own)

    def of_dossier(self, code: str) -> CatalogueBook:
        """Return the catalogue by which a dossier was received: that of the office its code ``<agency>-YYMMDD-NNNN`` names."""
        return self.by_code.get(code.rsplit("-", 2)[0], self.own)

    def name_of(self, procedure: str, code: str) -> str:
        """Return what a dossier's procedure is called at its office today; the procedure's code where it is not known there."""
        versions = self.of_dossier(code).versions.get(procedure)
        return versions[-1].name if versions else procedure

    def names(self, unit: str = "") -> dict[str, str]:
        """Return procedures' names by their codes, for lines about many offices: those of ``unit`` first, then this office's own.

        What neither of them knows is called as some office calls it.
        """
        others = [self.by_code[code] for code in sorted(self.by_code)]
        first = [self.by_code[unit]] if unit in self.by_code else []
        return {
            code: versions[-1].name for book in (*others, self.own, *first) for code, versions in book.versions.items()
        }
