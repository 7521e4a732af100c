from datetime import timedelta

import pytest

from tests.desks import RehearsalDesk
from tests.ui.cards import Card, opened_card
from tests.ui.windows import Seat, focused
from ui.shell.scanning.thing import Heard


@pytest.fixture
def card(seat: Seat, desk: RehearsalDesk) -> Card:
    return opened_card(seat, desk)


def correct(card: Card, field: str, text: str, reason: str = "gõ nhầm") -> None:
    card.press("Ctrl+E")
    edit = card.page.form.view.fields[field]
    edit.take_focus()
    card.press("Ctrl+A")
    card.seat.hands.type(text)
    card.page.form.reason.take_focus()
    card.seat.hands.type(reason)


def test_a_correction_shows_old_and_new_before_it_is_saved(card: Card) -> None:
    correct(card, "applicant.phone", "0907 123 456")
    form_ = card.page.form
    card.seat.wait(lambda: bool(form_.changes.rows), "no preview")
    assert [(row.label, row.old, row.new) for row in form_.changes.rows] == [("Điện thoại", "–", "0907123456")]
    assert form_.reissue.isChecked()
    card.press("Return")
    assert not card.page.is_correcting
    assert card.now().registered.applicant.phone == "0907123456"
    assert card.now().edition == 2
    assert "Sửa Điện thoại" in card.page.view.history.rows[0].words
    assert [sheet.replaced for sheet in card.page.view.sheets.rows] == [False, True]


def test_what_the_receipt_does_not_show_asks_for_no_new_one(card: Card) -> None:
    correct(card, "applicant.birth_on", "05/03/1985")
    card.seat.wait(lambda: bool(card.page.form.changes.rows), "no preview")
    assert not card.page.form.reissue.isChecked()
    card.press("Return")
    assert (card.now().registered.applicant.birth_on, card.now().edition) == ("1985-03-05", 1)


def test_a_correction_without_a_reason_or_with_a_wrong_number_is_not_saved(card: Card) -> None:
    correct(card, "applicant.phone", "0907123456", reason="")
    card.press("Ctrl+Return")
    assert "Lý do sửa" in card.page.form.reason.trouble
    assert focused() is card.page.form.reason.edit
    card.page.form.view.fields["applicant.phone"].take_focus()
    card.press("Ctrl+A")
    card.seat.hands.type("12")
    field = card.page.form.view.fields["applicant.phone"]
    card.seat.wait(lambda: "Số điện thoại" in field.trouble, "nobody minds the number")
    assert not card.page.form.save_button.isEnabled()
    assert card.now().registered.applicant.phone == ""


def test_papers_are_put_right_line_by_line(card: Card) -> None:
    card.press("Ctrl+E")
    lines = card.page.form.papers.lines
    lines[0][0].setFocus()
    card.press("Ctrl+A", "Delete")
    lines[-1][0].setFocus()
    card.seat.hands.type("Sổ hộ khẩu")
    lines[2][2].setFocus()
    card.press("Ctrl+A")
    card.seat.hands.type("2")
    card.page.form.reason.take_focus()
    card.seat.hands.type("thiếu một giấy")
    card.press("Return")
    papers = [(paper.name, paper.originals, paper.copies) for paper in card.now().registered.papers]
    assert papers == [("Giấy chứng sinh", 1, 0), ("Sổ hộ khẩu", 1, 2)]


def test_another_procedure_shows_its_new_date_before_it_is_saved(card: Card) -> None:
    card.press("Ctrl+E")
    form_ = card.page.form
    box = form_.view.boxes["procedure"]
    box.setCurrentIndex(box.findText("Đăng ký tạm trú"))
    box.activated.emit(box.currentIndex())
    card.seat.wait(lambda: bool(form_.changes.rows), "no preview")
    labels = [row.label for row in form_.changes.rows]
    assert {"Thủ tục", "Ngày hẹn trả"} <= set(labels)
    assert "Đăng ký tạm trú" in [row.new for row in form_.changes.rows]


def test_esc_gives_a_correction_up_only_at_the_second_time(card: Card) -> None:
    correct(card, "applicant.phone", "0907123456")
    card.press("Esc")
    assert card.page.is_correcting
    assert "chưa lưu" in card.seat.said
    card.press("Esc")
    assert not card.page.is_correcting
    assert card.now().registered.applicant.phone == ""


def test_an_officer_does_not_move_the_due_date_and_a_leader_does(card: Card, desk: RehearsalDesk) -> None:
    card.press("Ctrl+E")
    assert not card.page.form.view.fields["due_at"].edit.isEnabled()
    with Seat(desk) as seat:
        seat.sign_in("leader")
        leader = Card(seat, desk, card.dossier)
        leader.open()
        correct(leader, "due_at", "16:00 15/12/2026", "chờ xác minh")
        leader.press("Return")
        assert leader.now().registered.due_at.isoformat() == "2026-12-15T16:00:00+07:00"
        assert "Người Thử Leader đổi ngày hẹn" in leader.page.view.why_note.text()


def test_the_card_says_that_a_missed_date_counts_though_it_was_set_anew(card: Card, desk: RehearsalDesk) -> None:
    due_on = card.now().registered.due_on
    desk.time.advance(timedelta(days=(due_on - desk.time.now().date()).days + 1))
    with Seat(desk) as seat:
        seat.sign_in("leader")
        leader = Card(seat, desk, card.dossier)
        leader.open()
        correct(leader, "due_at", "16:00 31/12/2026", "chờ xác minh")
        leader.seat.wait(lambda: bool(leader.page.form.counted.text()), "it is not said what the date counts as")
        assert "lần hẹn lại" in leader.page.form.counted.text()
        assert "vẫn tính quá hạn" in leader.page.form.counted.text()
        leader.press("Return")
        assert f"Hẹn {due_on:%d/%m/%Y} đã lỡ" in leader.page.view.why_note.text()


def test_the_applicants_card_fills_the_form_while_it_is_put_right(card: Card) -> None:
    card.press("Ctrl+E")
    text = "093085001234||Nguyễn Văn Mẫu Hai|05031985|Nam|Ấp 1, Hòa Mỹ|12082021"
    card.seat.workspace.scanning.take(Heard(text=text, source="port"))
    card.seat.settle()
    card.seat.wait(lambda: bool(card.page.form.changes.rows), "no preview")
    assert [row.new for row in card.page.form.changes.rows] == [
        "Nguyễn Văn Mẫu Hai",
        "093085001234",
        "05/03/1985",
        "Nam",
        "Ấp 1, Hòa Mỹ",
    ]
