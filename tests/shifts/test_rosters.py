"""A month from the plan to the notice, and again when something changes."""

from datetime import date

import pytest

from desk_app.kernel.errors import Conflict, InvalidInput, NotFound, Refused
from desk_app.kernel.records import changed
from desk_app.office.commands import put_setting
from desk_app.shifts import changes, keeping, pins, plan_month
from desk_app.shifts.book import Member
from desk_app.shifts.fairness import fairness_of, fairness_of_draft, member_fairness
from desk_app.shifts.reading import list_months, roster_of
from desk_app.working_time.calendar import DayOff, WorkingYear
from desk_app.working_time.commands import import_year
from tests.desks import RehearsalDesk
from tests.shifts.rota import DECEMBER, act, drafted, entered, issued, on, previewed, roster, seats

JANUARY = date(2027, 1, 1)


def test_a_month_is_planned_kept_and_issued(desk: RehearsalDesk) -> None:
    entered(desk)
    draft = drafted(desk)
    assert (draft.edition, draft.version, draft.is_issued) == ("draft", 0, False)
    assert len(seats(draft)) == 8
    assert {each.organisation_name for each in seats(draft)} == {
        "Đoàn Thanh niên", "Hội Nông dân", "Hội Phụ nữ", "Hội Cựu chiến binh",
    }  # fmt: skip
    act(desk, plan_month.issue, month=DECEMBER, number="15/TB-UBND", issued_on=date(2026, 11, 23), note="Trực tại xã")
    found = roster(desk)
    assert (found.edition, found.version, found.number, found.has_draft) == ("issued", 1, "15/TB-UBND", False)
    assert [(each.month, each.is_issued, each.number) for each in list_months(desk.shifts)] == [
        (DECEMBER, True, "15/TB-UBND")
    ]
    assert desk.journal.refold() == ()


def test_what_two_months_leave_owing_is_carried_to_the_third(desk: RehearsalDesk) -> None:
    rota = entered(desk, seats=1)
    issued(desk, DECEMBER)
    act(desk, changes.cancel_seat, seat=seats(roster(desk))[0].seat, reason="ốm")
    short = next(each for each in fairness_of(desk.shifts, DECEMBER).after if each.credit == 100)
    assert short.organisation in rota.organisations
    made = previewed(desk, JANUARY)
    shares = {each.organisation: each for each in made.shares}
    # Debts are measured from their mean: one of four did a turn less.
    assert shares[short.organisation].carried == 75
    assert sum(each.carried for each in made.shares) == 0
    assert shares[short.organisation].planned == 200


def test_a_month_whose_holidays_nobody_knows_is_planned_with_a_warning(desk: RehearsalDesk) -> None:
    entered(desk)
    assert previewed(desk, DECEMBER).unmet == ()
    (warning,) = previewed(desk, JANUARY).unmet
    assert warning.startswith("Chưa có lịch nghỉ năm 2027")


def test_planning_again_after_an_absence_changes_one_seat_and_shows_fairness_before_and_after(
    desk: RehearsalDesk,
) -> None:
    entered(desk)
    before = seats(issued(desk))
    gone = before[3]
    act(desk, keeping.note_absence, who=gone.member, first_on=gone.on, last_on=gone.on, reason="đi học")
    draft = previewed(desk)
    differing = [each.seat for each, old in zip(draft.seats, before, strict=True) if each.holder.member != old.member]
    assert differing == [gone.seat]
    fairness = fairness_of_draft(desk.shifts, draft)
    assert len(fairness.before) == len(fairness.after) == 4
    assert fairness.spread_after <= 100


def test_planning_anew_may_change_everything_but_pins(desk: RehearsalDesk) -> None:
    entered(desk)
    before = seats(drafted(desk))
    pinned = before[0]
    act(desk, pins.pin_seat, month=DECEMBER, seat=pinned.seat, organisation=pinned.organisation, member=pinned.member)
    made = previewed(desk, anew=True)
    assert made.seats[0].holder.member == pinned.member
    assert made.seats[0].pinned
    assert "Giữ như lịch trước." not in {each.why for each in made.seats}


