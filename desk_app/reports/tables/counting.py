"""Putting the questions: how many rows fit each measure, parted by keys; and which rows those are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desk_app.kernel.records import canonical
from desk_app.reports.drill import Drill
from desk_app.reports.tables.source import Source
from desk_app.storage.engine import Database


@dataclass(frozen=True, kw_only=True)
class InHours:
    """Procedures whose terms count in hours: at every desk, and as ``(desk, procedure)`` where offices differ."""

    everywhere: tuple[str, ...] = ()
    at_desks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What the period's questions need beside its days: ``asof``, the moment at which open work is judged.

    ``desks`` narrows to these desks, None to none.
    """

    first: str
    before: str
    asof: str
    desks: tuple[str, ...] | None = None
    in_hours: InHours = InHours()
    values: Mapping[str, str] = field(default_factory=dict)


class Opened(NamedTuple):
    """One row that a figure counts; ``dossier`` is its dossier's id, empty without one."""

    subject: str
    code: str
    name: str
    about: str
    at: str
    dossier: str


class Counted(NamedTuple):
    """One group: its keys, and what each measure counted."""

    keys: tuple[str, ...]
    values: tuple[int, ...]


def count(
    db: Database, source: Source, terms: Terms, by: Sequence[str], measures: Sequence[str], equal: Mapping[str, str]
) -> list[Counted]:
    """Return what each measure counts in each group of ``by``; one group without keys when ``by`` is empty."""
    where, values = _narrowed(source, terms, equal)
    keys = [source.keys[key] for key in by]
    sums = [source.measure(name).sql() for name in measures]
    group = f" GROUP BY {', '.join(str(place) for place in range(1, len(keys) + 1))}" if keys else ""
    sql = _marked(f"SELECT {', '.join((*keys, *sums))} {source.rows}{where}{group}", terms)
    rows = db.conn.execute(sql, values).fetchall()
    at = len(keys)
    return [Counted(tuple(map(_text, row[:at])), tuple(int(each or 0) for each in row[at:])) for row in rows]


def rows_of(
    db: Database,
    source: Source,
    terms: Terms,
    drill: Drill,
    *,
    limit: int = -1,
    skip: int = 0,
    among: Collection[str] | None = None,
) -> list[Opened]:
    """Return the rows that a figure counts, oldest first, from the ``skip``-th on; only of the subjects ``among``."""
    where, values = _narrowed(source, terms, dict(drill.equal))
    if among is not None:
        where += f" AND {source.shown[0]} IN (SELECT value FROM json_each(:among))"
        values["among"] = canonical(sorted(among)).decode()
    shown = ", ".join(source.shown)
    sql = _marked(
        f"SELECT {shown} {source.rows}{where} AND {source.measure(drill.of).when} ORDER BY 5, 1 LIMIT :limit OFFSET :skip",
        terms,
    )
    rows = db.conn.execute(sql, {**values, "limit": limit, "skip": skip}).fetchall()
    return [Opened(*(_text(each) for each in row)) for row in rows]


def measured(db: Database, source: Source, terms: Terms, drill: Drill) -> int:
    """Return the one number that a figure says."""
    return count(db, source, terms, (), (drill.of,), dict(drill.equal))[0].values[0]


def _narrowed(source: Source, terms: Terms, equal: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    where = [""]
    values: dict[str, Any] = {"first": terms.first, "before": terms.before, "asof": terms.asof, **terms.values}
    if terms.desks is not None:
        marks = [f"desk_{place}" for place in range(len(terms.desks))]
        values.update(zip(marks, terms.desks, strict=True))
        where.append(f"{source.keys['desk']} IN ({', '.join(f':{mark}' for mark in marks)})")
    for place, (key, value) in enumerate(equal.items()):
        values[f"equal_{place}"] = value
        where.append(f"CAST({source.keys[key]} AS TEXT) = :equal_{place}")
    return " AND ".join(where), values


def _marked(sql: str, terms: Terms) -> str:
    """Say how many letters of a moment are compared: the day's, or for terms in hours the minute's."""
    found = terms.in_hours
    told = [f"d.procedure IN ({', '.join(map(_quoted, found.everywhere))})"] if found.everywhere else []
    if found.at_desks:
        pairs = ", ".join(f"({_quoted(desk)}, {_quoted(code)})" for desk, code in found.at_desks)
        told.append(f"(d.desk, d.procedure) IN (VALUES {pairs})")
    return sql.replace("{n}", f"CASE WHEN {' OR '.join(told)} THEN 16 ELSE 10 END" if told else "10")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _text(value: object) -> str:
    return "" if value is None else str(value)
