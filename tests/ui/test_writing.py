"""The writing table worked by hand: a card is scanned, a form filled, printed, written down, and handed on."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from desk_app.accounts.rules import Role
from desk_app.printing.tables import list_jobs
from desk_app.writing.reading import get_case, own_cases_today
from desk_app.writing.sitting import own_sittings
from tests.desks import RehearsalDesk
from tests.ui.windows import Seat, focused
from tests.writing.sitting_here import CARD_TEXT, sat, written
from ui.dossiers.registration.page import RegistrationPage
from ui.shell.scanning.thing import Heard
from ui.writing.page import WritingPage
from ui.writing.views import FORMS, OFFICE, OWN, TABLE


def at_the_table(seat: Seat, who: str = "volunteer") -> WritingPage:
    """Sign in and open the writing table."""
    seat.sign_in(who)
    seat.settle()
    seat.workspace.go("writing")
    seat.settle()
    return seat.front(WritingPage)


def scan(seat: Seat, text: str = CARD_TEXT) -> None:
    seat.workspace.scanning.take(Heard(text=text, source="port"))
    seat.settle()


def choose(seat: Seat, page: WritingPage, letters: str) -> None:
    """Type a few letters of a form and press Enter."""
    page.view.picker.field.take_focus()
    seat.hands.press("Ctrl+A")
    seat.hands.type(letters)
    seat.hands.press("Return")
    seat.settle()


def type_into(seat: Seat, page: WritingPage, key: str, text: str) -> None:
    page.view.fields.texts[key].take_focus()
    seat.hands.press("Ctrl+A")
    seat.hands.type(text)
    seat.settle()


def test_from_the_card_to_the_paper_and_the_case_by_keyboard_alone(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat)
        assert focused() is page.view.picker.field.edit
        scan(seat)
        assert page.view.name.text() == "Nguyễn Văn Mẫu"
        choose(seat, page, "ks")
        assert page.view.title.text() == "TỜ KHAI ĐĂNG KÝ KHAI SINH"
        assert page.view.fields.texts["name"].text == "Nguyễn Văn Mẫu"
        assert page.view.preview.page_count == 1
        type_into(seat, page, "child_name", "Be Vi Du")
        seat.hands.press("Ctrl+Return")
        seat.settle()
        assert "nội dung không lưu lại" in seat.said
        assert [job.title for job in list_jobs(desk.journal.reading())] == ["Tờ khai đăng ký khai sinh (đã điền)"]
        seat.hands.press("F7")
        seat.settle()
        assert page.asking.record.isVisible()
        seat.hands.press("Return")
        seat.settle()
        cases = own_cases_today(desk.writing, by=desk.accounts_by_role["volunteer"])
        assert [(case.person, case.forms) for case in cases] == [("Nguyễn Văn Mẫu", ("khai-sinh",))]
        assert page.table.sitting is None
        assert page.view.title.text() == ""
        assert [row.person for row in page.views.own.table.rows] == ["Nguyễn Văn Mẫu"]


def test_a_doubt_stands_below_its_field_while_typing(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat)
        choose(seat, page, "ct01")
        type_into(seat, page, "number", "0930")
        assert "đang có 4" in page.view.fields.texts["number"].trouble
        assert "xem lại" in page.view.doubts.text()
        type_into(seat, page, "number", "093085001234")
        assert page.view.fields.texts["number"].trouble == ""


def test_words_that_the_desk_spells_are_shown_in_their_empty_field(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat)
        choose(seat, page, "ks")
        type_into(seat, page, "born_on", "15/08/2026")
        hint = page.view.fields.texts["born_words"].edit.placeholderText()
        assert hint.startswith("Ngày mười lăm tháng tám")


def test_what_was_typed_is_there_again_after_a_restart(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat)
        choose(seat, page, "ct01")
        type_into(seat, page, "request", "Dang ky tam tru")
        page.leave()
        seat.settle()
    with Seat(desk) as seat:
        page = at_the_table(seat)
        seat.settle()
        assert page.view.fields.texts["request"].text == "Dang ky tam tru"


def test_another_card_begins_another_sitting_and_the_first_is_kept(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat)
        scan(seat)
        choose(seat, page, "ks")
        scan(seat, "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021")
        assert page.view.name.text() == "Trần Thị Thử"
        assert page.view.title.text() == ""
        kept = own_sittings(desk.writing, by=desk.accounts_by_role["volunteer"])
        assert len(kept) == 2


def test_a_helper_has_neither_the_offices_list_nor_a_way_to_a_dossier(desk: RehearsalDesk) -> None:
    written(desk, sat(desk, desk.accounts_by_role["officer"]))
    with Seat(desk) as seat:
        page = at_the_table(seat)
        assert len(page.views.radios) == OFFICE
        page.views.open_tab(OFFICE)
        seat.settle()
        assert page.views.tab == TABLE
        assert page.views.own.table.rows == ()
        assert not page.view.register_button.isVisible()
        assert not page.view.earlier_button.isVisible()
        assert seat.workspace.header.search is None
        scan(seat)
        seat.hands.press("F6")
        seat.settle()
        seat.front(WritingPage)


def test_an_officer_goes_on_to_registration_without_typing_anything_again(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat, "officer")
        scan(seat)
        choose(seat, page, "ks")
        seat.hands.press("F6")
        seat.settle()
        registration = seat.front(RegistrationPage)
        seat.settle()
        assert registration.view.person.fields["name"].text == "Nguyễn Văn Mẫu"
        cases = own_cases_today(desk.writing, by=desk.accounts_by_role["officer"])
        assert [case.outcome for case in cases] == ["written"]


def test_the_leader_sees_everybodys_cases_and_their_figures(desk: RehearsalDesk) -> None:
    written(desk, sat(desk), organisation="Hội Phụ nữ")
    with Seat(desk) as seat:
        page = at_the_table(seat, "leader")
        page.views.open_tab(OFFICE)
        seat.settle()
        assert [row.helper for row in page.views.office.table.rows] == ["Người Thử Volunteer (Hội Phụ nữ)"]
        shown = " ".join(widget.text() for widget in seat.widgets() if isinstance(widget, QLabel))
        assert "1 lượt" in shown
        assert "Hội Phụ nữ: 1" in shown


def test_a_case_is_put_right_and_taken_back_from_the_list(desk: RehearsalDesk) -> None:
    case = written(desk, sat(desk))
    with Seat(desk) as seat:
        page = at_the_table(seat)
        page.views.open_tab(OWN)
        seat.settle()
        seat.hands.press("F7")
        seat.settle()
        page.asking.correct.fields["minutes"].put("25")
        page.asking.correct.fields["reason"].put("quên bấm")
        page.asking.correct.do()
        seat.settle()
        assert get_case(desk.writing, case).minutes == 25
        seat.hands.press("Delete")
        seat.settle()
        page.asking.void.fields["reason"].put("ghi nhầm")
        page.asking.void.do()
        seat.settle()
        assert get_case(desk.writing, case).void
        assert [row.void for row in page.views.own.table.rows] == [True]


def test_minutes_that_are_no_number_are_refused_at_their_field(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat)
        scan(seat)
        seat.hands.press("F7")
        page.asking.record.fields["minutes"].put("lâu")
        page.asking.record.do()
        seat.settle()
        assert "không phải là số" in page.asking.record.fields["minutes"].trouble
        assert own_cases_today(desk.writing, by=desk.accounts_by_role["volunteer"]) == ()


def test_empty_sheets_are_printed_without_anybody_sitting(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat)
        page.view.picker.stand_on("ct01")
        seat.hands.press("Ctrl+P")
        seat.settle()
        page.asking.blank.fields["copies"].put("2")
        page.asking.blank.do()
        seat.settle()
        assert len(list_jobs(desk.journal.reading())) == 2


def test_a_new_file_is_on_the_shelf_at_the_next_f5_with_its_look(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat, "officer")
        page.views.open_tab(FORMS)
        seat.settle()
        before = len(page.views.forms.table.rows)
        desk.writing.own_forms.mkdir()
        form = {
            "key": "moi",
            "title": "MẪU MỚI TINH",
            "area": "justice",
            "source": "Mẫu của cơ quan",
            "sure": "text",
            "valid_from": "2026-01-01",
            "fields": [],
            "body": ["Chữ của mẫu."],
        }
        Path(desk.writing.own_forms, "moi.json").write_text(json.dumps(form), encoding="utf-8")
        Path(desk.writing.own_forms, "hong.json").write_text("{}", encoding="utf-8")
        seat.hands.press("F5")
        seat.settle()
        assert len(page.views.forms.table.rows) == before + 1
        assert "hong.json" in page.views.forms.unfit.text()
        place = next(at for at, row in enumerate(page.views.forms.table.rows) if row.key == "moi")
        page.views.forms.table.selectRow(place)
        seat.settle()
        assert page.views.forms.preview.page_count == 1


@pytest.mark.parametrize("role", [Role.VOLUNTEER, Role.OFFICER])
def test_every_control_has_a_name_to_be_read_out(desk: RehearsalDesk, role: Role) -> None:
    with Seat(desk) as seat:
        page = at_the_table(seat, role.value)
        choose(seat, page, "ct01")
        nameless = [edit for edit in page.findChildren(QLineEdit) if edit.isVisible() and not edit.accessibleName()]
        assert nameless == []
