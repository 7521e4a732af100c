"""Papers, printers, the queue and scans on the command line."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.cli.command_line import MORNING, Ran, desk, line
from tests.printing.fake_printer import fake_printer
from tests.printing.raster_decoder import sheets


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a registered dossier."""
    return str(desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=line()).only["code"])


def paper(home: Path, code: str, file: Path, *more: str) -> Ran:
    return desk("paper", "receipt", code, "--to", file, "--home", home, "--json", *more)


@pytest.mark.parametrize(("width", "dots"), [("80", 576), ("58", 384)])
def test_the_slip_s_picture_holds_the_code_to_scan(
    home: Path, code: str, tmp_path: Path, width: str, dots: int
) -> None:
    file = tmp_path / "slip.png"
    assert paper(home, code, file, "--width", width).only == {
        "file": str(file),
        "pages": 1,
        "kind": "receipt",
        "code": code,
    }
    with Image.open(file) as picture:
        assert picture.width == dots
        scanned = zxingcpp.read_barcodes(picture.convert("L"))
    assert [each.text.startswith(code) for each in scanned] == [True]
    verdict = desk("scan", scanned[0].text, "--home", home, "--json").only
    assert (verdict["kind"], verdict["code"], verdict["verdict"]) == ("receipt", code, "genuine")


def test_the_a5_paper_has_a_page_for_each_copy(home: Path, code: str, tmp_path: Path) -> None:
    file = tmp_path / "receipt.pdf"
    assert paper(home, code, file).only["pages"] == 2
    assert file.read_bytes().startswith(b"%PDF")


def test_the_printer_s_bytes_are_those_of_both_copies(home: Path, code: str, tmp_path: Path) -> None:
    file = tmp_path / "receipt.bin"
    assert paper(home, code, file).only["pages"] == 2
    assert len(sheets(file.read_bytes())) == 2


def test_another_kind_of_file_is_refused(home: Path, code: str, tmp_path: Path) -> None:
    ran = paper(home, code, tmp_path / "receipt.docx")
    assert (ran.code, ran.only["field"]) == (2, "to")


def test_a_file_that_cannot_be_written_is_trouble_with_the_disk(home: Path, code: str, tmp_path: Path) -> None:
    assert paper(home, code, tmp_path / "no folder" / "receipt.pdf").code == 6


def test_a_receipt_waits_in_the_queue_until_it_is_printed(home: Path) -> None:
    with fake_printer("normal") as printer:
        add = ("printers", "add", "Quầy 1", "--address", "127.0.0.1", "--port", str(printer.port), "--home", home)
        assert desk(*add, "--json").only["kind"] == "network"
        command = ("dossiers", "register", "--home", home, "--json")
        code = desk(*command, stdin=line()).only["code"]
        waiting = desk("queue", "list", "--home", home, "--json").only
        assert (waiting["state"], waiting["code"], waiting["printer"]) == ("waiting", code, "Quầy 1")
        assert desk("queue", "run", "--home", home, "--json").only["confirmed"] == 1
        assert len(printer.jobs()) == 1
        tested = desk("printers", "test", "Quầy 1", "--home", home, "--json")
        assert (tested.code, tested.only["state"]) == (0, "confirmed")
    assert desk("queue", "list", "--home", home, "--json").only["state"] == "confirmed"


def test_a_printer_that_is_off_keeps_its_jobs(home: Path) -> None:
    with fake_printer("refused") as printer:
        desk("printers", "add", "Tắt", "--address", "127.0.0.1", "--port", str(printer.port), "--home", home)
        desk("dossiers", "register", "--home", home, "--json", stdin=line())
        ran = desk("queue", "run", "--home", home, "--json")
        assert (ran.code, ran.only["offline"], ran.only["waiting"]) == (6, 1, 1)
        tested = desk("printers", "test", "Tắt", "--home", home, "--json")
        assert (tested.code, tested.only["state"]) == (6, "offline")


def test_a_job_goes_to_another_printer_or_is_called_off_for_a_reason(home: Path, code: str) -> None:
    job = desk("queue", "list", "--home", home, "--json").only["id"]
    desk("printers", "add", "Xem", "--kind", "preview", "--home", home)
    moved = desk("queue", "retry", job, "--printer", "Xem", "--home", home, "--json").only
    assert (moved["printer"], moved["state"]) == ("Xem", "waiting")
    assert desk("queue", "cancel", job, "--home", home, "--json").code == 2
    gone = desk("queue", "cancel", job, "--reason", "Đã viết tay", "--home", home, "--json").only
    assert (gone["state"], gone["reason"], gone["code"]) == ("cancelled", "Đã viết tay", code)
    assert desk("queue", "retry", job, "--home", home, "--json").code == 2
    assert desk("queue", "confirm", job, "--home", home, "--json").code == 2
    assert desk("queue", "retry", "none", "--home", home, "--json").code == 4


def test_printers_are_added_changed_listed_and_removed(home: Path) -> None:
    more = ("--home", home, "--json")
    assert desk("printers", "list", *more).lines == []
    desk("printers", "add", "Xem", "--kind", "preview", *more)
    changed = desk("printers", "add", "Xem", "--kind", "preview", "--width", "58", "--no-cutter", *more).only
    assert (changed["width_mm"], changed["cutter"]) == (58, False)
    assert [each["name"] for each in desk("printers", "list", *more).lines] == ["Xem"]
    assert desk("printers", "add", "Mạng", "--kind", "network", *more).only["field"] == "printer.address"
    assert desk("printers", "remove", "Xem", *more).only == {"name": "Xem", "removed": True}
    assert desk("printers", "remove", "Xem", *more).code == 4


CARD = "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"


def test_a_scan_says_what_it_is(home: Path) -> None:
    def scanned(text: str) -> dict[str, object]:
        return desk("scan", text, "--home", home, "--json").only

    card = scanned(CARD)
    assert card["kind"] == "identity_card"
    assert card["person"]["name"] == "Nguyễn Văn Mẫu"  # type: ignore[index]
    assert card["issued_on"] == "2021-08-12"
    assert scanned(CARD.encode().decode("cp1252", "replace"))["kind"] in ("identity_card", "garbled")
    assert scanned("xin chào")["kind"] == "unknown"
    assert "Thẻ căn cước 093085001234" in desk("scan", CARD, "--home", home).out


def test_a_receipt_with_one_digit_changed_is_not_genuine(home: Path, code: str) -> None:
    other = code[:-1] + ("2" if code[-1] == "1" else "1")
    verdicts = {desk("scan", f"{other}-{n:010d}", "--home", home, "--json").only["verdict"] for n in range(20)}
    assert verdicts <= {"forged", "misread"}
    assert desk("scan", code, "--home", home, "--json").only["verdict"] == "unmarked"
