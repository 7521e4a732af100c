"""What stands in the data file about tickets. Moments are ISO 8601 with +07:00."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("tickets")


@migrations()
def m001_tickets(db: Database) -> None:
    db.execute("""
        CREATE TABLE tickets (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, day TEXT NOT NULL, field TEXT NOT NULL, letter TEXT NOT NULL,
            number INTEGER NOT NULL, priority TEXT NOT NULL, source TEXT NOT NULL, taken_at TEXT NOT NULL,
            taken_clock INTEGER NOT NULL,
            state TEXT NOT NULL, for_counter TEXT NOT NULL, counter TEXT NOT NULL, times_called INTEGER NOT NULL,
            called_clock INTEGER NOT NULL, first_called_at TEXT, called_at TEXT, begun_at TEXT, ended_at TEXT,
            dossiers TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    # Not unique: a desk restored from yesterday's copy gives out numbers again, and both must be taken over.
    db.execute("CREATE INDEX tickets_by_number ON tickets (day, letter, number)")
    db.execute("CREATE INDEX tickets_by_state ON tickets (state, day)")
    db.execute("""
        CREATE TABLE ticket_lines (
            field TEXT PRIMARY KEY, letter TEXT NOT NULL, is_open INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m002_counter(db: Database) -> None:
    # Which counter this computer is: its own alone, never in the journal.
    db.execute("CREATE TABLE ticket_counter (only INTEGER PRIMARY KEY CHECK (only = 1), body BLOB NOT NULL) STRICT")
