import socket
import subprocess
import sys
import time
from pathlib import Path

from desk_app.printing.network import send_to_network
from tests.printing.fake_printer import ONLINE, UNASKED, fake_printer

ROOT = Path(__file__).resolve().parents[2]


def test_a_fake_printer_runs_as_a_process_and_writes_its_jobs_down(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.printing.fake_printer", "--mode", "normal", "--to", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        outcome = send_to_network("127.0.0.1", port, b"\x1b@xin chao")
        deadline = time.monotonic() + 5
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.02)
        process.terminate()

    assert outcome.state == "confirmed"
    assert (tmp_path / "job-001.bin").read_bytes() == b"\x1b@xin chao"


def test_a_question_inside_a_picture_is_not_answered() -> None:
    picture = b"\x1dv0\x00\x03\x00\x01\x00\x10\x04\x01"
    with fake_printer("normal") as printer, socket.create_connection(("127.0.0.1", printer.port)) as line:
        line.sendall(picture + b"\x10\x04\x01")
        line.settimeout(2)
        answer = line.recv(10)
        line.shutdown(socket.SHUT_WR)
        assert line.recv(10) == b""

    assert answer == bytes([ONLINE])
    assert printer.jobs() == [picture]


def test_an_unasked_status_comes_before_the_answer() -> None:
    with fake_printer("unsolicited") as printer, socket.create_connection(("127.0.0.1", printer.port)) as line:
        line.sendall(b"\x10\x04\x01")
        line.settimeout(2)
        heard = b""
        while len(heard) < 5:
            heard += line.recv(10)

    assert heard == UNASKED + bytes([ONLINE])
