"""The page of guidance, worked by keys at a real desk while holding a telephone."""

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from desk_app.dossiers.person import Person
from desk_app.guidance.contacts.contact import Contact
from desk_app.guidance.contacts.procedures import guided_procedures, put_procedure_list
from desk_app.guidance.contacts.reading import list_contacts, list_follow_ups
from desk_app.guidance.outreach.figures import outreach_figures
from desk_app.printing.tables import list_jobs
from tests.desks import RehearsalDesk
from tests.guidance.guiding import BIRTH, TODAY, a_line, guided
from tests.ui.windows import Seat, focused, press, typed
from ui.dossiers.registration.page import RegistrationPage
from ui.guidance.appointments.page import AppointmentsPage
from ui.guidance.log.page import LOG, OUTREACH, PROCEDURES, GuidancePage
from ui.guidance.log.state import Row


@pytest.fixture
def hotline(seat: Seat) -> Seat:
    """Give the page, ready for a call."""
    press(seat, "Ctrl+F6")
    return seat


def page(seat: Seat) -> GuidancePage:
    return seat.front(GuidancePage)


def rows(seat: Seat) -> tuple[Row, ...]:
    return page(seat).log.list.table.rows


def contacts(desk: RehearsalDesk) -> tuple[Contact, ...]:
    return list_contacts(desk.guidance, first_on=TODAY, last_on=TODAY)


def a_call(seat: Seat) -> None:
    """Take down who calls and what for, by keys alone."""
    typed(seat, "0907 123 456")
    press(seat, "Return")
    typed(seat, "Nguyen Van Mau")
    press(seat, "Return")
    typed(seat, "dks")
    press(seat, "Return")


def test_a_call_begins_in_the_field_of_the_telephone_number(hotline: Seat) -> None:
    assert focused() is page(hotline).log.form.fields["phone"].edit
    assert "Hôm nay chưa ghi lượt nào" in page(hotline).log.list.table.accessibleDescription()
    assert not page(hotline).log.text.copy_button.isEnabled()


def test_a_call_is_taken_down_by_keys_alone(hotline: Seat, desk: RehearsalDesk) -> None:
    a_call(hotline)
    assert focused() is page(hotline).log.form.papers
    press(hotline, "+", "+", "-")
    desk.time.advance(timedelta(minutes=3, seconds=20))
    press(hotline, "Return")
    typed(hotline, "Mang ban chinh")
    press(hotline, "Alt+M", "Ctrl+Return")
    (kept,) = contacts(desk)
    assert (kept.channel, kept.person, kept.procedure) == (
        "hotline",
        Person(name="Nguyen Van Mau", phone="0907123456"),
        BIRTH,
    )
    assert [paper.has for paper in kept.papers] == [True, True, False]
    assert (kept.advice, kept.minutes, kept.forms) == ("Mang ban chinh", 4, ("Tờ khai đăng ký khai sinh",))
    assert hotline.said.startswith("Đã ghi lượt hướng dẫn.")
    assert page(hotline).log.form.typed.is_empty
    assert [row.who for row in rows(hotline)] == ["Nguyen Van Mau"]


def test_the_channel_is_chosen_by_one_key_and_stays_for_the_next(hotline: Seat, desk: RehearsalDesk) -> None:
    press(hotline, "Alt+Z")
    for name in ("Mot", "Hai"):
        page(hotline).log.form.fields["advice"].take_focus()
        typed(hotline, name)
        press(hotline, "Ctrl+Return")
    assert [kept.channel for kept in contacts(desk)] == ["zalo", "zalo"]


def test_one_key_copies_the_text_for_zalo(hotline: Seat) -> None:
    press(hotline, "F6")
    assert hotline.said.startswith("Chưa có tin nào để sao chép.")
    a_call(hotline)
    press(hotline, "+", "F6")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("HƯỚNG DẪN: ĐĂNG KÝ KHAI SINH")
    assert " – đã có" in text
    assert "Ctrl+V" in hotline.said


def test_the_code_is_shown_large_and_gives_way_again(hotline: Seat) -> None:
    a_call(hotline)
    press(hotline, "F8")
    log = page(hotline).log
    assert log.text.shows_code
    assert log.list.isHidden()
    assert focused() is log.text.code
    press(hotline, "Escape")
    assert not log.text.shows_code
    assert focused() is log.form.papers
    assert not log.list.isHidden()


