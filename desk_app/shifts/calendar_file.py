"""Issued duties as an iCalendar file (RFC 5545): of a person, an organisation, a place, or all.

An event bears the same name for ever; its sequence rises with every change, and whoever holds a seat no more finds the
event cancelled instead of gone, so that a calendar that has the older file takes it off.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk_app.kernel.texts import folded
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.own import own_members
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import NOBODY, Left, Roster, Seat
from desk_app.shifts.rosters import roster_in
from desk_app.shifts.seen import standby_seen
from desk_app.shifts.tables import queries

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

OWN_TITLE = "Lịch trực của tôi"
OWN_NAME = "lich-truc-cua-toi.ics"
_ZONE = "Asia/Ho_Chi_Minh"
_DOMAIN = "lich-truc.mot-cua"
_MAKER = "-//Mot cua//Lich truc//VI"


@dataclass(frozen=True, kw_only=True)
class _Duty:
    """One event: who is, or was, to come when and where."""

    seat: str
    holder: Holder
    on: date
    place: str
    starts: time
    ends: time
    sequence: int
    cancelled: str


def calendar_bytes(room: Shifts, *, organisation: str = "", member: str = "", place: str = "") -> bytes:
    """Return the file with all issued duties of somebody or somewhere, of everybody when nobody is named.

    Raises ``NotFound`` for an unknown organisation, person or place.
    """
    _require_known(room.present(), organisation, member, place)

    def is_wanted(duty: _Duty) -> bool:
        return (
            organisation in ("", duty.holder.organisation)
            and member in ("", duty.holder.member)
            and place in ("", duty.place)
        )

    title = calendar_title(room, organisation=organisation, member=member, place=place)
    return _calendar(room, title, is_wanted)


def own_calendar_bytes(room: Shifts, by: str) -> bytes:
    """Return the file with the issued duties of the person to whom an account belongs, and of nobody else."""
    own = own_members(room, by)
    return _calendar(room, OWN_TITLE, lambda duty: duty.holder.member in own)


def _calendar(room: Shifts, title: str, is_wanted: Callable[[_Duty], bool]) -> bytes:
    book, now, db = room.present(), room.journal.time.now(), room.journal.reading()
    rosters = (roster_in(room, db, row.subject) for row in reversed(queries.list_rosters(db)) if row.version)
    duties = [duty for roster in rosters if roster is not None for duty in _duties(roster) if is_wanted(duty)]
    calendar = _empty_calendar(title)
    for duty in sorted(duties, key=lambda each: (each.on, each.starts, each.seat, _key(each))):
        calendar.add_component(_event(book, duty, now))
    return bytes(calendar.to_ical())


def calendar_title(room: Shifts, *, organisation: str = "", member: str = "", place: str = "") -> str:
    """Return what calendar programs call the file's content, as in ``Lịch trực – Hội Phụ nữ``."""
    book = room.present()
    found = book.find_place(place)
    who = book.name_of(organisation or _organisation_of(book, member), member)
    named = [each for each in (who if organisation or member else "", found.name if found is not None else "") if each]
    return " – ".join(["Lịch trực", *named])


def calendar_name(room: Shifts, *, organisation: str = "", member: str = "", place: str = "") -> str:
    """Return a file name for it that every system takes, as in ``lich-truc-hoi-phu-nu.ics``."""
    title = calendar_title(room, organisation=organisation, member=member, place=place)
    return f"{folded(title).replace(' ', '-')}.ics"


def _duties(roster: Roster) -> Iterator[_Duty]:
    held: set[tuple[str, Holder]] = set()
    for seat in roster.issued.seats.values() if roster.issued is not None else ():
        if seat.holder != NOBODY:
            held.add((seat.id, seat.holder))
            yield _of(seat, seat.holder, seat.called_off)
    latest = {(each.seat, each.holder): each for each in roster.left}
    for key, left in latest.items():
        if key not in held:
            yield _of(left, left.holder, left.reason or "Đã đổi người trực.")


def _of(seat: Seat | Left, holder: Holder, cancelled: str) -> _Duty:
    return _Duty(
        seat=seat.id if isinstance(seat, Seat) else seat.seat,
        holder=holder,
        on=seat.on,
        place=seat.place,
        starts=seat.starts,
        ends=seat.ends,
        sequence=seat.sequence,
        cancelled=cancelled,
    )


def _event(book: ShiftBook, duty: _Duty, now: datetime) -> "Event":
    from icalendar import Event

    place, who = book.find_place(duty.place), standby_seen(book, duty.holder).who
    name = place.name if place is not None else ""
    event = Event()
    event.add("uid", f"{duty.seat.replace('/', '-')}-{_key(duty)}@{_DOMAIN}")
    event.add("dtstamp", now)
    for field, at in (("dtstart", duty.starts), ("dtend", duty.ends)):
        event.add(field, datetime.combine(duty.on, at), parameters={"TZID": _ZONE})
    event.add("summary", f"{'ĐÃ BỎ: ' if duty.cancelled else ''}Trực {name}: {who}")
    event.add("location", ", ".join(each for each in (name, place.address if place is not None else "") if each))
    event.add("status", "CANCELLED" if duty.cancelled else "CONFIRMED")
    event.add("sequence", duty.sequence)
    event.add("transp", "TRANSPARENT" if duty.cancelled else "OPAQUE")
    if duty.cancelled:
        event.add("description", duty.cancelled)
    return event


def _empty_calendar(title: str) -> "Calendar":
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", _ZONE)
    calendar.add_component(_zone())
    return calendar


def _zone() -> "Timezone":
    """Return Vietnamese time, which has been seven hours ahead without a change since 1975."""
    from icalendar import Timezone, TimezoneStandard

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", _ZONE)
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001 - the beginning of a zone is in its own time
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


def _require_known(book: ShiftBook, organisation: str, member: str, place: str) -> None:
    if organisation:
        book.get_organisation(organisation)
    if member:
        book.get_member(member)
    if place:
        book.get_place(place)


def _organisation_of(book: ShiftBook, member: str) -> str:
    found = book.find_member(member)
    return found.organisation if found is not None else ""


def _key(duty: _Duty) -> str:
    return duty.holder.member or duty.holder.organisation
