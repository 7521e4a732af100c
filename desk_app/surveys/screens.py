"""How this desk's screens for citizens are set up: kept on the desk, never in the journal."""

from desk_app.kernel.records import Record, WireError, canonical, from_json
from desk_app.surveys.room import Surveys
from desk_app.surveys.tables.screen_setup import find_screen_setup, put_screen_setup


class ScreenSetup(Record):
    """Which windows open at the start, each on the screen of that name (empty: the second one), and what is heard."""

    customer_open: bool = False
    customer_on: str = ""
    display_open: bool = False
    display_on: str = ""
    chime: bool = True
    spoken: bool = False


def keep_setup(room: Surveys, setup: ScreenSetup) -> None:
    """Keep ``setup``, on the disk when this returns."""
    with room.journal.store.writing() as db:
        put_screen_setup(db, canonical(setup))


def kept_setup(room: Surveys) -> ScreenSetup:
    """Return the setup as it was kept; the plain one before anybody chose, or when another program's cannot be read."""
    body = find_screen_setup(room.journal.reading())
    if body is None:
        return ScreenSetup()
    try:
        return from_json(body, ScreenSetup)
    except WireError:
        return ScreenSetup()
