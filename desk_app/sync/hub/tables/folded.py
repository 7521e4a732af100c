"""Folded tables as a copy reads them: their columns, all their rows in a stable order, or those of some subjects."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from desk_app.journal.entry import Entry
from desk_app.journal.folding import FoldRegistry
from desk_app.storage.engine import Database

Row = tuple[Any, ...]
Run = tuple[str, int, int, int]
"""Entries of one chain: desk, epoch, first and last."""
_AT_ONCE = 500
_ENTRIES = """
    SELECT desk, epoch, seq, command_id, clock, actor, subject, kind, version, body, previous, digest FROM entries
    WHERE desk = ? AND epoch = ? AND seq BETWEEN ? AND ? ORDER BY seq"""


class ColumnOf(NamedTuple):
    """A column: its name, its type as SQLite says it, its place in the key (0: not part of it)."""

    name: str
    type: str
    key: int


class FoldedTable(NamedTuple):
    """A table of a fold. ``subject`` is the column by which the rows of one subject are found, empty where there is none."""

    name: str
    fold: str
    columns: tuple[ColumnOf, ...]
    subject: str
    prefix: str


# Tables that grow with every dossier: the column that names the subject, and what the subject has before that name.
_BY_SUBJECT = {
    "dossiers": ("id", ""),
    "dossier_legs": ("dossier", ""),
    "dossier_origins": ("dossier", ""),
    "dossier_apologies": ("dossier", ""),
    "dossier_reappointments": ("dossier", ""),
    "on_the_spot": ("dossier", ""),
    "fee_moves": ("dossier", "fee:"),
    "tickets": ("id", ""),
}


def list_tables(db: Database, registry: FoldRegistry) -> tuple[FoldedTable, ...]:
    """Return every folded table with its columns; row numbers of one computer (``local_…``) are no part of a copy."""
    found = []
    for fold in registry.folds:
        for name in fold.tables:
            rows = db.execute(f"PRAGMA table_info({name})").fetchall()
            columns = tuple(ColumnOf(row[1], row[2], row[5]) for row in rows if not row[1].startswith("local_"))
            subject, prefix = _BY_SUBJECT.get(name, ("", ""))
            found.append(FoldedTable(name, fold.name, columns, subject, prefix))
    return tuple(found)


def all_rows(db: Database, table: FoldedTable) -> Iterator[Row]:
    """Yield every row in a stable order."""
    listed = _listed(table)
    cursor = db.conn.execute(f"SELECT {listed} FROM {table.name} ORDER BY {listed}")
    while some := cursor.fetchmany(_AT_ONCE):
        yield from map(tuple, some)


def rows_of(db: Database, table: FoldedTable, subjects: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of some subjects of a table that has a subject column."""
    listed, wanted = _listed(table), list(subjects)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        yield from map(
            tuple, db.conn.execute(f'SELECT {listed} FROM {table.name} WHERE "{table.subject}" IN ({marks})', some)
        )


def digest_of(rows: Iterable[Row]) -> str:
    """Return what stands for rows in their order."""
    digest = sha256()
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()


def _listed(table: FoldedTable) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def entries_between(db: Database, run: Run) -> Iterator[Entry]:
    """Yield the entries of one run in their order."""
    cursor = db.conn.execute(_ENTRIES, run)
    while some := cursor.fetchmany(_AT_ONCE):
        yield from map(Entry._make, some)


def subjects_between(db: Database, runs: Sequence[Run]) -> set[tuple[str, str]]:
    """Return kind and subject of every entry in some runs."""
    found: set[tuple[str, str]] = set()
    for run in runs:
        found.update(
            db.conn.execute(
                "SELECT DISTINCT kind, subject FROM entries WHERE desk = ? AND epoch = ? AND seq BETWEEN ? AND ?", run
            )
        )
    return found
