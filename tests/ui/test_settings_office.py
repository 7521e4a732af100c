"""The sections of office, calendar, catalogue and wordings."""

from datetime import date
from pathlib import Path

import pytest

from desk_app.catalogue.files import read_catalogue, shipped_catalogue, write_catalogue
from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.register import register
from desk_app.kernel.records import changed
from desk_app.working_time.calendar import Calendar, DayOff, WorkedDay, WorkingYear
from desk_app.working_time.calendar_file import read_years
from tests.desks import RehearsalDesk, form
from tests.ui.settings_hands import enter, fill, seated, section, trouble
from tests.ui.windows import focused
from ui.settings.calendar.page import CalendarPage
from ui.settings.calendar.state import day_words, year_shown, year_words
from ui.settings.catalogue.page import CataloguePage
from ui.settings.forms.page import FormsPage
from ui.settings.office.page import OfficePage

TODAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 24)
YEAR = (
    "date,kind,name,makes_up_for,notice\n"
    "2026-11-26,off,Nghỉ tránh bão,,Công điện 1\n2026-11-24,off,Ngày Văn hóa,,Công điện 1\n"
)


def test_a_setting_is_put_from_a_day_on_and_its_history_names_who_did(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "office", OfficePage)
        page.table.selectRow([one.setting.key for one in page.table.rows].index("receipt_copies"))
        seat.hands.press("F7")
        fill(seat, page.setting, number="9")
        enter(seat)
        assert "không nhận giá trị «9»" in trouble(page.setting, "number")
        fill(seat, page.setting, number="3", valid_from="24/11/2026")
        enter(seat)
        assert page.table.current is not None
        assert (page.table.current.words, page.table.current.next) == ("2 liên", "3 liên, 24/11/2026")
        seat.hands.press("Ctrl+H")
        seat.settle()
        assert page.past.rows[0].who == "Trần Thị Thử"
        assert "3 liên từ 24/11/2026" in page.past.rows[0].words
    book = desk.office.present_book()
    assert [book.number_on("receipt_copies", day) for day in (TODAY, TOMORROW)] == [2, 3]


def test_the_office_is_described_anew_and_a_wrong_code_is_said_beside_it(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "office", OfficePage)
        seat.hands.press("F6")
        fill(seat, page.agency, hotline="1022", code="khong phai ma")
        enter(seat)
        assert "không phải là mã cơ quan" in trouble(page.agency, "code")
        fill(seat, page.agency, code="000.16.32.H49")
        enter(seat)
        assert not page.agency.isVisible()
    agency = desk.office.present_book().get_agency()
    assert (agency.hotline, agency.name) == ("1022", "Ủy ban nhân dân xã Hòa Mẫu")


def test_a_notice_is_looked_at_before_the_office_counts_by_it(desk: RehearsalDesk, tmp_path: Path) -> None:
    officer = desk.accounts_by_role["officer"]
    register(desk.dossiers, by=officer, form=form(procedure="1.004194"), command_id=desk.journal.new_id())
    file = tmp_path / "nghi.csv"
    file.write_text(YEAR, encoding="utf-8")
    with seated(desk) as seat:
        page = section(seat, "calendar", CalendarPage)
        seat.hands.press("F6")
        fill(seat, page.file, file=str(file))
        enter(seat)
        seat.wait(page.preview.isVisible, seat.said)
        assert "1 hồ sơ" in page.preview.summary.text()
        assert "26/11/2026" in [row.what for row in page.preview.table.rows]
        assert desk.working_time.present_calendar().is_working(date(2026, 11, 26))
        seat.hands.press("F7")
        seat.settle()
        assert not page.preview.isVisible()
    assert not desk.working_time.present_calendar().is_working(date(2026, 11, 26))


