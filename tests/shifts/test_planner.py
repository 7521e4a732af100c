"""One month planned: turns, absences, skills, pins, and the words that explain it."""

from collections import Counter
from datetime import date

from desk_app.kernel.records import changed
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.problem import Standing
from tests.shifts.people import DECEMBER, FOUR, a_book, debts, holders, organisations, pattern, people, planned

FRIDAYS = tuple(date(2026, 12, day) for day in (4, 11, 18, 25))


def test_four_organisations_take_the_four_fridays_in_turn() -> None:
    made = planned(a_book(organisations(*FOUR)))
    assert [each.on for each in made.seats] == list(FRIDAYS)
    assert sorted(holders(made)) == ["o1", "o2", "o3", "o4"]
    assert made.unmet == ()
    assert set(debts(made).values()) == {0}


def test_the_month_after_begins_with_who_came_longest_ago() -> None:
    last = {"o1": date(2026, 11, 27), "o2": date(2026, 11, 20), "o3": date(2026, 11, 13), "o4": date(2026, 11, 6)}
    made = planned(a_book(organisations(*FOUR)), standing=Standing(last_on=last))
    assert holders(made) == ["o4", "o3", "o2", "o1"]


def test_who_still_owes_a_turn_takes_it_and_who_is_ahead_rests() -> None:
    standing = Standing(organisations={"o1": 100, "o2": -100})
    made = planned(a_book(organisations(*FOUR)), standing=standing)
    assert Counter(holders(made)) == {"o1": 2, "o3": 1, "o4": 1}


def test_an_organisation_of_half_weight_owes_half_as_much() -> None:
    own = organisations("A", "B", "C", sends=5)
    made = planned(a_book([changed(own[0], weight=50), *own[1:]], patterns=[pattern(seats=5)]))
    assert {each.organisation: each.owed for each in made.shares} == {"o1": 400, "o2": 800, "o3": 800}


def test_nobody_is_asked_on_a_day_they_cannot_come() -> None:
    own = organisations(*FOUR)
    book = a_book([changed(own[0], weekdays=(0,)), *own[1:]], absences=[("o2", FRIDAYS[0], FRIDAYS[1])])
    made = planned(book)
    by_day = dict(zip(FRIDAYS, holders(made), strict=True))
    assert "o1" not in by_day.values()
    assert "o2" not in (by_day[FRIDAYS[0]], by_day[FRIDAYS[1]])


def test_a_person_who_cannot_come_on_a_weekday_can_come_on_a_day_they_named() -> None:
    own = organisations("A")
    only = people("o1", 1, weekdays=(0,), only_on=(FRIDAYS[1],))
    made = planned(a_book(own, only))
    assert holders(made) == ["", "o1a", "", ""]


def test_a_seat_that_needs_a_skill_goes_to_somebody_who_has_it_though_others_owe_more() -> None:
    own, skilled = organisations("A", "B"), people("o1", 1, skills=("ký số",))
    book = a_book(own, [*skilled, *people("o2", 4)], [pattern(seats=2, skills=("ký số",))])
    made = planned(book, standing=Standing(organisations={"o2": 300, "o1": -300}))
    assert {each.holder.member for each in made.seats if each.skill} == {"o1a"}


def test_the_largest_number_of_seats_is_filled_where_choosing_one_by_one_would_fail() -> None:
    own, members = organisations("A", "B"), (*people("o1", 1), *people("o2", 1, skills=("ký số",)))
    seats = [pattern(), pattern("t2", "p2", skills=("ký số",))]
    # o2 owes most and could take the first seat; then nobody would be left for the second.
    made = planned(a_book(own, members, seats), standing=Standing(organisations={"o2": 500}))
    assert holders(made) == ["o1a", "o2a"] * 4


