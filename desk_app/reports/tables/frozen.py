"""Frozen copies as a table, and where every desk's chain ends."""

from collections.abc import Sequence
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import EntryFold
from desk_app.reports.facts import ChainEnd, ReportFrozen, report_id_of
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("reports")


@migrations()
def m001_frozen_reports(db: Database) -> None:
    # The figures stay in the entry; the table is for finding it.
    db.execute("""
        CREATE TABLE frozen_reports (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, definition TEXT NOT NULL, title TEXT NOT NULL,
            first_on TEXT NOT NULL, last_on TEXT NOT NULL, unit TEXT NOT NULL, digest TEXT NOT NULL,
            note TEXT NOT NULL, frozen_at TEXT NOT NULL, frozen_by TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")


class FrozenFold(EntryFold):
    """One row for each frozen copy."""

    name = "frozen_reports"
    facts: ClassVar[tuple[type[Fact], ...]] = (ReportFrozen,)
    tables = ("frozen_reports",)

    def store(self, db: Database, recorded: Recorded) -> None:
        """Write the copy's row."""
        entry, fact = recorded.entry, recorded.fact
        if not isinstance(fact, ReportFrozen):
            raise TypeError(f"{entry.kind} is no frozen report")
        period = (fact.first_on.isoformat(), fact.last_on.isoformat())
        row = (
            *(report_id_of(entry.subject), entry.desk, fact.definition, fact.report.title, *period, fact.unit),
            *(fact.digest, fact.note, fact.frozen_at.isoformat(), entry.actor),
        )
        db.conn.execute(f"INSERT OR REPLACE INTO frozen_reports VALUES ({', '.join('?' * len(row))})", row)


def list_frozen(db: Database, definition: str = "") -> list[tuple[str, ...]]:
    """Return id, definition, title, first and last day, office, digest, note, moment, who: of all or one, newest first."""
    rows = db.conn.execute(
        "SELECT id, definition, title, first_on, last_on, unit, digest, note, frozen_at, frozen_by FROM frozen_reports "
        "WHERE ? = '' OR definition = ? ORDER BY frozen_at DESC, id DESC",
        (definition, definition),
    )
    return [tuple(map(str, row)) for row in rows.fetchall()]


def chain_ends(db: Database) -> tuple[ChainEnd, ...]:
    """Return up to where every desk's entries are known here."""
    rows = db.conn.execute("SELECT desk, epoch, max(seq) FROM entries GROUP BY desk, epoch ORDER BY desk, epoch")
    return tuple(ChainEnd(desk=desk, epoch=epoch, seq=seq) for desk, epoch, seq in rows.fetchall())


def touched_since(db: Database, known: Sequence[ChainEnd]) -> list[str]:
    """Return every subject of which entries are known now that were not known then, oldest entry first."""
    ends = {(each.desk, each.epoch): each.seq for each in known}
    found: dict[str, None] = {}
    for end in chain_ends(db):
        rows = db.conn.execute(
            "SELECT subject FROM entries WHERE desk = ? AND epoch = ? AND seq > ? ORDER BY seq",
            (end.desk, end.epoch, ends.get((end.desk, end.epoch), 0)),
        )
        found.update((str(row[0]), None) for row in rows.fetchall())
    return list(found)
