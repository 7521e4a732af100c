"""Figures of a period: shifts held, seats filled, who came and who did not, hours, by organisation and by desk."""

from collections.abc import Iterable, Sequence
from datetime import date

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key
from desk_app.shifts.room import Shifts
from desk_app.shifts.tables import queries
from desk_app.shifts.tables.queries import SeatRow

_FILLED = frozenset({"held", "came", "late", "no_show"})
_CAME = frozenset({"came", "late"})


class OrganisationFigures(Record):
    """One organisation's part: seats it held, how often its people came or stayed away, minutes they were there."""

    organisation: str
    name: str
    seats: int
    came: int
    no_shows: int
    minutes: int


class DeskFigures(Record):
    """One desk's part, by the desk that made the roster."""

    desk: str
    shifts: int
    seats: int
    filled: int
    came: int
    no_shows: int
    minutes: int


class Figures(Record):
    """The figures of a period, both ends included, by the day of each shift.

    ``shifts`` took place or will; ``seats`` are theirs, ``filled`` those that somebody holds. ``came`` counts who came
    late as well. ``commended`` counts letters of thanks for the period.
    """

    first_on: date
    last_on: date
    shifts: int
    called_off: int
    seats: int
    filled: int
    came: int
    late: int
    no_shows: int
    cancelled: int
    cancelled_late: int
    covered: int
    minutes: int
    organisations: tuple[OrganisationFigures, ...]
    desks: tuple[DeskFigures, ...]
    commended: int


def figures(room: Shifts, *, first_on: date, last_on: date) -> Figures:
    """Return the figures of a period; whoever calls asks for the permission."""
    db = room.journal.reading()
    every = queries.seats_between(db, first_on, last_on)
    seats = [each for each in every if each.state != "called_off"]
    cancelled = queries.cancelled_between(db, first_on, last_on)
    return Figures(
        first_on=first_on,
        last_on=last_on,
        shifts=_shifts(seats),
        called_off=_shifts(each for each in every if each.state == "called_off"),
        seats=len(seats),
        filled=sum(each.state in _FILLED for each in seats),
        came=sum(each.state in _CAME for each in seats),
        late=sum(each.state == "late" for each in seats),
        no_shows=sum(each.state == "no_show" for each in seats),
        cancelled=len(cancelled),
        cancelled_late=sum(each.is_late for each in cancelled),
        covered=sum(each.how == "cover" for each in seats),
        minutes=sum(each.worked_minutes for each in seats),
        organisations=_by_organisation(room, seats),
        desks=_by_desk(seats),
        commended=len(queries.thanks_between(db, first_on, last_on)),
    )


def _shifts(seats: Iterable[SeatRow]) -> int:
    return len({each.shift for each in seats})


def _by_organisation(room: Shifts, seats: Sequence[SeatRow]) -> tuple[OrganisationFigures, ...]:
    book, found = room.present(), []
    for id_ in {each.holder.organisation for each in seats if each.holder.organisation}:
        own = [each for each in seats if each.holder.organisation == id_]
        found.append(
            OrganisationFigures(
                organisation=id_,
                name=book.name_of(id_),
                seats=len(own),
                came=sum(each.state in _CAME for each in own),
                no_shows=sum(each.state == "no_show" for each in own),
                minutes=sum(each.worked_minutes for each in own),
            )
        )
    return tuple(sorted(found, key=lambda each: (collation_key(each.name), each.organisation)))


def _by_desk(seats: Sequence[SeatRow]) -> tuple[DeskFigures, ...]:
    found = []
    for desk in sorted({each.desk for each in seats}):
        own = [each for each in seats if each.desk == desk]
        found.append(
            DeskFigures(
                desk=desk,
                shifts=_shifts(own),
                seats=len(own),
                filled=sum(each.state in _FILLED for each in own),
                came=sum(each.state in _CAME for each in own),
                no_shows=sum(each.state == "no_show" for each in own),
                minutes=sum(each.worked_minutes for each in own),
            )
        )
    return tuple(found)
