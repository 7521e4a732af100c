"""The journal's own tables, and every question that is put to them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desk_app.journal.chain import START
from desk_app.journal.entry import Entry
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("journal")

_COLUMNS = "desk, epoch, seq, command_id, clock, actor, subject, kind, version, body, previous, digest"
_INSERT = f"INSERT INTO entries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PARK = f"INSERT OR IGNORE INTO parked_entries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_EVERYWHERE = f"(SELECT {_COLUMNS} FROM entries UNION ALL SELECT {_COLUMNS} FROM carried_entries)"
_OF_SUBJECT = f"SELECT {_COLUMNS} FROM {_EVERYWHERE} WHERE subject = ? ORDER BY clock, desk, epoch, seq"
_OF_COMMAND = f"SELECT {_COLUMNS} FROM entries WHERE command_id = ? ORDER BY rowid"
_NAMED = f"SELECT {_COLUMNS} FROM entries WHERE desk = ? AND epoch = ? AND seq = ?"
_CARRY = f"INSERT OR IGNORE INTO carried_entries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_IS_HERE = """
    SELECT 1 FROM entries WHERE desk = ? AND epoch = ? AND seq = ?
    UNION ALL SELECT 1 FROM carried_entries WHERE desk = ? AND epoch = ? AND seq = ?"""
_CARRIED_AND_TAKEN = """
    FROM carried_entries WHERE EXISTS (
        SELECT 1 FROM entries WHERE entries.desk = carried_entries.desk AND entries.epoch = carried_entries.epoch
        AND entries.seq = carried_entries.seq)"""
_HEAD = """
    SELECT seq, digest, max(clock, (SELECT clock FROM adopted_clock)) FROM entries
    WHERE desk = ? AND epoch = ? ORDER BY seq DESC LIMIT 1"""
_ANY_PARKED = "SELECT 1 FROM parked_entries WHERE desk = ? AND epoch = ? LIMIT 1"
_NEXT_PARKED = f"SELECT {_COLUMNS} FROM parked_entries WHERE desk = ? AND epoch = ? AND seq = ?"


@migrations()
def m001_entries(db: Database) -> None:
    db.execute("""
        CREATE TABLE entries (
            desk TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, command_id TEXT NOT NULL,
            clock INTEGER NOT NULL, actor TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL,
            version INTEGER NOT NULL, body BLOB NOT NULL, previous BLOB NOT NULL, digest BLOB NOT NULL,
            UNIQUE (desk, epoch, seq)
        ) STRICT""")
    db.execute("CREATE INDEX entries_by_subject ON entries (subject)")
    db.execute("CREATE INDEX entries_by_command ON entries (command_id)")
    # Append-only is a promise that the file itself keeps.
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER entries_no_{verb.lower()} BEFORE {verb} ON entries "
            "BEGIN SELECT raise(ABORT, 'the journal is append-only'); END"
        )
    # Entries that came ahead of their turn wait here until the gap before them is closed.
    db.execute("""
        CREATE TABLE parked_entries (
            desk TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, command_id TEXT NOT NULL,
            clock INTEGER NOT NULL, actor TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL,
            version INTEGER NOT NULL, body BLOB NOT NULL, previous BLOB NOT NULL, digest BLOB NOT NULL,
            PRIMARY KEY (desk, epoch, seq)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE TABLE adopted_clock (only INTEGER PRIMARY KEY CHECK (only = 1), clock INTEGER NOT NULL) STRICT")
    db.execute("INSERT INTO adopted_clock VALUES (1, 0)")
    db.execute("CREATE TABLE fold_revisions (name TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID")
    db.execute("""
        CREATE TABLE findings (
            fold TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL, against TEXT NOT NULL,
            words TEXT NOT NULL, PRIMARY KEY (fold, subject, kind, entry)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE alarms (
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, desk TEXT NOT NULL, words TEXT NOT NULL,
            UNIQUE (kind, desk, words)
        ) STRICT""")


@migrations()
def m002_carried(db: Database) -> None:
    # Entries of other desks that came along out of their chain: a laptop takes the dossiers it needs, not the whole journal.
    db.execute("""
        CREATE TABLE carried_entries (
            desk TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, command_id TEXT NOT NULL,
            clock INTEGER NOT NULL, actor TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL,
            version INTEGER NOT NULL, body BLOB NOT NULL, previous BLOB NOT NULL, digest BLOB NOT NULL,
            PRIMARY KEY (desk, epoch, seq)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX carried_by_subject ON carried_entries (subject)")


def append(db: Database, entry: Entry) -> None:
    """Put one sealed entry at the end of its desk's chain, where ``head`` said it is to be joined on."""
    db.conn.execute(_INSERT, entry)
    if db.recall.is_open:
        db.recall.put(("head", entry.desk, entry.epoch), Head(entry.seq, entry.digest, entry.clock))
    else:
        db.recall.forget_all()


class Head(NamedTuple):
    """The end of a desk's chain; ``clock`` is the highest it has to go beyond, other desks' included."""

    seq: int
    digest: bytes
    clock: int


def head(db: Database, desk: str, epoch: int) -> Head:
    """Return where the next entry of a desk is joined on; seq 0 and ``START`` when its chain is empty."""
    return db.recall.ask(("head", desk, epoch), _read_head, db, desk, epoch)


def _read_head(db: Database, desk: str, epoch: int) -> Head:
    row = db.conn.execute(_HEAD, (desk, epoch)).fetchone()
    return Head(0, START, adopted_clock(db)) if row is None else Head(*row)


def history(db: Database, subject: str) -> tuple[Entry, ...]:
    """Return all entries of one subject in clock order, those that were carried along included."""
    return tuple(map(Entry._make, db.conn.execute(_OF_SUBJECT, (subject,)).fetchall()))


def of_command(db: Database, command_id: str) -> tuple[Entry, ...]:
    """Return what one command wrote, nothing when it has not been carried out."""
    return tuple(map(Entry._make, db.conn.execute(_OF_COMMAND, (command_id,)).fetchall()))


def find_entry(db: Database, desk: str, epoch: int, seq: int) -> Entry | None:
    """Return the entry of that name, or None."""
    row = db.conn.execute(_NAMED, (desk, epoch, seq)).fetchone()
    return None if row is None else Entry._make(row)


def every_entry(db: Database) -> Iterator[Entry]:
    """Yield all entries by desk, epoch and seq: chain by chain."""
    yield from map(Entry._make, db.conn.execute(f"SELECT {_COLUMNS} FROM entries ORDER BY desk, epoch, seq"))


def latest_entries(db: Database, limit: int) -> tuple[Entry, ...]:
    """Return the newest entries of all desks, newest first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM entries ORDER BY clock DESC, desk, epoch, seq DESC LIMIT ?", (limit,))
    return tuple(map(Entry._make, rows.fetchall()))


def count_entries(db: Database) -> int:
    """Return how many entries the journal holds."""
    return int(db.execute("SELECT count(*) FROM entries").fetchone()[0])


def list_subjects(db: Database, kinds: Sequence[str]) -> tuple[str, ...]:
    """Return every subject that has an entry of one of ``kinds``."""
    marks = ", ".join("?" * len(kinds))
    rows = db.execute(
        f"SELECT DISTINCT subject FROM {_EVERYWHERE} WHERE kind IN ({marks}) ORDER BY subject", list(kinds)
    )
    return tuple(row[0] for row in rows.fetchall())


def entries_of_kinds(db: Database, kinds: Sequence[str]) -> Iterator[Entry]:
    """Yield every entry of one of ``kinds`` in clock order."""
    marks = ", ".join("?" * len(kinds))
    order = "ORDER BY clock, desk, epoch, seq"
    yield from map(
        Entry._make, db.execute(f"SELECT {_COLUMNS} FROM {_EVERYWHERE} WHERE kind IN ({marks}) {order}", list(kinds))
    )


def is_here(db: Database, entry: Entry) -> bool:
    """Tell whether an entry of that name is here, in its chain or carried along."""
    name = (entry.desk, entry.epoch, entry.seq)
    return db.conn.execute(_IS_HERE, (*name, *name)).fetchone() is not None


def carry(db: Database, entries: Iterable[Entry]) -> None:
    """Keep entries of other desks out of their chain; they are folded like any other, and never sent on."""
    db.recall.forget_all()
    db.conn.executemany(_CARRY, entries)


def count_carried(db: Database) -> int:
    """Return how many entries are here out of their chain."""
    return int(db.execute("SELECT count(*) FROM carried_entries").fetchone()[0])


def drop_carried(db: Database) -> tuple[Entry, ...]:
    """Forget what was carried and has come in its chain since, and return it as it was carried."""
    if not count_carried(db):
        return ()
    rows = db.conn.execute(f"SELECT {_COLUMNS} {_CARRIED_AND_TAKEN}").fetchall()
    db.conn.execute(f"DELETE {_CARRIED_AND_TAKEN}")
    return tuple(map(Entry._make, rows))


def park(db: Database, entry: Entry) -> None:
    """Keep an entry that came ahead of its turn."""
    db.conn.execute(_PARK, entry)


def next_parked(db: Database, desk: str, epoch: int, seq: int) -> Entry | None:
    """Return the parked entry of that name, or None."""
    row = db.conn.execute(_NEXT_PARKED, (desk, epoch, seq)).fetchone()
    return None if row is None else Entry._make(row)


def has_parked(db: Database, desk: str, epoch: int) -> bool:
    """Tell whether entries of a chain wait for their turn."""
    return db.conn.execute(_ANY_PARKED, (desk, epoch)).fetchone() is not None


def unpark(db: Database, entry: Entry) -> None:
    """Forget a parked entry: its turn has come."""
    db.conn.execute("DELETE FROM parked_entries WHERE desk = ? AND epoch = ? AND seq = ?", entry[:3])


def drop_parked(db: Database, desk: str, epoch: int) -> None:
    """Forget what is parked of one chain: it does not fit, and would stop every later merge."""
    db.conn.execute("DELETE FROM parked_entries WHERE desk = ? AND epoch = ?", (desk, epoch))


def list_gaps(db: Database) -> tuple[tuple[str, int, int, int], ...]:
    """Return ``(desk, epoch, first, last)`` of every missing run of entries before and between the parked ones."""
    rows = db.execute("""
        SELECT desk, epoch, before + 1, seq - 1 FROM (
            SELECT desk, epoch, seq, coalesce(
                lag(seq) OVER (PARTITION BY desk, epoch ORDER BY seq),
                (SELECT max(seq) FROM entries WHERE desk = parked.desk AND epoch = parked.epoch), 0) AS before
            FROM parked_entries AS parked)
        WHERE seq > before + 1 ORDER BY 1, 2, 3""")
    return tuple(rows.fetchall())


def adopted_clock(db: Database) -> int:
    """Return the highest clock taken over from other desks."""
    return int(db.conn.execute("SELECT clock FROM adopted_clock").fetchone()[0])


def adopt_clock(db: Database, clock: int) -> None:
    """Remember another desk's clock, so that the next entry here is later than it."""
    db.recall.forget_all()
    db.conn.execute("UPDATE adopted_clock SET clock = max(clock, ?)", (clock,))


def revision(db: Database, fold: str) -> int:
    """Return the mark of a reference fold's present content; another content has another mark."""
    row = db.conn.execute("SELECT revision FROM fold_revisions WHERE name = ?", (fold,)).fetchone()
    return 0 if row is None else int(row[0])


def put_revision(db: Database, fold: str, mark: int) -> None:
    """Say that a reference fold's content has changed."""
    db.recall.forget_all()
    db.conn.execute(
        "INSERT INTO fold_revisions VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET revision = excluded.revision",
        (fold, mark),
    )


def put_findings(db: Database, fold: str, subject: str, found: Iterable[tuple[str, str, str, str]]) -> None:
    """Replace what ``fold`` found about a subject by ``(kind, entry, against, words)``: contradictions for a person."""
    db.conn.execute("DELETE FROM findings WHERE fold = ? AND subject = ?", (fold, subject))
    for kind, entry, against, words in found:
        db.conn.execute("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?)", (fold, subject, kind, entry, against, words))


def list_findings(db: Database) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return ``(subject, kind, entry, against, words)`` of every contradiction not settled yet."""
    return tuple(db.execute("SELECT subject, kind, entry, against, words FROM findings ORDER BY 1, 2, 3").fetchall())


def count_findings(db: Database) -> int:
    """Return how many contradictions are not settled yet."""
    return int(db.conn.execute("SELECT count(*) FROM findings").fetchone()[0])


def raise_alarm(db: Database, at: int, kind: str, desk: str, words: str) -> None:
    """Keep an alarm about another desk's entries, once."""
    db.conn.execute("INSERT OR IGNORE INTO alarms (at, kind, desk, words) VALUES (?, ?, ?, ?)", (at, kind, desk, words))


def list_alarms(db: Database) -> tuple[tuple[int, str, str, str], ...]:
    """Return ``(at, kind, desk, words)`` of every alarm, oldest first."""
    return tuple(db.execute("SELECT at, kind, desk, words FROM alarms ORDER BY id").fetchall())


def wipe(db: Database, table: str) -> None:
    """Empty one folded table."""
    db.recall.forget_all()
    db.execute(f"DELETE FROM {table}")


def content(db: Database, table: str) -> list[tuple[object, ...]]:
    """Return every row of a folded table in a stable order, to compare two foldings; local row numbers left out."""
    columns = [f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})") if not row[1].startswith("local_")]
    listed = ", ".join(columns)
    return db.execute(f"SELECT {listed} FROM {table} ORDER BY {listed}").fetchall()