def test_a_year_is_written_and_the_same_file_changes_nothing(desk: RehearsalDesk, tmp_path: Path) -> None:
    file = tmp_path / "lich.csv"
    with seated(desk) as seat:
        page = section(seat, "calendar", CalendarPage)
        seat.hands.press("F8")
        fill(seat, page.export, file=str(tmp_path / "khong-co" / "lich.csv"))
        enter(seat)
        seat.wait(lambda: "Không ghi được" in trouble(page.export, "file"), seat.said)
        fill(seat, page.export, file=str(file))
        enter(seat)
        seat.wait(lambda: not page.export.isVisible(), seat.said)
        assert "lich.csv" in seat.said
        seat.hands.press("F6")
        fill(seat, page.file, file=str(file))
        enter(seat)
        seat.wait(page.preview.isVisible, seat.said)
        assert "0 ngày khác" in page.preview.summary.text()
    assert read_years(file) == (desk.working_time.present_calendar().year(2026),)


def test_a_file_that_is_no_calendar_is_said_beside_its_name(desk: RehearsalDesk, tmp_path: Path) -> None:
    with seated(desk) as seat:
        page = section(seat, "calendar", CalendarPage)
        seat.hands.press("F6")
        fill(seat, page.file, file=str(tmp_path / "khong-co.csv"))
        enter(seat)
        seat.wait(lambda: trouble(page.file, "file") != "", seat.said)
        assert page.file.do_button.isEnabled()


def test_arrows_walk_through_the_days_and_say_why_each_is_off(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "calendar", CalendarPage)
        assert page.day.text() == "Thứ hai 23/11/2026: Ngày làm việc"
        seat.hands.press("Right")
        assert "nghỉ – " in page.day.text()
        seat.hands.press("PgDown")
        assert page.view.on == date(2026, 12, 1)
        seat.hands.press("Ctrl+Right")
        seat.settle()
        assert "Chưa có lịch nghỉ năm 2027" in page.year_notice.text()


def test_a_year_knows_four_kinds_of_days() -> None:
    year = WorkingYear(
        year=2026,
        notice="Thông báo thử",
        days_off=(DayOff(on=date(2026, 1, 2), name="Nghỉ hoán đổi"),),
        worked_days=(WorkedDay(on=date(2026, 1, 10), name="Làm bù", makes_up_for=date(2026, 1, 2)),),
    )
    shown = year_shown(Calendar((year,)), 2026)
    assert [shown.days[place].kind for place in (0, 1, 2, 9)] == ["work", "off", "weekend", "worked"]
    assert day_words(shown.days[9]) == "Thứ bảy 10/01/2026: làm việc – Làm bù"
    assert shown.working_days == 261
    assert "Thông báo thử" in year_words(shown)


@pytest.fixture
def longer(tmp_path: Path) -> Path:
    """Give a catalogue file in which one procedure has another name from 1/12 on."""
    file = tmp_path / "danh-muc.xlsx"
    birth = next(each for each in shipped_catalogue() if each.code == "1.001193")
    write_catalogue(file, (changed(birth, name="Đăng ký khai sinh mới", valid_from=date(2026, 12, 1)),))
    return file


def test_a_catalogue_is_looked_at_before_it_is_taken_over(desk: RehearsalDesk, longer: Path) -> None:
    with seated(desk) as seat:
        page = section(seat, "catalogue", CataloguePage)
        seat.hands.press("F6")
        fill(seat, page.file, file=str(longer))
        enter(seat)
        seat.wait(page.preview.isVisible, seat.said)
        assert "1 thủ tục đổi" in page.preview.summary.text()
        assert "phiên bản mới, áp dụng từ 01/12/2026" in page.preview.table.rows[0].after
        assert desk.catalogue.present().find("1.001193", date(2026, 12, 2)) == _birth(desk)
        seat.hands.press("F7")
        seat.settle()
    found = desk.catalogue.present().find("1.001193", date(2026, 12, 2))
    assert found is not None
    assert found.name == "Đăng ký khai sinh mới"


