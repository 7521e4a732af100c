"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.printing.room import Printing
from desk_app.working_time.room import WorkingTime


@dataclass(frozen=True, kw_only=True)
class Signage:
    """The signs of an open desk; they know of no dossier."""

    journal: Journal
    office: Office
    working_time: WorkingTime
    printing: Printing


def signage_beside(dossiers: Dossiers) -> Signage:
    """Return the signs of the desk that ``dossiers`` stands in: they need nothing that it has not."""
    return Signage(
        journal=dossiers.journal,
        office=dossiers.office,
        working_time=dossiers.working_time,
        printing=dossiers.printing,
    )
