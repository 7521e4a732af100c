"""Appointments beyond the day in front: calling people, the week, finding, scanning, what must be moved."""

import pytest
from PySide6.QtCore import Qt

from desk_app.findings.reading import open_findings
from desk_app.guidance.appointments import commands
from desk_app.guidance.appointments.appointment import State
from desk_app.guidance.appointments.line import Plan
from desk_app.guidance.appointments.numbering import scan_text
from desk_app.guidance.appointments.reading import list_lines
from tests.desks import RehearsalDesk
from tests.guidance.guiding import TODAY, a_line, at, booked, now
from tests.ui import keyboard
from tests.ui.diary import WEDNESDAY, WHO, appointments, expected, page
from tests.ui.windows import Seat, focused, press, typed
from ui.findings.state import page_of


@pytest.fixture
def diary(seat: Seat, desk: RehearsalDesk) -> Seat:
    """Give the page of a line of half hours for one person each."""
    a_line(desk)
    press(seat, "Ctrl+F10")
    return seat


def test_tomorrows_people_are_called_and_marked(diary: Seat, desk: RehearsalDesk) -> None:
    first, second = booked(desk, at(8, day=WEDNESDAY), "Một"), booked(desk, at(9, day=WEDNESDAY), "Hai")
    press(diary, "Alt+3")
    assert page(diary).view.title.text() == "Gọi nhắc hẹn Thứ tư, 25/11/2026"
    assert "Gọi được" in page(diary).keys.came_button.text()
    stands = page(diary).table.current
    assert stands is not None
    assert stands.who == "Một"
    press(diary, "F7")
    assert now(desk, first).reached is True
    assert expected(diary) == [("09:00", "Hai"), ("08:00", "Một")]
    page(diary).table.selectRow(0)
    press(diary, "F8")
    assert now(desk, second).reached is False
    assert now(desk, second).state is State.BOOKED


def test_a_week_is_drawn_with_names_free_places_and_days_off(diary: Seat, desk: RehearsalDesk) -> None:
    booked(desk, at(8, day=WEDNESDAY), person=WHO)
    press(diary, "Alt+2")
    week = page(diary).grid.model()
    assert week.columnCount() == 6
    cells = {str(week.index(row, 2).data()) for row in range(week.rowCount())}
    assert "Đ.T. Ánh" in cells
    assert "trống" in cells
    assert "Nghỉ" in week.headerData(1, Qt.Orientation.Horizontal)
    assert page(diary).view.title.text() == "Tuần 23/11 – 28/11/2026"


def test_a_free_cell_of_the_week_is_booked_and_a_full_one_opens_its_day(diary: Seat, desk: RehearsalDesk) -> None:
    press(diary, "Alt+2", "Right", "Right", "Return")
    assert page(diary).strips.booking.title.text() == "Hẹn lúc 07:00 thứ tư, 25/11/2026"
    typed(diary, "0907123456")
    press(diary, "Return")
    (made,) = appointments(desk)
    assert made.starts_at == at(7, day=WEDNESDAY)
    press(diary, "Return")
    assert page(diary).view.view == "day"
    assert expected(diary) == [("07:00", "0907123456")]


def test_days_are_turned_and_a_holiday_says_its_name(diary: Seat) -> None:
    press(diary, "PgDown")
    assert "Không nhận hẹn ngày này" in page(diary).table.accessibleDescription()
    assert "Nghỉ" in page(diary).table.accessibleDescription()
    press(diary, "PgDown")
    assert page(diary).view.title.text() == "Thứ tư, 25/11/2026"
    press(diary, "Ctrl+Home")
    assert page(diary).view.title.text() == "Thứ hai, 23/11/2026 (hôm nay)"


def test_an_appointment_of_any_day_is_found_and_opened(diary: Seat, desk: RehearsalDesk) -> None:
    booked(desk, at(8, day=WEDNESDAY), person=WHO)
    press(diary, "Alt+F")
    typed(diary, "do anh")
    assert expected(diary) == [("08:00 25/11", "Đỗ Thị Ánh")]
    page(diary).table.setFocus()
    press(diary, "Return")
    assert page(diary).view.title.text() == "Thứ tư, 25/11/2026"
    row = page(diary).table.current
    assert row is not None
    assert row.who == "Đỗ Thị Ánh"


def test_a_slip_scanned_anywhere_opens_its_appointment(diary: Seat, desk: RehearsalDesk) -> None:
    made = booked(desk, at(8, day=WEDNESDAY), person=WHO)
    press(diary, "F4")
    keyboard.press(diary, f"{scan_text(made.number)}\r")
    keyboard.calm(diary)
    row = page(diary).table.current
    assert row is not None
    assert row.id == made.id
    assert focused() is page(diary).table


def test_a_slip_of_another_office_says_what_is_wrong(diary: Seat) -> None:
    press(diary, "F4")
    keyboard.press(diary, f"{scan_text('LH-261120-7001')}\r")
    keyboard.calm(diary)
    assert "Không có lịch hẹn này" in diary.said


def test_too_many_in_one_slot_are_shown_and_the_next_free_one_is_offered(diary: Seat, desk: RehearsalDesk) -> None:
    line, leader = list_lines(desk.guidance)[0].id, desk.accounts_by_role["leader"]
    for capacity in (2, 1):
        plan = Plan(name="Hộ tịch", valid_from=TODAY, capacity=capacity)
        commands.put_line(desk.guidance, by=leader, plan=plan, line=line, command_id=desk.journal.new_id())
        if capacity == 2:
            booked(desk, at(9), "Một")
            extra = booked(desk, at(9), "Hai")
    press(diary, "F5")
    assert page(diary).view.notice_words.startswith("1 hẹn cần dời")
    press(diary, "Alt+X")
    assert page(diary).strips.moving.title.text().startswith("Dời hẹn của Hai")
    press(diary, "Return")
    assert now(desk, extra).starts_at == at(9, 30)
    assert page(diary).view.notice.isHidden()


def test_a_contradiction_opens_the_appointment_it_is_about(diary: Seat, desk: RehearsalDesk) -> None:
    line, leader = list_lines(desk.guidance)[0].id, desk.accounts_by_role["leader"]
    made = booked(desk, at(9, day=WEDNESDAY))
    closed = Plan(name="Hộ tịch", valid_from=WEDNESDAY, is_open=False)
    commands.put_line(desk.guidance, by=leader, plan=closed, line=line, command_id=desk.journal.new_id())
    (found,) = [each for each in open_findings(desk.findings, by=leader) if each.about == made.id]
    assert "lịch hẹn đã đóng" in found.words
    assert page_of(found) == ("appointments", f"appointment:{made.id}")
    press(diary, "F5")
    assert page(diary).view.notice_words.startswith("1 hẹn cần dời")


def test_an_appointment_on_a_closed_line_is_offered_another_lines_slots(diary: Seat, desk: RehearsalDesk) -> None:
    line, leader = list_lines(desk.guidance)[0].id, desk.accounts_by_role["leader"]
    made = booked(desk, at(9, day=WEDNESDAY))
    other = a_line(desk, "Đất đai")
    closed = Plan(name="Hộ tịch", valid_from=TODAY, is_open=False)
    commands.put_line(desk.guidance, by=leader, plan=closed, line=line, command_id=desk.journal.new_id())
    press(diary, "F5", "Alt+X")
    assert page(diary).strips.moving.box.currentText() == "09:00 Thứ tư 25/11 · Đất đai"
    press(diary, "Return")
    assert (now(desk, made).line, now(desk, made).starts_at) == (other, at(9, day=WEDNESDAY))
