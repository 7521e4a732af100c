"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.room import Accounts
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Surveys:
    """Ratings of an open desk: its journal, who served, and which dossiers were handed over."""

    journal: Journal
    accounts: Accounts
    dossiers: Dossiers
