"""The tables: two that are folded from the journal, two that only this desk knows and that are never folded."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("accounts")


@migrations()
def m001_accounts(db: Database) -> None:
    db.execute("""
        CREATE TABLE accounts (
            id TEXT PRIMARY KEY, login TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, roles TEXT NOT NULL,
            valid_until TEXT, added_on TEXT NOT NULL, ended_on TEXT, ended_reason TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE access_log (
            desk TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, clock INTEGER NOT NULL,
            account TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, how TEXT NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (desk, epoch, seq)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX access_log_by_clock ON access_log (clock)")
    db.execute("CREATE INDEX access_log_by_account ON access_log (account, clock)")
    db.execute("CREATE INDEX access_log_by_about ON access_log (about, clock)")
    # Local to this desk and no fold's table: folding again must not lock everybody out.
    db.execute("""
        CREATE TABLE credentials (
            account TEXT PRIMARY KEY, password_hash TEXT NOT NULL, pin_hash TEXT,
            set_at INTEGER NOT NULL, must_change INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE sign_in_attempts (
            login TEXT PRIMARY KEY, wrong INTEGER NOT NULL, last_at INTEGER NOT NULL, locked_until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m002_badges(db: Database) -> None:
    # Local to this desk like the credentials: of the code on the badge there is only its hash.
    db.execute("""
        CREATE TABLE badges (
            id TEXT PRIMARY KEY, account TEXT NOT NULL, token_hash BLOB NOT NULL UNIQUE, issued_at INTEGER NOT NULL,
            expires_on TEXT NOT NULL, revoked_at INTEGER
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m003_access_shown(db: Database) -> None:
    # One row for each page of hits and no index of its dossiers: thousands are shown a day, and once a year a citizen asks.
    db.execute("""
        CREATE TABLE access_shown (
            desk TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, clock INTEGER NOT NULL,
            account TEXT NOT NULL, how TEXT NOT NULL, dossiers TEXT NOT NULL,
            PRIMARY KEY (desk, epoch, seq)
        ) STRICT, WITHOUT ROWID""")
