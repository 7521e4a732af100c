"""How far a line is: which papers still lack, which dossiers were begun for them, and whether the person came."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.dossiers.status import ENDED, Status
from desk_app.mobile_sessions.line import Lack, Line
from desk_app.mobile_sessions.lists import papers_settled_by
from desk_app.mobile_sessions.room import ROOM
from desk_app.mobile_sessions.tables import screening_queries
from desk_app.mobile_sessions.tables.screening_queries import Begun
from desk_app.storage.engine import Database

_WITH_RESULT = frozenset({Status.SETTLED, Status.HANDED_OVER})


class LackState(StrEnum):
    """How a lacking paper stands."""

    OPEN = "open"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class LackNow:
    """One paper: whether it lacks, a dossier for it is under way, or it is there; ``dossier`` is that one, or None."""

    lack: Lack
    state: LackState
    dossier: Begun | None = None


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A line with everything that is known of its papers; ``dossiers`` are those that began with it."""

    line: Line
    lacks: tuple[LackNow, ...]
    dossiers: tuple[Begun, ...]

    @property
    def is_left(self) -> bool:
        """Tell whether the person is followed and lacks a paper that nobody has begun."""
        return self.line.ended is None and any(each.state is LackState.OPEN for each in self.lacks)

    @property
    def is_done(self) -> bool:
        """Tell whether every paper is there."""
        return all(each.state is LackState.DONE for each in self.lacks)


def every_progress(db: Database, *, added_by: str = "", session: str = "") -> tuple[Progress, ...]:
    """Return all lines with their papers, or those that somebody entered, or that have to do with a session."""
    begun: dict[str, list[Begun]] = defaultdict(list)
    for each in screening_queries.dossiers_begun(db, ROOM):
        begun[each.line].append(each)
    lines = screening_queries.list_lines(db, added_by=added_by, session=session)
    return tuple(progress_of(line, begun.get(line.id, ())) for line in lines)


def progress_in(db: Database, line: Line) -> Progress:
    """Return one line with its papers."""
    begun = [each for each in screening_queries.dossiers_begun(db, ROOM) if each.line == line.id]
    return progress_of(line, begun)


def progress_of(line: Line, begun: Sequence[Begun]) -> Progress:
    """Return how far a line is, given the dossiers that began with it."""
    return Progress(line=line, lacks=tuple(_now(line, each, begun) for each in line.lacks), dossiers=tuple(begun))


def _now(line: Line, lack: Lack, begun: Sequence[Begun]) -> LackNow:
    for_it = [each for each in begun if _is_for(line, lack, each) and each.status not in ENDED]
    named = lack.settled.dossier if lack.settled is not None else ""
    dossier = next((each for each in begun if each.dossier == named), for_it[-1] if for_it else None)
    if lack.settled is not None or any(each.status in _WITH_RESULT for each in for_it):
        return LackNow(lack=lack, state=LackState.DONE, dossier=dossier)
    return LackNow(lack=lack, state=LackState.BEGUN if for_it else LackState.OPEN, dossier=dossier)


def _is_for(line: Line, lack: Lack, begun: Begun) -> bool:
    """Tell whether a dossier brings a paper: by its procedure, or because nothing else lacks."""
    brings = papers_settled_by(begun.procedure)
    # What was settled before it lacked again does not settle it a second time.
    if begun.received_at < lack.added_at.replace(microsecond=0):
        return False
    return lack.key in brings or (len(line.lacks) == 1 and not brings)
