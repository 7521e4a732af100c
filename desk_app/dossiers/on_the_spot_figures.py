"""Sittings of a period in figures: how many, how they ended, and how long each stage took."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from math import ceil
from statistics import median
from typing import Literal

from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables import on_the_spot as table
from desk_app.dossiers.tables.on_the_spot import VisitRow
from desk_app.kernel.records import Record

Part = Literal["appraisal", "approval", "hand_over", "whole"]


class PartFigures(Record):
    """How long one part of a sitting took, in minutes; None where no sitting got that far."""

    part: Part
    count: int
    median_minutes: float | None
    p90_minutes: float | None


class OnTheSpotFigures(Record):
    """The sittings received from ``first_on`` to ``last_on``, both included.

    ``left`` went on the normal way. ``settled_at_once`` were settled on the office's weekday for that (reform model 11).
    ``receipts`` were printed because the citizen asked.
    """

    first_on: date
    last_on: date
    visits: int
    settled: int
    left: int
    open: int
    settled_at_once: int
    receipts: int
    parts: tuple[PartFigures, ...]


def on_the_spot_figures(room: Dossiers, first_on: date, last_on: date) -> OnTheSpotFigures:
    """Return the figures of a period, both days included."""
    past = last_on + timedelta(days=1)
    rows = table.visits_between(room.journal.reading(), first_on.isoformat(), past.isoformat())
    return figures_of(rows, first_on, last_on)


def figures_of(rows: Sequence[VisitRow], first_on: date, last_on: date) -> OnTheSpotFigures:
    """Return the figures of these sittings; the minutes are of those that were settled."""
    settled = [row for row in rows if row.standing == "settled"]
    return OnTheSpotFigures(
        first_on=first_on,
        last_on=last_on,
        visits=len(rows),
        settled=len(settled),
        left=sum(row.standing == "left" for row in rows),
        open=sum(row.standing == "open" for row in rows),
        settled_at_once=sum(row.settle_day for row in settled),
        receipts=sum(row.receipts for row in rows),
        parts=(
            _part("appraisal", ((row.received_at, row.appraised_at) for row in settled)),
            _part("approval", ((row.appraised_at, row.approved_at) for row in settled)),
            _part("hand_over", ((row.approved_at, row.returned_at) for row in settled)),
            _part("whole", ((row.received_at, row.returned_at) for row in settled)),
        ),
    )


def _part(part: Part, spans: Iterable[tuple[str | None, str | None]]) -> PartFigures:
    minutes = sorted(_minutes(begin, end) for begin, end in spans if begin is not None and end is not None)
    if not minutes:
        return PartFigures(part=part, count=0, median_minutes=None, p90_minutes=None)
    # The nearest rank: a time that was really needed, also among few sittings.
    ninth = minutes[ceil(0.9 * len(minutes)) - 1]
    return PartFigures(
        part=part, count=len(minutes), median_minutes=round(median(minutes), 1), p90_minutes=round(ninth, 1)
    )


def _minutes(begin: str, end: str) -> float:
    # Two desks' clocks may differ a little: nothing takes less than no time.
    return max(0.0, (datetime.fromisoformat(end) - datetime.fromisoformat(begin)).total_seconds() / 60)
