"""From counted groups to a table of figures: lines, totals, shares, checks, and the way from each figure to its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desk_app.kernel.texts import collation_key
from desk_app.reports.asking import Asking
from desk_app.reports.drill import Drill, equal_of, text_of
from desk_app.reports.figure import Check, Column, Figure, Row, Table
from desk_app.reports.steps import STEP_WORDS, keys_between, spoken_step
from desk_app.reports.tables.sources import SOURCES

TOTAL = "total"
UNIT = "unit"
STEP = "step"
"""Stands for the step of time that a report goes by, whichever it is: as what lines are by, and in ids and titles."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """Columns that one source answers: which measure each column is, and what the rows are narrowed by."""

    source: str
    measures: Mapping[str, str]
    equal: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A table before it is counted: its columns come from its parts, its lines are what ``by`` says.

    ``by`` is ``UNIT``, ``STEP`` or a key of every source. ``least`` are lines that stand even where nothing is counted;
    ``by_key`` puts lines in the order of their keys instead of their names.
    """

    id: str
    title: str
    head: str
    by: str
    columns: tuple[Column, ...]
    parts: tuple[Part, ...]
    rules: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    lines: bool = False
    least: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    by_key: bool = False


def in_steps(ask: Asking, plan: Plan) -> Plan:
    """Return a plan whose lines are weeks, months, quarters or years, as the report wants them; others as they are."""
    if plan.by != STEP:
        return plan
    scope, step = ask.scope, ask.scope.told_by
    # What has not begun is no nought: a line must not fall at the present day.
    last = min(scope.last_on, ask.now.date())
    return replace(
        plan,
        id=plan.id.replace(STEP, step),
        title=plan.title.replace(STEP, STEP_WORDS[step].lower()),
        head=STEP_WORDS[step],
        by=step,
        lines=True,
        by_key=True,
        least=tuple(keys_between(scope.first_on, last, step)),
    )


def built(ask: Asking, plan: Plan) -> Table:
    """Return the table that ``plan`` describes, counted."""
    counted = _counted(ask, plan)
    keys = {*counted, *plan.least, *(_own_units(ask) if plan.by == UNIT else ())}
    order: Callable[[str], str] = (lambda key: key) if plan.by_key or plan.by == UNIT else _by_label(ask, plan)
    rows = tuple(_row(ask, plan, key, counted.get(key, {})) for key in sorted(keys, key=order))
    total = _row(ask, plan, TOTAL, _totals(ask, plan, rows))
    return Table(
        id=plan.id,
        title=plan.title,
        head=plan.head,
        columns=plan.columns,
        rows=rows,
        total=total,
        rules=plan.rules,
        checks=_checks(plan.columns, (*rows, total)),
        drawn=plan.drawn,
        lines=plan.lines,
    )


def gathered(ask: Asking, plans: Sequence[Plan]) -> None:
    """Count each source that several tables share once for all of them."""
    # What is narrowed is asked by itself: a few rows are found sooner than every row is told apart.
    parts = [(plan, part) for plan in plans for part in plan.parts if not part.equal]
    for source in dict.fromkeys(part.source for _, part in parts):
        shared = [(plan, part) for plan, part in parts if part.source == source]
        known = SOURCES[source]
        keys = sorted({_key(plan) for plan, _ in shared})
        named = {name for _, part in shared for name in part.measures.values() if not known.measure(name).different}
        # A key of another source's rows cannot part these.
        if len(shared) > 1 and all(key in known.keys for key in keys):
            ask.gather(source, keys, sorted(named))


def _key(plan: Plan) -> str:
    return "desk" if plan.by == UNIT else plan.by


def label_of(ask: Asking, by: str, key: str) -> str:
    """Return what a line about ``key`` is called."""
    if by == UNIT:
        return ask.unit_name(key)
    if by == "procedure":
        return ask.procedures.get(key, key)
    if by == "officer":
        return ask.person_name(key)
    if by == ask.scope.told_by:
        return spoken_step(key, ask.scope.told_by, ask.scope.first_on, ask.scope.last_on)
    return key or "Chưa ghi"


def _own_units(ask: Asking) -> tuple[str, ...]:
    return (ask.scope.unit,) if ask.scope.unit else tuple(unit.code for unit in ask.units)


