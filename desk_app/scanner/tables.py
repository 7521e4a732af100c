"""What stands in the data file about this desk's scanner: one line, this desk's alone and never in the journal."""

from desk_app.kernel.records import WireError, canonical, from_json
from desk_app.scanner.profile import ScannerSettings
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("scanner")

FOLDS = ()


@migrations()
def m001_scanner(db: Database) -> None:
    db.execute("""
        CREATE TABLE scanner (
            place INTEGER PRIMARY KEY CHECK (place = 1), body BLOB NOT NULL
        ) STRICT""")


def put_settings(db: Database, settings: ScannerSettings) -> None:
    """Keep ``settings`` in place of whatever was kept before."""
    db.conn.execute("INSERT OR REPLACE INTO scanner (place, body) VALUES (1, ?)", (canonical(settings),))


def kept_settings(db: Database) -> ScannerSettings:
    """Return what is kept; the plain settings when there is nothing, or an older program wrote it otherwise."""
    row = db.conn.execute("SELECT body FROM scanner WHERE place = 1").fetchone()
    if row is None:
        return ScannerSettings()
    try:
        return from_json(row[0], ScannerSettings)
    except WireError:
        return ScannerSettings()
