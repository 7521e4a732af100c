"""Scanning from any page: a scanner's keys never reach a field, and what they say goes where it belongs."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desk_app.dossiers.mark import receipt_text
from desk_app.office.tables import RECEIPT_KEY, get_secret
from tests.desks import RehearsalDesk
from tests.ui.counter import go_to_counter, page_of
from tests.ui.keyboard import BACK, CARD, CODE, ENTER, TAB, Keyboard, calm, press
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage
from ui.dossiers.find.page import FindPage
from ui.dossiers.registration.page import RegistrationPage
from ui.settings.page import SettingsPage
from ui.settings.scanner.page import ScannerPage
from ui.shell.pages import PAGES
from ui.writing.page import WritingPage
from ui.writing.views import TABLE


@pytest.mark.parametrize("every_ms", [0, 1, 5, 15])
@pytest.mark.parametrize("end", [ENTER, TAB, ""])
def test_a_receipt_opens_its_card_at_every_speed_with_or_without_enter(
    seat: Seat, receipt: str, every_ms: int, end: str
) -> None:
    seat.hands.press("F3")
    seat.settle()
    press(seat, receipt + end, every_ms=every_ms)
    calm(seat)
    card = seat.front(CardPage)
    assert card.seen is not None
    assert card.seen.dossier.code == CODE
    assert seat.workspace.header.text == ""


# The page of hand-overs takes a card itself: it may be the collector's. So does the writing table: whose papers are written.
ASK_FIRST = ("hand_over", "writing")


@pytest.mark.parametrize("key", [entry.key for entry in PAGES if entry.where != "hub" and entry.key not in ASK_FIRST])
def test_an_identity_card_opens_the_registration_from_every_page(seat: Seat, key: str) -> None:
    seat.workspace.go(key, "")
    seat.settle()
    assert seat.workspace.place[0] == key
    before, keys = field_texts(seat), Keyboard(seat)
    keys.press(CARD)
    assert field_texts(seat) == before
    keys.press(ENTER)
    calm(seat)
    seat.front(RegistrationPage)
    assert seat.workspace.place[0] == "registration"


def test_a_card_scanned_at_the_writing_table_fills_the_form_there(seat: Seat) -> None:
    seat.workspace.go("writing", "")
    seat.settle()
    press(seat, CARD + ENTER)
    calm(seat)
    page = seat.front(WritingPage)
    assert page.views.tab == TABLE
    sitting = page.table.sitting
    assert sitting is not None
    assert sitting.person is not None
    assert sitting.person.name == "Nguyễn Văn Mẫu"


def test_a_receipt_scanned_where_results_are_handed_over_stays_there(seat: Seat, receipt: str) -> None:
    seat.workspace.go("hand_over", "")
    seat.settle()
    press(seat, receipt + ENTER)
    calm(seat)
    assert seat.workspace.place[0] == "hand_over"
    assert not isinstance(seat.workspace.front, CardPage)
    assert "093" not in seat.said


def test_a_scan_into_a_field_leaves_the_field_as_it_was(seat: Seat, receipt: str) -> None:
    go_to_counter(seat)
    name = page_of(seat).view.person.fields["name"]
    name.take_focus()
    keys = Keyboard(seat)
    keys.press("Lan", every_ms=70)
    keys.wait(100)
    keys.press(receipt + ENTER, every_ms=2)
    calm(seat)
    seat.front(CardPage)
    assert name.text == "Lan"


def test_an_input_method_that_corrects_in_the_middle_is_named(seat: Seat) -> None:
    press(seat, f"DD-ASSET-00{BACK * 3}Đ|99{ENTER}")
    calm(seat)
    assert "Bộ gõ" in seat.said
    assert seat.workspace.header.text == "DD-ASSETĐ|99"


def test_a_garbled_scan_is_shown_kept_in_the_search_box_and_leads_to_the_set_up(seat: Seat) -> None:
    press(seat, "HS-âđẩ-đđăâêô" + ENTER)
    calm(seat)
    assert "HS-âđẩ-đđăâêô" in seat.said
    assert "bộ gõ" in seat.said
    assert seat.workspace.header.text == "HS-âđẩ-đđăâêô"
    press(seat, "tem|rách" + ENTER)
    calm(seat)
    assert seat.workspace.header.text == "tem|rách"
    seat.hands.press("Ctrl+J")
    calm(seat)
    settings = seat.front(SettingsPage)
    assert isinstance(settings.front, ScannerPage)


def test_the_next_good_scan_takes_what_was_left_out_of_the_search_box(seat: Seat, receipt: str) -> None:
    press(seat, "tem|rách" + ENTER)
    calm(seat)
    press(seat, receipt + ENTER)
    calm(seat)
    seat.front(CardPage)
    assert seat.workspace.header.text == ""


def test_an_unknown_code_is_searched_for(seat: Seat) -> None:
    press(seat, "8934563138165" + ENTER)
    calm(seat)
    seat.front(FindPage)
    assert seat.workspace.header.text == "8934563138165"
    assert "8934563138165" in seat.said


def test_a_forged_receipt_is_warned_of_and_a_misread_one_not_opened(seat: Seat, receipt: str) -> None:
    press(seat, receipt_text(CODE, b"x" * 32) + ENTER)
    calm(seat)
    seat.front(FindPage)
    assert "chống giả" in seat.said
    seat.hands.press("F4")
    seat.settle()
    wrong = receipt[:-1] + str((int(receipt[-1]) + 1) % 10)
    press(seat, wrong + ENTER)
    calm(seat)
    assert "đọc sai" in seat.said
    assert seat.workspace.place[0] == "home"


def test_a_receipt_of_another_desk_is_said_to_be_unknown(seat: Seat, desk: RehearsalDesk) -> None:
    other = receipt_text("000.16.32.H49-261123-2001", get_secret(desk.journal.reading(), RECEIPT_KEY))
    press(seat, other + ENTER)
    calm(seat)
    assert "không có hồ sơ 000.16.32.H49-261123-2001" in seat.said
    assert seat.workspace.header.text == "000.16.32.H49-261123-2001"


def test_nothing_opens_behind_the_lock(seat: Seat, receipt: str) -> None:
    before = seat.workspace.place
    seat.hands.press("Ctrl+L")
    seat.wait(lambda: seat.window.is_locked, "it did not lock")
    press(seat, receipt + ENTER)
    calm(seat)
    assert seat.workspace.place == before
    assert seat.window.is_locked


def test_a_leader_who_scans_a_card_sees_the_persons_dossiers(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("leader")
        press(seat, CARD + ENTER)
        calm(seat)
        seat.front(FindPage)
        assert seat.workspace.header.text == "093085001234"


def test_nothing_scanned_is_written_into_a_log(seat: Seat, desk: RehearsalDesk) -> None:
    for text in (CARD, "Quách Bí Mật|rách", "Quách Bí Mật 8934563138165"):
        press(seat, text + ENTER)
        calm(seat)
    for file in desk.home.folder.rglob("*"):
        if file.is_file():
            raw = file.read_bytes()
            assert "Bí Mật".encode() not in raw, file
            assert b"093085001234" not in raw, file


def field_texts(seat: Seat) -> list[str]:
    return [edit.text() for edit in seat.workspace.findChildren(QLineEdit)]