def test_nobody_is_on_duty_twice_a_day_or_at_two_places() -> None:
    patterns = [pattern(f"t{number}", f"p{number}", seats=2) for number in range(3)]
    made = planned(a_book(organisations("A", "B"), [*people("o1", 4), *people("o2", 3)], patterns))
    assert max(Counter((each.on, each.holder) for each in made.seats).values()) == 1
    assert len(made.seats) == 24


def test_an_organisation_that_names_nobody_mans_as_many_turns_a_day_as_it_can_send_people() -> None:
    seats = [pattern(seats=3)]
    one = planned(a_book(organisations("A"), patterns=seats))
    assert holders(one).count("o1") == 4
    three = planned(a_book(organisations("A", sends=3), patterns=seats))
    assert holders(three).count("o1") == 12


def test_one_organisation_mans_a_whole_shift_with_its_own_people() -> None:
    members = [person for number in range(1, 5) for person in people(f"o{number}", 3)]
    made = planned(a_book(organisations(*FOUR), members, [pattern(seats=2, together=True)]))
    for first, second in zip(made.seats[::2], made.seats[1::2], strict=True):
        assert first.holder.organisation == second.holder.organisation
        assert first.holder.member != second.holder.member != ""
        assert (first.hundredths, second.hundredths) == (50, 50)
    assert set(debts(made).values()) == {0}


def test_an_organisation_with_too_few_free_people_does_not_get_the_shift() -> None:
    members = [*people("o1", 2), *people("o2", 2)]
    book = a_book(
        organisations("A", "B"), members, [pattern(seats=2, together=True)], [("o1a", FRIDAYS[0], FRIDAYS[2])]
    )
    made = planned(book)
    assert [each.holder.organisation for each in made.seats[::2]][:3] == ["o2"] * 3


def test_a_pin_is_honoured_and_the_rest_is_shared_out_fairly_around_it() -> None:
    seat = f"t1/{FRIDAYS[1]}/1"
    made = planned(a_book(organisations(*FOUR)), fixed={seat: Holder(organisation="o4")})
    assert holders(made)[1] == "o4"
    assert sorted(holders(made)) == ["o1", "o2", "o3", "o4"]
    assert made.seats[1].pinned


def test_a_pin_on_an_organisation_leaves_to_the_planner_whom_it_sends() -> None:
    seat = f"t1/{FRIDAYS[0]}/1"
    book = a_book(
        organisations("A", "B"), [*people("o1", 2), *people("o2", 2)], absences=[("o2a", FRIDAYS[0], FRIDAYS[0])]
    )
    made = planned(book, fixed={seat: Holder(organisation="o2")})
    assert made.seats[0].holder == Holder(organisation="o2", member="o2b")


def test_a_pin_that_cannot_be_kept_stands_and_is_told() -> None:
    seat = f"t1/{FRIDAYS[0]}/1"
    book = a_book(organisations(*FOUR), absences=[("o1", FRIDAYS[0], FRIDAYS[0])])
    made = planned(book, fixed={seat: Holder(organisation="o1")})
    assert holders(made)[0] == "o1"
    assert made.unmet == (
        "Thứ sáu 04/12/2026, Bàn p1, chỗ 1: đã ghim Đoàn Thanh niên, nhưng vắng đến 04/12/2026: bận việc nhà.",
    )


def test_planning_again_changes_only_the_seat_whose_holder_went_away() -> None:
    members = [person for number in range(1, 5) for person in people(f"o{number}", 3)]
    patterns = [pattern(seats=2), pattern("t2", "p2", seats=2)]
    before = planned(a_book(organisations(*FOUR), members, patterns))
    kept = {each.seat: each.holder for each in before.seats}
    gone = before.seats[5].holder
    book = a_book(organisations(*FOUR), members, patterns, [(gone.member, before.seats[5].on, before.seats[5].on)])
    after = planned(book, kept=kept)
    assert [each.seat for each, old in zip(after.seats, before.seats, strict=True) if each.holder != old.holder] == [
        before.seats[5].seat
    ]
    assert after.seats[0].why == "Giữ như lịch trước."


