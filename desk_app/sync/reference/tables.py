"""Which reference data were written and taken over, and administrative units under old and new codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.journal.entry import Recorded
from desk_app.journal.folding import AnyFold, SubjectFold
from desk_app.kernel.texts import folded as without_marks
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations
from desk_app.sync.reference.facts import ReferenceTaken, ReferenceWritten, UnitsPut
from desk_app.sync.reference.pack import UnitChange

migrations = Migrations("reference")


@migrations()
def m001_reference(db: Database) -> None:
    # One row for each desk that wrote or took; a desk that took knows the number it may not go below.
    db.execute("""
        CREATE TABLE reference_numbers (
            writer TEXT NOT NULL, desk TEXT NOT NULL, number INTEGER NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (writer, desk)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE administrative_units (
            old_code TEXT NOT NULL, new_code TEXT NOT NULL, valid_from TEXT NOT NULL, old_name TEXT NOT NULL,
            new_name TEXT NOT NULL, words TEXT NOT NULL,
            PRIMARY KEY (old_code, new_code, valid_from)
        ) STRICT, WITHOUT ROWID""")


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """The latest number one desk wrote or took of a writer's reference data."""

    writer: str
    desk: str
    number: int
    note: str
    at: str


class NumberFold(SubjectFold[tuple[Numbered, ...]]):
    """What one hub handed down: the highest number it wrote, and that each desk took."""

    name = "reference_numbers"
    facts = (ReferenceWritten, ReferenceTaken)
    tables = ("reference_numbers",)

    def fold(self, history: Sequence[Recorded]) -> tuple[Numbered, ...]:
        """Return the highest number of each desk."""
        best: dict[str, Numbered] = {}
        for entry, fact in ((each.entry, each.fact) for each in history):
            if isinstance(fact, ReferenceWritten):
                writer, at = entry.desk, fact.written_at
            elif isinstance(fact, ReferenceTaken):
                writer, at = fact.writer, fact.taken_at
            else:
                continue
            if entry.desk not in best or fact.number > best[entry.desk].number:
                best[entry.desk] = Numbered(
                    writer=writer, desk=entry.desk, number=fact.number, note=fact.note, at=at.isoformat()
                )
        return tuple(best.values())

    def store(self, db: Database, subject: str, state: tuple[Numbered, ...], *, fresh: bool) -> None:  # noqa: ARG002 - rows stand under their own keys
        """Write each desk's row in place of its older one."""
        rows = [(each.writer, each.desk, each.number, each.note, each.at) for each in state]
        db.conn.executemany("INSERT OR REPLACE INTO reference_numbers VALUES (?, ?, ?, ?, ?)", rows)


class UnitFold(SubjectFold[tuple[UnitChange, ...]]):
    """Administrative units as they were put last."""

    name = "administrative_units"
    facts = (UnitsPut,)
    tables = ("administrative_units",)

    def fold(self, history: Sequence[Recorded]) -> tuple[UnitChange, ...]:
        """Return the units of the latest putting."""
        puts = [each.fact for each in history if isinstance(each.fact, UnitsPut)]
        return puts[-1].units if puts else ()

    def store(self, db: Database, subject: str, state: tuple[UnitChange, ...], *, fresh: bool) -> None:  # noqa: ARG002 - there is one subject
        """Write the whole list in place of the older one."""
        if not fresh:
            db.conn.execute("DELETE FROM administrative_units")
        rows = [
            (
                *(each.old_code, each.new_code, each.valid_from.isoformat(), each.old_name, each.new_name),
                without_marks(f"{each.old_name} {each.new_name}"),
            )
            for each in state
        ]
        db.conn.executemany("INSERT OR REPLACE INTO administrative_units VALUES (?, ?, ?, ?, ?, ?)", rows)


FOLDS: tuple[AnyFold, ...] = (NumberFold(), UnitFold())


SERIES = "reference"
"""The name under which the numbers of what this desk hands down are one series."""


def highest_number(db: Database, writer: str, desk: str) -> int:
    """Return the highest number that ``desk`` wrote or took of ``writer``'s reference data; 0 before the first."""
    row = db.execute("SELECT number FROM reference_numbers WHERE writer = ? AND desk = ?", (writer, desk)).fetchone()
    return 0 if row is None else int(row[0])


def find_units(db: Database, text: str, limit: int = 50) -> tuple[UnitChange, ...]:
    """Return the units whose old or new code begins with ``text``, or whose old or new name holds its words, marks or not."""
    words = [f"%{word}%" for word in without_marks(text).split()]
    named = " AND ".join("words LIKE ?" for _word in words) or "1 = 1"
    code = f"{text.strip()}%"
    rows = db.execute(
        "SELECT old_code, old_name, new_code, new_name, valid_from FROM administrative_units "
        f"WHERE old_code LIKE ? OR new_code LIKE ? OR ({named}) ORDER BY new_name, old_name LIMIT ?",
        (code, code, *words, limit),
    )
    return tuple(
        UnitChange(
            old_code=old_code,
            old_name=old_name,
            new_code=new_code,
            new_name=new_name,
            valid_from=date.fromisoformat(first),
        )
        for old_code, old_name, new_code, new_name, first in rows
    )


def every_unit(db: Database) -> tuple[UnitChange, ...]:
    """Return the whole list, in the order of new names."""
    return find_units(db, "", limit=-1)


def last_taken_on(db: Database, desk: str) -> date | None:
    """Return the day on which ``desk`` took reference data last; None before the first."""
    row = db.execute("SELECT max(at) FROM reference_numbers WHERE desk = ? AND writer <> ?", (desk, desk)).fetchone()
    return None if row[0] is None else date.fromisoformat(row[0][:10])
