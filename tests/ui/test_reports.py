"""The page of reports, worked by keys at a real desk."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier
from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.reports.freezing import list_frozen
from tests.desks import RehearsalDesk
from tests.dossiers.living import received
from tests.reports.units import UnitJournal, day, merged
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage
from ui.reports.page import ReportsPage
from ui.reports.words_state import with_text


@pytest.fixture
def dossiers(desk: RehearsalDesk) -> list[str]:
    """Give two dossiers of today, one of them settled and handed over."""
    found = [received(desk), received(desk, when="2026-11-23T09:00")]
    desk.time.advance(timedelta(minutes=5))
    for command in (issue_result, hand_over):
        command(desk.dossiers, by=desk.admin, dossier=found[0], command_id=desk.journal.new_id())
    return found


def press(seat: Seat, *keys: str) -> None:
    for key in keys:
        seat.hands.press(key)
        seat.settle()


def page(seat: Seat) -> ReportsPage:
    return seat.front(ReportsPage)


def shown(seat: Seat, about: str = "06:2026-11-01:2026-11-30") -> ReportsPage:
    """Open the page on a report, and return it."""
    seat.workspace.go("reports", about)
    seat.settle()
    return page(seat)


def stand_on(seat: Seat, row: int, column: int) -> None:
    figures = page(seat).views.table.figures
    figures.setFocus()
    figures.setCurrentIndex(figures.figures.index(row, column))


def test_a_figure_opens_its_rows_and_a_row_its_dossier(seat: Seat, dossiers: list[str]) -> None:
    shown(seat)
    stand_on(seat, 0, 1)
    press(seat, "Return")
    rows = page(seat).views.rows.table.rows
    assert [row.dossier for row in rows] == dossiers
    press(seat, "Return")
    assert seat.front(CardPage)


def test_escape_leads_from_the_rows_back_to_the_figure(seat: Seat, dossiers: list[str]) -> None:
    shown(seat)
    stand_on(seat, 0, 5)
    press(seat, "Return", "Escape")
    assert page(seat).views.table.figures.hasFocus()
    assert page(seat).views.table.figures.currentIndex().column() == 5
    assert dossiers


def test_every_figure_tells_a_screen_reader_what_it_is(seat: Seat, dossiers: list[str]) -> None:
    figures = shown(seat).views.table.figures.figures
    told = figures.data(figures.index(0, 1), 11)
    assert told == "Tiếp nhận: tổng số · Cư trú: 2"
    assert dossiers


def test_pages_of_tables_are_turned_by_keys_and_the_chart_is_walked(seat: Seat, dossiers: list[str]) -> None:
    made = shown(seat, "timeliness:2026-09-01:2026-11-30")
    press(seat, "Ctrl+PgDown")
    assert made.views.table.tables.currentText() == "Theo lĩnh vực"
    press(seat, "Ctrl+PgUp")
    assert made.views.table.tables.currentText() == "Theo đơn vị"
    assert dossiers


def test_a_chart_says_where_the_keyboard_stands(seat: Seat, desk: RehearsalDesk) -> None:
    unit = UnitJournal("H30.01", "UBND xã Một", at=day("2026-01-05"))
    for place in range(3):
        unit.dossier(day("2026-10-20"), result_days=3 + 10 * place)
    other = UnitJournal("H30.02", "UBND xã Hai", at=day("2026-01-05"))
    other.dossier(day("2026-10-20"))
    merged(desk, [unit, other])
    made = shown(seat, "timeliness:2026-10-01:2026-11-30")
    made.views.table.chart.setFocus()
    assert made.views.table.chart.said == "UBND xã Một: Trước hạn 1, Đúng hạn 0, Quá hạn 2"
    press(seat, "Right")
    assert made.views.table.chart.said == "UBND xã Hai: Trước hạn 1, Đúng hạn 0, Quá hạn 0"
    assert made.views.table.chart.accessibleDescription() == made.views.table.chart.said
    press(seat, "Right")
    assert made.views.table.chart.said.startswith("UBND xã Hai")


def test_a_report_is_written_as_word_with_the_edited_text(seat: Seat, dossiers: list[str], tmp_path: Path) -> None:
    made = shown(seat)
    assert made.shown is not None
    made.views.words.changed.emit(
        with_text(made.shown.words, ("closing",), "Xã đã nhận hơn {field.total.all} hồ sơ./.")
    )
    press(seat, "F6")
    assert made.moves.writing.text("to").endswith(".docx")
    made.moves.writing.fields["to"].put(str(tmp_path / "bao-cao.docx"))
    press(seat, "Return")
    texts = [each.text for each in Document(str(tmp_path / "bao-cao.docx")).paragraphs]
    assert "Xã đã nhận hơn 2 hồ sơ./." in texts
    assert str(tmp_path / "bao-cao.docx") in seat.said
    assert dossiers


def test_the_ending_of_the_file_follows_its_format(seat: Seat, dossiers: list[str], tmp_path: Path) -> None:
    made = shown(seat)
    press(seat, "F6")
    made.moves.writing.fields["to"].put(str(tmp_path / "bao-cao.docx"))
    press(seat, "Down", "Down", "Down")
    assert made.moves.writing.text("to") == str(tmp_path / "bao-cao.csv")
    press(seat, "Return")
    assert "Tiếp nhận: tổng số" in (tmp_path / "bao-cao.csv").read_text("utf-8-sig")
    press(seat, "F6")
    assert made.moves.writing.text("to").startswith(str(tmp_path))
    assert dossiers


def test_a_file_that_exists_is_written_over_only_at_a_second_enter(
    seat: Seat, dossiers: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "bao-cao.csv"
    file.write_text("của người khác", "utf-8")
    made = shown(seat)
    press(seat, "F6")
    made.moves.writing.fields["to"].put(str(file))
    press(seat, "Return")
    assert "Đã có tệp này" in made.moves.writing.fields["to"].trouble
    assert file.read_text("utf-8") == "của người khác"
    press(seat, "Return")
    assert file.read_text("utf-8-sig") != "của người khác"
    assert not made.moves.writing.isVisible()
    assert dossiers


def test_a_folder_that_is_none_is_said_beside_the_field(seat: Seat, dossiers: list[str], tmp_path: Path) -> None:
    made = shown(seat)
    press(seat, "F6")
    made.moves.writing.fields["to"].put(str(tmp_path / "khong-co" / "bao-cao.docx"))
    press(seat, "Return")
    assert "Không có thư mục" in made.moves.writing.fields["to"].trouble
    assert made.moves.writing.do_button.isEnabled()
    assert dossiers


def test_the_step_of_time_follows_the_period_until_somebody_wants_another(seat: Seat, dossiers: list[str]) -> None:
    made = shown(seat, "timeliness:2026-11-01:2026-11-30")
    titles = [table.title for table in made.views.table.report.tables] if made.views.table.report else []
    assert "Theo tuần" in titles
    bar = made.choosing.bar
    assert bar.step.isVisible()
    bar.step.setFocus()
    press(seat, "Down", "Down")
    assert made.views.table.report is not None
    assert made.views.table.report.table("month").head == "Tháng"
    shown(seat, "06:2026-11-01:2026-11-30")
    assert not bar.step.isVisible()
    assert dossiers


def test_a_rating_opens_nothing_and_says_why(seat: Seat) -> None:
    made = shown(seat, "ratings:2026-11-01:2026-11-30")
    made.views.table.figures.setFocus()
    press(seat, "Return")
    assert "Không mở được từng phiếu đánh giá" in seat.said
    assert made.views.is_report


def test_a_look_up_is_opened_with_who_looked_and_leads_to_the_dossier(
    qapp: QApplication, desk: RehearsalDesk, dossiers: list[str]
) -> None:
    officer, id_ = desk.accounts_by_role["officer"], desk.journal.new_id()
    about = about_dossier(dossiers[0])
    look_up_logged(desk.accounts, by=officer, about=about, how="card", command_id=id_)
    with Seat(desk) as seat:
        seat.sign_in("leader")
        made = shown(seat, "access:2026-11-01:2026-11-30")
        report = made.views.table.report
        assert report is not None
        at = next(at for at, row in enumerate(report.table("officer").rows) if row.key == officer)
        stand_on(seat, at, 1)
        press(seat, "Return")
        (row,) = made.views.rows.table.rows
        assert (row.code, row.name) == ("Thẻ hồ sơ", desk.accounts.present_book().get(officer).name)
        press(seat, "Return")
        assert seat.front(CardPage)
    assert qapp


def test_a_text_is_edited_taken_and_refused_where_it_names_no_figure(seat: Seat, dossiers: list[str]) -> None:
    made = shown(seat)
    press(seat, "Ctrl+T")
    rows = made.views.words.table.rows
    at = next(place for place, each in enumerate(rows) if each.path == ("closing",))
    made.views.words.table.selectRow(at)
    press(seat, "Return")
    assert made.views.words.editor.hasFocus()
    made.views.words.editor.setPlainText("Nhận hơn {field.total.all} hồ sơ.")
    press(seat, "Return")
    assert made.shown is not None
    assert made.shown.words.closing == "Nhận hơn {field.total.all} hồ sơ."
    made.views.words.editor.setPlainText("Nhận {field.total.khong_co} hồ sơ.")
    made.views.words.take_button.click()
    assert "khong_co" in made.views.words.trouble.text()
    assert made.shown.words.closing == "Nhận hơn {field.total.all} hồ sơ."
    assert dossiers


def test_a_report_is_frozen_listed_and_compared(seat: Seat, desk: RehearsalDesk, dossiers: list[str]) -> None:
    made = shown(seat)
    press(seat, "F7")
    made.moves.freezing.fields["note"].put("gửi cấp trên")
    press(seat, "Return")
    (seen,) = list_frozen(desk.reports, by=desk.admin)
    assert seen.note == "gửi cấp trên"
    assert seen.digest[:12] in seat.said
    press(seat, "F8")
    assert [each.id for each in made.views.frozen.copies.rows] == [seen.id]
    press(seat, "Return")
    assert made.views.frozen.verdict.text() == "Lập lại vẫn đúng từng con số như bản đã chốt."
    desk.time.advance(timedelta(minutes=5))
    for command in (issue_result, hand_over):
        command(desk.dossiers, by=desk.admin, dossier=dossiers[1], command_id=desk.journal.new_id())
    made.views.frozen.copies.setFocus()
    press(seat, "Return")
    assert "con số đã đổi" in made.views.frozen.verdict.text()
    assert dossiers[1] in {row.dossier for row in made.views.frozen.changes.rows}


def test_figures_that_changed_meanwhile_are_not_frozen_unseen(
    seat: Seat, desk: RehearsalDesk, dossiers: list[str]
) -> None:
    made = shown(seat)
    received(desk, when="2026-11-23T11:00")
    press(seat, "F7", "Return")
    assert "Số liệu đã khác lúc xem" in seat.said
    assert list_frozen(desk.reports, by=desk.admin) == ()
    assert made.moves.freezing.do_button.isEnabled()
    assert dossiers


def test_days_that_go_backwards_stand_below_their_field(seat: Seat) -> None:
    made = shown(seat)
    bar = made.choosing.bar
    bar.first.put("30/11/2026")
    bar.last.put("01/11/2026")
    press(seat, "Ctrl+R")
    assert "trước ngày đầu" in bar.last.trouble
    bar.last.put("30/11/2026")
    press(seat, "Return")
    assert bar.last.trouble == ""
    assert made.views.table.report is not None
    assert made.views.table.report.first_on == date(2026, 11, 30)
