"""What the room's commands need."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk_app.journal.cached import Cached
from desk_app.journal.journal import Journal
from desk_app.kernel.errors import NotFound
from desk_app.kernel.paths import Home
from desk_app.printing.printer_settings import Printer
from desk_app.printing.tables import load_printers, load_uses
from desk_app.storage.engine import Database


def _cached_printers() -> Cached[dict[str, tuple[Printer, ...]]]:
    return Cached("printers", load_printers)


def _cached_uses() -> Cached[dict[str, dict[str, str]]]:
    return Cached("printer_uses", load_uses)


@dataclass(frozen=True, kw_only=True)
class Printing:
    """Printers and print queue of an open desk."""

    journal: Journal
    home: Home
    printers: Cached[dict[str, tuple[Printer, ...]]] = field(default_factory=_cached_printers)
    uses: Cached[dict[str, dict[str, str]]] = field(default_factory=_cached_uses)

    def own_printers(self, db: Database) -> Mapping[str, Printer]:
        """Return this desk's printers by name."""
        return {printer.name: printer for printer in self.printers.get(db).get(self.journal.desk_id, ())}

    def own_uses(self, db: Database) -> Mapping[str, str]:
        """Return the printer chosen at this desk for each use of paper; a use without a choice is left out."""
        return self.uses.get(db).get(self.journal.desk_id, {})

    def find_printer(self, db: Database, name: str) -> Printer | None:
        """Return the printer of this desk called ``name``, or None."""
        return self.own_printers(db).get(name)

    def get_printer(self, db: Database, name: str) -> Printer:
        """Return the printer of this desk called ``name``; raise ``NotFound`` when there is none."""
        printer = self.find_printer(db, name)
        if printer is None:
            raise NotFound("printing.no_printer", f"Quầy này không có máy in «{name}».", "Xem lại danh sách máy in.")
        return printer
