"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.room import Accounts
from desk_app.home_card import HomeCard
from desk_app.journal.journal import Journal
from desk_app.kernel.paths import Home

BACK_UP = "upkeep.back_up"
PUT_PLACE = "upkeep.put_place"
RESTORE = "upkeep.restore"
LOOK = "upkeep.look"


@dataclass(frozen=True, kw_only=True)
class Upkeep:
    """The data folder of an open desk, as something to keep safe."""

    journal: Journal
    accounts: Accounts
    home: Home
    card: HomeCard

    def require(self, by: str, permission: str) -> None:
        """Raise ``NotAllowed`` unless ``by`` may do this now."""
        require_allowed(self.accounts.present_book(), by, permission, self.journal.time.now().date())
