"""The tables as they were when less was known: some subjects folded again, aside, from the entries of that time."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager

from desk_app.journal import tables as journal
from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import fold_entry
from desk_app.journal.folding import EntryFold, FoldRegistry
from desk_app.reports.facts import ChainEnd
from desk_app.storage.engine import Database, open_aside

# Tables behind an index of words are made by SQLite itself.
_SCHEMA = """
    SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index') AND name NOT GLOB 'sqlite_*'
    AND tbl_name NOT GLOB '_sqlite*' AND name NOT GLOB 'dossier_search_*' ORDER BY type = 'index'"""


@contextmanager
def as_known(
    db: Database, registry: FoldRegistry, subjects: Collection[str], known: Sequence[ChainEnd]
) -> Iterator[Database]:
    """Give tables in memory that hold ``subjects`` alone, as the entries up to ``known`` make them."""
    with closing(open_aside()) as aside:
        for (sql,) in db.conn.execute(_SCHEMA).fetchall():
            aside.conn.execute(sql)
        aside.conn.execute("INSERT INTO adopted_clock VALUES (1, 0)")
        ends = {(each.desk, each.epoch): each.seq for each in known}
        for subject in subjects:
            entries = journal.history(db, subject)
            _fold(aside, registry, [each for each in entries if each.seq <= ends.get((each.desk, each.epoch), 0)])
        yield aside


def related(db: Database, subjects: Iterable[str]) -> set[str]:
    """Return ``subjects`` and those whose rows stand beside theirs: a way and its dossier, its round, what it began with."""
    found: set[str] = set()
    for subject in subjects:
        dossier = subject.partition(":")[2] or subject
        found |= {subject, dossier, f"return:{dossier}"}
        found |= {str(row[0]) for row in db.conn.execute(_ROUNDS, (dossier,)).fetchall()}
        found |= {str(row[0]).partition(":")[2] for row in db.conn.execute(_ORIGINS, (dossier,)).fetchall()}
    return found


def is_known(aside: Database, subject: str) -> bool:
    """Tell whether anything about ``subject`` was known then."""
    return bool(journal.history(aside, subject))


_ROUNDS = "SELECT round FROM return_stops WHERE dossier = ?"
_ORIGINS = "SELECT origin FROM dossier_origins WHERE dossier = ?"


def _fold(aside: Database, registry: FoldRegistry, entries: Sequence[Entry]) -> None:
    for entry in entries:
        journal.append(aside, entry)
    done: set[str] = set()
    for entry in reversed(entries):
        fold = registry.fold_of(entry.kind)
        if isinstance(fold, EntryFold) or fold.name not in done:
            done.add(fold.name)
            fold_entry(aside, registry, entry)