def test_esc_at_what_a_file_would_change_leaves_everything_as_it_was(desk: RehearsalDesk, longer: Path) -> None:
    with seated(desk) as seat:
        page = section(seat, "catalogue", CataloguePage)
        seat.hands.press("F6")
        fill(seat, page.file, file=str(longer))
        enter(seat)
        seat.wait(page.preview.isVisible, seat.said)
        assert not page.table.isVisible()
        seat.hands.press("Esc")
        assert not page.preview.isVisible()
        assert focused() is page.table
        seat.hands.press("F7")
        seat.settle()
    assert desk.catalogue.present().find("1.001193", date(2026, 12, 2)) == _birth(desk)


def _birth(desk: RehearsalDesk) -> Procedure | None:
    return desk.catalogue.present().find("1.001193", TODAY)


def test_procedures_are_found_without_marks_and_shown_with_all_that_is_known(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "catalogue", CataloguePage)
        everything = len(page.table.rows)
        seat.hands.press("Ctrl+T")
        seat.hands.type("khai sinh")
        codes = [one.procedure.code for one in page.table.rows]
        assert "1.001193" in codes
        assert len(codes) < everything
        assert page.table.current is not None
        known = dict(page.table.current.lines)
        assert {"Giấy tờ", "Căn cứ", "Thời hạn", "Các phiên bản"} <= set(known)


def test_the_catalogue_of_today_is_written_as_excel_and_read_back(desk: RehearsalDesk, tmp_path: Path) -> None:
    file = tmp_path / "ra.xlsx"
    with seated(desk) as seat:
        page = section(seat, "catalogue", CataloguePage)
        seat.hands.press("F8")
        fill(seat, page.export, file=str(tmp_path / "khong-co" / "ra.xlsx"))
        enter(seat)
        assert "Không ghi được" in trouble(page.export, "file")
        fill(seat, page.export, file=str(file))
        enter(seat)
        assert "Đã ghi tệp ra.xlsx" in seat.said
    read = read_catalogue(file)
    assert read.problems == ()
    assert set(read.procedures) == set(desk.catalogue.present().current(TODAY))


def test_an_officer_reads_calendar_and_catalogue_and_imports_neither(desk: RehearsalDesk) -> None:
    with seated(desk, "officer") as seat:
        assert not section(seat, "calendar", CalendarPage).import_button.isEnabled()
        page = section(seat, "catalogue", CataloguePage)
        assert not page.import_button.isEnabled()
        seat.hands.press("F6")
        assert not page.file.isVisible()


def test_a_wording_is_typed_beside_the_picture_of_its_paper(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "forms", FormsPage)
        seat.wait(lambda: page.has_picture, "no picture was drawn")
        before = page.paper.pixmap().toImage()
        page.table.selectRow([one.wording.key for one in page.table.rows].index("receipt_note"))
        page.table.setFocus()
        seat.hands.press("Return")
        fill(seat, page.change, text="Nhận kết quả tại nhà: hỏi ở quầy.")
        seat.wait(lambda: page.paper.pixmap().toImage() != before, "the picture did not follow")
        enter(seat)
        assert page.table.current is not None
        assert page.table.current.words == "Nhận kết quả tại nhà: hỏi ở quầy."
    assert desk.office.present_book().words_on(TODAY).receipt_note == "Nhận kết quả tại nhà: hỏi ở quầy."


def test_a_wording_that_may_not_be_empty_says_so_and_goes_back_by_one_key(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "forms", FormsPage)
        assert not page.reset_button.isEnabled()
        seat.hands.press("F6")
        fill(seat, page.change, text="")
        enter(seat)
        assert trouble(page.change, "text")
        fill(seat, page.change, text="TRUNG TÂM PHỤC VỤ")
        enter(seat)
        assert desk.office.present_book().words_on(TODAY).desk_name == "TRUNG TÂM PHỤC VỤ"
        seat.hands.press("F8")
        enter(seat)
        assert not page.reset_button.isEnabled()
    assert desk.office.present_book().words_on(TODAY).desk_name == "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"
