"""How many dossiers that are still open came in certain days."""

from datetime import date

from desk_app.dossiers.listing.pages import asker_of
from desk_app.dossiers.listing.selection import selection_of
from desk_app.dossiers.listing.wanted import Days, Wanted
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import OPEN, Status
from desk_app.dossiers.tables.listing import count_list

_MOST = 1_000_000


def count_open_received(room: Dossiers, first_on: date, last_on: date | None) -> int:
    """Return how many open dossiers were received from ``first_on`` to ``last_on``; None is open on that side."""
    statuses = tuple(status for status in Status if status in OPEN)
    wanted = Wanted(statuses=statuses, received=Days(first=first_on, last=last_on))
    return count_list(room.journal.reading(), selection_of(wanted, asker_of(room, "")), _MOST)
