"""The log of faults: what broke and where in the code, never whose data it was.

An exception's own message may quote a citizen's name, so only its type and the places it passed through are written.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_log = logging.getLogger("desk.fault")


def write_to(file: Path) -> None:
    """Send the program's own log to ``file``, 1 MB and three older ones at most."""
    own = logging.getLogger("desk")
    for old in tuple(own.handlers):
        own.removeHandler(old)
        old.close()
    handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(_FORMAT))
    own.addHandler(handler)
    own.propagate = False
    own.setLevel(logging.INFO)


def fault(where: str, error: BaseException) -> None:
    """Log a bug met in ``where`` by its type and its path through the code."""
    path = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    )
    _log.error("%s: %s at %s", where, type(error).__qualname__, path)
