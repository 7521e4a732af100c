from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QStandardPaths

from desk_app.dossiers.commands import finish_step, issue_result
from desk_app.dossiers.register import register
from desk_app.kernel.time_source import VIETNAM
from tests.desks import RehearsalDesk, form
from tests.ui.windows import Seat, focused
from ui.dossiers.card.page import CardPage
from ui.dossiers.list.page import ListPage

TODAY = date(2026, 11, 23)


def receive(desk: RehearsalDesk, name: str, procedure: str = "1.001193") -> str:
    officer = desk.accounts_by_role["officer"]
    return register(desk.dossiers, by=officer, form=form(name, procedure), command_id=desk.journal.new_id()).subject


def page(seat: Seat) -> ListPage:
    return seat.front(ListPage)


def go(seat: Seat, about: str = "") -> ListPage:
    seat.workspace.go("list", about)
    seat.settle()
    return page(seat)


def names(seat: Seat) -> list[str]:
    seat.settle()
    return [line.name for line in page(seat).table.rows]


@pytest.fixture
def three(seat: Seat, desk: RehearsalDesk) -> Seat:
    """Give a window at a desk with three dossiers, one of them settled."""
    for name in ("Đặng Văn Một", "An Thị Hai", "Dương Văn Ba"):
        made = receive(desk, name, "1.004194" if name.endswith("Ba") else "1.001193")
    officer = desk.accounts_by_role["officer"]
    issue_result(desk.dossiers, by=officer, dossier=made, command_id=desk.journal.new_id())
    return seat


def test_the_key_opens_what_still_stands_in_the_office(three: Seat) -> None:
    three.hands.press("F11")
    assert sorted(names(three)) == ["An Thị Hai", "Dương Văn Ba", "Đặng Văn Một"]
    assert page(three).title == "Chưa trả kết quả"
    assert page(three).total == 3
    assert focused() is page(three).table


def test_a_query_and_a_name_open_the_same_list(three: Seat) -> None:
    go(three, "due=waiting")
    assert (page(three).title, names(three)) == ("Chờ đến nhận", ["Dương Văn Ba"])
    go(three, "view:waiting")
    assert (page(three).title, names(three)) == ("Chờ đến nhận", ["Dương Văn Ba"])


def test_a_list_that_cannot_be_read_leaves_the_one_at_hand(three: Seat) -> None:
    go(three, "view:waiting")
    go(three, "due=soon")
    assert "không đọc được" in three.said
    assert (page(three).title, names(three)) == ("Chờ đến nhận", ["Dương Văn Ba"])


def test_enter_opens_the_card_and_esc_comes_back_to_the_same_row(three: Seat) -> None:
    go(three, "sort=name")
    three.hands.press("Down")
    three.hands.press("Return")
    three.settle()
    three.front(CardPage)
    three.hands.press("Esc")
    three.settle()
    current = page(three).table.current
    assert current is not None
    assert current.name == "Dương Văn Ba"


def test_a_filter_set_by_keys_narrows_the_list_and_esc_leads_back(three: Seat) -> None:
    three.hands.press("F11")
    three.settle()
    three.hands.press("F6")
    filters = page(three).filters
    assert focused() is filters.due.box
    three.hands.press("Tab")
    assert focused() is filters.status.box
    filters.status.box.setFocus()
    three.hands.press("End")
    assert names(three) == []
    assert page(three).total == 0
    assert focused() is filters.status.box
    three.hands.press("Esc")
    three.hands.press("Esc")
    assert len(names(three)) == 3


def test_days_are_typed_and_a_wrong_one_is_said_at_its_field(three: Seat, desk: RehearsalDesk) -> None:
    desk.time.advance(timedelta(days=7))
    receive(desk, "Người Sau")
    go(three, "view:all")
    three.hands.press("F6")
    first = page(three).filters.first
    first.take_focus()
    three.hands.type("31/02")
    three.hands.press("Return")
    three.settle()
    assert "không phải là ngày" in first.trouble
    assert len(names(three)) == 4
    first.take_focus()
    three.hands.press("Ctrl+A")
    three.hands.type("30/11")
    three.hands.press("Return")
    assert names(three) == ["Người Sau"]
    page(three).filters.clear_button.click()
    assert len(names(three)) == 4


def test_every_filter_shows_what_the_list_is_asked_for(three: Seat) -> None:
    asked = "due=no_result&status=2&procedure=1.001193&officer=me&return_by=counter&received=2026-11-01..2026-11-30"
    filters = go(three, f"{asked}&desk=this").filters
    assert [each.key for each in (filters.due, filters.status, filters.procedure)] == ["no_result", "2", "1.001193"]
    assert (filters.person.key, filters.part.key, filters.return_by.key) == ("me", "officer", "counter")
    assert (filters.unit.key, filters.day_kind.key) == ("desk:this", "received")
    assert (filters.first.text, filters.last.text) == ("01/11/2026", "30/11/2026")
    assert names(three) == ["An Thị Hai", "Đặng Văn Một"]


