"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.signage.room import Signage
from desk_app.sync.room import Sync

HAND_DOWN = "reference.hand_down"
TAKE = "reference.take"


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Reference data of an open desk: what it works with, and the files by which a hub changes that."""

    journal: Journal
    sync: Sync
    dossiers: Dossiers
    signage: Signage


def reference_beside(dossiers: Dossiers, sync: Sync, signage: Signage) -> Reference:
    """Return the reference data of the desk that ``dossiers`` stands in."""
    return Reference(journal=dossiers.journal, sync=sync, dossiers=dossiers, signage=signage)
