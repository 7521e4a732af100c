"""What happens to seats after the plan: swaps, cancellations, cover, names, shifts called off.

Every change acts on the issued roster where the seat stands in one, else on the draft.
"""

from datetime import datetime, timedelta

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound, Refused
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.shifts import facts
from desk_app.shifts.checks import checked_reason
from desk_app.shifts.facts import Given, Holder
from desk_app.shifts.legality import require_fit, require_once
from desk_app.shifts.rights import NOTE, PLAN
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import NOBODY, Edition, Roster, Seat
from desk_app.shifts.rosters import out_on, roster_in, seat_standing
from desk_app.shifts.tables import queries

LATE_SETTING = "shift_late_hours"


def swap_seats(room: Shifts, *, by: str, first: str, second: str, reason: str = "", command_id: str) -> Written:
    """Let the holders of two seats exchange them, also across months.

    Raises ``NotFound`` for an unknown seat, ``Refused`` saying which of the two may not take the other's and why; then
    nothing is exchanged.
    """
    words = checked_reason(reason) or "Hai bên đổi ca."

    def decide(writing: Writing) -> None:
        if first == second:
            raise Refused("shifts.same_seat", "Hai chỗ trực là một.", "Chọn hai chỗ khác nhau.")
        one, other = seat_standing(room, writing.db, first), seat_standing(room, writing.db, second)
        for _roster, _edition, seat in (one, other):
            _require_held(writing, seat)
        if one[2].holder == other[2].holder:
            raise Refused("shifts.same_holder", "Hai chỗ này của cùng một người.", "Chọn chỗ của người khác.")
        left_out = (first, second)
        _require_may_take(room, writing, one, other[2].holder, left_out)
        _require_may_take(room, writing, other, one[2].holder, left_out)
        _give(writing, one, other[2].holder, "swap", words, partner=second)
        _give(writing, other, one[2].holder, "swap", words, partner=first)

    return room.journal.write(by=by, permission=NOTE, command_id=command_id, decide=decide)


def cancel_seat(room: Shifts, *, by: str, seat: str, reason: str, command_id: str) -> Written:
    """Record that the holder of a seat cannot come; the seat is open until somebody covers it.

    Said later than the office's setting allows it counts as late. Raises ``Refused`` for a seat nobody holds or whose
    shift has begun, ``InvalidInput`` without a reason.
    """
    words = checked_reason(reason, required=True)

    def decide(writing: Writing) -> None:
        roster, edition, found = seat_standing(room, writing.db, seat)
        _require_held(writing, found)
        begins = datetime.combine(found.on, found.starts, VIETNAM)
        hours = room.office.book.get(writing.db).number_on(LATE_SETTING, writing.now.date())
        fact = facts.SeatCancelled(
            seat=seat,
            plan=edition.plan,
            was=found.holder,
            reason=words,
            is_late=edition.name == "issued" and begins - writing.now < timedelta(hours=hours),
            cancelled_at=writing.now,
        )
        writing.add(roster.subject, fact)

    return room.journal.write(by=by, permission=NOTE, command_id=command_id, decide=decide)


def cover_seat(
    room: Shifts, *, by: str, seat: str, organisation: str, member: str = "", reason: str = "", command_id: str
) -> Written:
    """Give a seat to somebody who comes instead of its holder, or where nobody was to come.

    Also on the day itself, before attendance is noted. Raises ``Refused`` saying why they cannot.
    """
    words, holder = checked_reason(reason), Holder(organisation=organisation, member=member)

    def decide(writing: Writing) -> None:
        standing = seat_standing(room, writing.db, seat)
        found = standing[2]
        _require_changeable(found)
        if found.holder == holder:
            raise Refused("shifts.same_holder", "Chỗ này đã của người đó.", "Chưa thay đổi gì.")
        _require_may_take(room, writing, standing, holder, (seat,))
        instead = found.holder if found.holder != NOBODY else found.cancelled_by
        name = room.book.get(writing.db).name_of(instead.organisation, instead.member)
        _give(writing, standing, holder, "cover", words or (f"Trực thay {name}." if name else "Nhận chỗ còn trống."))

    return room.journal.write(by=by, permission=NOTE, command_id=command_id, decide=decide)


