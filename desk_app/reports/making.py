"""Making a report: who may, from one moment of the tables, stoppable at any time."""

from collections.abc import Iterator
from contextlib import contextmanager

from desk_app.accounts.authorise import require_allowed
from desk_app.dossiers.tables.listing import one_moment
from desk_app.reports.asked import Scope, Telling, Watch, checked, unwatched
from desk_app.reports.asking import Asking, asking
from desk_app.reports.definitions.definition import Definition
from desk_app.reports.definitions.register import get_definition
from desk_app.reports.figure import EVERYBODY, ROUNDING_WORDS, Report
from desk_app.reports.room import Reports
from desk_app.reports.tables.reading import interrupted


def make_report(room: Reports, *, by: str, definition: str, scope: Scope, watch: Watch = unwatched) -> Report:
    """Return the report of that name about ``scope``, all its figures of one moment.

    Raises ``NotAllowed``, ``NotFound`` for an unknown report or office, ``InvalidInput`` for days that make no period,
    and whatever ``watch`` raises: that stops the counting within a moment.
    """
    wanted = get_definition(definition)
    require_may(room, by, wanted)
    telling = Telling(watch)
    with asked_at_once(room, scope, telling) as ask:
        return made(ask, wanted, telling.say)


def require_may(room: Reports, by: str, wanted: Definition) -> None:
    """Raise ``NotAllowed`` unless ``by`` may see that report now."""
    book, today = room.accounts.present_book(), room.journal.time.now().date()
    require_allowed(book, by, wanted.permission, today)


@contextmanager
def asked_at_once(room: Reports, scope: Scope, telling: Telling | None = None) -> Iterator[Asking]:
    """Give what figures about ``scope`` are made from: everything read inside is of one moment."""
    db = room.journal.reading()
    with one_moment(db), interrupted(db, (telling or Telling(unwatched)).stop):
        yield asking(room, db, checked(scope))


def made(ask: Asking, wanted: Definition, watch: Watch = unwatched) -> Report:
    """Return the report, made from what ``ask`` gives."""
    scope = ask.scope
    tables = wanted.make(ask, watch)
    has_shares = any(column.kind == "share" for table in tables for column in table.columns)
    return Report(
        definition=wanted.id,
        title=wanted.title,
        first_on=scope.first_on,
        last_on=scope.last_on,
        unit=scope.unit,
        unit_name=_whose(ask),
        rounding=scope.rounding,
        made_at=ask.now,
        tables=tables,
        step=scope.told_by,
        rules=(ROUNDING_WORDS[scope.rounding],) if has_shares else (),
    )


def _whose(ask: Asking) -> str:
    """Return whose figures these are: an office's, or everybody's whose journal is here."""
    if ask.scope.unit or len(ask.units) == 1:
        return ask.unit_name(ask.scope.unit or ask.units[0].code)
    return EVERYBODY
