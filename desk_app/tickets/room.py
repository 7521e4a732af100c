"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.room import Accounts
from desk_app.catalogue.room import Catalogue
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.printing.room import Printing


@dataclass(frozen=True, kw_only=True)
class Tickets:
    """The queue of an open desk; ``desk_number`` says which block of numbers is this desk's."""

    journal: Journal
    office: Office
    accounts: Accounts
    catalogue: Catalogue
    printing: Printing
    desk_number: int


def tickets_beside(dossiers: Dossiers) -> Tickets:
    """Return the queue of the desk that ``dossiers`` stands in: it needs nothing that they do not."""
    return Tickets(
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        catalogue=dossiers.catalogue,
        printing=dossiers.printing,
        desk_number=dossiers.desk_number,
    )
