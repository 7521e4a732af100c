"""What reports need: every room below them."""

from dataclasses import dataclass

from desk_app.accounts.room import Accounts
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Reports:
    """The reports of an open desk; everything is read from tables folded from its journal."""

    journal: Journal
    accounts: Accounts
    dossiers: Dossiers


def reports_beside(dossiers: Dossiers) -> Reports:
    """Return the reports of the desk that ``dossiers`` stands in: they need nothing that they have not."""
    return Reports(journal=dossiers.journal, accounts=dossiers.accounts, dossiers=dossiers)
