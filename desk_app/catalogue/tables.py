"""The catalogue's tables: what each desk published and ended, and from them the catalogue of each office.

A hub reads the journals of many offices: what one of them publishes holds for its own desks and for nobody else's.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.catalogue.book import CatalogueBook, book_of
from desk_app.catalogue.facts import ProcedureEnded, ProcedurePublished
from desk_app.catalogue.offices import OfficeCatalogues
from desk_app.catalogue.procedure import Procedure
from desk_app.journal.entry import Recorded
from desk_app.journal.folding import AnyFold, SubjectFold
from desk_app.kernel.records import canonical, changed, from_json
from desk_app.office.tables import OfficeFold, list_units
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("catalogue")


@migrations()
def m001_procedure_versions(db: Database) -> None:
    db.execute("""
        CREATE TABLE procedure_versions (
            code TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, name TEXT NOT NULL, field TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (code, valid_from)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m002_offices(db: Database) -> None:
    # What each desk says stands by itself; which of it holds for whom is asked when the catalogue is read.
    db.execute("DROP TABLE procedure_versions")
    db.execute("""
        CREATE TABLE procedure_versions (
            code TEXT NOT NULL, valid_from TEXT NOT NULL, desk TEXT NOT NULL, valid_to TEXT, name TEXT NOT NULL,
            field TEXT NOT NULL, body BLOB NOT NULL, clock INTEGER NOT NULL,
            PRIMARY KEY (code, valid_from, desk)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE procedure_ends (
            code TEXT NOT NULL, last_on TEXT NOT NULL, desk TEXT NOT NULL, clock INTEGER NOT NULL,
            PRIMARY KEY (code, last_on, desk)
        ) STRICT, WITHOUT ROWID""")


@dataclass(frozen=True, kw_only=True)
class ProcedureState:
    """What desks said of one procedure, each the latest for its day with its clock: versions published, and ends."""

    versions: Mapping[tuple[date, str], tuple[Procedure, int]]
    ends: Mapping[tuple[date, str], int]


class ProcedureFold(SubjectFold[ProcedureState]):
    """Each desk's version for each first day as it published it last; each desk's ends."""

    name = "procedures"
    facts = (ProcedurePublished, ProcedureEnded)
    tables = ("procedure_versions", "procedure_ends")
    reference = True

    def fold(self, history: Sequence[Recorded]) -> ProcedureState:
        """Return what each desk said last, by the day it is about."""
        versions: dict[tuple[date, str], tuple[Procedure, int]] = {}
        ends: dict[tuple[date, str], int] = {}
        for entry, fact in ((recorded.entry, recorded.fact) for recorded in history):
            if isinstance(fact, ProcedurePublished):
                versions[fact.procedure.valid_from, entry.desk] = (fact.procedure, entry.clock)
            elif isinstance(fact, ProcedureEnded):
                ends[fact.last_on, entry.desk] = entry.clock
        return ProcedureState(versions=versions, ends=ends)

    def store(self, db: Database, subject: str, state: ProcedureState, *, fresh: bool) -> None:  # noqa: ARG002 - see below
        """Replace the subject's rows: each stands under its own key, and a later history holds all of them again."""
        code = subject.partition(":")[2]
        versions = [
            (*(code, first.isoformat(), desk, _day(each.valid_to), each.name, each.field), canonical(each), clock)
            for (first, desk), (each, clock) in state.versions.items()
        ]
        db.conn.executemany("INSERT OR REPLACE INTO procedure_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", versions)
        ends = [(code, last.isoformat(), desk, clock) for (last, desk), clock in state.ends.items()]
        db.conn.executemany("INSERT OR REPLACE INTO procedure_ends VALUES (?, ?, ?, ?)", ends)


FOLDS: tuple[AnyFold, ...] = (ProcedureFold(),)

CATALOGUE_FOLDS = (ProcedureFold.name, OfficeFold.name)
"""What a catalogue is read from: procedures, and which desks are one office."""


def load_catalogues(db: Database, desk: str, code: str) -> OfficeCatalogues:
    """Return the catalogue of every office whose desks this journal knows, that of ``desk`` as one's own.

    ``code`` is the office's, for a desk that has not described one itself.
    """
    said = _said(db)
    units = list_units(db)
    own = next((unit for unit in units if desk in unit.desks), None)
    own = own or next((unit for unit in units if unit.code == code), None)
    by_code = {unit.code: said.of({*unit.desks, desk} if unit is own else unit.desks) for unit in units}
    return OfficeCatalogues(
        own=said.of((desk,)) if own is None else by_code[own.code],
        by_code=by_code,
        by_desk={each: by_code[unit.code] for unit in units for each in unit.desks},
    )


Moment = tuple[int, str]
"""Clock and desk: what was said later has the greater one."""


@dataclass(frozen=True, kw_only=True)
class _Said:
    """Everything that desks said of procedures, read once; what many offices publish alike is made once."""

    versions: Mapping[str, Sequence[tuple[str, str, int, Procedure]]]
    ends: Mapping[str, Sequence[tuple[str, date, int]]]

    def of(self, desks: Collection[str]) -> CatalogueBook:
        """Return the catalogue that these desks' words come to: of two versions of a day the later one, cut by later ends."""
        latest: dict[tuple[str, str], tuple[Moment, Procedure]] = {}
        for desk in desks:
            for code, first, clock, procedure in self.versions.get(desk, ()):
                told = latest.get((code, first))
                if told is None or told[0] < (clock, desk):
                    latest[code, first] = ((clock, desk), procedure)
        ends: dict[str, list[tuple[Moment, date]]] = {}
        for desk in desks:
            for code, last_on, clock in self.ends.get(desk, ()):
                ends.setdefault(code, []).append(((clock, desk), last_on))
        kept = (
            _until(procedure, [last_on for at, last_on in ends.get(code, ()) if at > told])
            for (code, _first), (told, procedure) in latest.items()
        )
        return book_of(each for each in kept if each is not None)


def _said(db: Database) -> _Said:
    made: dict[bytes, Procedure] = {}
    versions: dict[str, list[tuple[str, str, int, Procedure]]] = {}
    for desk, code, first, clock, body in db.execute(
        "SELECT desk, code, valid_from, clock, body FROM procedure_versions"
    ):
        if body not in made:
            made[body] = from_json(body, Procedure)
        versions.setdefault(desk, []).append((code, first, clock, made[body]))
    ends: dict[str, list[tuple[str, date, int]]] = {}
    for desk, code, last_on, clock in db.execute("SELECT desk, code, last_on, clock FROM procedure_ends"):
        ends.setdefault(desk, []).append((code, date.fromisoformat(last_on), clock))
    return _Said(versions=versions, ends=ends)


def _until(version: Procedure, ends: Sequence[date]) -> Procedure | None:
    """Return a version as ends leave it: none that would begin only after one."""
    if not ends:
        return version
    last_on = min(ends)
    if version.valid_from > last_on:
        return None
    return changed(version, valid_to=last_on if version.valid_to is None else min(version.valid_to, last_on))


def _day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()
