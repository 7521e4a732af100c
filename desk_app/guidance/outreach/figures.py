"""Outreach of a period as counts."""

from collections.abc import Sequence
from datetime import date

from desk_app.guidance.outreach.facts import Kind
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables import outreach as table
from desk_app.kernel.records import Record
from desk_app.kernel.texts import folded


class OutreachFigures(Record):
    """Outreach from ``first_on`` to ``last_on``, both included.

    ``followers`` stands apart: it is no flow but how many each page had at its last count by ``last_on``, added up over
    pages. Everything else is added up over the period.
    """

    first_on: date
    last_on: date
    launches: int
    launch_people: int
    broadcasts: int
    posts: int
    views: int
    followers: int
    trainings: int
    training_people: int


def outreach_figures(
    room: Guidance, *, first_on: date, last_on: date, desks: Sequence[str] | None = None
) -> OutreachFigures:
    """Return the figures of a period for ``desks``; None for this office's own."""
    db = room.journal.reading()
    wanted = room.own_desks(db) if desks is None else tuple(desks)
    items = table.list_between(db, first_on, last_on, wanted)

    def total(kind: Kind) -> int:
        return sum(each.count for each in items if each.kind == kind)

    def times(kind: Kind) -> int:
        return sum(each.kind == kind for each in items)

    latest = {folded(each.title): each.count for each in table.list_follower_counts(db, last_on, wanted)}
    return OutreachFigures(
        first_on=first_on,
        last_on=last_on,
        launches=times("launch"),
        launch_people=total("launch"),
        broadcasts=total("broadcast"),
        posts=total("post"),
        views=total("views"),
        followers=sum(latest.values()),
        trainings=times("training"),
        training_people=total("training"),
    )
