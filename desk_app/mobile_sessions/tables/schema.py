"""What stands in the data file about mobile sessions and the screening list. Moments are ISO 8601 with +07:00."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("mobile_sessions")


@migrations()
def m001_sessions(db: Database) -> None:
    # Every row bears the desk of its first entry, so that reports can tell whose it is.
    db.execute("""
        CREATE TABLE mobile_places (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, name TEXT NOT NULL, area TEXT NOT NULL, address TEXT NOT NULL,
            contact TEXT NOT NULL, phone TEXT NOT NULL, note TEXT NOT NULL, ended_at TEXT
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE mobile_sessions (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, place TEXT NOT NULL, starts_at TEXT NOT NULL,
            ends_at TEXT NOT NULL, state TEXT NOT NULL, cancel_reason TEXT NOT NULL, moved_to TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX mobile_sessions_by_start ON mobile_sessions (starts_at)")
    db.execute("""
        CREATE TABLE mobile_stints (
            session TEXT NOT NULL, desk TEXT NOT NULL, opened_at TEXT NOT NULL, closed_at TEXT, cash INTEGER,
            PRIMARY KEY (session, desk, opened_at)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX mobile_stints_by_desk ON mobile_stints (desk, opened_at)")


@migrations()
def m002_screening(db: Database) -> None:
    # code is what the invitation's QR holds; body is the whole line, so that a list of thousands is read in one go.
    db.execute("""
        CREATE TABLE screening_lines (
            id TEXT PRIMARY KEY, entry TEXT NOT NULL, desk TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
            folded_name TEXT NOT NULL, id_number TEXT NOT NULL, birth_on TEXT NOT NULL, area TEXT NOT NULL,
            folded_area TEXT NOT NULL, phone TEXT NOT NULL, source TEXT NOT NULL, told_by TEXT NOT NULL, added_by TEXT NOT NULL,
            added_at TEXT NOT NULL, end_reason TEXT NOT NULL, duplicate_of TEXT NOT NULL, body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX screening_by_code ON screening_lines (code)")
    db.execute("CREATE INDEX screening_by_number ON screening_lines (id_number) WHERE id_number <> ''")
    db.execute("CREATE INDEX screening_by_name ON screening_lines (folded_name, birth_on)")
    db.execute("""
        CREATE TABLE screening_lacks (
            line TEXT NOT NULL, lack TEXT NOT NULL, added_at TEXT NOT NULL, settled_at TEXT, how TEXT NOT NULL,
            dossier TEXT NOT NULL, desk TEXT NOT NULL, PRIMARY KEY (line, lack)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE screening_visits (
            line TEXT NOT NULL, session TEXT NOT NULL, invited_at TEXT, carried_from TEXT NOT NULL, came_at TEXT,
            desk TEXT NOT NULL, PRIMARY KEY (line, session)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX screening_visits_by_session ON screening_visits (session)")
    db.execute("""
        CREATE TABLE screening_apart (
            line TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (line, other)
        ) STRICT, WITHOUT ROWID""")
