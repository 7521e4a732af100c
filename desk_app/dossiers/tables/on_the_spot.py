"""Dossiers settled in one sitting: their stamps, for the list of open sittings and for the figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.on_the_spot_visit import Stamp
from desk_app.dossiers.tables.schema import migrations
from desk_app.storage.engine import Database

TABLE = "on_the_spot"

_COLUMNS = (
    "dossier, standing, settle_day, receipts, begun_at, received_at, appraised_at, approved_at, returned_at, left_at"
)
_PUT = f"INSERT INTO on_the_spot ({_COLUMNS}) VALUES ({', '.join('?' * 10)})"


@migrations()
def m020_on_the_spot(db: Database) -> None:
    db.execute("""
        CREATE TABLE on_the_spot (
            dossier TEXT PRIMARY KEY, standing TEXT NOT NULL, settle_day INTEGER NOT NULL, receipts INTEGER NOT NULL,
            begun_at TEXT NOT NULL, received_at TEXT NOT NULL, appraised_at TEXT, approved_at TEXT, returned_at TEXT,
            left_at TEXT
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX on_the_spot_open ON on_the_spot (received_at) WHERE standing = 'open'")
    db.execute("CREATE INDEX on_the_spot_by_day ON on_the_spot (received_at)")


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One sitting as lists and figures need it; moments are ISO 8601 with +07:00, None while a stamp is missing."""

    dossier: str
    standing: str
    settle_day: int
    receipts: int
    begun_at: str
    received_at: str
    appraised_at: str | None
    approved_at: str | None
    returned_at: str | None
    left_at: str | None


def put(db: Database, dossier: Dossier | None) -> None:
    """Write the row of a dossier's sitting; nothing for a dossier without one."""
    visit = dossier.on_the_spot if dossier is not None else None
    if dossier is None or visit is None:
        return
    row = (
        dossier.id,
        visit.standing,
        int(visit.settle_day),
        visit.receipts,
        visit.begun_at.isoformat(),
        visit.received.at.isoformat(),
        *(_iso(stamp) for stamp in (visit.appraised, visit.approved, visit.returned, visit.left)),
    )
    db.conn.execute(_PUT, row)


def forget(db: Database, dossier: str) -> None:
    """Take the row of a dossier's sitting away, to be written anew."""
    db.conn.execute("DELETE FROM on_the_spot WHERE dossier = ?", (dossier,))


def open_visits(db: Database) -> list[VisitRow]:
    """Return the sittings in which somebody still waits, the longest wait first."""
    return _rows(db, "WHERE standing = 'open' ORDER BY received_at, dossier", ())


def visits_between(db: Database, first: str, past: str) -> list[VisitRow]:
    """Return the sittings received from ``first`` to before ``past`` (ISO 8601 moments or days)."""
    return _rows(db, "WHERE received_at >= ? AND received_at < ? ORDER BY received_at, dossier", (first, past))


def without_visit(db: Database, desk: str, first: str, limit: int) -> list[str]:
    """Return the ids of this desk's unsettled dossiers received since ``first`` that had no sitting, newest first."""
    rows = db.conn.execute(
        "SELECT id FROM dossiers WHERE received_at >= ? AND desk = ? AND status IN ('accepted', 'in_process') "
        "AND NOT EXISTS (SELECT 1 FROM on_the_spot WHERE dossier = dossiers.id) ORDER BY received_at DESC LIMIT ?",
        (first, desk, limit),
    )
    return [str(row[0]) for row in rows.fetchall()]


def _iso(stamp: Stamp | None) -> str | None:
    return None if stamp is None else stamp.at.isoformat()


def _rows(db: Database, tail: str, values: Iterable[Any]) -> list[VisitRow]:
    rows = db.conn.execute(f"SELECT {_COLUMNS} FROM on_the_spot {tail}", tuple(values)).fetchall()
    return [VisitRow(*row) for row in rows]
