"""What stands in the data file about sync. Moments are ISO 8601 with +07:00, digests 32 bytes."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("sync")


@migrations()
def m001_sync(db: Database) -> None:
    # Folded from the journal: what every desk says of its own keys, and of whom it trusts.
    db.execute("""
        CREATE TABLE sync_keys (
            desk TEXT NOT NULL, generation INTEGER NOT NULL, sign TEXT NOT NULL, seal TEXT NOT NULL,
            signature TEXT NOT NULL, made_at TEXT NOT NULL, PRIMARY KEY (desk, generation)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE TABLE sync_recoveries (desk TEXT PRIMARY KEY, seal TEXT NOT NULL) STRICT, WITHOUT ROWID")
    db.execute("""
        CREATE TABLE sync_escrows (
            entry TEXT PRIMARY KEY, desk TEXT NOT NULL, generation INTEGER NOT NULL, recovery TEXT NOT NULL,
            sealed TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE sync_trusts (
            writer TEXT NOT NULL, desk TEXT NOT NULL, role TEXT NOT NULL, office_code TEXT NOT NULL,
            desk_number INTEGER NOT NULL, name TEXT NOT NULL, sign TEXT NOT NULL, seal TEXT NOT NULL,
            replaces TEXT NOT NULL, trusted_at TEXT NOT NULL,
            PRIMARY KEY (writer, desk)
        ) STRICT, WITHOUT ROWID""")
    # sign is empty where every key of the desk is void.
    db.execute("""
        CREATE TABLE sync_revoked_keys (
            writer TEXT NOT NULL, desk TEXT NOT NULL, sign TEXT NOT NULL, reason TEXT NOT NULL, revoked_at TEXT NOT NULL,
            PRIMARY KEY (writer, desk, sign)
        ) STRICT, WITHOUT ROWID""")
    _local_tables(db)


@migrations()
def m002_fed(db: Database) -> None:
    # Local: this home reads from a copy in PostgreSQL, and when it did last.
    db.execute("CREATE TABLE sync_fed (only INTEGER PRIMARY KEY CHECK (only = 1), at TEXT NOT NULL) STRICT")


def _local_tables(db: Database) -> None:
    # In no fold: the secret keys must never travel, and what was carried hence and hither means nothing elsewhere.
    # They are as safe as the database itself, whose key the key store keeps; older generations open older bundles.
    db.execute(
        "CREATE TABLE sync_secrets (generation INTEGER PRIMARY KEY, sign TEXT NOT NULL, seal TEXT NOT NULL) STRICT"
    )
    db.execute("""
        CREATE TABLE sync_sent (
            bundle TEXT PRIMARY KEY, at TEXT NOT NULL, file TEXT NOT NULL, receivers TEXT NOT NULL,
            entries INTEGER NOT NULL, bytes INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE sync_received (
            bundle TEXT PRIMARY KEY, at TEXT NOT NULL, file TEXT NOT NULL, writer TEXT NOT NULL, entries INTEGER NOT NULL,
            taken INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE sync_refused (
            bundle TEXT NOT NULL, writer TEXT NOT NULL, code TEXT NOT NULL, at TEXT NOT NULL, file TEXT NOT NULL,
            message TEXT NOT NULL, slices TEXT NOT NULL, PRIMARY KEY (bundle, code)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE sync_acknowledged (
            hub TEXT NOT NULL, desk TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, digest BLOB NOT NULL,
            PRIMARY KEY (hub, desk, epoch)
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE sync_acknowledgements (
            hub TEXT PRIMARY KEY, number INTEGER NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE TABLE sync_numbers (desk TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID")
