"""The program is killed again and again while it registers and prints; nothing that was answered is ever lost.

``KILLINGS=100`` kills more often, ``KILL_SEED`` repeats the instants as far as a computer can.
"""

import os
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.command_line import desk, environment
from tests.journeys.office import (
    DOTS,
    PrinterProcess,
    founded,
    people,
    scanned_by_zxing,
    whole_sheets,
    with_printer,
)

KILLINGS = int(os.environ.get("KILLINGS", "25"))
SEED = int(os.environ.get("KILL_SEED", "1"))
LONGEST_WORK_S = 0.2


class Counting:
    """A counter that, once begun, registers until it is killed; and what it answered."""

    def __init__(self, home: Path) -> None:
        self.answers: list[tuple[str, str]] = []
        self._feeding: threading.Thread | None = None
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.counter", str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )

    def begin(self, lines: list[str]) -> None:
        """Send ``lines`` and wait for the first answer."""
        raw = "\n".join(("", *lines, "")).encode()
        self._feeding = threading.Thread(target=self._feed, args=(raw,))
        self._feeding.start()
        assert self._process.stdout
        self._take(self._process.stdout.readline())

    def kill(self) -> None:
        """End the process at once, without a word, and read what it had answered by then."""
        self._process.kill()
        assert self._process.stdin
        assert self._process.stdout
        assert self._process.stderr
        for answer in self._process.stdout.read().splitlines(keepends=True):
            self._take(answer)
        assert b"Traceback" not in self._process.stderr.read()
        self._process.wait()
        if self._feeding is not None:
            self._feeding.join()
        with suppress(OSError):
            self._process.stdin.close()
        self._process.stdout.close()
        self._process.stderr.close()

    def _take(self, answer: bytes) -> None:
        if answer.endswith(b"\n"):
            key, code = answer.decode().split()
            self.answers.append((key, code))

    def _feed(self, raw: bytes) -> None:
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.write(raw)
            self._process.stdin.flush()


def worked_and_killed(home: Path, lines: list[str]) -> dict[str, str]:
    """Kill the counter ``KILLINGS`` times; return the code that each key was answered."""
    rng, answered = Random(SEED), dict[str, str]()
    following = Counting(home)
    for _ in range(KILLINGS):
        # The next one loads its libraries while this one works: that is what takes the time.
        counter, following = following, Counting(home)
        counter.begin(lines[len(answered) :])
        time.sleep(rng.random() * LONGEST_WORK_S)
        counter.kill()
        for key, code in counter.answers:
            assert answered.setdefault(key, code) == code
    following.kill()
    return answered


@pytest.fixture
def home(tmp_path: Path, printer: PrinterProcess) -> Path:
    """Give a home with the fake printer."""
    return with_printer(founded(tmp_path / "home"), printer)


def listed(*arguments: str | Path) -> list[dict[str, Any]]:
    return desk(*arguments, "--json").lines


def test_nothing_answered_is_lost_however_often_the_program_is_killed(home: Path, printer: PrinterProcess) -> None:
    lines = people(KILLINGS * 60, seed=SEED)
    answered = worked_and_killed(home, lines)
    assert len(answered) > KILLINGS
    on_its_way = len(printer.jobs())
    found = listed("dossiers", "find", "--limit", "1000", "--home", home)
    codes = [each["code"] for each in found]
    assert len(codes) == len(set(codes))
    assert set(answered.values()) <= set(codes)
    # The last line of each killing may have been written without an answer; sent again, it is the same dossier.
    assert len(codes) - len(answered) in (0, 1)
    verdict = desk("journal", "verify", "--home", home, "--json")
    assert (verdict.code, verdict.only["ok"]) == (0, True)
    assert desk("check", "--deep", "--home", home, "--json").only["ok"] is True
    require_every_receipt(home, printer, codes)
    assert on_its_way > 0


def require_every_receipt(home: Path, printer: PrinterProcess, codes: list[str]) -> None:
    """Each receipt is printed once, or a person is told that nobody knows; none is lost, none printed twice."""
    before = Counter(job["state"] for job in listed("queue", "list", "--limit", "100000", "--home", home))
    assert set(before) <= {"waiting", "printing", "confirmed", "unconfirmed"}
    assert desk("queue", "run", "--home", home, "--json").code == 0
    jobs = listed("queue", "list", "--limit", "100000", "--home", home)
    assert sorted(job["code"] for job in jobs) == sorted(codes)
    told = {job["code"]: job for job in jobs}
    unsure = {code for code, job in told.items() if job["state"] == "unconfirmed"}
    assert all("Có thể đã in" in told[code]["reason"] for code in unsure)
    assert 0 < len(unsure) <= KILLINGS
    sure = {code for code, job in told.items() if job["state"] == "confirmed"}
    assert sure | unsure == set(codes)
    on_paper = Counter(_code_on(job) for job in printer.jobs())
    del on_paper[""]
    assert set(on_paper.values()) <= {1}
    assert sure <= set(on_paper) <= sure | unsure


def _code_on(job: bytes) -> str:
    """Return the dossier's code on a receipt; empty when the paper ends before it."""
    found = whole_sheets(job)
    return scanned_by_zxing(found[-1].picture(DOTS)).rpartition("-")[0] if len(found) == 2 else ""
