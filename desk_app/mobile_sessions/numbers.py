"""The dossier numbers that a session used: from which to which at each desk, and which in between nobody knows."""

from collections.abc import Sequence
from itertools import pairwise

from desk_app.dossiers.numbering import tail
from desk_app.kernel.records import Record
from desk_app.mobile_sessions.tables import queries
from desk_app.mobile_sessions.tables.queries import Received
from desk_app.storage.engine import Database


class NumbersUsed(Record):
    """One desk's numbers at a session: the first and the last, how many, and those missing in between."""

    desk: str
    first: str
    last: str
    used: int
    gaps: tuple[str, ...]


def numbers_used(db: Database, received: Sequence[Received]) -> tuple[NumbersUsed, ...]:
    """Return what each desk used; a number that the desk gave out beside the session is no gap."""
    found = []
    for desk in sorted({each.desk for each in received}):
        own = sorted((each.code for each in received if each.desk == desk), key=_order)
        stem = f"{own[0].rpartition('-')[0]}-"
        issued = queries.codes_of_desk(db, desk, stem)
        between = [code for code in issued if _order(own[0]) <= _order(code) <= _order(own[-1])]
        gaps = tuple(gap for one, other in pairwise(between) for gap in _missing(one, other))
        found.append(NumbersUsed(desk=desk, first=tail(own[0]), last=tail(own[-1]), used=len(own), gaps=gaps))
    return tuple(found)


def _order(code: str) -> tuple[int, str]:
    return len(code), code


def _missing(one: str, other: str) -> tuple[str, ...]:
    """Return the numbers between two codes of one series; the step from short to long numbers is none."""
    stem, _, number = one.rpartition("-")
    if len(one) != len(other) or other.rpartition("-")[0] != stem:
        return ()
    last = int(other.rpartition("-")[2])
    return tuple(tail(f"{stem}-{each:0{len(number)}d}") for each in range(int(number) + 1, last))
