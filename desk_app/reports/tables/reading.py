"""Stopping in the middle of a question."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desk_app.kernel.errors import DeskError
from desk_app.storage.engine import Database, SqliteError, primary_code

_INTERRUPTED = 9
_LOOK_EVERY = 100_000
"""After how many steps of SQLite's machine it is asked whether to go on: about five milliseconds."""


@contextmanager
def interrupted(db: Database, stops: Callable[[], DeskError | None]) -> Iterator[None]:
    """Let a question inside the block end with the error that ``stops`` returns, soon after it returns one."""
    heard: list[DeskError] = []

    def look() -> bool:
        stop = stops()
        if stop is not None:
            heard.append(stop)
        return stop is not None

    db.conn.set_progress_handler(look, _LOOK_EVERY)
    try:
        yield
    except SqliteError as error:
        if primary_code(error) != _INTERRUPTED or not heard:
            raise
        raise heard[0] from None
    finally:
        db.conn.set_progress_handler(None, 0)
