"""What everybody did in a period: turns, hours, no-shows; and whom to commend for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key, quantity
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.room import Shifts
from desk_app.shifts.tables import queries
from desk_app.shifts.tables.queries import CancelledRow, SeatRow
from desk_app.shifts.words import hours as spoken_hours

_CAME = frozenset({"came", "late"})


class Worked(Record):
    """What one organisation (``member`` empty) or one person did: times they came, minutes, and when they did not."""

    organisation: str
    organisation_name: str
    member: str
    name: str
    short: str
    turns: int
    minutes: int
    late: int
    no_shows: int
    cancelled: int
    cancelled_late: int


class Hours(Record):
    """A period, both ends included: organisations by name, then people by organisation and name."""

    first_on: date
    last_on: date
    organisations: tuple[Worked, ...]
    members: tuple[Worked, ...]


class Commended(Record):
    """Somebody to commend: ``kept_percent`` of the turns they held they came to; ``thanked_number`` when thanked already."""

    organisation: str
    organisation_name: str
    member: str
    name: str
    turns: int
    minutes: int
    kept_percent: int
    words: str
    thanked: bool
    thanked_number: str


class ThanksSeen(Record):
    """One letter of thanks."""

    organisation: str
    organisation_name: str
    member: str
    name: str
    first_on: date
    last_on: date
    number: str
    words: str
    thanked_at: datetime


def hours_of(room: Shifts, first_on: date, last_on: date) -> Hours:
    """Return what organisations and people did in a period; a seat without attendance counts nothing yet."""
    db, book = room.journal.reading(), room.present()
    seats = queries.seats_between(db, first_on, last_on)
    cancelled = queries.cancelled_between(db, first_on, last_on)
    everybody = {each.holder for each in seats if each.holder.organisation} | {each.holder for each in cancelled}
    people = [each for each in everybody if each.member]
    organisations = {Holder(organisation=each.organisation) for each in everybody}
    return Hours(
        first_on=first_on,
        last_on=last_on,
        organisations=_sorted(_worked(book, each, seats, cancelled) for each in organisations),
        members=_sorted(_worked(book, each, seats, cancelled) for each in people),
    )


def commendations(room: Shifts, first_on: date, last_on: date, *, least_minutes: int = 0) -> tuple[Commended, ...]:
    """Return who came in a period and never stayed away unannounced, people and organisations, the most hours first.

    ``least_minutes`` leaves out who came for less.
    """
    found = hours_of(room, first_on, last_on)
    thanked = queries.thanks_between(room.journal.reading(), first_on, last_on)
    numbers = {each.holder: each.number for each in reversed(thanked)}
    able = [
        each
        for each in (*found.organisations, *found.members)
        if each.turns and not each.no_shows and each.minutes >= least_minutes
    ]
    able.sort(key=lambda each: (bool(each.member), -each.minutes, collation_key(each.name)))
    return tuple(_commended(each, numbers) for each in able)


def thanks_of(room: Shifts, first_on: date, last_on: date) -> tuple[ThanksSeen, ...]:
    """Return the letters of thanks for periods that overlap this one, the newest first."""
    book = room.present()
    return tuple(
        ThanksSeen(
            organisation=each.holder.organisation,
            organisation_name=book.name_of(each.holder.organisation),
            member=each.holder.member,
            name=book.name_of(each.holder.organisation, each.holder.member),
            first_on=each.first_on,
            last_on=each.last_on,
            number=each.number,
            words=each.words,
            thanked_at=each.thanked_at,
        )
        for each in queries.thanks_between(room.journal.reading(), first_on, last_on)
    )


@dataclass
class _Sums:
    """Counters of one organisation or person."""

    turns: int = 0
    minutes: int = 0
    late: int = 0
    no_shows: int = 0


def _worked(book: ShiftBook, who: Holder, seats: Iterable[SeatRow], cancelled: Iterable[CancelledRow]) -> Worked:
    sums = _Sums()
    for seat in seats:
        if _is(who, seat.holder):
            sums.turns += seat.state in _CAME
            sums.minutes += seat.worked_minutes
            sums.late += seat.state == "late"
            sums.no_shows += seat.state == "no_show"
    theirs = [each.is_late for each in cancelled if _is(who, each.holder)]
    organisation = book.find_organisation(who.organisation)
    return Worked(
        organisation=who.organisation,
        organisation_name=organisation.name if organisation is not None else "",
        member=who.member,
        name=book.name_of(who.organisation, who.member),
        short=organisation.spoken if organisation is not None else "",
        turns=sums.turns,
        minutes=sums.minutes,
        late=sums.late,
        no_shows=sums.no_shows,
        cancelled=len(theirs),
        cancelled_late=sum(theirs),
    )


def _is(who: Holder, holder: Holder) -> bool:
    return who.organisation == holder.organisation and who.member in ("", holder.member)


def _commended(each: Worked, numbers: dict[Holder, str]) -> Commended:
    held = each.turns + each.no_shows + each.cancelled
    kept = each.turns * 100 // held
    words = f"Trực {quantity(each.turns)} lượt, {spoken_hours(each.minutes)}; giữ {kept} % số lượt đã nhận"
    words += f"; đến muộn {each.late} lượt" if each.late else ", không đến muộn lượt nào"
    holder = Holder(organisation=each.organisation, member=each.member)
    return Commended(
        organisation=each.organisation,
        organisation_name=each.organisation_name,
        member=each.member,
        name=each.name,
        turns=each.turns,
        minutes=each.minutes,
        kept_percent=kept,
        words=f"{words}.",
        thanked=holder in numbers,
        thanked_number=numbers.get(holder, ""),
    )


def _sorted(found: Iterable[Worked]) -> tuple[Worked, ...]:
    def order(each: Worked) -> tuple[str, str, str]:
        return collation_key(each.organisation_name), collation_key(each.name), each.member

    return tuple(sorted(found, key=order))