def test_a_pin_is_refused_for_who_cannot_come_and_taken_back_at_will(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    seat = seats(drafted(desk))[0]
    organisation = rota.organisations[0]
    member = rota.members[organisation][0]
    act(desk, keeping.note_absence, who=member, first_on=seat.on, last_on=seat.on, reason="đi học")
    pin = {"month": DECEMBER, "seat": seat.seat, "organisation": organisation}
    with pytest.raises(Refused, match="đi học"):
        act(desk, pins.pin_seat, **pin, member=member)
    act(desk, pins.pin_seat, **pin, reason="tổ chức đề nghị")
    assert previewed(desk).seats[0].why == "Được ghim: tổ chức đề nghị."
    act(desk, pins.unpin_seat, month=DECEMBER, seat=seat.seat)
    with pytest.raises(NotFound):
        act(desk, pins.unpin_seat, month=DECEMBER, seat=seat.seat)


def test_one_person_is_not_pinned_twice_a_day(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    first, second = seats(drafted(desk))[:2]
    who = {"organisation": rota.organisations[0], "member": rota.members[rota.organisations[0]][0]}
    act(desk, pins.pin_seat, month=DECEMBER, seat=first.seat, **who)
    with pytest.raises(Refused, match="cùng ngày"):
        act(desk, pins.pin_seat, month=DECEMBER, seat=second.seat, **who)


def test_a_draft_made_before_somebody_cancelled_cannot_be_issued(desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    drafted(desk, anew=True)
    act(desk, changes.cancel_seat, seat=seats(roster(desk))[0].seat, reason="ốm")
    assert roster(desk).is_outdated
    again = {"month": DECEMBER, "number": "16/TB-UBND", "issued_on": date(2026, 11, 23)}
    with pytest.raises(Conflict, match="có thay đổi"):
        act(desk, plan_month.issue, **again)
    drafted(desk)
    act(desk, plan_month.issue, **again)
    assert (roster(desk).version, roster(desk).number) == (2, "16/TB-UBND")


def test_a_preview_of_yesterday_is_not_kept_over_todays_draft(desk: RehearsalDesk) -> None:
    entered(desk)
    early = previewed(desk)
    drafted(desk)
    with pytest.raises(Conflict, match="đã thay đổi"):
        act(desk, plan_month.keep_draft, draft=early)


def test_issuing_asks_for_a_draft_a_number_and_a_day_that_has_come(desk: RehearsalDesk) -> None:
    entered(desk)
    right = {"month": DECEMBER, "number": "15/TB-UBND", "issued_on": date(2026, 11, 23)}
    with pytest.raises(NotFound):
        act(desk, plan_month.issue, **right)
    drafted(desk)
    for wrong in ({"number": " "}, {"issued_on": date(2026, 11, 24)}):
        with pytest.raises(InvalidInput):
            act(desk, plan_month.issue, **{**right, **wrong})
    act(desk, plan_month.issue, **right)
    with pytest.raises(Refused, match="không có bản dự kiến"):
        act(desk, plan_month.issue, **right)


def test_days_that_have_passed_stay_as_they_were(desk: RehearsalDesk) -> None:
    entered(desk)
    before = seats(issued(desk))
    desk.time.put(on(12))
    made = previewed(desk, anew=True)
    past = [each for each in made.seats if each.on < date(2026, 12, 12)]
    assert [each.holder.member for each in past] == [each.member for each in before[:4]]


def test_who_cancelled_a_seat_is_not_planned_for_that_day_again(desk: RehearsalDesk) -> None:
    entered(desk)
    gone = seats(issued(desk))[0]
    act(desk, changes.cancel_seat, seat=gone.seat, reason="ốm")
    for anew in (False, True):
        made = previewed(desk, anew=anew)
        assert gone.member not in {each.holder.member for each in made.seats if each.on == gone.on}
        assert all(each.holder.member for each in made.seats)


def test_a_holiday_follows_the_offices_setting(desk: RehearsalDesk) -> None:
    entered(desk)
    year = WorkingYear(year=2026, notice="Thông báo thử", days_off=(DayOff(on=date(2026, 12, 25), name="Lễ thử"),))
    import_year(desk.working_time, by=desk.admin, year=year, command_id=desk.journal.new_id())
    assert {each.on.day for each in previewed(desk).seats} == {4, 11, 18, 28}
    put_setting(
        desk.office,
        by=desk.admin,
        key="shift_holiday",
        value="bỏ ngày đó",
        valid_from=date(2026, 12, 1),
        command_id=desk.journal.new_id(),
    )
    found = drafted(desk)
    assert {each.on.day for each in seats(found)} == {4, 11, 18}
    assert [(each.on.day, each.to, each.reason) for each in found.moved] == [(25, None, "Lễ thử")]


def test_a_month_without_any_pattern_says_what_to_enter(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound, match="không có ngày trực"):
        previewed(desk)
    assert roster_of(desk.shifts, DECEMBER) is None


def test_people_of_one_organisation_take_turns_over_the_months(desk: RehearsalDesk) -> None:
    entered(desk, people=2, seats=1)
    issued(desk, DECEMBER)
    desk.time.put(on(31))
    issued(desk, JANUARY)
    done = {each.member: each.done for each in member_fairness(desk.shifts, JANUARY)}
    before = {each.member: each.done for each in member_fairness(desk.shifts, DECEMBER)}
    assert {id_ for id_, turns in before.items() if turns} & {
        id_ for id_, turns in done.items() if turns == 200
    } == set()
    assert sum(done.values()) == 500


def test_a_member_of_an_unknown_organisation_or_with_nothing_to_be_called_is_refused(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    with pytest.raises(NotFound):
        act(desk, keeping.put_member, member=Member(id="", organisation="x", name="A"))
    with pytest.raises(InvalidInput):
        act(desk, keeping.put_member, member=Member(id="", organisation=rota.organisations[0], name=" "))
    pattern = desk.shifts.present().get_pattern(rota.pattern)
    for wrong in ({"weekdays": ()}, {"seats": 0}, {"ends": pattern.starts}, {"skills": ("a", "b", "c")}):
        with pytest.raises(InvalidInput):
            act(desk, keeping.put_pattern, pattern=changed(pattern, **wrong))
