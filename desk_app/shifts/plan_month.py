"""A month's roster: seen beforehand, kept as a draft, made known."""

from datetime import date

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record
from desk_app.kernel.texts import checked_line
from desk_app.shifts import facts
from desk_app.shifts.facts import MemberShare, MovedDay, PlannedSeat, Share, Standby
from desk_app.shifts.month_problem import problem_of
from desk_app.shifts.planning.planner import plan
from desk_app.shifts.rights import PLAN
from desk_app.shifts.room import Shifts
from desk_app.shifts.rosters import month_in, roster_in, subject_of
from desk_app.storage.engine import Database


class Draft(Record):
    """A plan that is not kept yet; ``after`` counts the changes it knows of, ``draft`` is the draft it was made beside."""

    month: date
    seats: tuple[PlannedSeat, ...]
    shares: tuple[Share, ...]
    member_shares: tuple[MemberShare, ...]
    standbys: tuple[Standby, ...]
    moved: tuple[MovedDay, ...]
    unmet: tuple[str, ...]
    after: int
    draft: str


def preview(room: Shifts, month: date, *, anew: bool = False) -> Draft:
    """Return the month as the planner would make it now; nothing is written.

    Whoever holds a seat keeps it where they can, unless it is planned ``anew``. Past days and pins stay in any case.
    Raises ``NotFound`` when nothing is to be manned in that month.
    """
    first, db = month.replace(day=1), room.journal.reading()
    problem = problem_of(room, db, first, anew=anew)
    if not problem.turns and not problem.moved:
        raise NotFound(
            "shifts.nothing_to_plan",
            f"Tháng {first:%m/%Y} không có ngày trực nào để xếp.",
            "Hãy khai điểm trực và nếp trực, hoặc chọn tháng chưa qua.",
        )
    made, roster = plan(problem), roster_in(room, db, subject_of(room, db, first))
    return Draft(
        month=first,
        seats=made.seats,
        shares=made.shares,
        member_shares=made.member_shares,
        standbys=made.standbys,
        moved=made.moved,
        unmet=(*_blind_spot(room, db, first), *made.unmet),
        after=roster.changes if roster is not None else 0,
        draft=roster.draft.plan if roster is not None and roster.draft is not None else "",
    )


def _blind_spot(room: Shifts, db: Database, month: date) -> tuple[str, ...]:
    """Return the warning that only the holidays fixed by law are known, so that somebody may stand on another."""
    if room.working_time.calendar.get(db).knows(month.year):
        return ()
    return (f"Chưa có lịch nghỉ năm {month.year}: Tết và ngày nghỉ khác vẫn bị xếp trực. Hãy nhập lịch rồi xếp lại.",)


def keep_draft(room: Shifts, *, by: str, draft: Draft, command_id: str) -> Written:
    """Keep a previewed plan as the month's draft; raise ``Conflict`` when the month was changed since it was made."""

    def decide(writing: Writing) -> None:
        subject = subject_of(room, writing.db, draft.month)
        now = roster_in(room, writing.db, subject)
        changes = now.changes if now is not None else 0
        standing = now.draft.plan if now is not None and now.draft is not None else ""
        if (changes, standing) != (draft.after, draft.draft):
            raise Conflict(
                "shifts.changed_since",
                f"Lịch tháng {draft.month:%m/%Y} đã thay đổi trong lúc xếp.",
                "Bản đang xem chưa được giữ. Hãy xếp lại.",
            )
        writing.add(
            subject,
            facts.RosterPlanned(
                month=draft.month,
                plan=writing.new_id(),
                seats=draft.seats,
                shares=draft.shares,
                member_shares=draft.member_shares,
                standbys=draft.standbys,
                moved=draft.moved,
                unmet=draft.unmet,
                after=draft.after,
                planned_at=writing.now,
            ),
        )

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def issue(
    room: Shifts, *, by: str, month: date, number: str, issued_on: date, note: str = "", command_id: str
) -> Written:
    """Make the draft of a month known by a notice of that number and day; it replaces what was issued before.

    Raises ``NotFound`` before the month is planned, ``Refused`` without a draft, ``Conflict`` when what was issued has
    changed since the draft was made, ``InvalidInput`` for the number.
    """
    named = checked_line(number, field="number", label="Số thông báo", longest=40, required=True)
    words = checked_line(note, field="note", label="Ghi chú", longest=500)

    def decide(writing: Writing) -> None:
        roster = month_in(room, writing.db, month)
        if roster.draft is None:
            raise Refused(
                "shifts.no_draft",
                f"Lịch tháng {month:%m/%Y} đã ban hành, không có bản dự kiến mới.",
                "Hãy xếp lại nếu cần thay đổi.",
            )
        if roster.draft.after != roster.changes:
            raise Conflict(
                "shifts.outdated_draft",
                "Lịch đã ban hành có thay đổi sau khi xếp bản dự kiến này.",
                "Hãy xếp lại để giữ những thay đổi đó, rồi ban hành.",
            )
        if issued_on > writing.now.date():
            raise InvalidInput("issued_on", "Ngày ban hành ở tương lai.", "Ghi hôm nay hoặc một ngày đã qua.")
        replaces = roster.issued.plan if roster.issued is not None else ""
        fact = facts.RosterIssued(
            plan=roster.draft.plan,
            replaces=replaces,
            number=named,
            issued_on=issued_on,
            note=words,
            issued_at=writing.now,
        )
        writing.add(roster.subject, fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)
