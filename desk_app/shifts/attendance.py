"""Who came, who did not, and thanks for those who did."""

from datetime import date, datetime, time

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.shifts import facts
from desk_app.shifts.facts import Attended, Holder
from desk_app.shifts.rights import NOTE, PLAN
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import NOBODY, Seat
from desk_app.shifts.rosters import seat_standing


def note_attendance(
    room: Shifts,
    *,
    by: str,
    seat: str,
    attended: Attended,
    from_time: time | None = None,
    to_time: time | None = None,
    note: str = "",
    command_id: str,
) -> Written:
    """Note whether who holds a seat came; ``from_time`` and ``to_time`` where not the whole shift. Noting again corrects.

    Raises ``Refused`` for a roster that was never issued, a seat nobody holds, a shift that is off or has not begun;
    ``InvalidInput`` for the times, or for «late» without ``from_time``.
    """
    words = checked_line(note, field="note", label="Ghi chú", longest=300)

    def decide(writing: Writing) -> None:
        roster, edition, found = seat_standing(room, writing.db, seat)
        if edition.name != "issued":
            raise Refused("shifts.not_issued", "Lịch này chưa ban hành.", "Ban hành lịch rồi điểm danh.")
        _require_begun(found, writing.now)
        first, last = _checked_times(found, attended, from_time, to_time)
        fact = facts.AttendanceNoted(
            seat=seat,
            was=found.holder,
            attended=attended,
            from_time=first,
            to_time=last,
            note=words,
            noted_at=writing.now,
        )
        writing.add(roster.subject, fact)

    return room.journal.write(by=by, permission=NOTE, command_id=command_id, decide=decide)


def thank(
    room: Shifts,
    *,
    by: str,
    organisation: str,
    member: str = "",
    first_on: date,
    last_on: date,
    number: str = "",
    words: str = "",
    command_id: str,
) -> Written:
    """Record that a person or an organisation was thanked for a period, by a letter of that number.

    Raises ``NotFound`` for somebody unknown, ``InvalidInput`` for a period that ends before it begins.
    """
    named = checked_line(number, field="number", label="Số thư cảm ơn", longest=40)
    said = checked_line(words, field="words", label="Nội dung", longest=500)
    if last_on < first_on:
        raise InvalidInput("last_on", "Ngày cuối ở trước ngày đầu.", "Đổi lại hai ngày.")

    def decide(writing: Writing) -> None:
        book = room.book.get(writing.db)
        book.get_organisation(organisation)
        if member and book.get_member(member).organisation != organisation:
            raise InvalidInput("member", "Người này không thuộc tổ chức đã chọn.", "Chọn lại người hoặc tổ chức.")
        fact = facts.Thanked(
            holder=Holder(organisation=organisation, member=member),
            first_on=first_on,
            last_on=last_on,
            number=named,
            words=said,
            thanked_at=writing.now,
        )
        writing.add(writing.new_id(), fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def _require_begun(seat: Seat, now: datetime) -> None:
    if seat.called_off:
        raise Refused("shifts.called_off", f"Ca trực ngày {spoken_day(seat.on)} đã bỏ.", "Chưa ghi gì.")
    if seat.holder == NOBODY:
        raise Refused(
            "shifts.nobody_there", "Chỗ trực này chưa có ai.", "Ghi người trực thay trước, rồi điểm danh người đó."
        )
    if datetime.combine(seat.on, seat.starts, VIETNAM) > now:
        raise Refused(
            "shifts.not_begun", f"Ca trực ngày {spoken_day(seat.on)} chưa bắt đầu.", "Điểm danh khi ca bắt đầu."
        )


def _checked_times(
    seat: Seat, attended: Attended, first: time | None, last: time | None
) -> tuple[time | None, time | None]:
    """Return the times as they are kept: none for who never came."""
    if attended == "no_show":
        return None, None
    if attended == "late" and first is None:
        raise InvalidInput("from_time", "Đến muộn: chưa ghi giờ đến.", "Ghi giờ đến, như 08:10.")
    if (first or seat.starts) >= (last or seat.ends):
        raise InvalidInput("to_time", "Giờ về không sau giờ đến.", "Ghi như 07:30 và 11:30.")
    return first, last
