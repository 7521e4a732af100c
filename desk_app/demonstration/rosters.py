"""The rota of an invented office: organisations that write for citizens every Friday, with what happens in such months."""

from datetime import date, datetime, time, timedelta
from random import Random

from desk_app.accounts.rules import Account, Role
from desk_app.demonstration.people import grown_up
from desk_app.desk import Desk
from desk_app.kernel.time_source import VIETNAM, FixedTime
from desk_app.shifts import attendance, changes, keeping, plan_month
from desk_app.shifts.alerts import alerts_of
from desk_app.shifts.book import Member, Organisation, Pattern, Place
from desk_app.shifts.facts import Attended
from desk_app.shifts.planning.days import first_of_next
from desk_app.shifts.reading import seats_between
from desk_app.shifts.replacement import replacements
from desk_app.shifts.seen import SeatSeen

_ORGANISATIONS = (
    ("Đoàn Thanh niên xã", "Đoàn Thanh niên"),
    ("Hội Nông dân xã", "Hội Nông dân"),
    ("Hội Liên hiệp Phụ nữ xã", "Hội Phụ nữ"),
    ("Hội Cựu chiến binh xã", "Hội Cựu chiến binh"),
)
_PEOPLE_EACH = 4
_BEGAN = (time(7, 30), time(11, 30))
_REASONS = ("con ốm", "họp đột xuất ở thành phố", "đám giỗ bên ngoại")
_SKILL = "đăng ký tài khoản dịch vụ công"


def rosters_filled(desk: Desk, clock: FixedTime, rng: Random, *, by: str, end: datetime) -> int:
    """Enter four organisations and live through last month's and this month's Fridays; return how many seats there are.

    Last month is attended to the end, of this month what has passed; one seat to come is cancelled and not covered.
    The volunteer of the desk is one of the people, so that they see their own duties. A book that is not empty stays.
    """
    if desk.shifts.present().organisations:
        return 0
    first = end.date().replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    clock.put(_at(before - timedelta(days=5), 8))
    _entered(desk, rng, by=by, since=before)
    for number, month in enumerate((before, first), start=11):
        clock.put(_at(month - timedelta(days=3), 9))
        _issued(desk, month, number, by=by)
    _lived(desk, clock, rng, by=by, first=before, end=end)
    clock.put(end)
    _draft_next(desk, first_of_next(first), by=by)
    return len(seats_between(desk.shifts, before, first_of_next(first)))


def _entered(desk: Desk, rng: Random, *, by: str, since: date) -> None:
    """Enter organisations, their people, the writing table and its Fridays."""
    room, new_id = desk.shifts, desk.journal.new_id
    volunteer = _volunteer(desk)
    for name, short in _ORGANISATIONS:
        phone = f"0900{rng.randrange(10**6):06d}"
        put = Organisation(id="", name=name, short=short, phone=phone)
        own = keeping.put_organisation(room, by=by, organisation=put, command_id=new_id()).subject
        for number in range(_PEOPLE_EACH):
            person = grown_up(rng, since)
            is_volunteer = volunteer is not None and number == 0 and name == _ORGANISATIONS[0][0]
            member = Member(
                id="",
                organisation=own,
                name=volunteer.name if volunteer is not None and is_volunteer else person.name,
                phone=person.phone,
                skills=(_SKILL,) if number < 2 else (),
                account=volunteer.id if volunteer is not None and is_volunteer else "",
            )
            keeping.put_member(room, by=by, member=member, command_id=new_id())
    table = Place(id="", name="Bàn viết hộ", address="Sảnh Bộ phận Một cửa")
    place = keeping.put_place(room, by=by, place=table, command_id=new_id()).subject
    pattern = Pattern(
        id="",
        place=place,
        name="Thứ sáu viết hộ",
        weekdays=(4,),
        starts=_BEGAN[0],
        ends=_BEGAN[1],
        valid_from=since,
        seats=2,
        skills=(_SKILL,),
    )
    keeping.put_pattern(room, by=by, pattern=pattern, command_id=new_id())


def _issued(desk: Desk, month: date, number: int, *, by: str) -> None:
    """Plan a month and make it known."""
    room, new_id = desk.shifts, desk.journal.new_id
    draft = plan_month.preview(room, month)
    plan_month.keep_draft(room, by=by, draft=draft, command_id=new_id())
    on = desk.journal.time.now().date()
    plan_month.issue(room, by=by, month=month, number=f"{number}/TB-UBND", issued_on=on, command_id=new_id())


def _lived(desk: Desk, clock: FixedTime, rng: Random, *, by: str, first: date, end: datetime) -> None:
    """Note who came on the Fridays that have passed, and let one seat to come be cancelled."""
    seats = seats_between(desk.shifts, first, first_of_next(end.date()) - timedelta(days=1))
    for seat in seats:
        closes = datetime.combine(seat.on, seat.ends, VIETNAM)
        if closes < end:
            clock.put(closes)
            _attended(desk, rng, seat, by=by)
    ahead = [seat for seat in seats if datetime.combine(seat.on, seat.starts, VIETNAM) > end]
    clock.put(end)
    if ahead:
        reason = rng.choice(_REASONS)
        command_id = desk.journal.new_id()
        changes.cancel_seat(desk.shifts, by=by, seat=ahead[0].seat, reason=reason, command_id=command_id)


def _attended(desk: Desk, rng: Random, seat: SeatSeen, *, by: str) -> None:
    """Note that somebody came, now and then late, or not at all; seldom somebody else came instead."""
    room, new_id, chance = desk.shifts, desk.journal.new_id, rng.random()
    if chance < 0.1 and (instead := next(iter(replacements(room, seat.seat, limit=1)), None)) is not None:
        changes.cover_seat(
            room,
            by=by,
            seat=seat.seat,
            organisation=instead.organisation,
            member=instead.member,
            command_id=new_id(),
        )
    late = time(8, 10) if 0.1 <= chance < 0.22 else None
    attended: Attended = "late" if late is not None else "no_show" if chance > 0.95 else "came"
    attendance.note_attendance(room, by=by, seat=seat.seat, attended=attended, from_time=late, command_id=new_id())


def _draft_next(desk: Desk, month: date, *, by: str) -> None:
    """Leave the next month planned and not yet issued where the home page asks for it already."""
    if any(each.kind == "no_roster" for each in alerts_of(desk.shifts)):
        draft = plan_month.preview(desk.shifts, month)
        plan_month.keep_draft(desk.shifts, by=by, draft=draft, command_id=desk.journal.new_id())


def _volunteer(desk: Desk) -> Account | None:
    people = desk.accounts.present_book().list_accounts()
    return next((each for each in people if each.roles == (Role.VOLUNTEER,)), None)


def _at(on: date, hour: int) -> datetime:
    return datetime.combine(on, time(hour), VIETNAM)
