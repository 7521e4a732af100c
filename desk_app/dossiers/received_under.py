"""By which version of its procedure a dossier is told."""

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.room import Dossiers
from desk_app.storage.engine import Database


def received_under(room: Dossiers, db: Database, fact: Registered) -> Procedure | None:
    """Return the version under which a dossier was received, as its own office published it; None where that is not known here."""
    catalogue = room.catalogue.offices.get(db).of_dossier(fact.code)
    return catalogue.find_version(fact.procedure, fact.procedure_from)
