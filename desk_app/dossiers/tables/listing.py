"""Lists of dossiers: their rows a page at a time, their count, and which of the indexes each takes.

SQLite keeps no statistics of this file, so the way to the rows is chosen here: what still stands in the office by its
state (some hundreds or thousands), what was handed over by its day, everything else by the day of its receipt.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from desk_app.kernel.errors import Cancelled
from desk_app.storage.engine import Database, SqliteError, primary_code

_INTERRUPTED = 9
_LOOK_EVERY = 2_000
"""After how many steps of SQLite's machine it is asked whether anybody still waits: about a tenth of a millisecond."""


class ListRow(NamedTuple):
    """A dossier in a list; times are ISO 8601 with +07:00, ``step_due_at`` empty without an open step."""

    row: int
    id: str
    code: str
    procedure: str
    status: str
    name: str
    name_key: str
    subject_name: str
    received_at: str
    due_at: str
    officer: str
    holder: str
    agency: str
    step_due_at: str
    desk: str
    return_by: str
    result_at: str | None
    handed_at: str | None
    field: str
    id_number: str
    phone: str


class Span(NamedTuple):
    """From ``first`` to before ``before``, ISO 8601; empty is open on that side."""

    first: str = ""
    before: str = ""


_UNBOUND = Span()


class Place(NamedTuple):
    """Where a list stands: what it is sorted by, and the row number that parts equals."""

    key: str
    row: int


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What a list admits, in the words of the tables; empty does not narrow. ``of`` received or holds it."""

    statuses: tuple[str, ...] = ()
    equal: tuple[tuple[str, str], ...] = ()
    of: str = ""
    not_desk: str = ""
    received: Span = _UNBOUND
    due: Span = _UNBOUND
    handed: Span = _UNBOUND
    result_before: str = ""
    step_due_before: str = ""
    not_reappointed: bool = False
    sort: str = "received_at"
    descending: bool = True


def place_of(selection: Selection, row: ListRow) -> Place:
    """Return where ``row`` stands in the list."""
    return Place(key=str(getattr(row, selection.sort)), row=row.row)


def list_page(
    db: Database, selection: Selection, limit: int, *, after: Place | None = None, back: bool = False
) -> list[ListRow]:
    """Return the first rows after a place, or with ``back`` those right before it, in the order of the list.

    Without a place the list begins at its start; with ``back`` alone at its end.
    """
    if selection.sort == "due_at" and _index(selection) == "dossiers_by_receipt" and not any(selection.received):
        return _merged(db, selection, limit, after, back)
    downwards = selection.descending is not back
    where, values = _conditions(selection)
    if after is not None:
        where.append(f"({selection.sort}, local_row) {'<' if downwards else '>'} (?, ?)")
        values += after
    way = "DESC" if downwards else "ASC"
    order = f"ORDER BY {selection.sort} {way}, local_row {way} LIMIT ?"
    rows = db.conn.execute(f"{_SELECT} {_from(selection)} {_where(where)} {order}", (*values, limit)).fetchall()
    found = list(map(_row, rows))
    return found[::-1] if back else found


def _merged(db: Database, selection: Selection, limit: int, after: Place | None, back: bool) -> list[ListRow]:
    """Return a page of a list by due date over every state: the index holds the order of each state by itself."""
    found: list[ListRow] = []
    for status in selection.statuses or _ALL_STATUSES:
        found += list_page(db, replace(selection, statuses=(status,)), limit, after=after, back=back)
    found.sort(key=lambda row: (row.due_at, row.row), reverse=selection.descending)
    return found[-limit:] if back else found[:limit]


def count_list(db: Database, selection: Selection, most: int) -> int:
    """Return how many dossiers the list holds, ``most`` where there are more."""
    where, values = _conditions(selection)
    sql = f"SELECT count(*) FROM (SELECT 1 {_from(selection)} {_where(where)} LIMIT ?)"
    return int(db.conn.execute(sql, (*values, most)).fetchone()[0])


def count_by_agency(db: Database, selection: Selection) -> list[tuple[str, str, int]]:
    """Return for each agency that holds some of the list when its oldest step was due, and how many it holds."""
    where, values = _conditions(selection)
    sql = (
        f"SELECT agency, min(step_due_at), count(*) {_from(selection)} {_where(where)} "
        "GROUP BY agency ORDER BY 2 LIMIT 50"
    )
    return [(str(agency), str(first), int(count)) for agency, first, count in db.conn.execute(sql, values).fetchall()]


def agencies(db: Database, selection: Selection) -> list[str]:
    """Return every agency that holds some of the list."""
    where, values = _conditions(selection)
    sql = f"SELECT DISTINCT agency {_from(selection)} {_where(where)}"
    return [str(row[0]) for row in db.conn.execute(sql, values).fetchall() if row[0]]


def has_any(db: Database) -> bool:
    """Tell whether the desk knows any dossier."""
    return db.conn.execute("SELECT 1 FROM dossiers LIMIT 1").fetchone() is not None


@contextmanager
def one_moment(db: Database) -> Iterator[None]:
    """Let everything read inside the block be of one moment, whatever is written meanwhile."""
    db.conn.execute("BEGIN")
    try:
        yield
    finally:
        db.conn.execute("ROLLBACK")


@contextmanager
def stoppable(db: Database, is_stopped: Callable[[], bool]) -> Iterator[None]:
    """Let reading inside the block end with ``Cancelled`` soon after ``is_stopped`` says so."""
    db.conn.set_progress_handler(is_stopped, _LOOK_EVERY)
    try:
        yield
    except SqliteError as error:
        if primary_code(error) != _INTERRUPTED:
            raise
        raise Cancelled("dossiers.list_stopped", "Đã thôi lập danh sách.", "Không có gì thay đổi.") from None
    finally:
        db.conn.set_progress_handler(None, 0)


# The same as ListRow._make, five times as fast: a list is opened within half a millisecond.
_row: Callable[[Iterable[Any]], ListRow] = partial(tuple.__new__, ListRow)

_SELECT = f"SELECT {', '.join(ListRow._fields).replace('row', 'local_row', 1)}"
_CLOSED = frozenset({"handed_over"})
_ALL_STATUSES = (
    "submitted",
    "accepted",
    "not_accepted",
    "in_process",
    "supplement_requested",
    "payment_requested",
    "withdrawn",
    "stopped",
    "settled",
    "handed_over",
)


def _index(selection: Selection) -> str:
    statuses = selection.statuses
    if statuses and not _CLOSED.intersection(statuses):
        return "dossiers_by_status"
    if any(selection.handed):
        return "dossiers_by_hand_over"
    if any(selection.received):
        return "dossiers_by_receipt"
    if any(selection.due) or (selection.sort == "due_at" and len(statuses) == 1):
        return "dossiers_by_status"
    return "dossiers_by_code" if selection.sort == "code" else "dossiers_by_receipt"


def _from(selection: Selection) -> str:
    return f"FROM dossiers INDEXED BY {_index(selection)}"


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _conditions(selection: Selection) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []

    def add(condition: str, *given: str) -> None:
        conditions.append(condition)
        values.extend(given)

    index = _index(selection)
    statuses = selection.statuses or (_ALL_STATUSES if index == "dossiers_by_status" else ())
    if statuses:
        add(f"status IN ({', '.join('?' * len(statuses))})", *statuses)
    if index == "dossiers_by_hand_over":
        # The index holds nothing else, and SQLite takes it only where the question says so.
        add("handed_at IS NOT NULL")
    for column, value in selection.equal:
        add(f"{column} = ?", value)
    if selection.of:
        add("(officer = ? OR holder = ?)", selection.of, selection.of)
    if selection.not_desk:
        add("desk <> ?", selection.not_desk)
    for condition, bound in _bounds(selection):
        add(condition, bound)
    if selection.result_before:
        add("result_at < ?", selection.result_before)
    if selection.step_due_before:
        add("step_due_at <> '' AND step_due_at < ?", selection.step_due_before)
    if selection.not_reappointed:
        add("NOT EXISTS (SELECT 1 FROM dossier_reappointments another WHERE another.dossier = dossiers.id)")
    return conditions, values


def _bounds(selection: Selection) -> Iterator[tuple[str, str]]:
    """Yield the conditions of the spans that are bounded, each with its moment."""
    spans = (("received_at", selection.received), ("due_at", selection.due), ("handed_at", selection.handed))
    for column, span in spans:
        if span.first:
            yield f"{column} >= ?", span.first
        if span.before:
            yield f"{column} < ?", span.before
