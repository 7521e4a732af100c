from datetime import datetime, timedelta

import pytest

from desk_app.accounts.access_log import latest_access
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.kernel.time_source import VIETNAM
from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from tests.desks import RehearsalDesk, form
from tests.ui.counter import dossiers, fill, go_to_counter, page_of, save
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage

CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021"
BIRTH, LINKED = "1.001193", "2.000986"


@pytest.fixture
def counter(seat: Seat) -> Seat:
    go_to_counter(seat)
    return seat


def test_a_visit_is_taken_in_by_keys_alone(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    save(counter)
    dossier = dossiers(desk)[0]
    assert dossier.registered.applicant.name == "Nguyễn Văn Mẫu"
    assert dossier.registered.procedure == BIRTH
    assert [paper.name for paper in dossier.registered.papers][:2] == ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh"]
    assert page_of(counter).done.code.text() == "261123-1001"


def test_enter_leads_from_field_to_field_and_saves_from_the_checklist(counter: Seat, desk: RehearsalDesk) -> None:
    hands, page = counter.hands, page_of(counter)
    for text in ("Nguyễn Văn Mẫu", "093085001234", "05/03/1985"):
        hands.type(text)
        hands.press("Return")
    hands.press("Tab")
    hands.type("0907123456")
    hands.press("Return")
    hands.type("Ấp 1")
    hands.press("Return")
    assert page.view.picker.field.edit.hasFocus()
    hands.type("ks")
    hands.press("Return")
    hands.press("Return")
    assert page.view.name_on_save == "Lưu và in giấy hẹn"
    hands.press("Return")
    counter.wait(lambda: page.saved is not None, f"not saved: {counter.said}")
    fact = dossiers(desk)[0].registered
    assert (fact.applicant.birth_on, fact.applicant.sex, fact.applicant.phone) == ("1985-03-05", "male", "0907123456")
    assert [paper.name for paper in fact.papers][:2] == ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh"]


def test_enter_in_the_remark_saves_it_with_the_dossier(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    page = page_of(counter)
    page.view.fields["note"].take_focus()
    counter.hands.type("Gọi trước khi trả")
    counter.hands.press("Return")
    counter.wait(lambda: page.saved is not None, f"not saved: {counter.said}")
    assert dossiers(desk)[0].registered.note == "Gọi trước khi trả"


def test_a_second_enter_registers_nothing_more(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    counter.hands.press("Ctrl+Return")
    counter.hands.press("Ctrl+Return")
    counter.wait(lambda: page_of(counter).saved is not None, "not saved")
    counter.hands.press("Ctrl+Return")
    counter.settle()
    assert len(dossiers(desk)) == 1


def test_the_next_visitor_gets_an_empty_form_and_the_next_number(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    save(counter)
    counter.hands.press("F2")
    assert page_of(counter).filling.typed.name == ""
    fill(counter, name="Trần Thị Thử")
    save(counter)
    assert [each.code[-4:] for each in dossiers(desk)] == ["1002", "1001"]


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    page = page_of(counter)
    page.view.fields["id_number"].take_focus()
    counter.hands.type("0930850")
    counter.hands.press("Ctrl+Return")
    counter.settle()
    assert "12 chữ số" in page.view.fields["id_number"].trouble
    assert page.view.fields["id_number"].edit.hasFocus()
    assert dossiers(desk) == []


def test_without_a_name_or_a_paper_nothing_is_saved(counter: Seat, desk: RehearsalDesk) -> None:
    page = page_of(counter)
    counter.hands.press("Ctrl+Return")
    assert "Họ và tên" in page.view.fields["name"].trouble or "thủ tục" in page.view.picker.field.trouble
    counter.hands.press("Ctrl+T")
    counter.hands.type("ks")
    counter.hands.press("Return")
    page.view.fields["name"].take_focus()
    counter.hands.type("Nguyễn Văn Mẫu")
    counter.hands.press("Ctrl+Return")
    assert "Chưa kiểm giấy tờ" in page.view.papers.trouble.text()
    counter.settle()
    assert dossiers(desk) == []


def test_a_blocked_way_of_return_says_why(counter: Seat) -> None:
    fill(counter)
    details = page_of(counter).view.details
    assert not details.radio("home").isEnabled()
    assert "ký vào Sổ" in details.reason


def test_the_promised_date_follows_the_clock_past_three(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter, procedure="2.000815")
    view = page_of(counter).view
    assert view.promise.day.text() == "Thứ hai, 23/11/2026"
    desk.time.put(datetime(2026, 11, 23, 15, 1, tzinfo=VIETNAM))
    counter.wait(lambda: view.promise.day.text() == "Thứ tư, 25/11/2026", view.promise.day.text())
    assert "Nhận sau 15:00" in view.why.list.rows[0].reason


def test_a_linked_procedure_shows_every_agencys_date(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter, procedure="3t1")
    save(counter)
    legs = dossiers(desk)[0].registered.legs
    assert [leg.agency for leg in legs][1:3] == ["Bảo hiểm xã hội", "Công an"]


def test_a_term_that_nobody_stated_is_asked_for(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter, procedure="1.011606")
    page = page_of(counter)
    counter.hands.press("Ctrl+Return")
    assert page.view.fields["promised"].edit.hasFocus()
    counter.hands.type("30/11/2026")
    save(counter)
    assert dossiers(desk)[0].registered.due_on.isoformat() == "2026-11-30"


def test_the_same_request_twice_is_warned_of_in_place_and_leads_to_the_first(
    counter: Seat, desk: RehearsalDesk
) -> None:
    person = Person(name="Trần Thị Thử", id_number="093195004321")
    officer = desk.accounts_by_role["officer"]
    registration = form(applicant=person)
    written = register(desk.dossiers, by=officer, form=registration, command_id=desk.journal.new_id())
    counter.hands.type(CARD)
    counter.hands.press("Return")
    view = page_of(counter).view
    counter.wait(lambda: view.picker.field.edit.hasFocus(), "the card was not read")
    counter.hands.type("ks")
    counter.hands.press("Return")
    counter.wait(lambda: view.papers.duplicate_frame.isVisible(), "no warning")
    assert "261123-1001" in view.papers.duplicate.text()
    counter.hands.press("F6")
    counter.settle()
    assert counter.front(CardPage).seen is not None
    assert counter.front(CardPage).seen.dossier.id == written.subject  # type: ignore[union-attr]


def test_a_handwritten_form_entered_before_is_warned_of_and_leads_to_its_dossier(
    counter: Seat, desk: RehearsalDesk
) -> None:
    late = form(paper_number="GVT-07", received_at=desk.time.now() - timedelta(hours=1))
    officer = desk.accounts_by_role["officer"]
    written = register(desk.dossiers, by=officer, form=late, command_id=desk.journal.new_id())
    fill(counter)
    page = page_of(counter)
    counter.hands.press("F8")
    page.view.fields["paper_number"].take_focus()
    counter.hands.type("gvt-07")
    counter.wait(lambda: page.view.papers.duplicate_frame.isVisible(), "no warning")
    assert "gvt-07 đã nhập cho hồ sơ 261123-1001" in page.view.papers.duplicate.text()
    counter.hands.press("F6")
    counter.settle()
    assert counter.front(CardPage).seen is not None
    assert counter.front(CardPage).seen.dossier.id == written.subject  # type: ignore[union-attr]


def test_a_person_who_came_before_is_filled_in_on_request_and_that_look_is_logged(
    counter: Seat, desk: RehearsalDesk
) -> None:
    person = Person(name="Lê Thị Ví Dụ", id_number="092307000123", phone="0907000000", address="Khu vực 3")
    officer = desk.accounts_by_role["officer"]
    register(desk.dossiers, by=officer, form=form(applicant=person), command_id=desk.journal.new_id())
    page = page_of(counter)
    page.view.fields["id_number"].take_focus()
    counter.hands.type("092307000123")
    counter.wait(lambda: "1 hồ sơ" in page.view.known.words.text(), "not known")
    counter.hands.press("Ctrl+E")
    counter.settle()
    assert (page.filling.typed.name, page.filling.typed.phone) == ("Lê Thị Ví Dụ", "0907000000")
    looks = [each for each in latest_access(desk.accounts, by=desk.admin) if each.about == "person:***123"]
    assert len(looks) == 1, "seen, and filled in: one look"


def test_the_receipt_is_printed_and_the_page_says_so(counter: Seat, desk: RehearsalDesk) -> None:
    printer = Printer(name="Xem trước", kind="preview")
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())
    fill(counter)
    save(counter)
    counter.wait(lambda: "đã in" in page_of(counter).done.printing.text(), page_of(counter).done.printing.text())
    assert sorted(file.suffix for file in desk.home.papers.iterdir()) == [".bin", ".pdf", ".png", ".png"]


def test_a_dossier_is_saved_even_where_there_is_no_printer(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    save(counter)
    counter.wait(lambda: "chưa chọn máy in" in page_of(counter).done.printing.text(), "nothing was said")
    assert len(dossiers(desk)) == 1


def test_a_visit_on_paper_is_entered_later_with_its_own_time(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    page = page_of(counter)
    counter.hands.press("F8")
    page.view.fields["received"].take_focus()
    counter.hands.type("16:10 20/11/2026")
    page.view.fields["paper_number"].take_focus()
    counter.hands.type("GVT-07")
    save(counter)
    fact = dossiers(desk)[0].registered
    assert (fact.late, fact.paper_number, fact.received_at.isoformat()) == (True, "GVT-07", "2026-11-20T16:10:00+07:00")
