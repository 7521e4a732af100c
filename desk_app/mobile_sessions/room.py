"""What the room's commands need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from desk_app.accounts.room import Accounts
from desk_app.catalogue.room import Catalogue
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.office.room import Office
from desk_app.printing.room import Printing
from desk_app.storage.engine import Database

ROOM = "sessions"
"""How the origin of a dossier that began with a screening line names this room: ``sessions:<line>``."""
SCREEN = "sessions.screen"
READ = "sessions.read"
PLAN = "sessions.plan"
RUN = "sessions.run"


class MoneyMove(Protocol):
    """Money in (``amount`` above 0, in đồng) or out (below 0) for one dossier."""

    @property
    def dossier(self) -> str:
        """Return the dossier's id."""
        ...

    @property
    def amount(self) -> int:
        """Return the đồng, below 0 where they were given back."""
        ...

    @property
    def way(self) -> str:
        """Return ``cash`` or ``transfer``."""
        ...

    @property
    def at(self) -> datetime:
        """Return when it happened."""
        ...


MoneyOf = Callable[[Database, date, str], Sequence[MoneyMove]]
"""What tells the money of a cash day at a desk: the room of fees stands beside this one, so the desk hands it in."""


@dataclass(frozen=True, kw_only=True)
class MobileSessions:
    """Mobile sessions and the screening list of an open desk."""

    journal: Journal
    office: Office
    accounts: Accounts
    catalogue: Catalogue
    printing: Printing
    dossiers: Dossiers
    money_of: MoneyOf


def mobile_sessions_beside(dossiers: Dossiers, money_of: MoneyOf) -> MobileSessions:
    """Return the mobile sessions of the desk that ``dossiers`` stands in; ``money_of`` tells the takings of a day."""
    return MobileSessions(
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        catalogue=dossiers.catalogue,
        printing=dossiers.printing,
        dossiers=dossiers,
        money_of=money_of,
    )
