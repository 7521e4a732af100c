"""What stands in the data file about dossiers.

``dossiers`` holds what lists and searches need; the whole of a dossier is read from its entries. ``local_row`` sorts by recency,
is the row number of the search index, and may differ between desks: it is no part of the folded content.
"""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("dossiers")


@migrations()
def m001_dossiers(db: Database) -> None:
    db.execute("""
        CREATE TABLE dossiers (
            local_row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, code TEXT NOT NULL, desk TEXT NOT NULL,
            procedure TEXT NOT NULL, field TEXT NOT NULL, status TEXT NOT NULL,
            name TEXT NOT NULL, folded_name TEXT NOT NULL, id_number TEXT NOT NULL, phone TEXT NOT NULL,
            birth_on TEXT NOT NULL, subject_name TEXT NOT NULL, received_at TEXT NOT NULL, due_at TEXT NOT NULL,
            officer TEXT NOT NULL, channel TEXT NOT NULL, return_by TEXT NOT NULL, result_at TEXT, handed_at TEXT
        ) STRICT""")
    # One desk can never issue a code twice; the same code from two desks is kept and shown as a finding.
    db.execute("CREATE UNIQUE INDEX dossiers_by_code ON dossiers (code, desk)")
    db.execute("CREATE INDEX dossiers_by_name ON dossiers (folded_name, local_row)")
    db.execute("CREATE INDEX dossiers_by_number ON dossiers (id_number) WHERE id_number <> ''")
    db.execute("CREATE INDEX dossiers_by_phone ON dossiers (phone) WHERE phone <> ''")
    db.execute("CREATE INDEX dossiers_by_status ON dossiers (status, due_at)")
    db.execute("CREATE INDEX dossiers_by_receipt ON dossiers (received_at)")
    db.execute("""
        CREATE TABLE dossier_legs (
            dossier TEXT NOT NULL, place INTEGER NOT NULL, agency TEXT NOT NULL, name TEXT NOT NULL,
            due_at TEXT NOT NULL, done_at TEXT,
            PRIMARY KEY (dossier, place)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE VIRTUAL TABLE dossier_search USING fts5 (
            words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7', tokenize = 'ascii'
        )""")
    db.execute("CREATE TABLE new_names (row INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT")
    # Every syllable ever seen in a name; the vocabulary against which typing slips are guessed. It only grows.
    db.execute("CREATE TABLE name_words (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")


@migrations()
def m002_drafts(db: Database) -> None:
    # Half-typed forms: this desk's alone, never in the journal.
    db.execute("""
        CREATE TABLE drafts (
            account TEXT NOT NULL, form TEXT NOT NULL, body BLOB NOT NULL, saved_at TEXT NOT NULL,
            PRIMARY KEY (account, form)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m003_lists(db: Database) -> None:
    # name_key sorts in the Vietnamese order; agency and step_due_at are of the open step that is due first; holder made
    # the latest move.
    for column in ("name_key", "agency", "step_due_at", "holder"):
        db.execute(f"ALTER TABLE dossiers ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    # What lists filter by stands in the index itself: a filter looks at no row that it then leaves out.
    db.execute("DROP INDEX dossiers_by_receipt")
    db.execute("CREATE INDEX dossiers_by_receipt ON dossiers (received_at, local_row, procedure, officer, status)")
    # Only what was handed over stands here: a registration writes no page of it.
    db.execute("CREATE INDEX dossiers_by_hand_over ON dossiers (handed_at, local_row) WHERE handed_at IS NOT NULL")


@migrations()
def m004_saved_lists(db: Database) -> None:
    # Filters that a person gave a name: this desk's alone, never in the journal.
    db.execute("""
        CREATE TABLE saved_lists (
            account TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL,
            PRIMARY KEY (account, name)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m006_life(db: Database) -> None:
    # When a slip says that the agency got the folder for its part.
    db.execute("ALTER TABLE dossier_legs ADD COLUMN received_at TEXT")
    db.execute("""
        CREATE TABLE dossier_apologies (
            dossier TEXT NOT NULL, desk TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
            approved_at TEXT NOT NULL,
            PRIMARY KEY (dossier, desk, year, number)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX dossier_apologies_by_number ON dossier_apologies (desk, year, number)")


@migrations()
def m007_origins(db: Database) -> None:
    # Only dossiers that began elsewhere than at the counter have a row.
    db.execute("""
        CREATE TABLE dossier_origins (
            dossier TEXT PRIMARY KEY, origin TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX dossier_origins_by_origin ON dossier_origins (origin)")


@migrations()
def m008_ends(db: Database) -> None:
    # When it came to its end, with or without a result: retention counts from then, and reports tell the ends apart.
    db.execute("ALTER TABLE dossiers ADD COLUMN ended_at TEXT")


@migrations()
def m009_reappointments(db: Database) -> None:
    # by_letter: form 04; came_late: said after was_due_at had passed.
    db.execute("""
        CREATE TABLE dossier_reappointments (
            dossier TEXT NOT NULL, place INTEGER NOT NULL, desk TEXT NOT NULL, at TEXT NOT NULL,
            was_due_at TEXT NOT NULL, due_at TEXT NOT NULL, by_letter INTEGER NOT NULL, came_late INTEGER NOT NULL,
            PRIMARY KEY (dossier, place)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX dossier_reappointments_by_day ON dossier_reappointments (at)")
    # The date that marks hold a dossier to, where that is not due_at: a missed one that was set anew too late.
    db.execute("ALTER TABLE dossiers ADD COLUMN missed_due_at TEXT")


@migrations()
def m011_paper_numbers(db: Database) -> None:
    # The number of the handwritten form that a late entry was typed from; a form is entered once.
    db.execute("ALTER TABLE dossiers ADD COLUMN paper_number TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX dossiers_by_paper ON dossiers (paper_number COLLATE NOCASE) WHERE paper_number <> ''")
