"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.room import Accounts
from desk_app.dossiers.room import Dossiers
from desk_app.journal.cached import Cached
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.printing.room import Printing
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.tables import BOOK, load_book
from desk_app.working_time.room import WorkingTime


@dataclass(frozen=True, kw_only=True)
class Shifts:
    """The duties of an open desk's office; the book is read again only when it has changed."""

    journal: Journal
    office: Office
    accounts: Accounts
    working_time: WorkingTime
    printing: Printing
    book: Cached[ShiftBook]

    def present(self) -> ShiftBook:
        """Return who can be on duty, where and when, as this thread may read it now."""
        return self.book.get(self.journal.reading())


def shifts_beside(dossiers: Dossiers) -> Shifts:
    """Return the duties of the desk that ``dossiers`` stands in: they need nothing that it has not."""
    return Shifts(
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        working_time=dossiers.working_time,
        printing=dossiers.printing,
        book=Cached(BOOK, load_book),
    )
