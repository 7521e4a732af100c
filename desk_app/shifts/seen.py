"""Seats, shifts and those who step in, with the names of everything: what lists, pages and papers show."""

from datetime import date, time
from typing import Any

from desk_app.kernel.records import Record
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import EditionName, Holder
from desk_app.shifts.roster import NOBODY, Seat


class SeatSeen(Record):
    """One seat with the names of everything; what is not known is empty. ``state`` is as in ``roster.State``."""

    seat: str
    shift: str
    pattern: str
    pattern_name: str
    number: int
    edition: EditionName
    on: date
    starts: time
    ends: time
    minutes: int
    place: str
    place_name: str
    agency: str
    skill: str
    organisation: str
    organisation_name: str
    organisation_short: str
    member: str
    member_name: str
    phone: str
    state: str
    pinned: bool
    why: str
    how: str
    hundredths: int
    sequence: int
    cancelled_name: str
    cancelled_late: bool
    cancelled_reason: str
    called_off: str
    from_time: time | None
    to_time: time | None
    note: str

    @property
    def who(self) -> str:
        """Return who comes, as ``Nguyễn Thị Mẫu (Hội Phụ nữ)``, or only the organisation; empty for nobody."""
        return f"{self.member_name} ({self.organisation_short})" if self.member_name else self.organisation_name


class StandbySeen(Record):
    """Somebody who steps in."""

    organisation: str
    organisation_name: str
    organisation_short: str
    member: str
    member_name: str
    phone: str

    @property
    def who(self) -> str:
        """Return who it is, as ``SeatSeen.who``."""
        return f"{self.member_name} ({self.organisation_short})" if self.member_name else self.organisation_name


class ShiftSeen(Record):
    """All seats of a place on a day, and who steps in, in order."""

    shift: str
    on: date
    starts: time
    ends: time
    place: str
    place_name: str
    pattern_name: str
    seats: tuple[SeatSeen, ...]
    standbys: tuple[StandbySeen, ...]


def seat_seen(book: ShiftBook, seat: Seat, edition: EditionName) -> SeatSeen:
    """Return a seat with its names."""
    return SeatSeen(
        **_where(book, seat),
        **_who(book, seat),
        seat=seat.id,
        shift=seat.shift,
        number=int(seat.id.rpartition("/")[2]),
        edition=edition,
        on=seat.on,
        starts=seat.starts,
        ends=seat.ends,
        minutes=seat.minutes,
        skill=seat.skill,
        state=seat.state,
        pinned=seat.pinned,
        why=seat.why,
        how=seat.how or "",
        hundredths=seat.hundredths,
        sequence=seat.sequence,
        called_off=seat.called_off,
    )


def _where(book: ShiftBook, seat: Seat) -> dict[str, Any]:
    pattern, place = book.find_pattern(seat.shift.partition("/")[0]), book.find_place(seat.place)
    return {
        "pattern": pattern.id if pattern is not None else "",
        "pattern_name": pattern.name if pattern is not None else "",
        "place": seat.place,
        "place_name": place.name if place is not None else "",
        "agency": place.agency if place is not None else "",
    }


def _who(book: ShiftBook, seat: Seat) -> dict[str, Any]:
    """Return who is to come, who cannot, and who came."""
    holder, gone, noted = standby_seen(book, seat.holder), seat.cancelled_by, seat.attendance
    is_gone = gone != NOBODY
    return {
        "organisation": holder.organisation,
        "organisation_name": holder.organisation_name,
        "organisation_short": holder.organisation_short,
        "member": holder.member,
        "member_name": holder.member_name,
        "phone": holder.phone,
        "cancelled_name": book.name_of(gone.organisation, gone.member) if is_gone else "",
        "cancelled_late": seat.cancelled_late and is_gone,
        "cancelled_reason": seat.cancelled_reason if is_gone else "",
        "from_time": noted.from_time if noted is not None else None,
        "to_time": noted.to_time if noted is not None else None,
        "note": noted.note if noted is not None else "",
    }


def standby_seen(book: ShiftBook, holder: Holder) -> StandbySeen:
    """Return a holder with names and the phone to call: the person's, else the organisation's."""
    organisation, member = book.find_organisation(holder.organisation), book.find_member(holder.member)
    return StandbySeen(
        organisation=holder.organisation,
        organisation_name=organisation.name if organisation is not None else "",
        organisation_short=organisation.spoken if organisation is not None else "",
        member=holder.member,
        member_name=member.name if member is not None else "",
        phone=(member.phone if member is not None else "") or (organisation.phone if organisation is not None else ""),
    )
