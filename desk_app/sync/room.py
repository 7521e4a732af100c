"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.room import Accounts
from desk_app.dossiers.room import Dossiers
from desk_app.home_card import HomeCard
from desk_app.journal.journal import Journal
from desk_app.kernel.paths import Home
from desk_app.office.room import Office
from desk_app.printing.room import Printing

EXCHANGE = "sync.exchange"
KEYS = "sync.keys"
READ = "sync.read"


@dataclass(frozen=True, kw_only=True)
class Sync:
    """Bundles, keys and trust of an open desk."""

    journal: Journal
    office: Office
    accounts: Accounts
    printing: Printing
    home: Home
    card: HomeCard

    def require(self, by: str, permission: str) -> None:
        """Raise ``NotAllowed`` unless ``by`` may do this now."""
        require_allowed(self.accounts.present_book(), by, permission, self.journal.time.now().date())


def sync_beside(dossiers: Dossiers, home: Home, card: HomeCard) -> Sync:
    """Return the sync of the desk that ``dossiers`` stands in."""
    return Sync(
        journal=dossiers.journal,
        office=dossiers.office,
        accounts=dossiers.accounts,
        printing=dossiers.printing,
        home=home,
        card=card,
    )
