"""What stands in the data file about the writing table. Moments are ISO 8601 with +07:00."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("writing")


@migrations()
def m001_writing(db: Database) -> None:
    db.execute("""
        CREATE TABLE writing_cases (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, helper TEXT NOT NULL, organisation TEXT NOT NULL,
            area TEXT NOT NULL, outcome TEXT NOT NULL, minutes INTEGER NOT NULL, person TEXT NOT NULL,
            number_end TEXT NOT NULL, note TEXT NOT NULL, sat_at TEXT NOT NULL, written_at TEXT NOT NULL,
            void INTEGER NOT NULL, reason TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX writing_cases_by_day ON writing_cases (written_at)")
    db.execute("CREATE INDEX writing_cases_by_helper ON writing_cases (helper, written_at)")
    db.execute("""
        CREATE TABLE writing_case_forms (
            "case" TEXT NOT NULL, place INTEGER NOT NULL, form TEXT NOT NULL, PRIMARY KEY ("case", place)
        ) STRICT, WITHOUT ROWID""")
    # Local to this desk and in no fold: what is being filled in, forgotten some hours later.
    db.execute("""
        CREATE TABLE writing_sittings (
            id TEXT PRIMARY KEY, account TEXT NOT NULL, kept_at TEXT NOT NULL, body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX writing_sittings_by_age ON writing_sittings (kept_at)")
