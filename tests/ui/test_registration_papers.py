"""A missing paper turns the page into the supplement slip; nothing is typed twice and no code is used."""

import pytest

from desk_app.dossiers.sent_back import request_in
from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from tests.desks import RehearsalDesk
from tests.ui.counter import dossiers, draft_of, fill, go_to_counter, page_of, save
from tests.ui.windows import Seat
from ui.dossiers.registration.page import RegistrationPage

CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021"


@pytest.fixture
def counter(seat: Seat) -> Seat:
    go_to_counter(seat)
    return seat


def start(seat: Seat, procedure: str = "ks") -> RegistrationPage:
    """Pick a procedure for somebody; the keyboard then stands in the unticked checklist."""
    page = page_of(seat)
    seat.hands.type("Trần Thị Thử")
    seat.hands.press("Ctrl+T")
    seat.hands.type(procedure)
    seat.hands.press("Return")
    return page


def request_of(seat: Seat, desk: RehearsalDesk) -> SentBack:
    saved = page_of(seat).saved
    assert saved is not None
    return request_in(desk.dossiers, desk.journal.reading(), saved.id)


def test_one_paper_ticked_and_another_missing_makes_the_slip(counter: Seat, desk: RehearsalDesk) -> None:
    page = start(counter)
    assert page.view.name_on_save == "Lưu và in giấy hẹn"
    counter.hands.press("Space")
    assert page.view.name_on_save == "In phiếu bổ sung"
    assert page.view.slip.isVisible()
    assert "Giấy chứng sinh" in page.view.slip.missing.text()
    counter.hands.press("Return")
    counter.wait(lambda: page.saved is not None, f"not saved: {counter.said}")
    fact = request_of(counter, desk)
    assert [paper.name for paper in fact.papers] == ["Tờ khai đăng ký khai sinh"]
    assert "Giấy chứng sinh" in fact.missing
    assert dossiers(desk) == []
    counter.settle()
    assert draft_of(desk) is None


def test_the_slip_is_printed_and_the_page_says_so(counter: Seat, desk: RehearsalDesk) -> None:
    printer = Printer(name="Xem trước", kind="preview")
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())
    page = start(counter)
    counter.hands.press("Space")
    counter.hands.press("Return")
    counter.wait(lambda: "Phiếu bổ sung: đã in" in page.done.printing.text(), page.done.printing.text())
    assert any(file.name.startswith("sent_back-BS-261123") for file in desk.home.papers.iterdir())


def test_ticking_what_was_missing_turns_the_slip_back_into_a_dossier(counter: Seat) -> None:
    page = start(counter)
    counter.hands.press("Space")
    counter.hands.press("Ctrl+D")
    assert not page.view.slip.isVisible()
    assert page.view.name_on_save == "Lưu và in giấy hẹn"


def test_nothing_at_all_brought_is_one_key(counter: Seat, desk: RehearsalDesk) -> None:
    page = start(counter)
    counter.hands.press("Ctrl+B")
    counter.hands.press("Return")
    counter.wait(lambda: page.saved is not None, f"not saved: {counter.said}")
    assert request_of(counter, desk).papers == ()


def test_the_minus_asks_for_a_paper_that_only_some_need(counter: Seat, desk: RehearsalDesk) -> None:
    page = start(counter)
    counter.hands.press("Ctrl+D")
    names = [paper.name for paper in page.filling.typed.papers]
    for _step in range(names.index("Văn bản ủy quyền")):
        counter.hands.press("Down")
    counter.hands.press("-")
    counter.hands.press("Return")
    counter.wait(lambda: page.saved is not None, f"not saved: {counter.said}")
    assert request_of(counter, desk).missing == ("Văn bản ủy quyền",)


