"""Every report of a year over very many dossiers, against the bare SQL it is made of; and a month against one plain scan.

100.000 dossiers take 10 seconds to write; ``DESK_BENCH_DOSSIERS=1000000`` measures the million, which takes some minutes.
"""

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from desk_app.reports.asked import Scope
from desk_app.reports.definitions.register import DEFINITIONS
from desk_app.reports.making import make_report
from desk_app.storage.engine import Database
from tests.bench.figures import Figure, in_turns, median
from tests.bench.many import fill_table
from tests.desks import MORNING, RehearsalDesk, rehearsal_desk

DOSSIERS = int(os.environ.get("DESK_BENCH_DOSSIERS", "100000"))
_ROUNDS = 5
_TELLING_MS = 5
_TODAY = MORNING.date()
_YEAR = Scope(first_on=_TODAY - timedelta(days=365), last_on=_TODAY)
_MONTH = Scope(first_on=date(2026, 10, 15), last_on=date(2026, 11, 14))
_SIZE = f"{DOSSIERS:,}".replace(",", ".")

# What somebody would write who has ten minutes: the whole table read once, the same eleven counts by field.
_PLAIN = """
    SELECT field, count(*), sum(received_at >= '2026-10-15' AND channel = 'online'),
        sum(received_at >= '2026-10-15' AND channel <> 'online'), sum(received_at < '2026-10-15'),
        sum(result_at < '2026-11-15'),
        sum(result_at < '2026-11-15' AND substr(result_at, 1, 10) < substr(due_at, 1, 10)),
        sum(result_at < '2026-11-15' AND substr(result_at, 1, 10) = substr(due_at, 1, 10)),
        sum(result_at < '2026-11-15' AND substr(result_at, 1, 10) > substr(due_at, 1, 10)),
        sum(result_at IS NULL OR result_at >= '2026-11-15'),
        sum((result_at IS NULL OR result_at >= '2026-11-15') AND substr(due_at, 1, 10) < '2026-11-14')
    FROM dossiers WHERE received_at < '2026-11-15' AND (result_at IS NULL OR result_at >= '2026-10-15')
        AND status NOT IN ('withdrawn', 'not_accepted', 'stopped') GROUP BY field"""


def measured(folder: Path) -> list[Figure]:
    """Return one figure for each report of a year, for all of them, and for the month of form 06."""
    with rehearsal_desk(folder / "reports") as desk:
        fill_table(desk, DOSSIERS)
        desk.journal.store.checkpoint()
        every = [_report(desk, name) for name in DEFINITIONS]
        # What nothing was written about takes a thousandth of a second: that counts in the sum alone.
        found = [each for each in every if each.raw > _TELLING_MS]
        found.append(_all(every))
        found.append(_plain(desk))
    return found


def _report(desk: RehearsalDesk, name: str) -> Figure:
    db = desk.journal.reading()
    questions = _questions(db, lambda: _made(desk, name, _YEAR))
    ours_us, bare_us = in_turns(
        _ROUNDS,
        lambda _: _made(desk, name, _YEAR),
        lambda _: [db.conn.execute(sql).fetchall() for sql in questions],
    )
    return Figure(
        name=f"report «{name}», a year of {_SIZE} / its bare SQL",
        ours=median(ours_us) / 1000,
        raw=median(bare_us) / 1000,
        target=1.5,
        unit="ms",
    )


def _made(desk: RehearsalDesk, name: str, scope: Scope) -> object:
    return make_report(desk.reports, by=desk.accounts_by_role["leader"], definition=name, scope=scope)


def _questions(db: Database, work: Callable[[], object]) -> list[str]:
    """Return every question that is put to the tables meanwhile, as SQLite sees it."""
    heard: list[str] = []
    db.conn.set_trace_callback(heard.append)
    work()
    db.conn.set_trace_callback(None)
    return [sql for sql in heard if sql.lstrip().startswith("SELECT")]


def _all(reports: list[Figure]) -> Figure:
    return Figure(
        name=f"all {len(reports)} reports, a year of {_SIZE} / their bare SQL",
        ours=sum(each.ours for each in reports),
        raw=sum(each.raw for each in reports),
        target=1.5,
        unit="ms",
    )


def _plain(desk: RehearsalDesk) -> Figure:
    db = desk.journal.reading()
    ours_us, plain_us = in_turns(
        _ROUNDS, lambda _: _made(desk, "06", _MONTH), lambda _: db.conn.execute(_PLAIN).fetchall()
    )
    return Figure(
        name=f"report «06» of a month, four tables, of {_SIZE} / one plain scan",
        ours=median(ours_us) / 1000,
        raw=median(plain_us) / 1000,
        target=1.5,
        unit="ms",
    )