def test_the_leaflet_goes_to_the_printer(hotline: Seat, desk: RehearsalDesk) -> None:
    a_call(hotline)
    press(hotline, "F7")
    assert hotline.said == "Đang in tờ hướng dẫn."
    assert [job.title for job in list_jobs(desk.journal.reading())] == ["Tờ hướng dẫn thủ tục"]


def test_what_somebody_was_told_before_stands_there_while_the_number_is_typed(
    hotline: Seat, desk: RehearsalDesk
) -> None:
    guided(desk, procedure="1.000894")
    typed(hotline, "0907")
    assert page(hotline).log.form.earlier.text() == "Đã hướng dẫn 1 lần: 23/11/2026 Đăng ký kết hôn"


def test_a_wrong_number_is_refused_beside_its_field_and_nothing_is_written(hotline: Seat, desk: RehearsalDesk) -> None:
    typed(hotline, "123")
    page(hotline).log.form.fields["advice"].take_focus()
    typed(hotline, "x")
    press(hotline, "Ctrl+Return")
    assert "Số điện thoại" in page(hotline).log.form.fields["phone"].trouble
    assert contacts(desk) == ()


def test_a_day_to_ask_again_is_typed_as_it_is_said(hotline: Seat, desk: RehearsalDesk) -> None:
    a_call(hotline)
    fields = page(hotline).log.form.fields
    fields["follow_up_on"].take_focus()
    typed(hotline, "hom qua")
    press(hotline, "Ctrl+Return")
    assert "không phải là ngày" in fields["follow_up_on"].trouble
    press(hotline, "Ctrl+A")
    typed(hotline, "t6")
    press(hotline, "Return")
    typed(hotline, "Co giay chua")
    press(hotline, "Return")
    (kept,) = list_follow_ups(desk.guidance, date(2026, 12, 1))
    assert (kept.follow_up_on, kept.follow_up) == (date(2026, 11, 27), "Co giay chua")


def test_who_is_to_be_asked_again_stands_in_a_list_until_somebody_did(hotline: Seat, desk: RehearsalDesk) -> None:
    guided(desk, follow_up_on=TODAY, follow_up="Có giấy chưa")
    guided(desk, follow_up_on=date(2026, 11, 30))
    press(hotline, "F5", "Alt+L")
    assert [row.about for row in rows(hotline)] == ["Có giấy chưa"]
    assert focused() is page(hotline).log.list.table
    press(hotline, "Ctrl+H")
    typed(hotline, "mai den")
    press(hotline, "Return")
    assert hotline.said == "Đã ghi là đã hỏi lại."
    assert rows(hotline) == ()
    assert list_follow_ups(desk.guidance, TODAY) == ()


def test_a_follow_up_is_put_off_and_a_mistake_taken_back(hotline: Seat, desk: RehearsalDesk) -> None:
    guided(desk)
    press(hotline, "F5", "Alt+N", "Ctrl+T")
    typed(hotline, "+3")
    press(hotline, "Return")
    assert [each.follow_up_on for each in list_follow_ups(desk.guidance, date(2026, 12, 1))] == [date(2026, 11, 26)]
    press(hotline, "Delete")
    typed(hotline, "ghi nham")
    press(hotline, "Return")
    assert contacts(desk) == ()


def test_earlier_guidance_is_found_by_name_without_marks(hotline: Seat, desk: RehearsalDesk) -> None:
    guided(desk, person=Person(name="Đặng Thị Thử"))
    press(hotline, "Alt+F")
    typed(hotline, "dang thu")
    assert [row.who for row in rows(hotline)] == ["Đặng Thị Thử"]
    typed(hotline, "x")
    assert "Không tìm thấy ai" in page(hotline).log.list.table.accessibleDescription()


