"""Which laptops are away, and up to where each was brought home; what goes into a pack."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.folding import AnyFold, SubjectFold
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations
from desk_app.sync.away.facts import AwayBroughtHome, AwayPrepared

migrations = Migrations("away")
_COLUMNS = "desk, epoch, seq, command_id, clock, actor, subject, kind, version, body, previous, digest"


@migrations()
def m001_away(db: Database) -> None:
    db.execute("""
        CREATE TABLE away_laptops (
            laptop TEXT PRIMARY KEY, desk TEXT NOT NULL, desk_number INTEGER NOT NULL, session TEXT NOT NULL,
            people TEXT NOT NULL, dossiers INTEGER NOT NULL, lines INTEGER NOT NULL, prepared_at TEXT NOT NULL,
            brought_seq INTEGER NOT NULL, brought_at TEXT
        ) STRICT, WITHOUT ROWID""")


@dataclass(frozen=True, kw_only=True)
class Laptop:
    """A laptop that was made ready by ``desk``; ``brought_at`` is None until something of it came home."""

    laptop: str
    desk: str
    desk_number: int
    session: str
    people: tuple[str, ...]
    dossiers: int
    lines: int
    prepared_at: datetime
    brought_seq: int = 0
    brought_at: datetime | None = None


class AwayFold(SubjectFold[Laptop | None]):
    """One laptop, from its making ready to the last file of it."""

    name = "away"
    facts = (AwayPrepared, AwayBroughtHome)
    tables = ("away_laptops",)

    def fold(self, history: Sequence[Recorded]) -> Laptop | None:
        """Return the laptop, None while its making ready has not arrived."""
        made = next(((each.entry, each.fact) for each in history if isinstance(each.fact, AwayPrepared)), None)
        if made is None:
            return None
        entry, fact = made
        brought = [each.fact for each in history if isinstance(each.fact, AwayBroughtHome)]
        return Laptop(
            laptop=fact.laptop,
            desk=entry.desk,
            desk_number=fact.desk_number,
            session=fact.session,
            people=fact.people,
            dossiers=fact.dossiers,
            lines=fact.lines,
            prepared_at=fact.prepared_at,
            brought_seq=max((each.seq for each in brought), default=0),
            brought_at=max((each.brought_at for each in brought), default=None),
        )

    def store(self, db: Database, subject: str, state: Laptop | None, *, fresh: bool) -> None:  # noqa: ARG002 - one row under its key
        """Replace the laptop's row."""
        if state is None:
            return
        row = (
            *(state.laptop, state.desk, state.desk_number, state.session, "\n".join(state.people), state.dossiers),
            *(state.lines, state.prepared_at.isoformat(), state.brought_seq),
            state.brought_at.isoformat() if state.brought_at else None,
        )
        db.conn.execute("INSERT OR REPLACE INTO away_laptops VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


FOLDS: tuple[AnyFold, ...] = (AwayFold(),)


def list_laptops(db: Database) -> tuple[Laptop, ...]:
    """Return every laptop ever made ready, the newest first."""
    rows = db.execute(
        "SELECT laptop, desk, desk_number, session, people, dossiers, lines, prepared_at, brought_seq, brought_at "
        "FROM away_laptops ORDER BY prepared_at DESC, laptop"
    )
    return tuple(
        Laptop(
            laptop=laptop,
            desk=desk,
            desk_number=number,
            session=session,
            people=tuple(filter(None, people.split("\n"))),
            dossiers=dossiers,
            lines=lines,
            prepared_at=datetime.fromisoformat(prepared_at),
            brought_seq=seq,
            brought_at=datetime.fromisoformat(brought_at) if brought_at else None,
        )
        for laptop, desk, number, session, people, dossiers, lines, prepared_at, seq, brought_at in rows
    )


def entries_about(db: Database, subjects: Iterable[str]) -> Iterator[Entry]:
    """Yield every entry about some subjects, and about what belongs to them (``<subject>/…``, such as their papers)."""
    for subject in subjects:
        rows = db.conn.execute(
            f"SELECT {_COLUMNS} FROM entries WHERE subject = ? OR (subject > ? AND subject < ?)",
            (subject, f"{subject}/", f"{subject}0"),
        )
        yield from map(Entry._make, rows.fetchall())


def entries_of_kinds(db: Database, kinds: Sequence[str]) -> Iterator[Entry]:
    """Yield every entry of some kinds."""
    marks = ", ".join("?" * len(kinds))
    rows = db.conn.execute(f"SELECT {_COLUMNS} FROM entries WHERE kind IN ({marks})", list(kinds))
    yield from map(Entry._make, rows)


def numbers_of(db: Database, desk: str, prefix: str) -> tuple[str, ...]:
    """Return the codes a desk issued that begin with ``prefix``, in their order."""
    rows = db.execute(
        "SELECT code FROM dossiers WHERE desk = ? AND code >= ? AND code < ? ORDER BY code",
        (desk, prefix, f"{prefix}~"),
    )
    return tuple(row[0] for row in rows)


def open_dossiers(db: Database, statuses: Sequence[str], limit: int) -> tuple[str, ...]:
    """Return the ids of the dossiers in some states, the latest first."""
    marks = ", ".join("?" * len(statuses))
    rows = db.execute(
        f"SELECT id FROM dossiers WHERE status IN ({marks}) ORDER BY local_row DESC LIMIT ?", (*statuses, limit)
    )
    return tuple(row[0] for row in rows)


def screening_subjects(db: Database, area: str) -> tuple[str, ...]:
    """Return the journal subjects of the people on the list of an area who are still followed; of all without an area."""
    rows = db.execute(
        "SELECT id FROM screening_lines WHERE end_reason = '' AND (? = '' OR area = ?) ORDER BY id", (area, area)
    )
    return tuple(row[0] for row in rows)
