"""What was sent, taken, refused and acknowledged: local to this desk."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database


class Acked(NamedTuple):
    """How far another desk holds a chain, and with which digest."""

    desk: str
    epoch: int
    seq: int
    digest: bytes


class RefusedRow(NamedTuple):
    """A bundle of a known desk that was not taken; ``slices`` is JSON, ``[[desk, epoch, first, last], …]``."""

    bundle: str
    code: str
    at: datetime
    file: str
    message: str
    slices: str


def put_sent(
    db: Database, *, bundle: str, at: datetime, file: str, receivers: Sequence[str], entries: int, size: int
) -> None:
    """Note a bundle that was written."""
    row = (bundle, at.isoformat(), file, json.dumps(list(receivers)), entries, size)
    db.conn.execute("INSERT INTO sync_sent VALUES (?, ?, ?, ?, ?, ?)", row)


def last_sent(db: Database) -> str:
    """Return the bundle written last, empty before the first."""
    row = db.execute("SELECT bundle FROM sync_sent ORDER BY bundle DESC LIMIT 1").fetchone()
    return "" if row is None else str(row[0])


def last_sent_to(db: Database, desk: str) -> datetime | None:
    """Return when a bundle for ``desk`` was written last."""
    row = db.execute(
        "SELECT max(at) FROM sync_sent WHERE EXISTS (SELECT 1 FROM json_each(receivers) WHERE value = ?)", (desk,)
    ).fetchone()
    return datetime.fromisoformat(row[0]) if row[0] else None


def put_received(db: Database, *, bundle: str, at: datetime, file: str, writer: str, entries: int, taken: int) -> None:
    """Note a bundle that was taken; what a repetition took is added."""
    db.conn.execute(
        "INSERT INTO sync_received VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (bundle) DO UPDATE SET at = excluded.at, taken = taken + excluded.taken",
        (bundle, at.isoformat(), file, writer, entries, taken),
    )


def last_received_from(db: Database, desk: str) -> datetime | None:
    """Return when a bundle that ``desk`` wrote was taken last."""
    row = db.execute("SELECT max(at) FROM sync_received WHERE writer = ?", (desk,)).fetchone()
    return datetime.fromisoformat(row[0]) if row[0] else None


def put_refused(db: Database, writer: str, refused: RefusedRow) -> None:
    """Note a bundle that was refused, for the acknowledgement to its writer."""
    row = (refused.bundle, writer, refused.code, refused.at.isoformat(), refused.file, refused.message, refused.slices)
    db.conn.execute("INSERT OR REPLACE INTO sync_refused VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def drop_refused(db: Database, bundle: str) -> None:
    """Forget the refusals of a bundle that was taken after all."""
    db.conn.execute("DELETE FROM sync_refused WHERE bundle = ?", (bundle,))


def list_refused(db: Database, writer: str, since: datetime) -> tuple[RefusedRow, ...]:
    """Return the bundles of ``writer`` that were refused since a moment, oldest first."""
    rows = db.execute(
        "SELECT bundle, code, at, file, message, slices FROM sync_refused WHERE writer = ? AND at >= ? ORDER BY at",
        (writer, since.isoformat()),
    ).fetchall()
    return tuple(RefusedRow(row[0], row[1], datetime.fromisoformat(row[2]), *row[3:]) for row in rows)


def put_acknowledgement(
    db: Database, *, hub: str, number: int, at: datetime, body: str, chains: Iterable[Acked]
) -> None:
    """Replace what ``hub`` has acknowledged."""
    db.conn.execute(
        "INSERT OR REPLACE INTO sync_acknowledgements VALUES (?, ?, ?, ?)", (hub, number, at.isoformat(), body)
    )
    db.conn.execute("DELETE FROM sync_acknowledged WHERE hub = ?", (hub,))
    rows = [(hub, *each) for each in chains]
    db.conn.executemany("INSERT INTO sync_acknowledged VALUES (?, ?, ?, ?, ?)", rows)


def acknowledged_by(db: Database, hub: str) -> tuple[Acked, ...]:
    """Return how far ``hub`` holds each chain by its latest acknowledgement."""
    rows = db.execute(
        "SELECT desk, epoch, seq, digest FROM sync_acknowledged WHERE hub = ? ORDER BY desk, epoch", (hub,)
    )
    return tuple(map(Acked._make, rows.fetchall()))


def last_acknowledgement(db: Database, hub: str) -> tuple[int, datetime, str] | None:
    """Return number, moment and body of the latest acknowledgement of ``hub``."""
    row = db.execute("SELECT number, at, body FROM sync_acknowledgements WHERE hub = ?", (hub,)).fetchone()
    return None if row is None else (row[0], datetime.fromisoformat(row[1]), row[2])


def next_number(db: Database, desk: str) -> int:
    """Return the number of the next acknowledgement for ``desk``, and count it as given."""
    number = (above_floor(db, series_of(desk), last_number(db, desk)) or 0) + 1
    db.conn.execute("INSERT OR REPLACE INTO sync_numbers VALUES (?, ?)", (desk, number))
    return number


def last_number(db: Database, desk: str) -> int | None:
    """Return the number of the latest acknowledgement for ``desk``, None before the first."""
    row = db.conn.execute("SELECT number FROM sync_numbers WHERE desk = ?", (desk,)).fetchone()
    return None if row is None else int(row[0])


def series_of(desk: str) -> str:
    """Return the name under which the acknowledgements for one desk are one series."""
    return f"acknowledgement-{desk}"
