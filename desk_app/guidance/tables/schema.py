"""What stands in the data file about guidance, appointments and outreach.

Moments are ISO 8601 with +07:00. ``body`` is the whole state as canonical JSON; the columns beside it are what is asked for.
"""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("guidance")


@migrations()
def m001_contacts(db: Database) -> None:
    # words: name, telephone, advice as they are searched. follow_up_on is empty where nobody need ask again.
    db.execute("""
        CREATE TABLE guidance_contacts (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, officer TEXT NOT NULL, given_at TEXT NOT NULL, channel TEXT NOT NULL,
            procedure TEXT NOT NULL, minutes INTEGER NOT NULL, phone TEXT NOT NULL, words TEXT NOT NULL,
            follow_up_on TEXT NOT NULL, is_withdrawn INTEGER NOT NULL, body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX guidance_contacts_by_day ON guidance_contacts (given_at)")
    db.execute("CREATE INDEX guidance_follow_ups ON guidance_contacts (follow_up_on) WHERE follow_up_on <> ''")
    db.execute("""
        CREATE TABLE guidance_lists (
            desk TEXT NOT NULL, valid_from TEXT NOT NULL, clock INTEGER NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (desk, valid_from)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m002_appointments(db: Database) -> None:
    db.execute("""
        CREATE TABLE appointment_lines (
            line TEXT NOT NULL, valid_from TEXT NOT NULL, desk TEXT NOT NULL, capacity INTEGER NOT NULL,
            body BLOB NOT NULL, PRIMARY KEY (line, valid_from)
        ) STRICT, WITHOUT ROWID""")
    # claim_clock and claim_desk say when this slot was asked for: the earlier claim keeps the place.
    # has_place is worked out over all appointments of the line that day, whenever one of them changes.
    db.execute("""
        CREATE TABLE appointments (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, number TEXT NOT NULL, line TEXT NOT NULL, day TEXT NOT NULL,
            starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, state TEXT NOT NULL, channel TEXT NOT NULL, phone TEXT NOT NULL,
            words TEXT NOT NULL, origin TEXT NOT NULL, claim_clock INTEGER NOT NULL, claim_desk TEXT NOT NULL,
            claim_entry TEXT NOT NULL, has_place INTEGER NOT NULL, body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX appointments_by_day ON appointments (day, line)")
    db.execute("CREATE INDEX appointments_by_number ON appointments (number)")
    db.execute("CREATE INDEX appointments_by_origin ON appointments (origin) WHERE origin <> ''")


@migrations()
def m003_outreach(db: Database) -> None:
    db.execute("""
        CREATE TABLE outreach (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, on_day TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,
            title TEXT NOT NULL, is_withdrawn INTEGER NOT NULL, clock INTEGER NOT NULL, body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX outreach_by_day ON outreach (on_day)")
