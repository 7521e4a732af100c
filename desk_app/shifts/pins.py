"""Seats that are not the planner's to give."""

from datetime import date

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound, Refused
from desk_app.shifts import facts
from desk_app.shifts.checks import checked_reason
from desk_app.shifts.facts import Holder
from desk_app.shifts.legality import require_fit
from desk_app.shifts.rights import PLAN
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import Roster, Seat
from desk_app.shifts.rosters import month_in


def pin_seat(
    room: Shifts,
    *,
    by: str,
    month: date,
    seat: str,
    organisation: str,
    member: str = "",
    reason: str = "",
    command_id: str,
) -> Written:
    """Fix who takes a seat whenever the month is planned again: a person, or an organisation that then sends somebody.

    Raises ``NotFound`` for a seat not in the month's roster, ``Refused`` saying why they cannot come, or because they
    are pinned elsewhere that day.
    """
    words, holder = checked_reason(reason), Holder(organisation=organisation, member=member)

    def decide(writing: Writing) -> None:
        roster = month_in(room, writing.db, month)
        found = _seat_of(roster, seat)
        require_fit(room.book.get(writing.db), found, holder)
        _require_once(roster, found, holder)
        writing.add(roster.subject, facts.SeatPinned(seat=seat, holder=holder, reason=words))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def unpin_seat(room: Shifts, *, by: str, month: date, seat: str, command_id: str) -> Written:
    """Let the planner give a seat again; raise ``NotFound`` for one that is not pinned."""

    def decide(writing: Writing) -> None:
        roster = month_in(room, writing.db, month)
        if all(pin.seat != seat for pin in roster.pins):
            raise NotFound("shifts.no_pin", "Chỗ trực này không ghim.", "Chưa thay đổi gì.")
        writing.add(roster.subject, facts.SeatUnpinned(seat=seat))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def _seat_of(roster: Roster, seat: str) -> Seat:
    for edition in (roster.draft, roster.issued):
        if edition is not None and seat in edition.seats:
            return edition.seats[seat]
    raise NotFound("shifts.no_seat", "Không có chỗ trực này trong tháng.", "Hãy xem lại lịch trực của tháng.")


def _require_once(roster: Roster, seat: Seat, holder: Holder) -> None:
    """Refuse to pin one person to two seats of a day."""
    if not holder.member:
        return
    for pin in roster.pins:
        if pin.holder == holder and pin.seat != seat.id and _seat_of(roster, pin.seat).on == seat.on:
            raise Refused(
                "shifts.twice_a_day",
                "Người này đã được ghim ở một chỗ khác cùng ngày.",
                "Bỏ ghim chỗ kia, hoặc chọn người khác.",
            )
