"""How a visit comes to the page: cards, earlier visits, forms put aside for somebody else."""

import pytest

from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.sent_back import SendBack, send_back
from desk_app.tickets.commands import begin
from tests.desks import RehearsalDesk, form
from tests.tickets.queueing import called, now, taken
from tests.ui.counter import dossiers, fill, go_to_counter, page_of, save
from tests.ui.windows import Seat
from ui.dossiers.registration.page import RegistrationPage

CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021"
OTHER_CARD = "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"
BARE_CARD = "093195004321||TRAN THI THU|01021995|Nu|Ap 2, Hoa My, Phung Hiep|25122021"
DEATH = "1.000656"


@pytest.fixture
def counter(seat: Seat) -> Seat:
    go_to_counter(seat)
    return seat


def scan(seat: Seat, card: str) -> RegistrationPage:
    """Let a scan come as from anywhere in the program."""
    seat.workspace.go("registration", f"scan:{card}")
    page = page_of(seat)
    number = card.partition("|")[0]
    seat.wait(lambda: page.filling.typed.id_number == number, f"the card was not read: {seat.said}")
    seat.settle()
    return page


def test_a_scanned_card_fills_the_person_from_whichever_field_it_hits(counter: Seat) -> None:
    page = page_of(counter)
    page.view.fields["note"].take_focus()
    counter.hands.type("Ghi ")
    counter.hands.type(CARD)
    counter.wait(lambda: page.filling.typed.name == "Trần Thị Thử", "the card was not read")
    typed = page.filling.typed
    assert (typed.name, typed.id_number, typed.birth, typed.sex) == (
        "Trần Thị Thử",
        "093195004321",
        "01/02/1995",
        "female",
    )
    assert typed.note == "Ghi "


def test_a_card_that_contradicts_itself_is_taken_with_a_warning(counter: Seat) -> None:
    counter.hands.type(CARD.replace("|Nữ|", "|Nam|"))
    counter.wait(lambda: page_of(counter).filling.typed.name == "Trần Thị Thử", "the card was not read")
    assert "Giới tính không khớp" in counter.said
    assert "Giới tính không khớp" in page_of(counter).view.fields["id_number"].trouble


def test_a_scan_from_anywhere_fills_the_person_and_leads_to_the_procedure(seat: Seat) -> None:
    page = scan(seat, CARD)
    assert (page.filling.typed.name, page.filling.typed.sex) == ("Trần Thị Thử", "female")
    assert page.view.picker.field.edit.hasFocus()


def test_a_name_without_marks_is_asked_for_and_never_taken_over(counter: Seat) -> None:
    page = scan(counter, BARE_CARD)
    assert (page.filling.typed.name, page.filling.typed.address) == ("", "")
    assert "TRAN THI THU" in page.view.fields["name"].trouble
    assert page.view.fields["name"].edit.hasFocus()
    counter.hands.type("Trần Thị Thử")
    assert page.view.fields["name"].trouble == ""
    counter.hands.press("Return")
    assert page.view.picker.field.edit.hasFocus()


def test_earlier_dossiers_are_shown_and_the_focus_stays(counter: Seat, desk: RehearsalDesk) -> None:
    person = Person(name="Trần Thị Thử", id_number="093195004321")
    officer = desk.accounts_by_role["officer"]
    register(desk.dossiers, by=officer, form=form(applicant=person), command_id=desk.journal.new_id())
    page = scan(counter, CARD)
    counter.wait(lambda: bool(page.view.known.list.rows), "nobody is known")
    assert page.view.known.list.rows[0].procedure == "Đăng ký khai sinh"
    assert page.view.picker.field.edit.hasFocus()


def test_another_persons_card_puts_the_half_typed_form_aside_and_one_key_brings_it_back(counter: Seat) -> None:
    fill(counter, name="Lê Thị Ví Dụ")
    page = scan(counter, OTHER_CARD)
    assert page.filling.typed.name == "Nguyễn Văn Mẫu"
    assert page.filling.typed.procedure == ""
    assert [each for each in page.view.asides.names if "Lê Thị Ví Dụ" in each]
    counter.hands.press("F7")
    counter.settle()
    assert (page.filling.typed.name, page.filling.typed.procedure) == ("Lê Thị Ví Dụ", "1.001193")
    assert [each for each in page.view.asides.names if "Nguyễn Văn Mẫu" in each]


def test_the_same_persons_card_completes_the_form_that_stands_there(counter: Seat) -> None:
    counter.hands.type("Trần Thị Thử")
    page = scan(counter, CARD)
    assert page.filling.typed.id_number == "093195004321"
    assert page.view.asides.names == ()


def test_a_second_f2_takes_the_next_visitor_and_keeps_the_half_typed_one_in_sight(counter: Seat) -> None:
    counter.hands.type("Lê Thị Ví Dụ")
    counter.hands.press("F2")
    counter.settle()
    page = page_of(counter)
    assert page.filling.typed.name == ""
    assert "Lê Thị Ví Dụ" in page.view.asides.names[0]


def test_coming_back_from_another_page_finds_the_half_typed_form(counter: Seat) -> None:
    counter.hands.type("Lê Thị Ví Dụ")
    counter.hands.press("F9")
    counter.hands.press("F2")
    counter.settle()
    assert page_of(counter).filling.typed.name == "Lê Thị Ví Dụ"
    assert page_of(counter).view.asides.names == ()


