"""A whole day in the real program: a process of its own, a real file, a printer on the network, two kinds of scanner."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import zxingcpp

from desk_app.desk import open_desk
from desk_app.kernel.paths import Home
from desk_app.scanner.profile import Port
from tests.cli.command_line import desk_process, environment
from tests.journeys.office import DOTS, PrinterProcess, founded, whole_sheets, with_printer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal stands for the scanner's cable")

CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021"
LOGIN, PASSWORD = "quantri", "sen-hong-2026"


@pytest.fixture
def cable() -> Iterator[tuple[int, str]]:
    """Give the scanner's end of a cable, and the name of the computer's end."""
    scanner, computer = os.openpty()
    yield scanner, os.ttyname(computer)
    os.close(scanner)
    os.close(computer)


def test_a_day_in_the_window(tmp_path: Path, printer: PrinterProcess, cable: tuple[int, str]) -> None:
    scanner, port = cable
    home = with_printer(founded(tmp_path / "home", "--admin", LOGIN, "--password-stdin", stdin=PASSWORD), printer)
    everything_may_be_done(home, port)
    said: list[str] = []
    for line in day(tmp_path, home):
        said.append(line)
        if line == "want card":
            os.write(scanner, f"{CARD}\r".encode())
        if line == "want receipt":
            os.write(scanner, f"{text_of_the_second_receipt(printer)}\r".encode())
    codes = [line.split()[1] for line in said if line.startswith("saved ")]
    assert said == [
        *("signed in", "want card", f"saved {codes[0]}", f"saved {codes[1]}", "sent back", "settled"),
        *("want receipt", "rated", "exported", "closing"),
    ]
    what_is_left(home, tmp_path, codes)


def everything_may_be_done(home: Path, port: str) -> None:
    """Give the administrator the counter's work too, a password of their own, and the scanner at its port."""
    changed = desk_process("people", "change", LOGIN, "--role", "officer", "--role", "administrator", "--home", home)
    assert changed.code == 0, changed.err
    desk = open_desk(Home(home))
    desk.scanner.use(port=Port(name=port, baud=115200), prefix="", suffix="")
    desk.close()


def day(folder: Path, home: Path) -> Iterator[str]:
    """Run the program and yield what it says came true; fail with its last words when it did not live to the end."""
    (folder / "excel").mkdir()
    command = [sys.executable, "-m", "tests.journeys.window_day", str(home), LOGIN, PASSWORD, str(folder / "excel")]
    settings = environment(XDG_CONFIG_HOME=str(folder / "config"), QT_QPA_PLATFORM="offscreen")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=settings) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        for line in running.stdout:
            yield line.strip()
        complaints = running.stderr.read()
    assert running.returncode == 0, complaints
    assert complaints == ""


def text_of_the_second_receipt(printer: PrinterProcess) -> str:
    """Read the QR of the receipt that the citizen took home, from what reached the printer."""
    pictures = [sheet.picture(DOTS) for job in printer.jobs() for sheet in whole_sheets(job)]
    texts = [found.text for picture in pictures for found in zxingcpp.read_barcodes(picture.convert("L"))]
    return next(text for text in texts if "-1002-" in text)


def what_is_left(home: Path, folder: Path, codes: list[str]) -> None:
    """The data is sound, nothing was logged, and the file holds what the list showed."""
    assert not (home / "desk.log").exists(), (home / "desk.log").read_text()
    assert desk_process("journal", "verify", "--home", home, "--json").only["ok"] is True
    shown = desk_process("dossiers", "show", codes[1], "--home", home, "--json").only
    assert shown["status"] == "handed_over"
    figures = desk_process("surveys", "figures", "--from", "2026-01-01", "--to", "2126-12-31", "--home", home, "--json")
    assert figures.only["total"] == 1
    (file,) = (folder / "excel").glob("*.xlsx")
    rows = openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)
    assert any(str(value).endswith("1001") for row in rows for value in row)