def _by_label(ask: Asking, plan: Plan) -> Callable[[str], str]:
    return lambda key: collation_key(plan.labels.get(key) or label_of(ask, plan.by, key))


def _counted(ask: Asking, plan: Plan) -> dict[str, dict[str, int]]:
    """Return for each line the number of each column that a part answers."""
    found: dict[str, dict[str, int]] = {}
    for part in plan.parts:
        for key, values in _groups(ask, plan, part):
            line = found.setdefault(key, {})
            for column, value in zip(part.measures, values, strict=True):
                line[column] = line.get(column, 0) + value
    return found


def _groups(ask: Asking, plan: Plan, part: Part) -> Sequence[tuple[str, Sequence[int]]]:
    measures = tuple(part.measures.values())
    if plan.by != UNIT:
        return [(each.keys[0], each.values) for each in ask.counted(part.source, (plan.by,), measures, part.equal)]
    groups = ask.counted(part.source, ("desk",), measures, part.equal)
    units = [(ask.unit_of(each.keys[0]), each.values) for each in groups]
    if not any(SOURCES[part.source].measure(name).different for name in measures):
        return units
    # Whoever came to two desks of an office came to that office once.
    return [
        (unit, ask.counted(part.source, (), measures, part.equal, unit)[0].values)
        for unit in dict.fromkeys(unit for unit, _ in units)
    ]


def _totals(ask: Asking, plan: Plan, rows: Sequence[Row]) -> dict[str, int]:
    places = {column.key: place for place, column in enumerate(plan.columns)}
    totals: dict[str, int] = {}
    for part in plan.parts:
        apart = [key for key in part.measures if not plan.columns[places[key]].adds_up]
        if apart:
            names = tuple(part.measures[key] for key in apart)
            totals.update(zip(apart, ask.counted(part.source, (), names, part.equal)[0].values, strict=True))
        for key in part.measures:
            if key not in apart:
                totals[key] = sum(row.cells[places[key]].value or 0 for row in rows)
    return totals


def _row(ask: Asking, plan: Plan, key: str, values: Mapping[str, int]) -> Row:
    label = "Tổng cộng" if key == TOTAL else plan.labels.get(key) or label_of(ask, plan.by, key)
    opens = {name: text for part in plan.parts for name, text in _drills(ask, plan, part, key).items()}
    return Row(key=key, label=label, cells=tuple(_cell(column, label, values, opens) for column in plan.columns))


def _cell(column: Column, label: str, values: Mapping[str, int], opens: Mapping[str, str]) -> Figure:
    words = f"{column.title} · {label}"
    if column.share_of is not None:
        part, whole = column.share_of
        return Figure(
            label=words, kind="share", value=values.get(part, 0), whole=values.get(whole, 0), opens=opens.get(part, "")
        )
    return Figure(label=words, kind=column.kind, value=values.get(column.key, 0), opens=opens.get(column.key, ""))


def _drills(ask: Asking, plan: Plan, part: Part, key: str) -> dict[str, str]:
    """Return for each column the line that opens its rows."""
    if not SOURCES[part.source].opens:
        return {}
    own = {plan.by: key} if key != TOTAL and plan.by != UNIT else {}
    unit = key if key != TOTAL and plan.by == UNIT else ask.scope.unit
    return {
        column: text_of(
            Drill(
                source=part.source,
                first_on=ask.scope.first_on,
                last_on=ask.scope.last_on,
                unit=unit,
                of=measure,
                equal=equal_of({**part.equal, **own}),
            )
        )
        for column, measure in part.measures.items()
    }


def _checks(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Check, ...]:
    """Return whether every column that adds up others does so in every line."""
    places = {column.key: place for place, column in enumerate(columns)}
    checks = []
    for column in columns:
        if column.sum_of:
            parts = [places[key] for key in column.sum_of]
            named = " + ".join(columns[place].number or columns[place].title for place in parts)
            holds = all(
                row.cells[places[column.key]].value == sum(row.cells[place].value or 0 for place in parts)
                for row in rows
            )
            checks.append(Check(words=f"{column.number or column.title} = {named}", holds=holds))
    return tuple(checks)
