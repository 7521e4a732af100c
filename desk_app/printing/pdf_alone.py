"""One PDF at a time in this program: reportlab reads a font through one cursor, which the papers of all threads share.

Without it a preview drawn while a receipt is printed fails, or takes the other's letters.
"""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_drawing = RLock()


def alone(work: Callable[P, T]) -> Callable[P, T]:
    """Let ``work``, which draws with reportlab, wait until no other thread does."""

    @wraps(work)
    def waiting(*given: P.args, **named: P.kwargs) -> T:
        with _drawing:
            return work(*given, **named)

    return waiting
