"""The figures of a morning: each is the count of a list, so it opens exactly what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.listing.asked import wanted_of
from desk_app.dossiers.listing.selection import Asker, selection_of
from desk_app.dossiers.listing.shipped import SHIPPED
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables.listing import count_by_agency, count_list, has_any
from desk_app.kernel.time_source import moment
from desk_app.working_time.marks import half_days_between

COUNTED = ("overdue", "today", "tomorrow", "near", "waiting", "uncollected", "stuck", "apology", "supplement", "mine")
_MOST = 100_001


@dataclass(frozen=True, kw_only=True)
class Stuck:
    """An agency that holds dossiers longer than their step allows: how many, and for how many working half-days."""

    agency: str
    dossiers: int
    half_days: int


@dataclass(frozen=True, kw_only=True)
class Figures:
    """How many dossiers each shipped list holds, what was received today, and who is late with what.

    ``received_by_me`` is the asker's own share of today; ``is_new`` says that the desk knows no dossier at all.
    """

    counts: Mapping[str, int]
    received_today: int
    received_by_me: int
    stuck: tuple[Stuck, ...]
    is_new: bool


def figures_of(room: Dossiers, asker: Asker) -> Figures:
    """Return the figures as they stand now."""
    return Figures(
        counts={name: _count(room, asker, SHIPPED[name]) for name in COUNTED},
        received_today=_count(room, asker, SHIPPED["received_today"]),
        received_by_me=_count(room, asker, f"{SHIPPED['received_today']}&officer=me"),
        stuck=_stuck(room, asker),
        is_new=not has_any(room.journal.reading()),
    )


def _count(room: Dossiers, asker: Asker, query: str) -> int:
    return count_list(room.journal.reading(), selection_of(wanted_of(query), asker), _MOST)


def _stuck(room: Dossiers, asker: Asker) -> tuple[Stuck, ...]:
    found = count_by_agency(room.journal.reading(), selection_of(wanted_of(SHIPPED["stuck"]), asker))
    return tuple(
        Stuck(agency=agency, dossiers=count, half_days=_half_days(moment(first), asker))
        for agency, first, count in found
    )


def _half_days(since: datetime, asker: Asker) -> int:
    return half_days_between(since, asker.now, asker.calendar, asker.hours)
