import logging
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.printing.devices import send_to_device
from desk_app.printing.escpos_bytes import receipt_bytes
from desk_app.printing.preview import file_stem
from desk_app.printing.printer_settings import Kind, Printer, checked_printer
from desk_app.printing.printers import send, width_dots
from desk_app.printing.slip import slip_picture
from desk_app.printing.system_printer import send_to_system
from desk_app.printing.trial_page import trial_page
from tests.printing.fake_printer import fake_printer
from tests.printing.raster_decoder import sheets
from tests.printing.samples import receipt, ticket

JOB = receipt_bytes(ticket(), 384)
POSIX = pytest.mark.skipif(os.name != "posix", reason="device files and pseudo-terminals are Unix")


def printer(kind: Kind, address: str = "", **more: object) -> Printer:
    return changed(Printer(name="Quầy 1", kind=kind, address=address), **more)


def test_a_device_file_gets_the_job_and_nobody_calls_it_printed(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    outcome = send_to_device(printer("file", str(device)), JOB)

    assert (outcome.state, outcome.bytes_sent) == ("unconfirmed", len(JOB))
    assert device.read_bytes() == JOB


def test_a_device_that_is_not_there_is_offline_and_gets_nothing(tmp_path: Path) -> None:
    outcome = send_to_device(printer("file", str(tmp_path / "no" / "lp0")), JOB)

    assert (outcome.state, outcome.bytes_sent) == ("offline", 0)
    assert "Quầy 1" in outcome.reason


@POSIX
def test_a_device_that_blocks_for_ever_is_left_at_the_deadline(tmp_path: Path) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    began = time.monotonic()
    outcome = send_to_device(printer("file", str(pipe)), bytes(200_000), deadline_s=-285)
    os.close(reader)

    assert outcome.state == "unconfirmed"
    assert 0 < outcome.bytes_sent < 200_000
    assert time.monotonic() - began < 5


@POSIX
def test_a_serial_printer_gets_the_job_through_its_port() -> None:
    master, slave = os.openpty()
    got = bytearray()

    def read() -> None:
        while len(got) < len(JOB):
            got.extend(os.read(master, 4096))

    reader = threading.Thread(target=read)
    reader.start()
    outcome = send_to_device(printer("serial", os.ttyname(slave), baud=115200), JOB)
    reader.join(10)
    os.close(master)
    os.close(slave)

    assert outcome.state == "unconfirmed"
    assert bytes(got) == JOB


def test_a_serial_port_that_does_not_exist_is_offline() -> None:
    assert send_to_device(printer("serial", "/dev/ttyNone"), JOB).state == "offline"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has these printers")
def test_a_windows_printer_elsewhere_fails_and_says_what_is_missing() -> None:
    outcome = send_to_device(printer("windows"), JOB)

    assert outcome.state == "failed"
    assert "Windows" in outcome.reason


def test_devices_leave_the_root_logger_alone(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    send_to_device(printer("file", str(tmp_path / "lp0")), JOB)

    assert logging.getLogger().handlers == before


@POSIX
def test_a_system_printer_gets_the_pdf_on_the_right_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp(tmp_path, f'echo "$@" > {tmp_path}/said; cat > {tmp_path}/got')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    outcome = send(printer("system", "HP-A5"), receipt(), folder=tmp_path)

    assert outcome.state == "unconfirmed"
    assert (tmp_path / "got").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "said").read_text().split() == ["-s", "-o", "media=A5", "-d", "HP-A5"]


@POSIX
def test_a_system_that_refuses_the_job_is_offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    assert send_to_system(b"%PDF", printer="", page="A5").state == "offline"


@POSIX
def test_a_machine_without_a_print_service_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert send_to_system(b"%PDF", printer="", page="A5").state == "failed"


def lp(folder: Path, script: str) -> None:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_the_preview_printer_writes_pictures_pdf_and_bytes(tmp_path: Path) -> None:
    outcome = send(printer("preview"), receipt(), folder=tmp_path / "papers")
    stem = "receipt-H30.32.16-261123-0012"
    names = {f"{stem}.pdf", f"{stem}.bin", f"{stem}-1.png", f"{stem}-2.png"}

    assert outcome.state == "confirmed"
    assert {file.name for file in (tmp_path / "papers").iterdir()} == names
    assert len(sheets((tmp_path / "papers" / f"{stem}.bin").read_bytes())) == 2


def test_a_marked_copy_does_not_overwrite_the_original() -> None:
    assert file_stem(receipt()) != file_stem(changed(receipt(), mark="BẢN SAO lần 1"))
    assert "/" not in file_stem(changed(receipt(), code="03/HDHS: ..\\x"))


def test_a_preview_that_cannot_be_written_fails_with_the_reason(tmp_path: Path) -> None:
    in_the_way = tmp_path / "papers"
    in_the_way.write_text("")

    assert send(printer("preview"), ticket(), folder=in_the_way).state == "failed"


def test_a_paper_goes_to_a_network_printer_as_it_was_drawn(tmp_path: Path) -> None:
    with fake_printer("normal") as fake:
        outcome = send(printer("network", "127.0.0.1", port=fake.port, width_mm=58), ticket(), folder=tmp_path)
    (sheet,) = sheets(fake.jobs()[0])

    assert outcome.state == "confirmed"
    assert sheet.picture(384).tobytes() == slip_picture(ticket(), 384).tobytes()


@pytest.mark.parametrize(
    ("profile", "width_mm", "dots"),
    [("default", 80, 576), ("default", 58, 384), ("TM-T88V", 80, 512), ("TM-P80-42col", 80, 544)],
)
def test_slips_are_as_wide_as_roll_and_model_allow(profile: str, width_mm: int, dots: int) -> None:
    assert width_dots(printer("network", "x", profile=profile, width_mm=width_mm)) == dots


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Printer(name=" ", kind="preview"), "printer.name"),
        (Printer(name="a:b", kind="preview"), "printer.name"),
        (Printer(name="A", kind="network"), "printer.address"),
        (Printer(name="A", kind="serial"), "printer.address"),
        (Printer(name="A", kind="network", address="10.0.0.1", port=0), "printer.port"),
        (Printer(name="A", kind="serial", address="COM1", baud=0), "printer.baud"),
        (Printer(name="A", kind="usb"), "printer.usb_vendor"),
    ],
)
def test_a_printer_that_is_entered_wrongly_is_refused_by_field(wrong: Printer, field: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        checked_printer(wrong)

    assert refusal.value.field == field


def test_a_trial_page_prints_on_every_width_and_says_which_printer_it_came_from(tmp_path: Path) -> None:
    from datetime import datetime

    from desk_app.kernel.time_source import VIETNAM

    paper = trial_page(printer("preview"), datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM))
    outcomes = [send(printer("preview", width_mm=width), paper, folder=tmp_path) for width in (80, 58)]

    assert [outcome.state for outcome in outcomes] == ["confirmed", "confirmed"]


def test_a_preview_folder_without_a_place_lies_within_the_desks_own(tmp_path: Path) -> None:
    printer = Printer(name="Xem trước", kind="preview", address="quầy-2")
    assert send(printer, receipt(), folder=tmp_path).state == "confirmed"
    assert list((tmp_path / "quầy-2").glob("*.png"))