def test_the_slip_asks_for_more_with_its_own_reason_and_advice(counter: Seat, desk: RehearsalDesk) -> None:
    page = start(counter)
    counter.hands.press("Space")
    page.view.slip.another.take_focus()
    counter.hands.type("Tờ khai phải có chữ ký")
    counter.hands.press("Return")
    page.view.fields["reason"].take_focus()
    counter.hands.type("Tờ khai chưa ký")
    page.view.fields["advice"].take_focus()
    counter.hands.type("Ký trước mặt cán bộ")
    counter.hands.press("Return")
    counter.wait(lambda: page.saved is not None, f"not saved: {counter.said}")
    fact = request_of(counter, desk)
    assert fact.missing[-1] == "Tờ khai phải có chữ ký"
    assert (fact.reason, fact.advice) == ("Tờ khai chưa ký", "Ký trước mặt cán bộ")


def test_it_may_be_taken_in_nevertheless_with_the_reason_on_record(counter: Seat, desk: RehearsalDesk) -> None:
    page = start(counter)
    counter.hands.press("Space")
    counter.hands.press("Ctrl+B")
    assert page.view.name_on_save == "Lưu và in giấy hẹn"
    counter.hands.press("Ctrl+Return")
    assert "lý do" in page.view.fields["nevertheless_reason"].trouble
    counter.hands.type("Bệnh viện gửi giấy sau")
    counter.hands.press("Return")
    counter.wait(lambda: page.saved is not None, f"not saved: {counter.said}")
    note = dossiers(desk)[0].registered.note
    assert "còn thiếu: Giấy chứng sinh" in note
    assert note.endswith("Lý do: Bệnh viện gửi giấy sau")


def test_a_second_request_to_the_same_person_says_what_was_asked_then(counter: Seat, desk: RehearsalDesk) -> None:
    for visit in range(2):
        page = page_of(counter)
        counter.hands.type(CARD)
        counter.wait(lambda page=page: page.view.picker.field.edit.hasFocus(), "the card was not read")
        counter.hands.type("ks")
        counter.hands.press("Return")
        counter.hands.press("Space")
        if visit:
            counter.wait(lambda: "đã yêu cầu" in page_of(counter).view.slip.before.text(), "nothing was said")
            assert "Giấy chứng sinh" in page.view.slip.before.text()
        counter.hands.press("Return")
        counter.wait(lambda page=page: page.saved is not None, f"not saved: {counter.said}")
        fact = request_of(counter, desk)
        assert bool(fact.earlier) is bool(visit)
        counter.hands.press("F2")
        counter.settle()


def test_rare_fields_reach_the_dossier(counter: Seat, desk: RehearsalDesk) -> None:
    fill(counter)
    page = page_of(counter)
    assert not page.view.more.is_open
    counter.hands.press("F8")
    for attribute, text in (("subject", "Bé Mẫu"), ("email", "mau@vidu.vn"), ("fee_reason", "hộ nghèo")):
        page.view.fields[attribute].take_focus()
        counter.hands.type(text)
    page.view.more.channel.setFocus()
    counter.hands.press("Down")
    page.view.more.channel.activated.emit(page.view.more.channel.currentIndex())
    save(counter)
    fact = dossiers(desk)[0].registered
    assert fact.subject is not None
    assert (fact.subject.name, fact.applicant.email, fact.channel) == ("Bé Mẫu", "mau@vidu.vn", "post")
    assert (fact.fee, fact.fee_words) == (0, "miễn (hộ nghèo)")


def test_an_error_in_a_folded_field_folds_it_out(counter: Seat) -> None:
    fill(counter)
    page = page_of(counter)
    counter.hands.press("F8")
    page.view.fields["copies"].take_focus()
    counter.hands.type("x")
    counter.hands.press("F8")
    counter.hands.press("Ctrl+Return")
    assert page.view.more.is_open
    assert "không phải là số" in page.view.fields["copies"].trouble


def test_the_saved_page_says_why_this_date(counter: Seat) -> None:
    fill(counter, procedure="3t1")
    save(counter)
    done = page_of(counter).done
    assert done.due.text() == "17:00, thứ ba 08/12/2026"
    assert done.why.rows[0].reason == "Ngày nhận hồ sơ, không tính"