def name_member(room: Shifts, *, by: str, seat: str, member: str, command_id: str) -> Written:
    """Note whom an organisation sends to a seat it holds; an earlier name is replaced.

    Raises ``Refused`` for a person of another organisation, or saying why they cannot come.
    """

    def decide(writing: Writing) -> None:
        standing = seat_standing(room, writing.db, seat)
        found = standing[2]
        _require_held(writing, found)
        holder = Holder(organisation=found.holder.organisation, member=member)
        if holder == found.holder:
            raise Refused("shifts.same_holder", "Chỗ này đã ghi người đó.", "Chưa thay đổi gì.")
        _require_may_take(room, writing, standing, holder, (seat,))
        _give(writing, standing, holder, "named", "Tổ chức cử.")

    return room.journal.write(by=by, permission=NOTE, command_id=command_id, decide=decide)


def call_off_shift(room: Shifts, *, by: str, shift: str, reason: str, command_id: str) -> Written:
    """Record that a whole shift does not take place; raise ``NotFound`` for an unknown one, ``Refused`` once it is off."""
    words = checked_reason(reason, required=True)

    def decide(writing: Writing) -> None:
        subject = queries.roster_of_shift(writing.db, shift)
        roster = roster_in(room, writing.db, subject) if subject is not None else None
        latest = (roster.issued or roster.draft) if roster is not None else None
        seats = [seat for seat in latest.seats.values() if seat.shift == shift] if latest is not None else []
        if roster is None or not seats:
            raise NotFound(
                "shifts.no_shift", "Không có ca trực này trong lịch nào.", "Hãy xem lại lịch trực của tháng."
            )
        for seat in seats:
            _require_changeable(seat)
        writing.add(roster.subject, facts.ShiftCalledOff(shift=shift, reason=words, called_off_at=writing.now))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


_Standing = tuple[Roster, Edition, Seat]


def _give(writing: Writing, standing: _Standing, holder: Holder, how: Given, reason: str, *, partner: str = "") -> None:
    roster, edition, seat = standing
    fact = facts.SeatGiven(
        seat=seat.id,
        plan=edition.plan,
        was=seat.holder,
        holder=holder,
        how=how,
        reason=reason,
        partner=partner,
        given_at=writing.now,
    )
    writing.add(roster.subject, fact)


def _require_may_take(
    room: Shifts, writing: Writing, standing: _Standing, holder: Holder, left_out: tuple[str, ...]
) -> None:
    roster, edition, seat = standing
    book = room.book.get(writing.db)
    require_fit(book, seat, holder)
    out = out_on(room, writing.db, seat.on, roster=roster, edition=edition)
    require_once(book, [each for each in out if each.id not in left_out], holder, seat)


def _require_held(writing: Writing, seat: Seat) -> None:
    """Refuse a seat that nobody holds, or whose shift has begun: what happened then is for the attendance."""
    _require_changeable(seat)
    if seat.holder == NOBODY:
        raise Refused(
            "shifts.nobody_there", f"Chỗ trực ngày {spoken_day(seat.on)} chưa có ai.", "Hãy tìm người trực thay."
        )
    if datetime.combine(seat.on, seat.starts, VIETNAM) <= writing.now:
        raise Refused(
            "shifts.begun",
            f"Ca trực ngày {spoken_day(seat.on)} đã bắt đầu.",
            "Ghi điểm danh: có mặt, đến muộn hoặc vắng mặt; người trực thay vẫn ghi được.",
        )


def _require_changeable(seat: Seat) -> None:
    if seat.called_off:
        raise Refused("shifts.called_off", f"Ca trực ngày {spoken_day(seat.on)} đã bỏ.", "Chưa thay đổi gì.")
    if seat.attendance is not None:
        raise Refused(
            "shifts.attended", f"Chỗ trực ngày {spoken_day(seat.on)} đã điểm danh.", "Sửa điểm danh nếu ghi nhầm."
        )
