"""Due dates after the citizen was asked to complete the dossier.

*Restart* (Nghị định 61/2018, Điều 19): the moment of completion is the new receipt. *Pause*: what was counted up to and
including the half-day of the request stays used, and the rest runs from the working day after completion.
The reading in force on the day of the (new) receipt says which of the two holds.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, changed
from desk_app.kernel.time_source import spoken_moment
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.due import due
from desk_app.working_time.half_days import Half, HalfDay, Span, vietnamese
from desk_app.working_time.pause import due_after_pauses
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.term import Term
from desk_app.working_time.walk import Walk
from desk_app.working_time.why import Due


class Supplement(Record):
    """One request to complete a dossier, and the moment it was complete."""

    requested_at: datetime
    completed_at: datetime


def due_after_supplements(
    term: Term,
    received_at: datetime,
    supplements: Sequence[Supplement],
    calendar: Calendar,
    readings: Iterable[Reading],
) -> Due:
    """Return when ``term`` ends after ``supplements``, oldest first, explained from the first receipt.

    Raises ``InvalidInput`` when they are not in the order of time, besides what ``due`` raises.
    """
    if not supplements:
        return due(term, received_at, calendar, readings)
    known, came_at, asked = tuple(readings), vietnamese(received_at), _ordered(received_at, supplements)
    start_at, waits = _last_run(came_at, asked, known)
    found = due_after_pauses(term, start_at, waits, calendar, known) if waits else due(term, start_at, calendar, known)
    return found if start_at == came_at else _told_from(came_at, start_at, asked, found, calendar)


def _last_run(
    came_at: datetime, asked: Sequence[Supplement], readings: Sequence[Reading]
) -> tuple[datetime, list[Span]]:
    """Return the receipt from which the term runs after the last restart, and the waits within that run."""
    start_at, waits = came_at, list[Span]()
    for one in asked:
        if reading_on(readings, start_at.date()).supplement == "restart":
            start_at, waits = one.completed_at, []
        else:
            waits.append(Span(one.requested_at, one.completed_at))
    return start_at, waits


def _ordered(received_at: datetime, supplements: Sequence[Supplement]) -> tuple[Supplement, ...]:
    last_at = vietnamese(received_at)
    ordered = []
    for number, given in enumerate(supplements):
        field = f"supplements.{number}"
        requested_at = vietnamese(given.requested_at, field=f"{field}.requested_at")
        completed_at = vietnamese(given.completed_at, field=f"{field}.completed_at")
        _check_order(last_at, requested_at, field=f"{field}.requested_at")
        _check_order(requested_at, completed_at, field=f"{field}.completed_at")
        ordered.append(Supplement(requested_at=requested_at, completed_at=completed_at))
        last_at = completed_at
    return tuple(ordered)


def _check_order(earlier_at: datetime, later_at: datetime, *, field: str) -> None:
    if later_at < earlier_at:
        raise InvalidInput(
            field,
            f"Thời điểm {spoken_moment(later_at)} sớm hơn việc trước đó, {spoken_moment(earlier_at)}.",
            "Yêu cầu bổ sung sau khi nhận, hoàn thiện sau khi yêu cầu.",
        )


def _told_from(
    came_at: datetime, start_at: datetime, asked: Sequence[Supplement], found: Due, calendar: Calendar
) -> Due:
    """Return ``found`` with the days before the new receipt told first, none of which counts."""
    walk = Walk(calendar, HalfDay(came_at.date(), Half.MORNING))
    named = {came_at.date(): "Ngày nhận hồ sơ lần đầu, không tính"}
    for one in asked:
        if one.completed_at <= start_at:
            named[one.requested_at.date()] = "Yêu cầu bổ sung hồ sơ: hoàn thiện xong thì tính lại từ đầu"
            walk.pass_to(HalfDay(one.requested_at.date(), Half.MORNING), named, "Thời hạn tính lại từ đầu, không tính")
            walk.pass_to(HalfDay(one.completed_at.date(), Half.MORNING), named, "Chờ bổ sung hồ sơ, không tính")
    first = found.why[0]
    told = f"Hoàn thiện hồ sơ, tính như nhận mới; {first.reason[0].lower()}{first.reason[1:]}"
    return changed(found, why=(*walk.steps, changed(first, reason=told), *found.why[1:]))
