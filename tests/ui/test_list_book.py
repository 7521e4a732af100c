"""The register book from the page of lists, by keys."""

from pathlib import Path

import openpyxl

from tests.desks import RehearsalDesk
from tests.ui.test_list import go, receive
from tests.ui.windows import Seat


def test_the_register_book_is_made_for_a_year(seat: Seat, desk: RehearsalDesk, tmp_path: Path) -> None:
    for name in ("Đặng Văn Một", "An Thị Hai"):
        receive(desk, name)
    page = go(seat)
    file = tmp_path / "so.xlsx"
    seat.hands.press("Ctrl+B")
    strip = page.to_book.strip
    assert strip.text("year") == "2026"
    strip.fields["to"].take_focus()
    seat.hands.press("Ctrl+A")
    seat.hands.type(str(file))
    seat.hands.press("Return")
    seat.settle()
    assert "2 hồ sơ" in seat.said
    sheet = openpyxl.load_workbook(file).worksheets[0]
    text = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "Đặng Văn Một" in " ".join(text)


def test_what_is_no_year_or_no_file_is_said_beside_its_field(seat: Seat, tmp_path: Path) -> None:
    page = go(seat)
    seat.hands.press("Ctrl+B")
    strip = page.to_book.strip
    seat.hands.press("Ctrl+A")
    seat.hands.type("nay")
    seat.hands.press("Return")
    assert strip.isVisible()
    strip.fields["year"].put("2026")
    strip.fields["to"].put(str(tmp_path / "so.odt"))
    strip.do_button.click()
    seat.settle()
    assert strip.isVisible()
    assert not list(tmp_path.glob("*.docx"))
