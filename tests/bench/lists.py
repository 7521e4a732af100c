"""Opening a list, from its key to a screen of words, against its bare SQL query alone; and the figures of a morning.

200.000 dossiers take 20 seconds to write; ``DESK_BENCH_DOSSIERS=1000000`` measures the million, which takes four minutes.
"""

import os
from pathlib import Path

from desk_app.dossiers.listing.shipped import SHIPPED, VIEW
from desk_app.storage.engine import Database
from tests.bench.figures import Figure, in_turns, median
from tests.bench.many import fill_table
from tests.desks import RehearsalDesk, rehearsal_desk
from ui.dossiers.list.desk_side import opened_list
from ui.home.desk_side import morning

DOSSIERS = int(os.environ.get("DESK_BENCH_DOSSIERS", "200000"))
_ROUNDS = 60
_SCREEN = 20
_MORNING_MS = 50


def measured(folder: Path) -> list[Figure]:
    """Return one figure for each shipped list, and that of the morning page against what nobody notices."""
    with rehearsal_desk(folder / "lists") as desk:
        fill_table(desk, DOSSIERS)
        desk.journal.store.checkpoint()
        found = [_list(desk, name) for name in SHIPPED]
        found.append(_morning(desk))
    return found


def _list(desk: RehearsalDesk, name: str) -> Figure:
    by, db = desk.accounts_by_role["officer"], desk.journal.reading()
    bare = _query(desk, db, by, f"{VIEW}{name}")
    ours_us, bare_us = in_turns(
        _ROUNDS,
        lambda _: _opened(desk, by, f"{VIEW}{name}"),
        lambda _: db.conn.execute(bare).fetchall(),
    )
    size = f"{DOSSIERS:,}".replace(",", ".")
    return Figure(
        name=f"list «{name}» of {size}, key to rows / bare SQL", ours=median(ours_us), raw=median(bare_us), target=2.0
    )


def _opened(desk: RehearsalDesk, by: str, about: str) -> list[object]:
    """Open a list and make the words of its first screen."""
    lines = opened_list(desk, by, about, bool).window.lines[:_SCREEN]
    return [(each.status, each.code, each.name, each.procedure, each.received, each.due, each.where) for each in lines]


def _query(desk: RehearsalDesk, db: Database, by: str, about: str) -> str:
    """Return the one query by which the list is read, as SQLite sees it."""
    heard: list[str] = []
    db.conn.set_trace_callback(heard.append)
    opened_list(desk, by, about, bool)
    db.conn.set_trace_callback(None)
    (found,) = (each for each in heard if "INDEXED BY" in each)
    return found


def _morning(desk: RehearsalDesk) -> Figure:
    by = desk.accounts_by_role["officer"]
    (ours_us,) = in_turns(_ROUNDS, lambda _: morning(desk, by))
    return Figure(
        name=f"morning page, all figures and lists / {_MORNING_MS} ms",
        ours=median(ours_us) / 1000,
        raw=_MORNING_MS,
        target=1.0,
        unit="ms",
    )
