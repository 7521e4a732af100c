"""Results that wait to be collected: all of them, and those of one person."""

from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.earlier import earlier_dossiers
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables import queries
from desk_app.dossiers.tables.queries import Listed

_MOST = 1_000


@dataclass(frozen=True, kw_only=True)
class WaitingResult:
    """One uncollected result: since when, for how many days, and when the citizen was last called."""

    listed: Listed
    result_at: datetime
    days: int
    told_at: datetime | None


def waiting_results(room: Dossiers) -> tuple[WaitingResult, ...]:
    """Return the results that nobody has collected, the one that has waited longest first; at most a thousand."""
    db, today = room.journal.reading(), room.journal.time.now().date()
    found = []
    for listed in queries.waiting_longest(db, _MOST):
        dossier = dossier_in(room, db, listed.id)
        if dossier.result is not None:
            at = dossier.result.issued_at
            told_at = dossier.told_at if dossier.told_at is None or dossier.told_at >= at else None
            found.append(WaitingResult(listed=listed, result_at=at, days=(today - at.date()).days, told_at=told_at))
    return tuple(found)


def waiting_for_the_same(room: Dossiers, dossier: Dossier) -> tuple[Dossier, ...]:
    """Return the other results that wait for the applicant of this one, oldest receipt first."""
    db = room.journal.reading()
    mine = earlier_dossiers(db, dossier.registered.applicant)
    ids = [each.id for each in mine if each.status == str(Status.SETTLED) and each.id != dossier.id]
    return tuple(dossier_in(room, db, id_) for id_ in reversed(ids))
