"""Figures of the signs in a period: on how many days slogans were shown, how often, for how long."""

from datetime import date

from desk_app.kernel.records import Record
from desk_app.signage.played import played_between
from desk_app.signage.room import Signage


class DeskFigures(Record):
    """What the screens of one desk showed."""

    desk: str
    days: int
    stretches: int
    seconds: int


class Figures(Record):
    """What screens showed in a period, both days included; ``asked_seconds`` is what the schedule wanted on those days.

    ``slogans`` is how many different sentences were shown.
    """

    first_on: date
    last_on: date
    days: int
    stretches: int
    seconds: int
    asked_seconds: int
    slogans: int
    desks: tuple[DeskFigures, ...]


def figures(room: Signage, *, first_on: date, last_on: date) -> Figures:
    """Return the figures of a period; whoever calls asks for the permission."""
    found = played_between(room, first_on=first_on, last_on=last_on)
    return Figures(
        first_on=first_on,
        last_on=last_on,
        days=len({each.on for each in found.days}),
        stretches=sum(each.stretches for each in found.days),
        seconds=found.seconds,
        asked_seconds=sum(each.asked_seconds for each in found.days),
        slogans=len(found.shown),
        desks=tuple(
            DeskFigures(
                desk=desk,
                days=len({each.on for each in found.days if each.desk == desk}),
                stretches=sum(each.stretches for each in found.days if each.desk == desk),
                seconds=sum(each.seconds for each in found.days if each.desk == desk),
            )
            for desk in sorted({each.desk for each in found.days})
        ),
    )
