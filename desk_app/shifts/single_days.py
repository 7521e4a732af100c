"""Single days on which a person can come, besides their weekdays; somebody without weekdays comes on these days alone.

Days on which they cannot come are absences (``keeping.note_absence``), and an absence counts for more.
"""

from collections.abc import Callable, Collection
from datetime import date

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts import facts
from desk_app.shifts.book import Member, ShiftBook
from desk_app.shifts.rights import KEEP
from desk_app.shifts.room import Shifts


def offer_days(room: Shifts, *, by: str, member: str, days: Collection[date], command_id: str) -> Written:
    """Add days on which a person can come to those they offered before.

    Raise ``InvalidInput`` for no day, a day that is over, or one on which they or their organisation are away;
    ``NotFound`` for an unknown person.
    """
    if not days:
        raise InvalidInput("days", "Chưa ghi ngày nào.", "Gõ như 4/12, 11/12.")
    today = room.journal.time.now().date()

    def joined(was: Member, book: ShiftBook) -> Collection[date]:
        for on in sorted(days):
            _require_free(was, on, today, book)
        return {*was.only_on, *days}

    return _change(room, by, member, joined, command_id)


def withdraw_days(room: Shifts, *, by: str, member: str, days: Collection[date], command_id: str) -> Written:
    """Take back days on which a person offered to come; raise ``NotFound`` for an unknown person, or a day never offered."""

    def left(was: Member, _book: ShiftBook) -> Collection[date]:
        missing = sorted(set(days) - set(was.only_on))
        if missing:
            words = f"{was.name} không có ngày lẻ {spoken_day(missing[0])}."
            raise NotFound("shifts.no_single_day", words, "Hãy xem lại danh sách ngày lẻ.")
        return set(was.only_on) - set(days)

    return _change(room, by, member, left, command_id)


def _change(
    room: Shifts, by: str, member: str, days_of: Callable[[Member, ShiftBook], Collection[date]], command_id: str
) -> Written:
    """Write a person anew as they stand now, with other days: two desks' windows may show them as they were."""

    def decide(writing: Writing) -> None:
        book = room.book.get(writing.db)
        was = book.get_member(member)
        put = changed(was, only_on=tuple(sorted(days_of(was, book))))
        writing.add(member, facts.MemberPut(member=put))

    return room.journal.write(by=by, permission=KEEP, command_id=command_id, decide=decide)


def _require_free(member: Member, on: date, today: date, book: ShiftBook) -> None:
    if on < today:
        raise InvalidInput("days", f"Ngày {spoken_day(on)} đã qua.", "Ghi từ hôm nay trở đi.")
    for absence in book.absences:
        if absence.who in (member.id, member.organisation) and absence.first_on <= on <= absence.last_on:
            words = f"Ngày {spoken_day(on)} đang báo vắng: {absence.reason}."
            raise InvalidInput("days", words, "Bỏ báo vắng trước, rồi ghi ngày đến được.")
