"""Which findings a person has closed; and the open ones, of whatever room."""

from collections.abc import Sequence
from typing import NamedTuple

from desk_app.findings.facts import FindingClosed
from desk_app.journal.entry import Recorded
from desk_app.journal.folding import AnyFold, SubjectFold
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("findings")


@migrations()
def m001_closed(db: Database) -> None:
    db.execute("""
        CREATE TABLE closed_findings (
            about TEXT NOT NULL, what TEXT NOT NULL, entry TEXT NOT NULL,
            PRIMARY KEY (about, what, entry)
        ) STRICT, WITHOUT ROWID""")


class ClosedFold(SubjectFold[tuple[FindingClosed, ...]]):
    """One finding: closed from the first time on that anybody closed it."""

    name = "findings"
    facts = (FindingClosed,)
    tables = ("closed_findings",)

    def fold(self, history: Sequence[Recorded]) -> tuple[FindingClosed, ...]:
        """Return every closing."""
        return tuple(each.fact for each in history if isinstance(each.fact, FindingClosed))

    def store(self, db: Database, subject: str, state: tuple[FindingClosed, ...], *, fresh: bool) -> None:  # noqa: ARG002 - closings only grow
        """Write that it is closed; once more changes nothing."""
        rows = {(each.about, each.what, each.entry) for each in state}
        db.conn.executemany("INSERT OR IGNORE INTO closed_findings VALUES (?, ?, ?)", rows)


FOLDS: tuple[AnyFold, ...] = (ClosedFold(),)


class OpenFinding(NamedTuple):
    """A contradiction as a room's fold keeps it; ``entry`` and ``against`` name journal entries, or are empty."""

    fold: str
    about: str
    what: str
    entry: str
    against: str
    words: str


_OPEN = """
    FROM findings f LEFT JOIN closed_findings c ON c.about = f.subject AND c.what = f.kind AND c.entry = f.entry
    WHERE c.about IS NULL"""


def list_open(db: Database, limit: int) -> tuple[OpenFinding, ...]:
    """Return the findings that nobody has closed, the latest entry first."""
    rows = db.execute(
        f"SELECT f.fold, f.subject, f.kind, f.entry, f.against, f.words {_OPEN} ORDER BY f.entry DESC, 1, 2 LIMIT ?",
        (limit,),
    )
    return tuple(OpenFinding(*row) for row in rows)


def count_open(db: Database) -> int:
    """Return how many findings nobody has closed."""
    return int(db.execute(f"SELECT count(*) {_OPEN}").fetchone()[0])


def find_open(db: Database, about: str, what: str, entry: str) -> OpenFinding | None:
    """Return one open finding, None when it was closed or is no more."""
    row = db.execute(
        f"SELECT f.fold, f.subject, f.kind, f.entry, f.against, f.words {_OPEN} "
        "AND f.subject = ? AND f.kind = ? AND f.entry = ?",
        (about, what, entry),
    ).fetchone()
    return None if row is None else OpenFinding(*row)