def test_forms_put_aside_are_there_again_after_another_sign_in(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("officer")
        go_to_counter(seat)
        seat.hands.type("Lê Thị Ví Dụ")
        scan(seat, OTHER_CARD)
    with Seat(desk) as seat:
        seat.sign_in("officer")
        go_to_counter(seat)
        assert page_of(seat).filling.typed.name == "Nguyễn Văn Mẫu"
        assert "Lê Thị Ví Dụ" in page_of(seat).view.asides.names[0]


def test_a_form_that_was_saved_leaves_the_list_of_half_typed_ones(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter, name="Lê Thị Ví Dụ")
    page = scan(counter, OTHER_CARD)
    counter.hands.press("F7")
    save(counter)
    counter.hands.press("F2")
    counter.settle()
    assert len(page.view.asides.names) == 1
    assert "Nguyễn Văn Mẫu" in page.view.asides.names[0]
    assert [each.registered.applicant.name for each in dossiers(desk)] == ["Lê Thị Ví Dụ"]


def test_a_card_scanned_into_the_authorised_persons_field_is_theirs(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter, name="Lê Thị Ví Dụ")
    page = page_of(counter)
    counter.hands.press("F8")
    page.view.fields["authorised"].take_focus()
    counter.hands.type(OTHER_CARD)
    counter.wait(lambda: page.filling.typed.authorised == "Nguyễn Văn Mẫu", "the card was not read")
    counter.hands.press("Ctrl+Return")
    assert "ủy quyền" in page.view.fields["authorised_paper"].trouble
    counter.hands.type("số 12, ngày 20/11/2026")
    save(counter)
    fact = dossiers(desk)[0].registered
    assert fact.authorised is not None
    assert (fact.applicant.name, fact.authorised.id_number) == ("Lê Thị Ví Dụ", "093085001234")
    assert "Văn bản ủy quyền số 12, ngày 20/11/2026" in [paper.name for paper in fact.papers]


def sent_back(desk: RehearsalDesk) -> str:
    woman = Person(name="Trần Thị Thử", id_number="093195004321", phone="0907123456")
    request = SendBack(form=form(applicant=woman, procedure=DEATH, papers=()), missing=("Giấy báo tử",))
    officer = desk.accounts_by_role["officer"]
    return send_back(desk.dossiers, by=officer, request=request, command_id=desk.journal.new_id()).subject


def test_who_was_sent_back_is_offered_their_request_and_it_fills_the_form(counter: Seat, desk: RehearsalDesk) -> None:
    sent_back(desk)
    page = scan(counter, CARD)
    counter.wait(lambda: "Giấy báo tử" in page.view.known.offer.text(), "no request was offered")
    counter.hands.press("Ctrl+E")
    counter.settle()
    typed = page.filling.typed
    assert (typed.procedure, typed.phone) == (DEATH, "0907123456")
    assert any(paper.name == "Giấy báo tử" and paper.required for paper in typed.papers)
    counter.hands.press("Return")
    counter.hands.press("Return")
    counter.wait(lambda: page.saved is not None, f"not saved: {counter.said}")
    assert "Đã bổ sung theo phiếu yêu cầu ngày 23/11/2026." in dossiers(desk)[0].registered.note


def test_an_earlier_request_opens_prefilled(seat: Seat, desk: RehearsalDesk) -> None:
    seat.workspace.go("registration", f"supplement:{sent_back(desk)}")
    page = page_of(seat)
    seat.wait(lambda: page.filling.typed.procedure == DEATH, "nothing was filled in")
    assert page.filling.typed.name == "Trần Thị Thử"
    assert page.view.papers.table.hasFocus()


def test_the_visit_of_a_called_number_is_written_down_at_its_ticket(seat: Seat, desk: RehearsalDesk) -> None:
    ticket = called(desk).id if taken(desk) else ""
    begin(desk.tickets, by=desk.accounts_by_role["officer"], ticket=ticket, command_id=desk.journal.new_id())
    seat.workspace.go("registration", f"ticket:{ticket}")
    seat.settle()
    assert "A001" in seat.said
    fill(seat)
    save(seat)
    assert now(desk, ticket).dossiers == (dossiers(desk)[0].id,)


def test_a_ticket_that_is_gone_hinders_no_dossier(seat: Seat, desk: RehearsalDesk) -> None:
    seat.workspace.go("registration", "ticket:01a201b5-0353-7000-b94b-57cd80c9eea9")
    seat.settle()
    fill(seat)
    save(seat)
    assert len(dossiers(desk)) == 1
    assert "Hồ sơ đã lưu" in seat.said


def test_coming_back_from_the_card_does_not_fill_the_request_in_again(seat: Seat, desk: RehearsalDesk) -> None:
    seat.workspace.go("registration", f"supplement:{sent_back(desk)}")
    page = page_of(seat)
    seat.wait(lambda: page.filling.typed.procedure == DEATH, "nothing was filled in")
    seat.hands.press("F9")
    seat.hands.press("Esc")
    seat.settle()
    assert (page_of(seat).filling.typed.procedure, page.view.asides.names) == (DEATH, ())
