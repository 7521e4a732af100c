"""What this hub decided itself: what an office it reads changed for itself is that office's, and is not handed to the others."""

from typing import TypeVar

from desk_app.catalogue.procedure import Procedure
from desk_app.journal.entry import Recorded
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import entries_of_kinds
from desk_app.sync.reference.room import Reference
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.reading import Reading
from desk_app.working_time.tables import CalendarFold, ReadingFold

T = TypeVar("T")


def procedures_from_today(room: Reference) -> tuple[Procedure, ...]:
    """Return of each procedure the version in force, or the last one where it has ended, and every one still to come."""
    today = room.journal.time.now().date()
    sent: list[Procedure] = []
    for versions in room.dossiers.catalogue.present().versions.values():
        begun = [each for each in versions if each.valid_from <= today]
        sent += (*begun[-1:], *versions[len(begun) :])
    return tuple(sorted(sent, key=lambda each: (each.code, each.valid_from)))


def years_from_today(room: Reference) -> tuple[WorkingYear, ...]:
    """Return the working years as this hub imported them, from this year on."""
    this = room.journal.time.now().year
    return tuple(sorted((each for each in _own(room, CalendarFold()) if each.year >= this), key=lambda each: each.year))


def own_readings(room: Reference) -> tuple[Reading, ...]:
    """Return the readings of terms that this hub put, by their first days."""
    return tuple(sorted(_own(room, ReadingFold()), key=lambda each: each.valid_from))


def _own(room: Reference, fold: SubjectFold[T]) -> list[T]:
    """Return what this desk's own entries alone come to, a state for each subject."""
    histories: dict[str, list[Recorded]] = {}
    for entry in entries_of_kinds(room.journal.reading(), [fact.KIND for fact in fold.facts]):
        if entry.desk == room.journal.desk_id:
            histories.setdefault(entry.subject, []).append(room.journal.registry.read(entry))
    return [fold.fold(history) for history in histories.values()]
