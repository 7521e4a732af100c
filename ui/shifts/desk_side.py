"""What the page of shifts asks of the desk; every function runs on a job's thread."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from desk_app.desk import Desk
from desk_app.journal.write_door import Written
from desk_app.shifts import attendance, changes, pins, plan_month, rights
from desk_app.shifts.alerts import alerts_of
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Attended
from desk_app.shifts.fairness import Fairness, fairness_of
from desk_app.shifts.hours import Hours, hours_of
from desk_app.shifts.own import own_seats
from desk_app.shifts.papers_print import Whose, print_change, print_own_slip, print_sign_in, print_slips
from desk_app.shifts.reading import RosterSeen, roster_of
from desk_app.shifts.replacement import Replacement, replacements
from desk_app.shifts.seen import SeatSeen
from desk_app.shifts.today import today_of
from ui.shell.one_write import Doing
from ui.shifts.state import TodaySeen

_OWN_DAYS = 100


@dataclass(frozen=True, kw_only=True)
class MonthShown:
    """A month's roster with who could be chosen for a seat of it."""

    roster: RosterSeen | None
    book: ShiftBook


@dataclass(frozen=True, kw_only=True)
class PeopleShown:
    """Who can be on duty, how long they were in the last twelve months, and the login names of those with an account."""

    book: ShiftBook
    hours: Hours
    logins: Mapping[str, str]


def own(desk: Desk, by: str) -> tuple[SeatSeen, ...]:
    """Return the shifts of the person who asks, from today on."""
    desk.require(by, rights.READ_OWN)
    today = desk.journal.time.now().date()
    return own_seats(desk.shifts, by, today, today + timedelta(days=_OWN_DAYS))


def today(desk: Desk, by: str) -> TodaySeen:
    """Return who is on duty today, or next, and what wants attention."""
    desk.require(by, rights.READ)
    return TodaySeen(today=today_of(desk.shifts), alerts=alerts_of(desk.shifts))


def month(desk: Desk, by: str, first: date) -> MonthShown:
    """Return a month as it stands."""
    desk.require(by, rights.READ)
    return MonthShown(roster=roster_of(desk.shifts, first), book=desk.shifts.present())


def people(desk: Desk, by: str) -> PeopleShown:
    """Return organisations and people."""
    desk.require(by, rights.READ)
    now = desk.journal.time.now().date()
    book, accounts = desk.shifts.present(), desk.accounts.present_book()
    found = (accounts.find(each.account) for each in book.members if each.account)
    return PeopleShown(
        book=book,
        hours=hours_of(desk.shifts, now - timedelta(days=365), now),
        logins={account.id: account.login for account in found if account is not None},
    )


def fairness(desk: Desk, by: str, first: date) -> Fairness:
    """Return what each organisation owes, before and after."""
    desk.require(by, rights.READ)
    return fairness_of(desk.shifts, first)


def suggested(desk: Desk, by: str, seat: str) -> tuple[str, tuple[Replacement, ...]]:
    """Return a seat and who could take it."""
    desk.require(by, rights.READ)
    return seat, replacements(desk.shifts, seat)


def plan(do: Doing, first: date, *, anew: bool) -> Written:
    """Plan a month and keep the draft."""
    draft = plan_month.preview(do.desk.shifts, first, anew=anew)
    return plan_month.keep_draft(do.desk.shifts, by=do.by, draft=draft, command_id=do.id)


def issue(do: Doing, first: date, number: str, on: date, note: str) -> Written:
    """Make a month's roster known."""
    return plan_month.issue(
        do.desk.shifts, by=do.by, month=first, number=number, issued_on=on, note=note, command_id=do.id
    )


def pin(do: Doing, first: date, seat: str, holder: str, reason: str) -> Written:
    """Fix who has a seat and plan the rest around it; ``holder`` is ``organisation|member``."""
    organisation, _bar, member = holder.partition("|")
    pins.pin_seat(
        do.desk.shifts,
        by=do.by,
        month=first,
        seat=seat,
        organisation=organisation,
        member=member,
        reason=reason,
        command_id=do.id,
    )
    return _replanned(do, first)


def unpin(do: Doing, first: date, seat: str) -> Written:
    """Let the planner give a seat again, and let it plan."""
    pins.unpin_seat(do.desk.shifts, by=do.by, month=first, seat=seat, command_id=do.id)
    return _replanned(do, first)


def _replanned(do: Doing, first: date) -> Written:
    """Plan a month again with the fewest changes: a command of its own, after the one that asked for it."""
    return plan(replace(do, id=do.desk.journal.new_id()), first, anew=False)


def swap(do: Doing, first: str, second: str, reason: str) -> Written:
    """Let two holders exchange their seats."""
    return changes.swap_seats(do.desk.shifts, by=do.by, first=first, second=second, reason=reason, command_id=do.id)


def cancel(do: Doing, seat: str, reason: str) -> Written:
    """Record that a holder cannot come."""
    return changes.cancel_seat(do.desk.shifts, by=do.by, seat=seat, reason=reason, command_id=do.id)


def cover(do: Doing, seat: str, holder: str, reason: str) -> Written:
    """Give a seat to somebody who comes instead."""
    organisation, _bar, member = holder.partition("|")
    return changes.cover_seat(
        do.desk.shifts,
        by=do.by,
        seat=seat,
        organisation=organisation,
        member=member,
        reason=reason,
        command_id=do.id,
    )


def name(do: Doing, seat: str, holder: str) -> Written:
    """Name the person whom an organisation sends."""
    member = holder.partition("|")[2]
    return changes.name_member(do.desk.shifts, by=do.by, seat=seat, member=member, command_id=do.id)


def call_off(do: Doing, shift: str, reason: str) -> Written:
    """Let a whole shift not take place."""
    return changes.call_off_shift(do.desk.shifts, by=do.by, shift=shift, reason=reason, command_id=do.id)


def attended(do: Doing, seat: str, how: Attended, from_time: time | None, note: str) -> Written:
    """Record whether the holder of a seat came."""
    return attendance.note_attendance(
        do.desk.shifts, by=do.by, seat=seat, attended=how, from_time=from_time, note=note, command_id=do.id
    )


def slips(do: Doing, first: date, whose: Whose) -> Written:
    """Queue pocket slips."""
    return print_slips(do.desk.shifts, by=do.by, month=first, whose=whose, command_id=do.id)


def own_slip(do: Doing, first: date) -> Written:
    """Queue one's own pocket slip of a month."""
    return print_own_slip(do.desk.shifts, by=do.by, month=first, command_id=do.id)


def change_slip(do: Doing, seat: str) -> Written:
    """Queue the slip of a swap or cover."""
    return print_change(do.desk.shifts, by=do.by, seat=seat, command_id=do.id)


def sign_in(do: Doing, on: date) -> Written:
    """Queue the sheets to sign on a day."""
    return print_sign_in(do.desk.shifts, by=do.by, on=on, command_id=do.id)