def test_a_call_becomes_an_appointment_without_typing_again(hotline: Seat, desk: RehearsalDesk) -> None:
    a_line(desk)
    a_call(hotline)
    press(hotline, "Ctrl+G")
    assert "Nguyen Van Mau" in hotline.front(AppointmentsPage).view.notice_words
    (kept,) = contacts(desk)
    press(hotline, "Return")
    strip = hotline.front(AppointmentsPage).strips.booking
    assert (strip.text("name"), strip.text("phone")) == ("Nguyen Van Mau", "0907123456")
    press(hotline, "Return")
    (row,) = [row for row in hotline.front(AppointmentsPage).table.rows if row.id]
    assert row.procedure == "Đăng ký khai sinh"
    assert kept.procedure == BIRTH


def test_a_call_becomes_a_dossier_without_typing_again(hotline: Seat) -> None:
    a_call(hotline)
    press(hotline, "Ctrl+D")
    typed_there = hotline.front(RegistrationPage).filling.typed
    assert (typed_there.name, typed_there.phone) == ("Nguyen Van Mau", "0907123456")
    assert typed_there.origin.startswith("guidance:")
    assert typed_there.procedure == BIRTH


def test_without_anything_to_go_on_with_a_person_is_told_so(hotline: Seat) -> None:
    press(hotline, "Ctrl+G")
    assert hotline.said.startswith("Chưa có lượt hướng dẫn nào để đi tiếp.")


def test_a_half_typed_call_waits_while_another_page_is_looked_at(hotline: Seat) -> None:
    a_call(hotline)
    press(hotline, "F4", "Ctrl+F6")
    assert page(hotline).log.form.typed.procedure == BIRTH
    press(hotline, "Ctrl+N")
    assert page(hotline).log.form.typed.is_empty


def test_a_procedure_outside_the_list_is_marked_and_comes_last(hotline: Seat, desk: RehearsalDesk) -> None:
    leader = desk.accounts_by_role["leader"]
    put_procedure_list(
        desk.guidance, by=leader, codes=("1.004884",), valid_from=TODAY, command_id=desk.journal.new_id()
    )
    press(hotline, "F5")
    page(hotline).log.form.picker.field.take_focus()
    typed(hotline, "dks")
    hits = page(hotline).log.form.picker.hits.rows
    assert [each.code for each in hits[:2]] == ["1.004884", BIRTH]
    press(hotline, "Down", "Return")
    assert page(hotline).log.form.picker.field.trouble == "Ngoài danh sách cơ quan hướng dẫn."


def test_an_officer_sees_the_list_of_procedures_but_a_leader_lays_it_down(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("leader")
        press(seat, "Ctrl+F6", "Alt+2")
        assert page(seat).tab == PROCEDURES
        assert len(page(seat).procedures.codes) == 37
        press(seat, "Space", "Ctrl+Return")
        typed(seat, "QD 12")
        press(seat, "Return")
        assert seat.said == "Đã lập danh sách thủ tục hướng dẫn."
    found = guided_procedures(desk.guidance, TODAY)
    assert (len(found.procedures), found.basis, found.valid_from) == (36, "QD 12", TODAY)


def test_an_officer_cannot_change_the_list(hotline: Seat) -> None:
    press(hotline, "Alt+2", "Space", "Ctrl+Return")
    assert len(page(hotline).procedures.codes) == 37
    assert not page(hotline).procedures.strip.isVisible()


def test_outreach_is_entered_counted_and_taken_back(hotline: Seat, desk: RehearsalDesk) -> None:
    press(hotline, "Alt+3")
    assert page(hotline).tab == OUTREACH
    assert "chưa ghi việc truyền thông nào" in page(hotline).outreach.table.accessibleDescription()
    press(hotline, "F6", "Down", "Tab")
    typed(hotline, "250")
    press(hotline, "Return")
    assert hotline.said == "Đã ghi việc truyền thông."
    first = date(2026, 1, 1)
    assert outreach_figures(desk.guidance, first_on=first, last_on=TODAY).views == 250
    press(hotline, "Delete")
    typed(hotline, "go nham")
    press(hotline, "Return")
    assert outreach_figures(desk.guidance, first_on=first, last_on=TODAY).views == 0


def test_followers_of_no_page_are_refused_beside_the_field(hotline: Seat) -> None:
    press(hotline, "Alt+3", "F6", "Down", "Down", "Return")
    assert "chưa có nội dung" in page(hotline).outreach.adding.fields["title"].trouble
    press(hotline, "Escape", "Alt+1")
    assert page(hotline).tab == LOG
