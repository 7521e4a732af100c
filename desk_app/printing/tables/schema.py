"""The tables of printing, step by step."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("printing")


@migrations()
def m001_printers(db: Database) -> None:
    db.execute("""
        CREATE TABLE printers (
            subject TEXT PRIMARY KEY, desk TEXT NOT NULL, name TEXT NOT NULL, body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m002_papers(db: Database) -> None:
    # A paper's id begins with what it is about, so the papers about one thing stand side by side without an index.
    db.execute("""
        CREATE TABLE papers (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL, about TEXT NOT NULL,
            digest TEXT NOT NULL, issued_at INTEGER NOT NULL, issued_by TEXT NOT NULL, marked_copies INTEGER NOT NULL,
            cancelled INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m003_print_jobs(db: Database) -> None:
    # Belongs to this desk alone and is in no fold: folding again must neither print nor forget anything.
    db.execute("""
        CREATE TABLE print_jobs (
            id TEXT PRIMARY KEY, paper_id TEXT NOT NULL, printer TEXT NOT NULL, mark TEXT NOT NULL,
            title TEXT NOT NULL, paper BLOB NOT NULL,
            state TEXT NOT NULL CHECK (state IN
                ('waiting', 'printing', 'confirmed', 'unconfirmed', 'offline', 'failed', 'cancelled')),
            attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, reason TEXT NOT NULL,
            created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL
        ) STRICT""")
    db.execute("CREATE INDEX print_jobs_open ON print_jobs (state, printer, id)")
    # The first job of a paper has the id that ends the paper's own; only its marked copies need to be looked for.
    db.execute("CREATE INDEX print_jobs_of_copies ON print_jobs (paper_id) WHERE mark <> ''")


@migrations()
def m004_printer_uses(db: Database) -> None:
    db.execute("""
        CREATE TABLE printer_uses (
            subject TEXT PRIMARY KEY, desk TEXT NOT NULL, use TEXT NOT NULL, printer TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m005_fleeting_jobs(db: Database) -> None:
    # The content of such a job is emptied once its sheet is on paper, or a while later.
    db.execute("ALTER TABLE print_jobs ADD COLUMN fleeting INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX print_jobs_fleeting ON print_jobs (created_at) WHERE fleeting AND length(paper) > 0")
