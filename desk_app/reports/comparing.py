"""Making a frozen report again, and saying of each figure that changed which rows came, left or were put right since."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.kernel.records import Record
from desk_app.reports.asked import Scope, Telling, Watch, unwatched
from desk_app.reports.asking import Asking
from desk_app.reports.definitions.register import get_definition
from desk_app.reports.drill import Drill, drill_of
from desk_app.reports.facts import report_subject
from desk_app.reports.figure import Figure, Report, figures_of
from desk_app.reports.freezing import Frozen, digest_of, get_frozen
from desk_app.reports.making import asked_at_once, made
from desk_app.reports.room import Reports
from desk_app.reports.tables.before import as_known, is_known, related
from desk_app.reports.tables.counting import Opened, rows_of
from desk_app.reports.tables.frozen import touched_since
from desk_app.reports.tables.sources import SOURCES
from desk_app.storage.engine import Database

Place = tuple[str, str, str]


class Cause(Record):
    """A row that a figure counts now and did not, or did and does not; ``came`` False for one that left.

    ``is_new``: nothing of it was known when the report was frozen; else it was put right, or went on, since.
    """

    subject: str
    code: str
    name: str
    came: bool
    is_new: bool


class ChangedFigure(Record):
    """A figure then and now, None where its line did not exist; ``causes`` are the rows that make the difference.

    Without causes no row came or left: time went by and a due date passed, a row was put right and still counts, or
    the rows were given in confidence.
    """

    table: str
    row: str
    column: str
    label: str
    then: Figure | None
    now: Figure | None
    causes: tuple[Cause, ...]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A frozen report beside itself made again; ``is_same``: not one figure differs."""

    frozen: Frozen
    now: Report
    changes: tuple[ChangedFigure, ...]
    entries_since: int

    @property
    def is_same(self) -> bool:
        """Tell whether the figures are the same."""
        return not self.changes and digest_of(self.now) == self.frozen.seen.digest


def compare(room: Reports, *, by: str, id_: str, watch: Watch = unwatched) -> Comparison:
    """Return a frozen copy beside the same report made now, every changed figure explained.

    Raises ``NotFound`` for an unknown copy, ``NotAllowed``, and whatever ``watch`` raises.
    """
    frozen, telling = get_frozen(room, by=by, id_=id_), Telling(watch)
    old = frozen.report
    scope = Scope(first_on=old.first_on, last_on=old.last_on, unit=old.unit, rounding=old.rounding, step=old.step)
    with asked_at_once(room, scope, telling) as ask:
        report = made(ask, get_definition(old.definition), telling.say)
        own = report_subject(frozen.seen.id)
        touched = [subject for subject in touched_since(ask.db, frozen.known) if subject != own]
        changes = _explained(ask, frozen, report, touched)
    return Comparison(frozen=frozen, now=report, changes=changes, entries_since=len(touched))


def _explained(ask: Asking, frozen: Frozen, report: Report, touched: Sequence[str]) -> tuple[ChangedFigure, ...]:
    then, now = _by_place(frozen.report), _by_place(report)
    differing = [place for place in {**then, **now} if _said(then.get(place)) != _said(now.get(place))]
    if not differing:
        return ()
    around = related(ask.db, touched)
    with as_known(ask.db, ask.room.journal.registry, around, frozen.known) as before:
        return tuple(_changed(ask, before, around, place, then.get(place), now.get(place)) for place in differing)


def _changed(
    ask: Asking, before: Database, around: set[str], place: Place, then: Figure | None, now: Figure | None
) -> ChangedFigure:
    figure = now or then
    assert figure is not None
    causes = _causes(ask, before, around, drill_of(figure.opens)) if figure.opens else ()
    table, row, column = place
    return ChangedFigure(table=table, row=row, column=column, label=figure.label, then=then, now=now, causes=causes)


def _causes(ask: Asking, before: Database, around: set[str], drill: Drill) -> tuple[Cause, ...]:
    """Return the rows that came or left."""
    source, terms = SOURCES[drill.source], ask.terms(drill.unit)
    then = {_key(row): row for row in rows_of(before, source, terms, drill)}
    now = {_key(row): row for row in rows_of(ask.db, source, terms, drill, among=around)}
    came = [_cause(before, row, came=True) for key, row in now.items() if key not in then]
    left = [_cause(before, row, came=False) for key, row in then.items() if key not in now]
    return (*came, *left)


def _key(row: Opened) -> tuple[str, str, str]:
    # One subject may stand in several rows: the payments of a dossier, the parts of its agencies.
    return row.subject, row.code, row.at


def _cause(before: Database, row: Opened, *, came: bool) -> Cause:
    is_new = not is_known(before, row.subject)
    return Cause(subject=row.subject, code=row.code, name=row.name, came=came, is_new=is_new)


def _by_place(report: Report) -> dict[Place, Figure]:
    return {(table, row, column): figure for table, row, column, figure in figures_of(report)}


def _said(figure: Figure | None) -> tuple[int, int]:
    """Return what a figure says; a line that does not exist says nothing, as one of noughts does."""
    return (0, 0) if figure is None else (figure.value or 0, figure.whole or 0)
