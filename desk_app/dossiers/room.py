"""Dossiers as the rest of the desk holds them."""

from dataclasses import dataclass

from desk_app.accounts.room import Accounts
from desk_app.catalogue.room import Catalogue
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.printing.room import Printing
from desk_app.working_time.room import WorkingTime


@dataclass(frozen=True, kw_only=True)
class Dossiers:
    """What the commands of dossiers need; ``desk_number`` says which block of codes is this desk's."""

    journal: Journal
    office: Office
    accounts: Accounts
    working_time: WorkingTime
    catalogue: Catalogue
    printing: Printing
    desk_number: int
