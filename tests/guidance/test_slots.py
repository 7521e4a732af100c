"""Slots: from a plan, the office hours and the calendar."""

from datetime import date, time

import pytest

from desk_app.guidance.appointments.commands import put_line
from desk_app.guidance.appointments.line import Plan, spoken_weekdays, weekdays_in
from desk_app.guidance.appointments.reading import get_line, list_lines, list_slots, next_free
from desk_app.kernel.errors import InvalidInput, NotFound
from tests.desks import RehearsalDesk
from tests.guidance.guiding import TODAY, a_line, at, booked

WEDNESDAY = date(2026, 11, 25)


def starts(desk: RehearsalDesk, day: date = TODAY, line: str = "") -> list[str]:
    return [f"{each.starts_at:%H:%M}" for each in list_slots(desk.guidance, get_line(desk.guidance, line), day)]


def test_slots_fill_the_office_hours_and_leave_the_midday_break(desk: RehearsalDesk) -> None:
    a_line(desk)
    found = starts(desk)
    assert found[:2] == ["07:00", "07:30"]
    assert "11:00" in found
    assert "11:30" not in found
    assert "13:30" in found
    assert found[-1] == "16:30"


def test_a_plan_narrows_hours_and_weekdays(desk: RehearsalDesk) -> None:
    a_line(desk, weekdays=(2,), opens_at=time(8), closes_at=time(9, 40), minutes=20)
    assert starts(desk) == []
    assert starts(desk, WEDNESDAY) == ["08:00", "08:20", "08:40", "09:00", "09:20"]


def test_a_holiday_has_no_slots_and_a_worked_saturday_is_like_the_day_it_makes_up_for(desk: RehearsalDesk) -> None:
    a_line(desk, valid_from=date(2026, 1, 1), weekdays=(0,))
    assert starts(desk, date(2026, 8, 22)) != []  # for Monday 31 August
    assert starts(desk, date(2026, 8, 31)) == []
    a_line(desk, "Thứ ba", valid_from=date(2026, 1, 1), weekdays=(1,))
    assert starts(desk, date(2026, 11, 24), "Thứ ba") == []
    assert starts(desk, date(2026, 8, 22), "Thứ ba") == []


def test_a_plan_holds_from_its_day_on(desk: RehearsalDesk) -> None:
    line = a_line(desk)
    leader = desk.accounts_by_role["leader"]
    later = Plan(name="Hộ tịch", valid_from=WEDNESDAY, minutes=60, capacity=2)
    put_line(desk.guidance, by=leader, plan=later, line=line, command_id=desk.journal.new_id())
    assert len(starts(desk)) == 16
    slots = list_slots(desk.guidance, get_line(desk.guidance, line), WEDNESDAY)
    assert [f"{each.starts_at:%H:%M}" for each in slots] == [
        "07:00",
        "08:00",
        "09:00",
        "10:00",
        "13:30",
        "14:30",
        "15:30",
    ]
    assert {each.free for each in slots} == {2}


def test_a_closed_line_takes_nobody(desk: RehearsalDesk) -> None:
    a_line(desk, is_open=False)
    assert starts(desk) == []


def test_a_line_is_named_by_the_beginning_of_its_name(desk: RehearsalDesk) -> None:
    a_line(desk)
    a_line(desk, "Đất đai")
    assert [line.name for line in list_lines(desk.guidance)] == ["Đất đai", "Hộ tịch"]
    assert get_line(desk.guidance, "dat").name == "Đất đai"
    for text in ("", "xyz"):
        with pytest.raises(NotFound, match="Không rõ lịch hẹn nào"):
            get_line(desk.guidance, text)


def test_the_next_free_slot_skips_full_ones_and_days_off(desk: RehearsalDesk) -> None:
    a_line(desk, opens_at=time(8, 30), closes_at=time(9, 30))
    line = get_line(desk.guidance, "")
    booked(desk, at(8, 30))
    booked(desk, at(9))
    slot = next_free(desk.guidance, line, desk.time.now())
    assert slot is not None
    assert slot.starts_at == at(8, 30, WEDNESDAY)


def test_two_lines_do_not_bear_one_name_and_impossible_plans_are_refused(desk: RehearsalDesk) -> None:
    a_line(desk)
    for values in ({}, {"minutes": 4}, {"capacity": 0}, {"weekdays": ()}, {"opens_at": time(9), "closes_at": time(9)}):
        with pytest.raises(InvalidInput):
            a_line(desk, "Hộ tịch" if not values else "Khác", **values)


def test_weekdays_are_typed_as_they_are_said() -> None:
    assert weekdays_in("2-6") == (0, 1, 2, 3, 4)
    assert weekdays_in("T3, T5, CN") == (1, 3, 6)
    with pytest.raises(InvalidInput):
        weekdays_in("8")
    assert spoken_weekdays((0, 1, 2, 3, 4)) == "thứ hai–thứ sáu"
    assert spoken_weekdays((1, 3)) == "thứ ba, thứ năm"
