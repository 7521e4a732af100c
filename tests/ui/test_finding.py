import pytest

from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.register import register
from desk_app.office.tables import RECEIPT_KEY, get_secret
from tests.desks import RehearsalDesk, form
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage
from ui.dossiers.find.page import FindPage
from ui.dossiers.find.state import wanted_of
from ui.home.page import HomePage

NAMES = ("Nguyễn Văn Đặng", "Trần Thị Thử", "Lê Thị Ví Dụ", "Đặng Thị Hằng")
CODE = "000.16.32.H49-261123-1002"


@pytest.fixture
def found(seat: Seat, desk: RehearsalDesk) -> Seat:
    officer = desk.accounts_by_role["officer"]
    for name in NAMES:
        register(desk.dossiers, by=officer, form=form(name), command_id=desk.journal.new_id())
    return seat


def names(seat: Seat) -> list[str]:
    seat.settle()
    return [hit.name for hit in seat.front(FindPage).table.rows]


def test_hits_come_while_typing_with_or_without_marks(found: Seat) -> None:
    found.hands.press("F3")
    found.hands.type("dang")
    assert sorted(names(found)) == ["Nguyễn Văn Đặng", "Đặng Thị Hằng"]
    found.hands.type(" h")
    assert names(found) == ["Đặng Thị Hằng"]


def test_typing_faster_than_the_desk_answers_shows_the_last_search_only(found: Seat) -> None:
    found.hands.press("Ctrl+K")
    for letter in "tran thi":
        found.hands.type(letter)
    assert names(found) == ["Trần Thị Thử"]
    assert found.workspace.header.text == "tran thi"


def test_arrows_choose_from_the_search_box_and_enter_opens_the_card(found: Seat) -> None:
    found.hands.press("F3")
    assert names(found) == list(reversed(NAMES))
    found.hands.press("Down")
    found.hands.press("Return")
    found.settle()
    card = found.front(CardPage)
    assert card.seen is not None
    assert card.seen.dossier.registered.applicant.name == "Lê Thị Ví Dụ"


def test_enter_before_the_hits_are_there_opens_the_first_of_them(found: Seat) -> None:
    found.hands.press("F3")
    found.hands.type("tran thi thu")
    found.hands.press("Return")
    found.settle()
    card = found.front(CardPage)
    assert card.seen is not None
    assert card.seen.dossier.registered.applicant.name == "Trần Thị Thử"


def test_letters_typed_outside_a_field_begin_a_search(found: Seat) -> None:
    found.front(HomePage).table.setFocus()
    found.hands.type("ví dụ")
    assert names(found) == ["Lê Thị Ví Dụ"]


def test_a_scanned_receipt_opens_its_card_from_anywhere(found: Seat, desk: RehearsalDesk) -> None:
    found.front(HomePage).table.setFocus()
    found.hands.type(receipt_text(CODE, get_secret(desk.journal.reading(), RECEIPT_KEY)))
    found.hands.press("Return")
    found.settle()
    card = found.front(CardPage)
    assert card.seen is not None
    assert card.seen.dossier.code == CODE


def test_a_forged_receipt_is_warned_of(found: Seat) -> None:
    found.hands.press("F3")
    found.hands.type(receipt_text(CODE, b"x" * 32))
    assert names(found) == ["Trần Thị Thử"]
    assert "chống giả" in found.front(FindPage).warning


def test_a_filter_narrows_the_search(found: Seat) -> None:
    found.hands.press("F3")
    found.hands.press("Alt+L")
    found.hands.press("End")
    assert names(found) == []
    found.hands.press("Home")
    assert len(names(found)) == len(NAMES)


def test_nothing_found_is_said(found: Seat) -> None:
    found.hands.press("F3")
    found.hands.type("không có ai tên này")
    assert names(found) == []
    found.hands.press("Return")
    found.front(FindPage)


@pytest.mark.parametrize(
    ("about", "title"),
    [("", "Hồ sơ mới nhất"), ("lan", "Tìm «lan»"), ("list:late", "Quá hạn"), ("list:nothing", "Tìm «list:nothing»")],
)
def test_the_title_says_what_is_shown(about: str, title: str) -> None:
    assert wanted_of(about, None).title == title
