"""Dossier codes ``<agency code>-YYMMDD-NNNN`` and the desk's own block of the day's numbers.

Desk ``k`` issues k001 to k999 of the day, so two desks can never issue the same code; desks from 10 on use five and six digits.
A desk that needs more than 999 in a day goes on with seven digits, ``kkk`` and four more, as the ministry's portals have them.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from desk_app.kernel.errors import Refused

CODE = re.compile(r"^[A-Z0-9]{2,3}(\.[A-Z0-9]{2,3}){0,7}-\d{6}-\d{4,7}$")

_SHORT_LAST = 999
_LONG_LAST = 9999
MOST_DESKS = 999


@dataclass(frozen=True, kw_only=True)
class Run:
    """A run of codes of one length that one desk issues on one day: from ``first`` to ``last``, both included."""

    first: str
    last: str

    def code(self, number: int) -> str:
        """Return the code of this run that ends with ``number``."""
        stem, _dash, digits = self.first.rpartition("-")
        return f"{stem}-{number:0{len(digits)}d}"


@lru_cache(maxsize=8)
def runs(office_code: str, desk_number: int, on: date) -> tuple[Run, Run]:
    """Return the two runs a desk draws a day's codes from: first the short numbers, then the long ones."""
    stem = f"{office_code}-{on:%y%m%d}-"
    short = Run(first=f"{stem}{desk_number}001", last=f"{stem}{desk_number}{_SHORT_LAST}")
    long = Run(first=f"{stem}{desk_number:03d}{_SHORT_LAST + 1:04d}", last=f"{stem}{desk_number:03d}{_LONG_LAST}")
    return short, long


def following(run: Run, highest: str | None) -> str | None:
    """Return the code after ``highest`` within ``run``, its first when there is none yet, None when the run is used up."""
    if highest is None:
        return run.first
    if highest >= run.last:
        return None
    return run.code(number_of(highest) + 1)


def number_of(code: str) -> int:
    """Return the number at the end of a code."""
    return int(code.rpartition("-")[2])


def used_up(on: date) -> Refused:
    """Return the refusal of a day whose numbers have all been issued."""
    return Refused(
        "dossiers.numbers_used_up",
        f"Quầy này đã dùng hết số hồ sơ của ngày {on:%d/%m/%Y}.",
        "Hồ sơ chưa được ghi. Hãy đăng ký tại quầy khác của cơ quan.",
    )


def tail(code: str) -> str:
    """Return the part of a code that people say aloud: ``261123-1001``."""
    return code.split("-", 1)[1]
