"""What stands in the data file about duties. Days are ISO 8601; a turn is 100 hundredths; ``desk`` wrote the first entry."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("shifts")


@migrations()
def m001_shifts(db: Database) -> None:
    # Who, where and when are small and always read whole: kind is organisation, member, place, pattern or absence.
    db.execute("""
        CREATE TABLE shift_book (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, desk TEXT NOT NULL, body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE shift_rosters (
            subject TEXT PRIMARY KEY, month TEXT NOT NULL, desk TEXT NOT NULL, has_draft INTEGER NOT NULL,
            version INTEGER NOT NULL, number TEXT NOT NULL, issued_on TEXT
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX shift_rosters_by_month ON shift_rosters (month)")
    db.execute("""
        CREATE TABLE shift_seats (
            roster TEXT NOT NULL, edition TEXT NOT NULL, seat TEXT NOT NULL, shift TEXT NOT NULL, on_day TEXT NOT NULL,
            place TEXT NOT NULL, starts TEXT NOT NULL, minutes INTEGER NOT NULL, organisation TEXT NOT NULL,
            member TEXT NOT NULL, state TEXT NOT NULL, how TEXT, hundredths INTEGER NOT NULL,
            worked_minutes INTEGER NOT NULL, desk TEXT NOT NULL, PRIMARY KEY (roster, edition, seat)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX shift_seats_by_day ON shift_seats (edition, on_day)")
    db.execute("CREATE INDEX shift_seats_by_name ON shift_seats (seat)")
    # member is empty in the row of an organisation.
    db.execute("""
        CREATE TABLE shift_shares (
            roster TEXT NOT NULL, edition TEXT NOT NULL, month TEXT NOT NULL, organisation TEXT NOT NULL,
            member TEXT NOT NULL, owed INTEGER NOT NULL, PRIMARY KEY (roster, edition, organisation, member)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE shift_cancellations (
            roster TEXT NOT NULL, place_in_order INTEGER NOT NULL, seat TEXT NOT NULL, on_day TEXT NOT NULL,
            organisation TEXT NOT NULL, member TEXT NOT NULL, is_late INTEGER NOT NULL, desk TEXT NOT NULL,
            PRIMARY KEY (roster, place_in_order)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX shift_cancellations_by_day ON shift_cancellations (on_day)")
    db.execute("""
        CREATE TABLE shift_thanks (
            id TEXT PRIMARY KEY, organisation TEXT NOT NULL, member TEXT NOT NULL, first_on TEXT NOT NULL,
            last_on TEXT NOT NULL, number TEXT NOT NULL, words TEXT NOT NULL, thanked_at TEXT NOT NULL, desk TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX shift_thanks_by_day ON shift_thanks (last_on)")
