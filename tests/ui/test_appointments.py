"""The page of appointments on its day, worked by keys at a real desk."""

from pathlib import Path

import pytest

from desk_app.guidance.appointments.appointment import State
from desk_app.guidance.appointments.reading import list_lines
from desk_app.printing.tables import list_papers
from tests.desks import RehearsalDesk
from tests.guidance.guiding import BIRTH, a_line, at, booked, guided, now, pass_minutes
from tests.ui.diary import WHO, appointments, expected, page, stand_on
from tests.ui.windows import Seat, focused, press, typed
from ui.dossiers.registration.page import RegistrationPage


@pytest.fixture
def diary(seat: Seat, desk: RehearsalDesk) -> Seat:
    """Give the page of a line of half hours for one person each."""
    a_line(desk)
    press(seat, "Ctrl+F10")
    return seat


def test_without_a_line_the_page_says_who_lays_one_down(seat: Seat) -> None:
    press(seat, "Ctrl+F10")
    described = page(seat).table.accessibleDescription()
    assert "Chưa có lịch nhận hẹn nào" in described
    assert "Lãnh đạo hoặc quản trị lập" in described
    assert not page(seat).keys.book_button.isEnabled()


def test_a_leader_lays_a_line_down_and_changes_it(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("leader")
        press(seat, "Ctrl+F10", "Alt+T")
        typed(seat, "Ho tich")
        press(seat, "Return")
        assert seat.said == "Đã lập lịch nhận hẹn «Ho tich»."
        assert page(seat).table.rows
        press(seat, "Alt+T")
        page(seat).strips.line.fields["capacity"].take_focus()
        press(seat, "Ctrl+A")
        typed(seat, "ba")
        press(seat, "Return")
        assert "không phải là số" in page(seat).strips.line.fields["capacity"].trouble
        press(seat, "Ctrl+A")
        typed(seat, "3")
        press(seat, "Return")
    (line,) = list_lines(desk.guidance)
    assert [plan.capacity for plan in line.plans] == [3]


def test_the_day_opens_where_it_goes_on_and_hours_gone_by_are_left_out(diary: Seat) -> None:
    row = page(diary).table.current
    assert row is not None
    assert (row.time, row.is_free) == ("08:00", True)
    assert focused() is page(diary).table
    assert page(diary).view.title.text() == "Thứ hai, 23/11/2026 (hôm nay)"


def test_enter_on_a_free_place_books_it(diary: Seat, desk: RehearsalDesk) -> None:
    press(diary, "Down", "Return")
    strip = page(diary).strips.booking
    assert strip.title.text() == "Hẹn lúc 08:30 thứ hai, 23/11/2026"
    typed(diary, "0907123456")
    press(diary, "Tab")
    typed(diary, "Do Thi Anh")
    press(diary, "Tab")
    typed(diary, "dks")
    assert strip.fields["procedure"].trouble == "→ Đăng ký khai sinh"
    press(diary, "Return")
    assert diary.said.startswith("Đã hẹn Do Thi Anh lúc 08:30 ngày 23/11/2026, số LH-261123-1001.")
    (made,) = appointments(desk)
    assert (made.procedure, made.channel, made.person.phone) == (BIRTH, "phone", "0907123456")
    assert expected(diary) == [("08:30", "Do Thi Anh")]


def test_a_nameless_booking_and_an_unknown_procedure_are_refused_beside_the_field(
    diary: Seat, desk: RehearsalDesk
) -> None:
    press(diary, "F6", "Return")
    strip = page(diary).strips.booking
    assert "Chưa có tên hoặc số điện thoại" in strip.fields["name"].trouble
    typed(diary, "Anh")
    press(diary, "Tab")
    typed(diary, "xyzq")
    press(diary, "Return")
    assert "Không có thủ tục nào như vậy" in strip.fields["procedure"].trouble
    assert appointments(desk) == ()


def test_a_place_taken_meanwhile_is_told_with_the_next_free_one(diary: Seat, desk: RehearsalDesk) -> None:
    press(diary, "Return")
    booked(desk, at(8))
    typed(diary, "0907123456")
    press(diary, "Return")
    assert "đã đủ người" in diary.said
    assert "Lượt trống gần nhất: 08:30" in diary.said
    assert len(appointments(desk)) == 1


def test_who_comes_and_who_does_not_is_one_key(diary: Seat, desk: RehearsalDesk) -> None:
    first, second = booked(desk, at(8)), booked(desk, at(8, 30))
    pass_minutes(desk, 60)
    for made, key in ((first, "F7"), (second, "F8")):
        stand_on(diary, made)
        press(diary, key)
    assert [now(desk, each).state for each in (first, second)] == [State.ARRIVED, State.NOT_COME]
    assert "2 hẹn · 1 đã đến · 1 không đến" in page(diary).view.counts.text()


def test_an_appointment_is_moved_to_the_next_free_slot(diary: Seat, desk: RehearsalDesk) -> None:
    made = booked(desk, at(8, 30), person=WHO)
    stand_on(diary, made)
    press(diary, "Ctrl+D")
    assert page(diary).strips.moving.title.text() == "Dời hẹn của Đỗ Thị Ánh (0907123456)"
    press(diary, "Down", "Return")
    assert now(desk, made).starts_at == at(9, 30)
    assert diary.said.startswith("Đã dời hẹn của Đỗ Thị Ánh sang 09:30 ngày 23/11/2026.")


def test_an_appointment_is_called_off_and_its_place_is_free_again(diary: Seat, desk: RehearsalDesk) -> None:
    made = booked(desk, at(9))
    stand_on(diary, made)
    press(diary, "Delete")
    typed(diary, "ban")
    press(diary, "Return")
    assert now(desk, made).state is State.CANCELLED
    assert expected(diary) == []


def test_who_walks_in_is_taken_between(diary: Seat, desk: RehearsalDesk) -> None:
    booked(desk, at(8))
    press(diary, "Ctrl+N")
    typed(diary, "0912000111")
    press(diary, "Return")
    assert diary.said.startswith("0912000111 được xen vào lượt 08:30.")
    assert [each.state for each in appointments(desk)] == [State.BOOKED, State.ARRIVED]


def test_a_guided_person_is_booked_and_esc_lets_them_go(diary: Seat, desk: RehearsalDesk) -> None:
    contact = guided(desk, person=WHO)
    page(diary).context.go("appointments", f"from:guidance:{contact.id}")
    diary.settle()
    press(diary, "Return", "Return")
    (made,) = appointments(desk)
    assert (made.origin, made.person, made.procedure) == (f"guidance:{contact.id}", WHO, BIRTH)
    page(diary).context.go("appointments", f"from:guidance:{contact.id}")
    diary.settle()
    press(diary, "Escape", "F6")
    assert page(diary).strips.booking.text("name") == ""


def test_a_slip_and_the_list_of_the_day_are_printed(diary: Seat, desk: RehearsalDesk) -> None:
    made = booked(desk, at(9), person=WHO)
    stand_on(diary, made)
    press(diary, "Ctrl+I")
    assert diary.said == "Đang in phiếu hẹn LH-261123-1001."
    assert [paper.kind for paper in list_papers(desk.journal.reading(), made.id)] == ["appointment"]
    press(diary, "Ctrl+P")
    assert diary.said == "Đang in danh sách hẹn trong ngày."


def test_the_calendar_file_is_written_without_names(diary: Seat, desk: RehearsalDesk, tmp_path: Path) -> None:
    booked(desk, at(9), person=WHO)
    press(diary, "Ctrl+E")
    page(diary).strips.exporting.fields["folder"].put(str(tmp_path))
    press(diary, "Return")
    file = tmp_path / "lich-hen-20261123-20261123.ics"
    assert str(file) in diary.said
    assert "Ánh" not in file.read_text("utf-8")


def test_an_arrived_person_becomes_a_dossier_without_typing_again(diary: Seat, desk: RehearsalDesk) -> None:
    made = booked(desk, at(9), person=WHO, procedure=BIRTH)
    stand_on(diary, made)
    press(diary, "F7", "Ctrl+G")
    there = diary.front(RegistrationPage).filling.typed
    assert (there.name, there.procedure, there.origin) == ("Đỗ Thị Ánh", BIRTH, f"appointments:{made.id}")


def test_a_leader_reads_but_books_nothing(desk: RehearsalDesk) -> None:
    a_line(desk)
    booked(desk, at(9))
    with Seat(desk) as seat:
        seat.sign_in("leader")
        press(seat, "Ctrl+F10")
        assert expected(seat) == [("09:00", "Nguyễn Văn Mẫu")]
        press(seat, "F6", "F7", "Ctrl+N", "Delete")
        assert not any(strip.isVisible() for strip in page(seat).strips.all)
    assert [each.state for each in appointments(desk)] == [State.BOOKED]
