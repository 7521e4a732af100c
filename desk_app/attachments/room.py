"""What the room's commands need."""

from dataclasses import dataclass

from desk_app.dossiers.room import Dossiers
from desk_app.journal.journal import Journal
from desk_app.kernel.paths import Home
from desk_app.storage.sealed_files import SealedFiles


@dataclass(frozen=True, kw_only=True)
class Attachments:
    """Images of papers at an open desk: its journal, the dossiers they belong to, and the sealed files."""

    journal: Journal
    dossiers: Dossiers
    files: SealedFiles


def attachments_beside(dossiers: Dossiers, home: Home) -> Attachments:
    """Return the attachments of the desk whose dossiers these are."""
    return Attachments(journal=dossiers.journal, dossiers=dossiers, files=SealedFiles(home.attachments))
