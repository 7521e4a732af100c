"""What stands in the data file about rounds and parcels. Moments are ISO 8601 with +07:00; ``where_now`` is ``Where``."""

from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("returns")


@migrations()
def m001_returns(db: Database) -> None:
    db.execute("""
        CREATE TABLE return_rounds (
            id TEXT PRIMARY KEY, going_on TEXT NOT NULL, hamlet TEXT NOT NULL, helper TEXT NOT NULL,
            organisation TEXT NOT NULL, phone TEXT NOT NULL, note TEXT NOT NULL, planned_at TEXT NOT NULL,
            carrier TEXT NOT NULL, left_at TEXT, closed_at TEXT, closing_note TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX return_rounds_by_day ON return_rounds (going_on)")
    # where_now is empty where only a proposal was declined.
    db.execute("""
        CREATE TABLE return_ways (
            dossier TEXT PRIMARY KEY, where_now TEXT NOT NULL, since TEXT, attempts INTEGER NOT NULL,
            answered INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX return_ways_by_where ON return_ways (where_now, since)")
    db.execute("""
        CREATE TABLE return_stops (
            dossier TEXT NOT NULL, round TEXT NOT NULL, place INTEGER NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL,
            failed_at TEXT, PRIMARY KEY (dossier, round)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX return_stops_by_round ON return_stops (round, place)")
    db.execute("CREATE INDEX return_stops_by_state ON return_stops (state, at)")
    db.execute("""
        CREATE TABLE return_parcels (
            id TEXT NOT NULL, dossier TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, tracking TEXT NOT NULL,
            cost INTEGER, posted_at TEXT, PRIMARY KEY (dossier, id)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX return_parcels_by_state ON return_parcels (state, at)")


@migrations()
def m002_results_that_share_a_parcel(db: Database) -> None:
    db.execute("CREATE INDEX return_parcels_by_id ON return_parcels (id)")
