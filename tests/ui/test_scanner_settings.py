"""Setting up the scanner: the trial code tells what garbles it, and a serial one is followed as it comes and goes."""

import os
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.scanner.trial_code import TRIAL_TEXT
from tests.desks import RehearsalDesk
from tests.scanner.garbling import ascii_only, layout_german
from tests.ui.keyboard import CARD, ENTER, calm, press
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage
from ui.dossiers.registration.page import RegistrationPage
from ui.settings.page import SettingsPage
from ui.settings.scanner.page import ScannerPage
from ui.shell.scanning.thing import Heard


class TestPort:
    """A scanner on a serial cable, played by a pseudo-terminal."""

    pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")

    def test_a_serial_scan_goes_the_same_way_and_a_pulled_cable_is_told(
        self, seat: Seat, receipt: str, tmp_path: Path
    ) -> None:
        scanner, computer = os.openpty()
        port = tmp_path / "ttyS"
        port.symlink_to(os.ttyname(computer))
        os.close(computer)
        page = open_section(seat)
        seat.hands.press("F7")
        page.port_sheet.inputs["scanner.other"].put(str(port))
        page.port_sheet.do()
        seat.wait(lambda: seat.desk.scanner.watch.state.state == "open", "the port did not open")
        page.tick(seat.desk.journal.time.now())
        assert f"Đang nghe cổng {port}, 9600" in page.view.words
        os.write(scanner, TRIAL_TEXT.encode() + b"\r")
        seat.wait(lambda: "đang dùng tốt" in page.view.words, "the trial did not arrive")
        os.write(scanner, receipt.encode() + b"\r\n")
        seat.wait(lambda: isinstance(seat.workspace.front, CardPage), "the card did not open")
        seat.settle()
        os.close(scanner)
        seat.wait(lambda: "Mất kết nối" in seat.said, "the pulled cable was not told")
        assert str(port) in seat.said

    def test_a_port_that_sends_no_utf8_is_told(self, seat: Seat) -> None:
        seat.workspace.scanning.take(Heard(text="Nguy\xe1n|V\xe2n", source="port", was_broken=True))
        calm(seat)
        assert "UTF-8" in seat.said


def test_the_section_says_how_the_scanner_stands_and_keeps_it(seat: Seat, desk: RehearsalDesk) -> None:
    page = open_section(seat)
    assert "Chưa thử" in page.view.words
    press(seat, ascii_only(TRIAL_TEXT))
    calm(seat)
    assert "Mất dấu" in page.view.words
    assert "Thiếu Enter" in page.view.words
    assert desk.scanner.settings().findings == ("marks_lost", "no_enter")
    press(seat, TRIAL_TEXT + ENTER, every_ms=1)
    calm(seat)
    assert "đang dùng tốt. Thử lần cuối lúc 08:15 23/11/2026" in page.view.words
    assert seat.said == "Máy quét gửi đúng từng chữ."
    assert desk.scanner.settings().verdict == "good"


def test_the_section_reads_a_scanner_as_slow_as_a_person(seat: Seat) -> None:
    page = open_section(seat)
    seat.hands.type(TRIAL_TEXT)
    seat.hands.press("Return")
    calm(seat)
    assert "chậm như người" in page.view.words
    assert page.view.box.text() == ""


def test_an_input_method_gets_no_say_where_the_trial_is_scanned(seat: Seat) -> None:
    page = open_section(seat)
    assert page.view.box.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_something_else_than_the_trial_is_told_and_changes_nothing(seat: Seat, desk: RehearsalDesk) -> None:
    open_section(seat)
    press(seat, "8934563138165" + ENTER)
    calm(seat)
    assert "không phải mã thử" in seat.said
    assert desk.scanner.settings().verdict == "untested"


def test_a_foreign_keyboard_is_repaired_after_its_trial(seat: Seat) -> None:
    open_section(seat)
    press(seat, layout_german(ascii_only(TRIAL_TEXT)) + ENTER)
    calm(seat)
    press(seat, layout_german(ascii_only(CARD)) + ENTER)
    calm(seat)
    seat.front(RegistrationPage)


def test_the_trial_code_on_the_screen_can_be_scanned(seat: Seat) -> None:
    page = open_section(seat)
    picture = page.view.code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size = (picture.width(), picture.height())
    grey = Image.frombuffer("L", size, bytes(picture.constBits()), "raw", "L", picture.bytesPerLine(), 1)
    assert [found.text for found in zxingcpp.read_barcodes(grey)] == [TRIAL_TEXT]


def test_the_trial_code_is_printed(seat: Seat, desk: RehearsalDesk) -> None:
    open_section(seat)
    seat.hands.press("F6")
    calm(seat)
    assert "chưa có máy in" in seat.said
    printer = Printer(name="Xem trước", kind="preview")
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())
    seat.hands.press("F5")
    seat.settle()
    seat.hands.press("F6")
    calm(seat)
    assert "Đã gửi" in seat.said
    (slip,) = desk.home.papers.glob("scanner-trial-*.png")
    assert [found.text for found in zxingcpp.read_barcodes(Image.open(slip))] == [TRIAL_TEXT]


def open_section(seat: Seat) -> ScannerPage:
    seat.workspace.go("settings", "scanner")
    seat.settle()
    section = seat.front(SettingsPage).front
    assert isinstance(section, ScannerPage)
    return section
