"""What stands in the data file about money. Amounts are whole đồng, days ISO, moments ISO 8601 with +07:00."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("fees")


@migrations()
def m001_fees(db: Database) -> None:
    # amount is below 0 where money went out; number is the payment's, also where it was given back.
    db.execute("""
        CREATE TABLE fee_moves (
            entry TEXT PRIMARY KEY, dossier TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, code TEXT NOT NULL,
            procedure TEXT NOT NULL, field TEXT NOT NULL, payer TEXT NOT NULL, amount INTEGER NOT NULL, due INTEGER,
            way TEXT NOT NULL, reason TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL, desk TEXT NOT NULL,
            officer TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX fee_moves_by_dossier ON fee_moves (dossier)")
    db.execute("CREATE INDEX fee_moves_by_day ON fee_moves (day, desk)")
    # Which days of an officer are not closed yet is asked at every look at the page.
    db.execute("CREATE INDEX fee_moves_by_officer ON fee_moves (desk, officer, day)")
    # Not unique: a desk restored from yesterday's copy gives out numbers again, and both must be taken over.
    db.execute("CREATE INDEX fee_moves_by_number ON fee_moves (number)")
    db.execute("""
        CREATE TABLE fee_days (
            subject TEXT PRIMARY KEY, desk TEXT NOT NULL, officer TEXT NOT NULL, day TEXT NOT NULL, body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX fee_days_by_day ON fee_days (day, desk, officer)")
