"""Whom a name in somebody's list means: titles, capitals and missing marks aside."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Protocol, TypeVar

from desk_app.kernel.texts import folded

_TITLES = re.compile(r"^(?:(?:ong|ba|anh|chi|co|chu|bac|em|d c|dc|dong chi|bs|ths)\s+)+(?=\S+\s+\S)")
_ALIKE = 0.9


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """Return what it is called."""
        ...


N = TypeVar("N", bound=Named)


def bare_name(text: str) -> str:
    """Return a person's name as it is compared: ``Đ/c NGUYEN THI MAU`` as ``nguyen thi mau``."""
    return _TITLES.sub("", folded(text))


def same_name(text: str, among: Sequence[N]) -> tuple[N, ...]:
    """Return all that bear this name; several when it is not clear who is meant."""
    wanted = bare_name(text)
    return tuple(each for each in among if wanted and bare_name(each.name) == wanted)


def alike(text: str, among: Sequence[N]) -> N | None:
    """Return the only one whose name differs by a slip of the keyboard; None when nobody or several do."""
    wanted = bare_name(text)
    near = [each for each in among if SequenceMatcher(None, wanted, bare_name(each.name)).ratio() >= _ALIKE]
    return near[0] if len(near) == 1 else None
