"""Opening a figure: the rows it counts, a page at a time."""

from dataclasses import dataclass

from desk_app.accounts.authorise import require_allowed
from desk_app.kernel.errors import InvalidInput
from desk_app.reports.asking import asking
from desk_app.reports.drill import Drill, drill_of
from desk_app.reports.room import Reports
from desk_app.reports.row_words import spoken_rows
from desk_app.reports.tables.counting import Opened, measured, rows_of
from desk_app.reports.tables.source import Source
from desk_app.reports.tables.sources import SOURCES

PAGE = 200
FIND = "dossiers.find"
_OWN_PERMISSION = {"access": "access.read", "money": "fees.read"}


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A page of what a figure counts: ``number`` is the figure itself, ``rows`` some of its rows, oldest first.

    They are in words: procedures, people and states by their names. ``more`` says that further rows follow.
    """

    number: int
    rows: tuple[Opened, ...]
    more: bool


def open_figure(room: Reports, opens: str, *, by: str, skip: int = 0, limit: int = PAGE) -> Rows:
    """Return the rows that the figure with this ``opens`` counts, from the ``skip``-th on.

    Raises ``NotAllowed`` for somebody who may not look at such rows, ``InvalidInput`` for a line that names none.
    """
    drill = drill_of(opens)
    source = _source(drill)
    book, today = room.accounts.present_book(), room.journal.time.now().date()
    require_allowed(book, by, _OWN_PERMISSION.get(drill.source, FIND), today)
    db = room.journal.reading()
    ask = asking(room, db, drill.scope)
    terms = ask.terms(drill.unit)
    found = rows_of(db, source, terms, drill, limit=limit + 1, skip=skip)
    rows = spoken_rows(ask, drill.source, found[:limit])
    return Rows(number=measured(db, source, terms, drill), rows=rows, more=len(found) > limit)


def _source(drill: Drill) -> Source:
    """Return where the rows stand; raise ``InvalidInput`` for names that no figure writes."""
    source = SOURCES.get(drill.source)
    if source is None or not source.opens:
        raise _unknown(drill.source)
    strange = {drill.of} - {"all", *source.measures} | {key for key, _ in drill.equal} - set(source.keys)
    if strange:
        raise _unknown(strange.pop())
    return source


def _unknown(name: str) -> InvalidInput:
    return InvalidInput("opens", f"Không mở được «{name[:40]}».", "Hãy lập lại báo cáo rồi mở từ con số.")
