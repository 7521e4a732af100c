"""A thousand people come; every code is of the law's pattern, every receipt is what the machine drew and can be read."""

import json
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from pyzbar import pyzbar

from desk_app.desk import open_desk
from desk_app.dossiers.commands import id_of
from desk_app.dossiers.mark import scanned_receipt
from desk_app.dossiers.numbering import CODE
from desk_app.kernel.paths import Home
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.slip import slip_pictures
from desk_app.printing.tables import list_papers
from desk_app.printing.tables.jobs import find_original
from tests.cli.command_line import desk_process
from tests.journeys.office import (
    DOTS,
    PrinterProcess,
    founded,
    people,
    scanned_by_zxing,
    whole_sheets,
    with_printer,
)

MORNING = "2026-11-23T07:30"


def registered(home: Path, lines: list[str]) -> list[str]:
    command = ("dossiers", "register", "-", "--json", "--home", home, "--now", MORNING)
    ran = desk_process(*command, stdin="\n".join(lines).encode())
    assert ran.code == 0, ran.err
    assert len(ran.lines) == len(lines)
    return [str(each["code"]) for each in ran.lines]


def printed(home: Path, printer: PrinterProcess, count: int) -> list[bytes]:
    ran = desk_process("queue", "run", "--json", "--home", home)
    assert ran.only["confirmed"] == count, ran.out
    jobs = printer.jobs()
    assert len(jobs) == count
    return jobs


def drawn(home: Path, codes: list[str]) -> list[list[Image.Image]]:
    """Return the pictures that the program draws of each dossier's receipt, one for each liên."""
    desk = open_desk(Home(home))
    db = desk.journal.reading()
    found = []
    for code in codes:
        (issued,) = list_papers(db, id_of(desk.dossiers, code))
        paper = find_original(db, issued.id)
        assert paper is not None
        found.append(list(slip_pictures(paper, DOTS)))
    desk.close()
    return found


def require_readable(home: Path, jobs: list[bytes], codes: list[str]) -> None:
    """Both decoders read the receipt's QR, and its mark proves it genuine."""
    desk = open_desk(Home(home))
    key = get_secret(desk.journal.reading(), RECEIPT_KEY)
    desk.close()
    for job, code in zip(jobs, codes, strict=True):
        for sheet in whole_sheets(job):
            picture = sheet.picture(DOTS).convert("L")
            text = scanned_by_zxing(picture)
            assert [each.data.decode() for each in pyzbar.decode(picture)] == [text]
            assert (scanned_receipt(text, key).code, scanned_receipt(text, key).verdict) == (code, "genuine")


def require_same_pictures(home: Path, jobs: list[bytes], codes: list[str]) -> None:
    """What the printer was sent is, dot for dot, what was drawn."""
    for job, pictures in zip(jobs, drawn(home, codes), strict=True):
        got = [sheet.picture(DOTS) for sheet in whole_sheets(job)]
        assert [(each.size, each.tobytes()) for each in got] == [(each.size, each.tobytes()) for each in pictures]


def test_a_thousand_people_get_a_thousand_codes_and_their_receipts_can_be_read(
    tmp_path: Path, printer: PrinterProcess
) -> None:
    home = founded(tmp_path / "home", "--now", "2026-11-23T07:00")
    lines = people(1_000, seed=11)
    without_printer = registered(home, lines[:900])
    codes = registered(with_printer(home, printer), lines[900:])
    every = [*without_printer, *codes]
    assert len(set(every)) == 1_000
    assert all(CODE.match(code) for code in every)
    assert all(code.startswith("000.00.16.H30-261123-") for code in every)
    jobs = printed(home, printer, 100)
    require_same_pictures(home, jobs, codes)
    require_readable(home, jobs[::5], codes[::5])
    for code, line in zip(codes[:3], lines[900:903], strict=True):
        require_words(home, code, line, tmp_path / "receipt.pdf")
    verdict = desk_process("journal", "verify", "--json", "--home", home).only
    assert verdict["ok"] is True


def require_words(home: Path, code: str, line: str, file: Path) -> None:
    """A reader finds every word of the person's data in the A5 paper."""
    assert desk_process("paper", "receipt", code, "--to", file, "--home", home, "--json").only["pages"] >= 2
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    told = json.loads(line)
    person = told["applicant"]
    wanted = [code, person["phone"], *person["name"].split(), *person["address"].split()]
    wanted += [word for paper in told["papers"] for word in paper.split()]
    assert [word for word in wanted if word not in text] == []


@pytest.mark.slow
def test_every_one_of_a_thousand_receipts_is_printed_and_read(tmp_path: Path, printer: PrinterProcess) -> None:
    home = with_printer(founded(tmp_path / "home", "--now", "2026-11-23T07:00"), printer)
    codes = registered(home, people(1_000, seed=12))
    command = ("queue", "run", "--json", "--home", home)
    while desk_process(*command, timeout_s=600).only["waiting"]:
        continue
    jobs = printer.jobs()
    assert len(jobs) == len(codes)
    require_same_pictures(home, jobs, codes)
    require_readable(home, jobs, codes)
