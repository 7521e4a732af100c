"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.room import Accounts
from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal

READ = "findings.read"
CLOSE = "findings.close"


@dataclass(frozen=True, kw_only=True)
class Findings:
    """The contradictions that an open desk knows of, in every room."""

    journal: Journal
    accounts: Accounts
    dossiers: Dossiers

    def require(self, by: str, permission: str) -> None:
        """Raise ``NotAllowed`` unless ``by`` may do this now."""
        require_allowed(self.accounts.present_book(), by, permission, self.journal.time.now().date())


def findings_beside(dossiers: Dossiers) -> Findings:
    """Return the findings of the desk that ``dossiers`` stands in."""
    return Findings(journal=dossiers.journal, accounts=dossiers.accounts, dossiers=dossiers)
