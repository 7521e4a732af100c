"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.mobile_sessions.room import MobileSessions
from desk_app.sync.room import Sync

PREPARE = "away.prepare"
BRING_HOME = "away.bring_home"


@dataclass(frozen=True, kw_only=True)
class Away:
    """Laptops that are taken away from an open desk."""

    journal: Journal
    sync: Sync
    dossiers: Dossiers
    mobile_sessions: MobileSessions


def away_beside(dossiers: Dossiers, sync: Sync, mobile_sessions: MobileSessions) -> Away:
    """Return what laptops of the desk that ``dossiers`` stands in need."""
    return Away(journal=dossiers.journal, sync=sync, dossiers=dossiers, mobile_sessions=mobile_sessions)
