"""What the page of shifts prints and writes to files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from desk_app.shifts import attendance
from desk_app.shifts.hours import thanks_of
from tests.desks import RehearsalDesk
from tests.shifts.rota import act, entered, issued, on
from tests.ui.planning import Planning, december, titles
from tests.ui.windows import Seat


@pytest.fixture
def planning(desk: RehearsalDesk) -> Iterator[Planning]:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        yield Planning(seat, desk)


def test_the_notice_is_written_as_a_word_file_with_its_signer(planning: Planning, tmp_path: Path) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    planning.press("Ctrl+P")
    planning.page.papers.strip.box.setCurrentIndex(1)
    planning.fill(signer="Bui Van Mau", folder=str(tmp_path))
    planning.press("Return")
    file = tmp_path / "thong-bao-lich-truc-2026-12.docx"
    assert file.name in planning.seat.said
    text = "\n".join(cell.text for table in docx.Document(str(file)).tables for row in table.rows for cell in row.cells)
    assert "Bui Van Mau" in text


@pytest.mark.parametrize(
    ("place", "name", "begins"),
    [
        (2, "thong-bao-lich-truc-2026-12.pdf", b"%PDF"),
        (3, "lich-treo-tuong-2026-12.pdf", b"%PDF"),
        (4, "lich-treo-tuong-A3-2026-12.pdf", b"%PDF"),
        (5, "lich-truc-2026-12.ics", b"BEGIN:VCALENDAR"),
        (6, "lich-truc-2026-12.xlsx", b"PK"),
        (7, "gio-truc-2026-12.xlsx", b"PK"),
    ],
)
def test_every_file_of_a_month_is_written(
    planning: Planning, tmp_path: Path, place: int, name: str, begins: bytes
) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    planning.press("Ctrl+P")
    planning.page.papers.strip.box.setCurrentIndex(place)
    planning.fill(folder=str(tmp_path))
    planning.press("Return")
    assert [file.name for file in tmp_path.iterdir() if file.suffix] == [name]
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_folder_that_is_none_is_said_beside_its_field(planning: Planning, tmp_path: Path) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    planning.press("Ctrl+P")
    planning.page.papers.strip.box.setCurrentIndex(2)
    planning.fill(folder=str(tmp_path / "khong-co"))
    planning.press("Return")
    assert "Không có thư mục" in planning.page.papers.strip.fields["folder"].trouble


def test_no_folder_at_all_is_none(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    planning.press("Ctrl+P")
    planning.page.papers.strip.box.setCurrentIndex(2)
    planning.page.papers.strip.fields["folder"].put("")
    planning.page.papers.strip.fields["signer"].take_focus()
    planning.press("Return")
    assert "Không có thư mục" in planning.page.papers.strip.fields["folder"].trouble


def test_a_file_that_cannot_be_replaced_leaves_nothing_half_done(planning: Planning, tmp_path: Path) -> None:
    entered(planning.desk)
    issued(planning.desk)
    (tmp_path / "lich-truc-2026-12.ics").mkdir()
    planning.come("2026-12")
    planning.press("Ctrl+P")
    planning.page.papers.strip.box.setCurrentIndex(5)
    planning.fill(folder=str(tmp_path))
    planning.press("Return")
    assert "Không ghi được tệp" in planning.seat.said
    assert not list(tmp_path.glob(".*.part"))


def test_pocket_slips_and_the_sheet_to_sign_go_to_the_printer(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    planning.press("Ctrl+P", "Return", "Alt+1", "Ctrl+P")
    assert {"Phiếu nhắc lịch trực", "Danh sách ký trực"} <= titles(planning.desk)


def test_a_letter_of_thanks_is_written_for_an_organisation(planning: Planning, tmp_path: Path) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.desk.time.put(on(31))
    for seat in december(planning.desk):
        act(planning.desk, attendance.note_attendance, seat=seat.seat, attended="came")
    planning.come()
    planning.press("Alt+3", "Ctrl+T")
    planning.fill(signer="Bui Van Mau", folder=str(tmp_path))
    planning.press("Return")
    (file,) = tmp_path.glob("*.docx")
    assert len(thanks_of(planning.desk.shifts, date(2026, 1, 1), date(2026, 12, 31))) == 1
    assert "đã trực 2 lượt" in "\n".join(each.text for each in docx.Document(str(file)).paragraphs)
