"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.room import Accounts
from desk_app.catalogue.room import Catalogue
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.office.tables import list_units
from desk_app.printing.room import Printing
from desk_app.storage.engine import Database
from desk_app.working_time.room import WorkingTime


@dataclass(frozen=True, kw_only=True)
class Guidance:
    """Guidance, appointments and outreach of an open desk; ``desk_number`` says which block of numbers is this desk's."""

    journal: Journal
    office: Office
    accounts: Accounts
    working_time: WorkingTime
    catalogue: Catalogue
    printing: Printing
    desk_number: int

    def own_desks(self, db: Database) -> tuple[str, ...]:
        """Return the desks of this office: what other offices' journals brought along is not shown at the counter."""
        own = self.journal.desk_id
        unit = next((unit for unit in list_units(db) if own in unit.desks), None)
        return (own,) if unit is None else unit.desks


def guidance_beside(dossiers: Dossiers) -> Guidance:
    """Return the guidance of the desk that ``dossiers`` stands in: it needs nothing that they do not."""
    return Guidance(
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        working_time=dossiers.working_time,
        catalogue=dossiers.catalogue,
        printing=dossiers.printing,
        desk_number=dossiers.desk_number,
    )
