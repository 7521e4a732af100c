"""What the journeys need: an office founded by the command line, a printer beside it, people who come."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import zxingcpp
from PIL import Image

from desk_app.demonstration.people import grown_up
from desk_app.kernel.records import to_plain
from tests.cli.command_line import desk_process, environment
from tests.printing.raster_decoder import Sheet, sheets

PRINTER = "Máy in quầy"
DOTS = 576
_PROCEDURES = ("1.001193", "2.000635", "2.000986", "2.000815", "1.004873", "1.004222", "1.001776")
_PAPERS = ("Tờ khai theo mẫu", "Giấy tờ tùy thân", "Giấy chứng sinh", "Văn bản ủy quyền (nếu có)")


@dataclass(frozen=True, kw_only=True)
class PrinterProcess:
    """A fake printer's TCP port and the folder into which it puts each job it was sent."""

    port: int
    folder: Path

    def jobs(self) -> list[bytes]:
        """Return the jobs in the order in which they came."""
        return [file.read_bytes() for file in sorted(self.folder.glob("job-*.bin"), key=_number)]


def _number(file: Path) -> int:
    return int(file.stem.removeprefix("job-"))


@contextmanager
def printer_process(folder: Path) -> Iterator[PrinterProcess]:
    """Run a well-behaved printer as a process while the block runs."""
    command = [
        sys.executable,
        "-m",
        "tests.printing.fake_printer",
        "--port",
        "0",
        "--mode",
        "normal",
        "--to",
        str(folder),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment())
    assert process.stdout
    try:
        yield PrinterProcess(port=int(process.stdout.readline()), folder=folder)
    finally:
        process.kill()
        process.communicate()


def founded(folder: Path, *more: str, stdin: str = "") -> Path:
    """Return a rehearsal home founded by ``desk init``."""
    office = ("--office-code", "000.00.16.H30", "--office-name", "Ủy ban nhân dân xã Hòa Sen", "--desk-number", "1")
    made = desk_process(
        "init", *office, "--rehearsal", "--place", "Hòa Sen", "--home", folder, "--json", *more, stdin=stdin.encode()
    )
    assert made.code == 0, made.err
    return folder


def with_printer(home: Path, printer: PrinterProcess) -> Path:
    """Return ``home`` with the fake printer as its only one."""
    address = ("--address", "127.0.0.1", "--port", str(printer.port))
    added = desk_process("printers", "add", PRINTER, *address, "--home", home, "--json")
    assert added.code == 0, added.err
    return home


def people(count: int, *, seed: int) -> list[str]:
    """Return lines for ``desk dossiers register``: invented people with all sorts of wishes."""
    rng = Random(seed)
    return [_line(rng, f"{seed}-{number}") for number in range(count)]


def _line(rng: Random, key: str) -> str:
    papers = list(_PAPERS[: rng.randrange(1, 5)])
    person = to_plain(grown_up(rng, date(2026, 11, 23)))
    plain = {"procedure": rng.choice(_PROCEDURES), "applicant": person, "papers": papers, "key": key}
    return json.dumps(plain, ensure_ascii=False)


def whole_sheets(job: bytes) -> list[Sheet]:
    """Return the sheets of a print job; none when the job was cut short on its way."""
    try:
        return sheets(job)
    except (ValueError, IndexError):
        return []


def scanned_by_zxing(picture: Image.Image) -> str:
    """Return the text of the one QR code in ``picture``."""
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    return str(found.text)
