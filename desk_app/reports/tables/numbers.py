"""Numbers that were not given out between others that were, and numbers given out twice.

Numbers are read in their own order, straight from the index. A desk's numbers of a day then stand together, so that SQLite
itself leaves out all that follow one another; the few that do not are looked at here.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desk_app.storage.engine import Database

_BLOCK, _LONG_BLOCK, _LONG_DIGITS = 1_000, 10_000, 7
"""A desk's block of a day has numbers 001 to 999; with seven digits it goes on from 1000 to 9999."""


class Number(NamedTuple):
    """A number taken apart: what it begins with, its day included, and its digits."""

    series: str
    value: int
    digits: int

    @property
    def day(self) -> date:
        """Return the day in the number, YYMMDD."""
        text = self.series[-7:-1]
        return date(2000 + int(text[:2]), int(text[2:4]), int(text[4:6]))

    def written(self, value: int) -> str:
        """Return another number of the same series."""
        return f"{self.series}{value:0{self.digits}d}"

    @property
    def first_of_block(self) -> int:
        """Return the first number of the block that this one belongs to."""
        if self.digits == _LONG_DIGITS:
            return self.value - self.value % _LONG_BLOCK + _BLOCK
        return self.value - self.value % _BLOCK + 1


class Gap(NamedTuple):
    """The numbers from ``first`` to ``last`` before ``number`` are missing at a desk."""

    desk: str
    number: Number
    first: int
    last: int


class Twice(NamedTuple):
    """One number stands at more than one desk."""

    number: str
    bearers: int
    day: date


class _Seen(NamedTuple):
    """A number that does not follow the one before it, and that one."""

    text: str
    desk: str
    before: str
    before_desk: str


# What follows its neighbour at the same desk is left out: the same beginning, the last four digits one more.
_APART = """
    SELECT text, desk, before, before_desk FROM (
        SELECT {column} AS text, desk, lag({column}) OVER one AS before, lag(desk) OVER one AS before_desk
        FROM {table} INDEXED BY {index} WHERE {column} >= ? AND {column} < ? {kind} WINDOW one AS (ORDER BY {column}, desk))
    WHERE before IS NULL OR before_desk <> desk OR substr(before, 1, length(before) - 4) <> substr(text, 1, length(text) - 4)
        OR CAST(substr(before, -4) AS INTEGER) + 1 <> CAST(substr(text, -4) AS INTEGER)"""
_QUESTIONS = {
    "dossiers": ("code", "dossiers", "dossiers_by_code", ""),
    "payments": ("number", "fee_moves", "fee_moves_by_number", "AND kind = 'paid'"),
}


def irregular(db: Database, what: str, first_on: date, before: date) -> tuple[list[Gap], list[Twice]]:
    """Return what is missing among the numbers of ``dossiers`` or ``payments`` of some days, and what was given twice."""
    gaps: list[Gap] = []
    bearers: dict[str, int] = {}
    last: dict[tuple[str, str, int], int] = {}
    for seen in _apart(db, what, first_on, before):
        number = _taken_apart(seen.text)
        if seen.before:
            earlier = _taken_apart(seen.before)
            last[seen.before_desk, earlier.series, earlier.digits] = earlier.value
        if seen.before == seen.text:
            bearers[seen.text] = bearers.get(seen.text, 1) + 1
        run = (seen.desk, number.series, number.digits)
        expected = last[run] + 1 if run in last else number.first_of_block
        if expected < number.value:
            gaps.append(Gap(seen.desk, number, expected, number.value - 1))
        last[run] = number.value
    return gaps, [Twice(text, count, _taken_apart(text).day) for text, count in bearers.items()]


def _apart(db: Database, what: str, first_on: date, before: date) -> Iterator[_Seen]:
    column, table, index, kind = _QUESTIONS[what]
    sql = _APART.format(column=column, table=table, index=index, kind=kind)
    for start in _starts(db, column, table):
        rows = db.conn.execute(sql, (f"{start}{first_on:%y%m%d}", f"{start}{before:%y%m%d}")).fetchall()
        yield from (_Seen(text, desk, earlier or "", at or "") for text, desk, earlier, at in rows)


def _starts(db: Database, column: str, table: str) -> Iterator[str]:
    """Yield what numbers begin with, up to their day: an office's code, or «PT»."""
    sql, start = f"SELECT min({column}) FROM {table} WHERE {column} > ?", ""
    while (found := db.conn.execute(sql, (start,)).fetchone()[0]) is not None:
        stem = found.rsplit("-", 2)[0]
        yield f"{stem}-"
        start = f"{stem}."


def _taken_apart(text: str) -> Number:
    series, _, digits = text.rpartition("-")
    return Number(f"{series}-", int(digits), len(digits))
