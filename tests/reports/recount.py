"""Counting naively from the journal: fact by fact in Python, past every table."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.tables import every_entry
from desk_app.reports.figure import Report
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.reports.units import UnitJournal, day, merged

FIRST, LAST = date(2026, 10, 15), date(2026, 11, 14)
PERIOD = (FIRST.isoformat(), LAST.isoformat())
UNITS = ("H30.01", "H30.02")
START = day("2026-10-20")
when = st.integers(-12, 32)
"""Days from the start: some before the period, some after it."""
which = st.integers(0, 1)
"""Which of the two offices."""

few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


class Said(NamedTuple):
    """One fact, of the kind that was asked for, and the entry that bears it."""

    entry: Entry
    fact: Any


@contextmanager
def desk_of(write: Callable[[Sequence[UnitJournal]], None], *, backwards: bool = False) -> Iterator[RehearsalDesk]:
    """Give a desk that took over what ``write`` let two offices say; ``backwards`` entry by entry, the newest first."""
    units = [UnitJournal(code, f"UBND xã {code[-1]}", at=day("2026-01-05")) for code in UNITS]
    write(units)
    with tempfile.TemporaryDirectory() as folder, rehearsal_desk(Path(folder) / "home") as desk:
        if backwards:
            for unit in reversed(units):
                for entry in reversed(unit.entries):
                    desk.journal.merge([entry])
        else:
            merged(desk, units)
        yield desk


def said(desk: RehearsalDesk, *kinds: type[Fact]) -> list[Said]:
    """Return every fact of these kinds that the two offices wrote, read from their entries alone."""
    found = []
    for entry in every_entry(desk.journal.reading()):
        recorded: Recorded = desk.journal.registry.read(entry)
        if isinstance(recorded.fact, kinds) and unit_of(entry) in UNITS:
            found.append(Said(entry, recorded.fact))
    return found


def unit_of(entry: Entry) -> str:
    """Return the office of an entry."""
    return entry.desk.removeprefix("desk-")


def inside(on: date) -> bool:
    """Tell whether a day lies in the period."""
    return FIRST <= on <= LAST


def week_of(on: date) -> str:
    """Return the Monday of a day's week, as tables by weeks name it."""
    return (on - timedelta(days=on.weekday())).isoformat()


def line(report: Report, table: str, key: str) -> dict[str, int]:
    """Return one line of a table by column, shares left out; all noughts when it is not there."""
    found = report.table(table)
    rows = {row.key: row for row in (*found.rows, *((found.total,) if found.total else ()))}
    if key not in rows:
        return {column.key: 0 for column in found.columns if column.kind != "share"}
    cells = zip(found.columns, rows[key].cells, strict=True)
    return {column.key: cell.value or 0 for column, cell in cells if column.kind != "share"}


def lines(report: Report, table: str) -> dict[str, dict[str, int]]:
    """Return every line of a table that says anything, the last as «total»."""
    found = report.table(table)
    keys = [row.key for row in found.rows] + (["total"] if found.total else [])
    every = {key: line(report, table, key) for key in keys}
    return {key: told for key, told in every.items() if any(told.values())}


Count = Callable[[Sequence[Said]], dict[str, int]]
Key = Callable[[Said], str]


def check(report: Report, table: str, found: Sequence[Said], key: Key, count: Count) -> None:
    """Require that a table says exactly what counting fact by fact says, line by line and in all."""
    keys = sorted({key(each) for each in found})
    own = {each: count([one for one in found if key(one) == each]) for each in keys}
    told = {**own, "total": count(found)}
    assert lines(report, table) == {each: line for each, line in told.items() if any(line.values())}


def of_unit(each: Said) -> str:
    """Return the office that wrote a fact."""
    return unit_of(each.entry)
