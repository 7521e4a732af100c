"""Figures of complaints and suggestions: counts alone; no sender and no officer is named in them."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from desk_app.kernel.records import Record
from desk_app.surveys.complaint import Complaint
from desk_app.surveys.room import Surveys
from desk_app.surveys.tables.complaints import received_between


class Tally(Record):
    """How many there are of one kind, way, outcome or desk."""

    key: str
    count: int


class ComplaintFigures(Record):
    """Complaints, suggestions and praise received in a period, both days included, as they stand today.

    ``late`` were answered after their day, or wait after it; praise needs no answer. ``desks`` are counts by desk id.
    """

    first_on: date
    last_on: date
    total: int
    topics: tuple[Tally, ...]
    how: tuple[Tally, ...]
    outcomes: tuple[Tally, ...]
    desks: tuple[Tally, ...]
    anonymous: int
    answered_in_time: int
    late: int
    open: int


def complaint_figures(room: Surveys, *, first_on: date, last_on: date) -> ComplaintFigures:
    """Return the figures of a period; whoever calls asks for the permission."""
    found = received_between(room.journal.reading(), first_on, last_on)
    today = room.journal.time.now().date()
    asking = [each for each in found if each.received.topic != "praise"]
    return ComplaintFigures(
        first_on=first_on,
        last_on=last_on,
        total=len(found),
        topics=_counts(each.received.topic for each in found),
        how=_counts(each.received.how for each in found),
        outcomes=_counts(each.closed.outcome for each in found if each.closed is not None),
        desks=_counts(each.desk for each in found),
        anonymous=sum(not each.received.name for each in found),
        answered_in_time=sum(each.answer is not None and not each.is_late(today) for each in asking),
        late=sum(_was_late(each, today) for each in asking),
        open=sum(each.closed is None for each in found),
    )


def _was_late(each: Complaint, today: date) -> bool:
    withdrawn = each.answer is None and each.closed is not None
    return not withdrawn and each.is_late(today)


def _counts(of: Iterable[str]) -> tuple[Tally, ...]:
    return tuple(Tally(key=key, count=count) for key, count in sorted(Counter(of).items()))
