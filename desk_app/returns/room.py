"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.room import Accounts
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.printing.room import Printing


@dataclass(frozen=True, kw_only=True)
class Returns:
    """Rounds and parcels of an open desk."""

    journal: Journal
    office: Office
    accounts: Accounts
    printing: Printing
    dossiers: Dossiers


def returns_beside(dossiers: Dossiers) -> Returns:
    """Return the rounds and parcels of the desk that ``dossiers`` stands in: they need nothing that it has not."""
    return Returns(
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        printing=dossiers.printing,
        dossiers=dossiers,
    )
