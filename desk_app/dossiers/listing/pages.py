"""The rows of a list a page at a time, and how many there are."""

from collections.abc import Callable

from desk_app.dossiers.listing.selection import Asker, selection_of
from desk_app.dossiers.listing.wanted import Wanted, admits_nothing
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables.listing import ListRow, Place, count_list, list_page, place_of, stoppable
from desk_app.working_time.reading import reading_on

PAGE = 200
COUNTED_TO = 100_000
"""Longer lists are said to hold more than this; counting on would keep nobody's attention."""


def asker_of(room: Dossiers, account: str) -> Asker:
    """Return who asks now, at this desk."""
    now = room.journal.time.now()
    return Asker(
        account=account,
        desk=room.journal.desk_id,
        now=now,
        calendar=room.working_time.present_calendar(),
        hours=reading_on(room.working_time.present_readings(), now.date()).hours,
    )


def page_of(
    room: Dossiers,
    wanted: Wanted,
    asker: Asker,
    *,
    after: ListRow | None = None,
    back: bool = False,
    limit: int = PAGE,
    is_stopped: Callable[[], bool] = bool,
) -> tuple[ListRow, ...]:
    """Return the rows that follow ``after`` (with ``back``: that come right before it), in the order of the list.

    Without ``after`` the list begins at its start, with ``back`` at its end. Raises ``Cancelled`` once ``is_stopped``.
    """
    if admits_nothing(wanted):
        return ()
    db, selection = room.journal.reading(), selection_of(wanted, asker)
    place: Place | None = place_of(selection, after) if after is not None else None
    with stoppable(db, is_stopped):
        return tuple(list_page(db, selection, limit, after=place, back=back))


def count_of(room: Dossiers, wanted: Wanted, asker: Asker, *, is_stopped: Callable[[], bool] = bool) -> int:
    """Return how many dossiers the list holds; more than ``COUNTED_TO`` are ``COUNTED_TO + 1``.

    Raises ``Cancelled`` once ``is_stopped``.
    """
    if admits_nothing(wanted):
        return 0
    db = room.journal.reading()
    with stoppable(db, is_stopped):
        return count_list(db, selection_of(wanted, asker), COUNTED_TO + 1)
