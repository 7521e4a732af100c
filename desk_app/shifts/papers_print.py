"""Queueing the slips of the roster: what people carry, what they sign."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Refused
from desk_app.kernel.texts import collation_key
from desk_app.office.agency import Agency
from desk_app.printing.blocks import Paper
from desk_app.printing.commands import issue
from desk_app.shifts.facts import Holder, SeatCancelled, SeatGiven
from desk_app.shifts.own import own_members
from desk_app.shifts.papers import Change, PocketSlip, cover_slip, pocket_slip, sign_in_list, swap_slip
from desk_app.shifts.reading import get_seat, roster_of, shifts_between
from desk_app.shifts.rights import PRINT, READ_OWN
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import NOBODY
from desk_app.shifts.rosters import subject_of
from desk_app.shifts.seen import SeatSeen, standby_seen


@dataclass(frozen=True, kw_only=True)
class Whose:
    """Whose slips: of one organisation, of these people, or (neither given) of everybody."""

    organisation: str = ""
    members: frozenset[str] | None = None

    def has(self, seat: SeatSeen) -> bool:
        """Tell whether a slip is asked for of who holds this seat; an empty seat is nobody's."""
        if not seat.organisation or self.organisation not in ("", seat.organisation):
            return False
        return self.members is None or seat.member in self.members


def slips_of(room: Shifts, month: date, whose: Whose) -> tuple[Paper, ...]:
    """Return the pocket slips of a month as it was issued; one each for whom it names.

    Raises ``Refused`` when the month was not issued, or names nobody asked for.
    """
    roster = roster_of(room, month, "issued")
    if roster is None:
        raise Refused(
            "shifts.not_issued", f"Lịch trực tháng {month:%m/%Y} chưa ban hành.", "Hãy ban hành rồi in phiếu."
        )
    seats = [seat for shift in roster.shifts for seat in shift.seats if seat.state != "called_off" and whose.has(seat)]
    if not seats:
        raise Refused("shifts.nobody", "Tháng này không có ca trực nào để in phiếu.", "Chưa in gì.")
    seats.sort(key=_person)
    agency = room.office.present_book().get_agency()
    return tuple(pocket_slip(_slip(month, tuple(own), agency)) for _key, own in groupby(seats, key=_person))


def print_slips(
    room: Shifts, *, by: str, month: date, whose: Whose, command_id: str, printer: str | None = None
) -> Written:
    """Queue the pocket slips of a month. Raises what ``slips_of`` raises."""
    return _print_slips(room, by=by, permission=PRINT, month=month, whose=whose, command_id=command_id, printer=printer)


def print_own_slip(room: Shifts, *, by: str, month: date, command_id: str, printer: str | None = None) -> Written:
    """Queue one's own pocket slip of a month, which takes no right but to see one's own duties.

    Raises ``Refused`` when nobody on the roster has this account, and what ``slips_of`` raises.
    """
    whose = Whose(members=own_members(room, by))
    return _print_slips(
        room, by=by, permission=READ_OWN, month=month, whose=whose, command_id=command_id, printer=printer
    )


def _print_slips(
    room: Shifts, *, by: str, permission: str, month: date, whose: Whose, command_id: str, printer: str | None
) -> Written:
    def decide(writing: Writing) -> None:
        about = subject_of(room, writing.db, month)
        for paper in slips_of(room, month, whose):
            issue(writing, room.printing, paper, about=about, printer=printer)

    return room.journal.write(by=by, permission=permission, command_id=command_id, decide=decide)


def print_change(room: Shifts, *, by: str, seat: str, command_id: str, printer: str | None = None) -> Written:
    """Queue the slip of the last swap or cover of a seat; raise ``Refused`` when it was never given to another."""

    def decide(writing: Writing) -> None:
        last, now = _last_given(room, seat), get_seat(room, seat)
        given = last.fact
        first = Change(seat=now, was=_name(room, last.was))
        officer = room.accounts.book.get(writing.db).get(writing.by).name
        agency = room.office.book.get(writing.db).get_agency()
        if given.how == "swap" and given.partner:
            other = get_seat(room, given.partner)
            second = Change(seat=other, was=now.who)
            paper = swap_slip(first, second, reason=given.reason, agency=agency, officer=officer, at=given.given_at)
        else:
            paper = cover_slip(first, reason=given.reason, agency=agency, officer=officer, at=given.given_at)
        issue(writing, room.printing, paper, about=last.subject, printer=printer)

    return room.journal.write(by=by, permission=PRINT, command_id=command_id, decide=decide)


def print_sign_in(room: Shifts, *, by: str, on: date, command_id: str, printer: str | None = None) -> Written:
    """Queue the sheets that who is on duty on a day signs, one for each place; raise ``Refused`` without any."""

    def decide(writing: Writing) -> None:
        shifts = shifts_between(room, on, on)
        if not shifts:
            raise Refused("shifts.no_shift", f"Ngày {on:%d/%m/%Y} không có ca trực.", "Chưa in gì.")
        agency = room.office.book.get(writing.db).get_agency()
        about = subject_of(room, writing.db, on)
        for shift in shifts:
            issue(writing, room.printing, sign_in_list(shift, agency), about=about, printer=printer)

    return room.journal.write(by=by, permission=PRINT, command_id=command_id, decide=decide)


def _person(seat: SeatSeen) -> tuple[str, str, str, str]:
    return collation_key(seat.organisation_name), seat.organisation, collation_key(seat.member_name), seat.member


def _slip(month: date, seats: tuple[SeatSeen, ...], agency: Agency) -> PocketSlip:
    first = seats[0]
    by_day = tuple(sorted(seats, key=lambda seat: (seat.on, seat.starts)))
    name = first.member_name or first.organisation_name
    return PocketSlip(month=month, name=name, organisation=first.organisation_name, seats=by_day, agency=agency)


@dataclass(frozen=True, kw_only=True)
class _Given:
    """The last time a seat went to somebody else: how, from whom, with which other seat."""

    subject: str
    fact: SeatGiven
    was: Holder


def _last_given(room: Shifts, seat: str) -> _Given:
    subject = subject_of(room, room.journal.reading(), get_seat(room, seat).on)
    facts = [each.fact for each in reversed(room.journal.history(subject))]
    place = next((at for at, fact in enumerate(facts) if isinstance(fact, SeatGiven) and fact.seat == seat), None)
    given = facts[place] if place is not None else None
    if not isinstance(given, SeatGiven):
        raise Refused("shifts.not_changed", "Chỗ trực này chưa đổi hay thay người.", "Chưa in gì.")
    # Whoever cancelled had left the seat to nobody before it was given.
    left = (fact.was for fact in facts[place:] if isinstance(fact, SeatCancelled) and fact.seat == seat)
    return _Given(subject=subject, fact=given, was=given.was if given.was != NOBODY else next(left, NOBODY))


def _name(room: Shifts, holder: Holder) -> str:
    return standby_seen(room.present(), holder).who
