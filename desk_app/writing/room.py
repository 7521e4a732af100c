"""What the room's commands need."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.accounts.room import Accounts
from desk_app.catalogue.room import Catalogue
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.printing.room import Printing


@dataclass(frozen=True, kw_only=True)
class WritingTable:
    """The writing table of an open desk; ``own_forms`` is the folder of the office's own forms."""

    journal: Journal
    office: Office
    accounts: Accounts
    catalogue: Catalogue
    printing: Printing
    dossiers: Dossiers
    own_forms: Path


def writing_beside(dossiers: Dossiers) -> WritingTable:
    """Return the writing table of the desk that ``dossiers`` stands in: it needs nothing that it has not."""
    return WritingTable(
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        catalogue=dossiers.catalogue,
        printing=dossiers.printing,
        dossiers=dossiers,
        own_forms=dossiers.printing.home.own_forms,
    )
