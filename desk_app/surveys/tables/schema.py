"""What stands in the data file about the citizens' voice."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("surveys")


@migrations()
def m001_ratings(db: Database) -> None:
    # Joined to a dossier by its id alone: no name, no number, nothing of who answered.
    db.execute("""
        CREATE TABLE ratings (
            subject TEXT PRIMARY KEY, asking TEXT NOT NULL, dossier TEXT NOT NULL, officer TEXT NOT NULL,
            level TEXT NOT NULL, screen TEXT NOT NULL, rated_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX ratings_by_day ON ratings (rated_at)")
    db.execute("""
        CREATE TABLE rating_reasons (
            subject TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (subject, reason)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m002_screen_setup(db: Database) -> None:
    # Local to this desk and in no fold: which window stands on which screen means nothing elsewhere.
    db.execute("CREATE TABLE screen_setup (only INTEGER PRIMARY KEY CHECK (only = 1), body BLOB NOT NULL) STRICT")


@migrations()
def m003_unlinked_ratings(db: Database) -> None:
    # No dossier and no hour any more: neither leads from an answer to a person.
    db.execute("DROP TABLE ratings")
    db.execute("""
        CREATE TABLE ratings (
            subject TEXT PRIMARY KEY, asking TEXT NOT NULL, desk TEXT NOT NULL, question TEXT NOT NULL,
            officer TEXT NOT NULL, procedure TEXT NOT NULL, field TEXT NOT NULL, level TEXT NOT NULL,
            screen TEXT NOT NULL, rated_on TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute(
        "CREATE INDEX ratings_by_day ON ratings (rated_on, desk, officer, procedure, field, screen, level, subject)"
    )
    # Who and when stand beside each reason once more: a period's reasons are counted without looking their answers up.
    db.execute("DROP TABLE rating_reasons")
    db.execute("""
        CREATE TABLE rating_reasons (
            subject TEXT NOT NULL, reason TEXT NOT NULL, officer TEXT NOT NULL, level TEXT NOT NULL,
            rated_on TEXT NOT NULL, PRIMARY KEY (subject, reason)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX rating_reasons_by_day ON rating_reasons (rated_on, officer, reason, level)")
    db.execute("""
        CREATE TABLE rating_slips (
            subject TEXT PRIMARY KEY, desk TEXT NOT NULL, issued_on TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE survey_questions (
            key TEXT NOT NULL, valid_from TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (key, valid_from)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m004_campaigns(db: Database) -> None:
    db.execute("""
        CREATE TABLE survey_campaigns (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, first_on TEXT NOT NULL, last_on TEXT NOT NULL,
            is_closed INTEGER NOT NULL, body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE survey_forms (
            campaign TEXT NOT NULL, number INTEGER NOT NULL, desk TEXT NOT NULL, entered_on TEXT NOT NULL,
            PRIMARY KEY (campaign, number)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE survey_form_answers (
            campaign TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL, level TEXT NOT NULL,
            PRIMARY KEY (campaign, place, number)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m005_complaints(db: Database) -> None:
    db.execute("""
        CREATE TABLE complaints (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, topic TEXT NOT NULL, how TEXT NOT NULL, procedure TEXT NOT NULL,
            officer TEXT NOT NULL, responsible TEXT NOT NULL, received_by TEXT NOT NULL, received_on TEXT NOT NULL,
            due_on TEXT NOT NULL, answered_on TEXT, closed_on TEXT, outcome TEXT NOT NULL, body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX complaints_by_day ON complaints (received_on)")
    db.execute("CREATE INDEX complaints_open ON complaints (due_on) WHERE closed_on IS NULL")


@migrations()
def m006_self_assessment(db: Database) -> None:
    db.execute("""
        CREATE TABLE friendly_criteria (
            period TEXT NOT NULL, criterion TEXT NOT NULL, desk TEXT NOT NULL, mark TEXT NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (period, criterion)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE entered_indices (
            first_on TEXT NOT NULL, last_on TEXT NOT NULL, key TEXT NOT NULL, desk TEXT NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (first_on, last_on, key)
        ) STRICT, WITHOUT ROWID""")
