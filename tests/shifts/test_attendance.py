"""Who came: hours, no-shows, commendations, figures, reminders, and what the home page shows."""

from datetime import date, time

import pytest

from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import changed
from desk_app.shifts import attendance, changes, keeping
from desk_app.shifts.alerts import alerts_of
from desk_app.shifts.fairness import fairness_of
from desk_app.shifts.figures import figures
from desk_app.shifts.hours import commendations, hours_of, thanks_of
from desk_app.shifts.own import own_seats
from desk_app.shifts.reading import get_seat, seats_between
from desk_app.shifts.seen import SeatSeen
from desk_app.shifts.today import today_of
from tests.desks import RehearsalDesk
from tests.shifts.rota import act, drafted, entered, issued, on, roster, seats

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


def attended(desk: RehearsalDesk) -> list[SeatSeen]:
    """Issue December; on the first Friday one came in full, the other came late and left early."""
    entered(desk)
    found = seats(issued(desk))
    desk.time.put(on(4, 12))
    act(desk, attendance.note_attendance, seat=found[0].seat, attended="came")
    times = {"from_time": time(8, 0), "to_time": time(11, 0)}
    act(desk, attendance.note_attendance, seat=found[1].seat, attended="late", **times, note="xe hỏng")
    return found


def test_who_came_has_the_hours_and_who_came_late_those_they_were_there(desk: RehearsalDesk) -> None:
    found = attended(desk)
    hours = hours_of(desk.shifts, FIRST, LAST)
    by_member = {each.member: each for each in hours.members}
    assert (by_member[found[0].member].turns, by_member[found[0].member].minutes) == (1, 240)
    late = by_member[found[1].member]
    assert (late.turns, late.minutes, late.late, late.no_shows) == (1, 180, 1, 0)
    assert sum(each.minutes for each in hours.organisations) == 420
    assert get_seat(desk.shifts, found[1].seat).note == "xe hỏng"


def test_who_stayed_away_owes_the_turn_still(desk: RehearsalDesk) -> None:
    found = attended(desk)
    before = {each.organisation: each.credit for each in fairness_of(desk.shifts, FIRST).after}
    act(desk, attendance.note_attendance, seat=found[0].seat, attended="no_show")
    after = {each.organisation: each.credit for each in fairness_of(desk.shifts, FIRST).after}
    assert after[found[0].organisation] == before[found[0].organisation] + 100
    worked = next(each for each in hours_of(desk.shifts, FIRST, LAST).members if each.member == found[0].member)
    assert (worked.turns, worked.minutes, worked.no_shows) == (0, 0, 1)


def test_attendance_is_noted_only_of_who_holds_a_seat_whose_shift_has_begun(desk: RehearsalDesk) -> None:
    entered(desk)
    drafted(desk)
    seat = seats(roster(desk))[0].seat
    with pytest.raises(Refused, match="chưa ban hành"):
        act(desk, attendance.note_attendance, seat=seat, attended="came")
    issued(desk)
    with pytest.raises(Refused, match="chưa bắt đầu"):
        act(desk, attendance.note_attendance, seat=seat, attended="came")
    act(desk, changes.cancel_seat, seat=seat, reason="ốm")
    desk.time.put(on(4, 9))
    with pytest.raises(Refused, match="chưa có ai"):
        act(desk, attendance.note_attendance, seat=seat, attended="came")


@pytest.mark.parametrize(
    ("attended_as", "times"),
    [("late", {}), ("came", {"to_time": time(7, 0)}), ("came", {"from_time": time(9), "to_time": time(9)})],
)
def test_times_that_cannot_be_are_refused(desk: RehearsalDesk, attended_as: str, times: dict[str, time]) -> None:
    entered(desk)
    seat = seats(issued(desk))[0].seat
    desk.time.put(on(4, 12))
    with pytest.raises(InvalidInput):
        act(desk, attendance.note_attendance, seat=seat, attended=attended_as, **times)


def test_who_kept_every_turn_is_commended_with_the_words_for_the_letter(desk: RehearsalDesk) -> None:
    found = attended(desk)
    people = [each for each in commendations(desk.shifts, FIRST, LAST) if each.member]
    assert [each.member for each in people] == [found[0].member, found[1].member]
    assert people[0].words == "Trực 1 lượt, 4 giờ; giữ 100 % số lượt đã nhận, không đến muộn lượt nào."
    assert [each.member for each in commendations(desk.shifts, FIRST, LAST, least_minutes=200) if each.member] == [
        found[0].member
    ]
    act(desk, attendance.note_attendance, seat=found[0].seat, attended="no_show")
    assert found[0].member not in {each.member for each in commendations(desk.shifts, FIRST, LAST)}


