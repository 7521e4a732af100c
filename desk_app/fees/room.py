"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.room import Accounts
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.printing.room import Printing
from desk_app.working_time.room import WorkingTime


@dataclass(frozen=True, kw_only=True)
class Fees:
    """The money of an open desk; ``desk_number`` says which block of payment numbers is this desk's."""

    journal: Journal
    office: Office
    accounts: Accounts
    working_time: WorkingTime
    printing: Printing
    dossiers: Dossiers
    desk_number: int


def fees_beside(dossiers: Dossiers) -> Fees:
    """Return the money of the desk that ``dossiers`` stands in: it needs nothing that they have not."""
    return Fees(
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        working_time=dossiers.working_time,
        printing=dossiers.printing,
        dossiers=dossiers,
        desk_number=dossiers.desk_number,
    )