def test_equal_questions_get_equal_answers() -> None:
    members = [person for number in range(1, 5) for person in people(f"o{number}", 3)]
    one, other = (planned(a_book(organisations(*FOUR), each, [pattern(seats=3)])) for each in (members, members[::-1]))
    assert one.seats == other.seats


def test_every_choice_says_why_in_words() -> None:
    standing = Standing(organisations={"o3": 100}, last_on={"o3": date(2026, 11, 6)})
    book = a_book(organisations(*FOUR), absences=[("o1", FRIDAYS[0], FRIDAYS[0])])
    made = planned(book, standing=standing)
    (first, *_rest) = [each for each in made.seats if each.holder.organisation == "o3"]
    assert first.why.startswith(
        "Hội Phụ nữ: phần phải trực tháng này 2,08 lượt (kể cả 1 còn thiếu từ trước), được xếp 2;"
    )
    assert first.why.endswith("lần trước 06/11/2026.")


def test_an_empty_seat_says_who_was_asked_and_why_each_could_not() -> None:
    members = [*people("o1", 1), *people("o2", 1, weekdays=(0, 1))]
    book = a_book(organisations("A", "B"), members, [pattern(seats=2)], [("o1a", FRIDAYS[0], FRIDAYS[0])])
    made = planned(book)
    assert holders(made)[:4] == ["", "", "o1a", ""]
    assert made.unmet[0] == (
        "Thứ sáu 04/12/2026, Bàn p1, chỗ 1: Không còn ai: trong 2 người được hỏi, 1 không đến được ngày này; "
        "1 vắng có báo trước."
    )
    assert "1 đã có ca khác trong ngày" in made.unmet[2]


def test_a_seat_that_nobody_can_take_is_nobodys_debt() -> None:
    made = planned(a_book(organisations("A", "B"), patterns=[pattern(seats=3)]))
    assert holders(made).count("") == 4
    assert debts(made) == {"o1": 0, "o2": 0}


def test_who_could_hardly_come_is_told_to_owe_more_than_a_turn() -> None:
    standing = Standing(organisations={"o1": 300})
    book = a_book(organisations("A", "B"), absences=[("o1", FRIDAYS[1], FRIDAYS[3])])
    assert planned(book, standing=standing).unmet == (
        "A còn thiếu 2,5 lượt: chỉ đến được 1 trong 4 ngày trực của tháng.",
    )


def test_who_steps_in_is_not_on_duty_that_day_and_comes_from_several_organisations() -> None:
    members = [person for number in range(1, 4) for person in people(f"o{number}", 3)]
    made = planned(a_book(organisations("A", "B", "C"), members, [pattern(seats=2), pattern("t2", "p2")]))
    out = {(each.on, each.holder) for each in made.seats}
    for standby in made.standbys:
        on = date.fromisoformat(standby.shift.split("/")[1])
        assert len({each.organisation for each in standby.holders}) == 3
        assert all((on, each) not in out for each in standby.holders)
    first = [each.holders[0] for each in made.standbys if "2026-12-04" in each.shift]
    assert len(set(first)) == 2


def test_who_steps_in_first_can_take_the_hardest_seat_and_changes_from_week_to_week() -> None:
    members = [*people("o1", 3, skills=("ký số",)), *people("o2", 3, skills=("ký số",)), *people("o3", 3)]
    made = planned(a_book(organisations("A", "B", "C"), members, [pattern(seats=2, skills=("ký số",))]))
    first = [each.holders[0] for each in made.standbys]
    assert {each.organisation for each in first} == {"o1", "o2"}
    assert len(set(first)) >= 3


def test_a_month_without_anybody_is_planned_empty_and_says_so() -> None:
    made = planned(a_book([]), DECEMBER)
    assert holders(made) == [""] * 4
    assert made.unmet[0].endswith("Chưa kê tổ chức nào luân phiên ở đây.")