def test_thanks_are_kept_and_shown_beside_the_commendation(desk: RehearsalDesk) -> None:
    found = attended(desk)
    who = {"organisation": found[0].organisation, "member": found[0].member}
    act(desk, attendance.thank, **who, first_on=FIRST, last_on=LAST, number="7/TCO", words="Cảm ơn chị")
    (letter,) = thanks_of(desk.shifts, FIRST, LAST)
    assert (letter.name, letter.number) == (found[0].member_name, "7/TCO")
    commended = {each.member: each for each in commendations(desk.shifts, FIRST, LAST)}
    assert (commended[found[0].member].thanked, commended[found[0].member].thanked_number) == (True, "7/TCO")
    assert not commended[found[1].member].thanked
    with pytest.raises(InvalidInput):
        act(desk, attendance.thank, **who, first_on=LAST, last_on=FIRST)


def test_figures_count_a_period_once_by_organisation_and_by_desk(desk: RehearsalDesk) -> None:
    found = attended(desk)
    act(desk, changes.cancel_seat, seat=found[2].seat, reason="ốm")
    act(desk, changes.call_off_shift, shift=found[7].shift, reason="mất điện")
    made = figures(desk.shifts, first_on=FIRST, last_on=LAST)
    assert (made.shifts, made.called_off, made.seats, made.filled) == (3, 1, 6, 5)
    assert (made.came, made.late, made.no_shows, made.cancelled, made.cancelled_late, made.covered) == (
        2,
        1,
        0,
        1,
        0,
        0,
    )
    assert made.minutes == 420 == sum(each.minutes for each in made.organisations)
    (own,) = made.desks
    assert (own.desk, own.seats, own.filled) == (desk.card.desk_id, 6, 5)
    nothing = figures(desk.shifts, first_on=date(2027, 6, 1), last_on=date(2027, 6, 30))
    assert (nothing.shifts, nothing.organisations) == (0, ())


def test_the_home_page_sees_todays_shift_and_the_next(desk: RehearsalDesk) -> None:
    entered(desk)
    found = seats(issued(desk))
    desk.time.put(on(4, 7))
    today = today_of(desk.shifts)
    assert [seat.member for shift in today.shifts for seat in shift.seats] == [found[0].member, found[1].member]
    assert today.shifts[0].standbys
    assert (today.next_on, today.open_seats) == (date(2026, 12, 11), 0)
    act(desk, changes.call_off_shift, shift=found[2].shift, reason="mất điện")
    assert today_of(desk.shifts).next_on == date(2026, 12, 18)
    desk.time.put(on(25, 20))
    assert today_of(desk.shifts).next_on is None


def test_a_holder_who_said_they_are_away_is_an_alert(desk: RehearsalDesk) -> None:
    entered(desk)
    first = seats(issued(desk))[0]
    desk.time.put(on(1, 8))
    absence = act(
        desk, keeping.note_absence, who=first.member, first_on=first.on, last_on=first.on, reason="đi học"
    ).subject
    (alert,) = [each for each in alerts_of(desk.shifts) if each.kind == "away"]
    assert first.member_name in alert.words
    assert "đi học" in alert.words
    act(desk, keeping.withdraw_absence, absence=absence)
    assert not [each for each in alerts_of(desk.shifts) if each.kind == "away"]


def test_attendance_that_nobody_noted_is_reminded_of_for_two_weeks(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    desk.time.put(on(7, 8))
    assert [each.kind for each in alerts_of(desk.shifts, days=0)] == ["unnoted", "unnoted"]
    desk.time.put(on(19, 8))
    assert {each.on.day for each in alerts_of(desk.shifts, days=0) if each.kind == "unnoted"} == {11, 18}


def test_a_month_without_a_roster_is_an_alert_ten_days_before_it_begins(desk: RehearsalDesk) -> None:
    entered(desk)
    desk.time.put(on(1, 8))
    assert [(each.kind, each.words) for each in alerts_of(desk.shifts)] == [
        ("no_roster", "Lịch trực tháng 12/2026 chưa ban hành.")
    ]
    issued(desk)
    assert not [each for each in alerts_of(desk.shifts) if each.kind == "no_roster"]
    desk.time.put(on(22, 8))
    assert [each.on for each in alerts_of(desk.shifts) if each.kind == "no_roster"] == [date(2027, 1, 1)]


def test_a_volunteer_sees_their_own_duties_and_nobody_elses(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    issued(desk)
    volunteer = desk.accounts_by_role["volunteer"]
    assert own_seats(desk.shifts, volunteer, FIRST, LAST) == ()
    assert own_seats(desk.shifts, "", FIRST, LAST) == ()
    member = desk.shifts.present().get_member(rota.members[rota.organisations[0]][0])
    act(desk, keeping.put_member, member=changed(member, account=volunteer))
    own = own_seats(desk.shifts, volunteer, FIRST, LAST)
    assert own == seats_between(desk.shifts, FIRST, LAST, member=member.id)
    assert {each.member for each in own} == {member.id}
