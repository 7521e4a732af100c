"""What the hub counts over the dossiers of many desks."""

from typing import NamedTuple

from desk_app.dossiers.status import OPEN, WAITING
from desk_app.storage.engine import Database


class DeskCount(NamedTuple):
    """One desk's dossiers: all, those still open, those of them that are late."""

    dossiers: int
    open: int
    late: int


def count_by_desk(db: Database, now: str) -> dict[str, DeskCount]:
    """Return the counts of every desk that ever received a dossier; ``now`` is ISO 8601."""
    counts = {desk: (count, 0, 0) for desk, count in db.execute("SELECT desk, count(*) FROM dossiers GROUP BY desk")}
    statuses = [str(status) for status in OPEN]
    running = [str(status) for status in OPEN - WAITING]
    rows = db.execute(
        f"SELECT desk, count(*), sum(status IN ({_marks(running)}) AND due_at < ?) FROM dossiers "
        f"INDEXED BY dossiers_by_status WHERE status IN ({_marks(statuses)}) GROUP BY desk",
        (*running, now, *statuses),
    )
    for desk, still_open, late in rows:
        counts[desk] = (counts[desk][0], still_open, late)
    return {desk: DeskCount(*count) for desk, count in counts.items()}


def last_clock(db: Database, desk: str) -> int | None:
    """Return the clock of a desk's latest entry that is here; None before the first."""
    row = db.execute(
        "SELECT clock FROM entries WHERE desk = ? ORDER BY epoch DESC, seq DESC LIMIT 1", (desk,)
    ).fetchone()
    return None if row is None else int(row[0])


def _marks(values: list[str]) -> str:
    return ", ".join("?" * len(values))
