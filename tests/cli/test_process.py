"""What only a process of its own shows: entry points, streams, signals, several at once."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, desk, desk_process, environment, line

REGISTER = [sys.executable, "-m", "desk_app.cli.main", "dossiers", "register", "-", "--json"]


@pytest.fixture
def registering(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Give a process that registers what it is sent."""
    process = subprocess.Popen(
        [*REGISTER, "--home", str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    yield process
    process.kill()
    process.communicate()


def test_the_installed_script_answers_in_vietnamese_whatever_the_locale(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("desk.exe" if sys.platform == "win32" else "desk")
    done = subprocess.run(
        [script, "due", "--half-days", "0", "--received", MORNING],
        capture_output=True,
        env=environment(DESK_HOME=str(tmp_path), LC_ALL="C", PYTHONIOENCODING="ascii"),
        check=True,
    )
    assert done.stdout.decode().startswith("Hẹn trả: 17:00 ngày 23/11/2026\n")


def test_exit_codes_reach_the_caller(home: Path) -> None:
    for code, arguments in ((0, ("find", "x")), (2, ("find",)), (4, ("show", "261123-1001"))):
        more = ("--limit", "0") if code == 2 else ()
        assert desk_process("dossiers", *arguments, *more, "--home", home, "--json").code == code


def test_each_line_is_answered_before_the_next_is_sent(registering: subprocess.Popen[bytes]) -> None:
    assert registering.stdin
    assert registering.stdout
    for number, name in enumerate(("Người Một", "Người Hai", "Người Ba"), 1):
        registering.stdin.write(line(name).encode() + b"\n")
        registering.stdin.flush()
        assert json.loads(registering.stdout.readline())["code"].endswith(f"-100{number}")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_an_interrupt_between_lines_keeps_what_was_answered(home: Path, registering: subprocess.Popen[bytes]) -> None:
    assert registering.stdin
    assert registering.stdout
    registering.stdin.write(line().encode() + b"\n")
    registering.stdin.flush()
    code = json.loads(registering.stdout.readline())["code"]
    registering.send_signal(signal.SIGINT)
    out, err = registering.communicate(timeout=20)
    assert registering.returncode == 130
    assert json.loads(out)["error"] == "cli.cancelled"
    assert b"Traceback" not in err
    assert [each["code"] for each in desk("dossiers", "find", "--home", home, "--json").lines] == [code]


def test_a_reader_that_goes_away_ends_the_work_quietly(home: Path) -> None:
    lines = "\n".join(line() for _ in range(200)).encode()
    process = subprocess.Popen(
        [*REGISTER, "--home", str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout
    process.stdout.close()
    _, err = process.communicate(lines, timeout=30)
    assert process.returncode != 0
    assert b"Traceback" not in err
    assert desk("journal", "verify", "--home", home, "--json").only["ok"] is True


def test_two_counters_of_one_home_register_at_once(home: Path) -> None:
    def counter(name: str) -> list[str]:
        lines = "\n".join(line(f"{name} Người", key=f"{name}-{number}") for number in range(40))
        ran = desk_process("dossiers", "register", "-", "--home", home, "--json", stdin=lines.encode())
        assert ran.code == 0, ran.err
        return [each["code"] for each in ran.lines]

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(counter, ("Anh", "Chị"))
    assert len({*first, *second}) == 80
    verdict = desk("journal", "verify", "--home", home, "--json").only
    assert verdict["ok"] is True
