"""The catalogue's table: one row for each version of a procedure."""

from collections.abc import Sequence
from datetime import date

from desk_app.catalogue.book import CatalogueBook, book_of
from desk_app.catalogue.facts import ProcedureEnded, ProcedurePublished
from desk_app.catalogue.procedure import Procedure
from desk_app.journal.entry import Recorded
from desk_app.journal.folding import SubjectFold
from desk_app.kernel.records import canonical, changed, from_json
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("catalogue")

_INSERT = "INSERT INTO procedure_versions (code, valid_from, valid_to, name, field, body) VALUES (?, ?, ?, ?, ?, ?)"


@migrations()
def m001_procedure_versions(db: Database) -> None:
    db.execute("""
        CREATE TABLE procedure_versions (
            code TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, name TEXT NOT NULL, field TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (code, valid_from)
        ) STRICT, WITHOUT ROWID""")


class ProcedureFold(SubjectFold[tuple[Procedure, ...]]):
    """All versions of one procedure, oldest first; of two that begin on the same day the later published one stays."""

    name = "procedures"
    facts = (ProcedurePublished, ProcedureEnded)
    tables = ("procedure_versions",)
    reference = True

    def fold(self, history: Sequence[Recorded]) -> tuple[Procedure, ...]:
        """Return the versions that the history of one procedure, in clock order, leads to."""
        versions: dict[date, Procedure] = {}
        for recorded in history:
            match recorded.fact:
                case ProcedurePublished(procedure=procedure):
                    versions[procedure.valid_from] = procedure
                case ProcedureEnded(last_on=last_on):
                    versions = {day: _until(version, last_on) for day, version in versions.items() if day <= last_on}
        return tuple(versions[day] for day in sorted(versions))

    def store(self, db: Database, subject: str, state: tuple[Procedure, ...], *, fresh: bool) -> None:
        """Write one row a version."""
        if not fresh:
            db.execute("DELETE FROM procedure_versions WHERE code = ?", (subject.partition(":")[2],))
        for each in state:
            valid_to = None if each.valid_to is None else each.valid_to.isoformat()
            db.execute(
                _INSERT,
                (each.code, each.valid_from.isoformat(), valid_to, each.name, each.field, canonical(each)),
            )


FOLDS = (ProcedureFold(),)


def load_catalogue(db: Database) -> CatalogueBook:
    """Return every version of every procedure."""
    return book_of(from_json(row[0], Procedure) for row in db.execute("SELECT body FROM procedure_versions"))


def _until(version: Procedure, last_on: date) -> Procedure:
    ends = last_on if version.valid_to is None else min(version.valid_to, last_on)
    return changed(version, valid_to=ends)