def test_the_order_is_chosen_and_is_vietnamese(three: Seat) -> None:
    three.hands.press("F11")
    three.settle()
    three.hands.press("Alt+S")
    page(three).order.setCurrentIndex(4)
    page(three).order.activated.emit(4)
    assert names(three) == ["An Thị Hai", "Dương Văn Ba", "Đặng Văn Một"]


def test_numbered_keys_open_the_lists_that_are_ready(three: Seat) -> None:
    three.hands.press("F11")
    three.settle()
    for key, title in (("Alt+1", "Quá hạn"), ("Alt+5", "Chờ đến nhận"), ("Alt+9", "Tiếp nhận hôm nay")):
        three.hands.press(key)
        three.settle()
        assert page(three).title == title


def save(seat: Seat, name: str) -> None:
    seat.hands.press("F7")
    seat.hands.press("Ctrl+A")
    seat.hands.type(name)
    seat.hands.press("Return")
    seat.settle()


def test_a_filter_is_saved_renamed_deleted_and_brought_back(three: Seat) -> None:
    go(three, "due=waiting&return_by=counter")
    save(three, "Chờ ở quầy")
    assert (page(three).title, names(three)) == ("Chờ ở quầy", ["Dương Văn Ba"])
    save(three, "Chờ tại quầy")
    assert page(three).title == "Chờ tại quầy"
    three.hands.press("Ctrl+Del")
    three.settle()
    assert "Đã xóa bộ lọc «Chờ tại quầy»" in three.said
    assert names(three) == ["Dương Văn Ba"]
    three.hands.press("Ctrl+Z")
    three.settle()
    assert page(three).title == "Chờ tại quầy"
    go(three, "view:waiting")
    go(three, "view:Chờ tại quầy")
    assert names(three) == ["Dương Văn Ba"]


def test_a_list_of_the_program_cannot_be_deleted(three: Seat) -> None:
    go(three, "view:waiting")
    three.hands.press("Ctrl+Del")
    three.settle()
    assert "có sẵn" in three.said


def test_what_is_written_elsewhere_shows_at_the_next_look(three: Seat, desk: RehearsalDesk) -> None:
    go(three, "view:waiting")
    officer = desk.accounts_by_role["officer"]
    finish_step(desk.dossiers, by=officer, dossier=receive(desk, "Người Mới"), command_id=desk.journal.new_id())
    three.hands.press("F5")
    assert sorted(names(three)) == ["Dương Văn Ba", "Người Mới"]
    assert page(three).total == 2


def test_the_list_goes_to_excel_and_the_bar_says_where(three: Seat, tmp_path: Path) -> None:
    go(three, "view:open")
    three.hands.press("F8")
    assert focused() is page(three).to_excel.strip.fields["folder"].edit
    three.hands.press("Ctrl+A")
    three.hands.type(str(tmp_path))
    three.hands.press("Return")
    three.settle()
    assert "Đã xuất 3 hồ sơ, đếm lại trong tệp: đủ." in three.said
    (file,) = tmp_path.glob("*.xlsx")
    assert str(file) in three.said
    book = openpyxl.load_workbook(file)
    assert book.worksheets[0].max_row == 4
    book.close()


def test_a_folder_that_is_none_is_said_at_its_field(three: Seat, tmp_path: Path) -> None:
    go(three, "view:open")
    three.hands.press("F8")
    three.hands.press("Ctrl+A")
    three.hands.type(str(tmp_path / "nowhere"))
    three.hands.press("Return")
    three.settle()
    strip = page(three).to_excel.strip
    assert "Không có thư mục" in strip.fields["folder"].trouble
    assert strip.isVisible()


def test_the_folder_offered_first_is_that_of_documents(three: Seat) -> None:
    go(three, "view:open")
    three.hands.press("F8")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert page(three).to_excel.strip.text("folder") == documents


def test_an_old_year_is_written_out_and_today_by_its_hour(seat: Seat, desk: RehearsalDesk) -> None:
    receive(desk, "Người Nay")
    line = go(seat, "view:all").table.rows[0]
    assert (line.received, line.due) == ("hôm nay 08:15", "hôm nay 17:00")
    desk.time.put(datetime(2027, 1, 4, 8, 0, tzinfo=VIETNAM))
    seat.hands.press("F5")
    seat.settle()
    line = page(seat).table.rows[0]
    assert (line.received, line.due) == ("23/11/2026", "23/11/2026")
