"""A serial scanner on a real pseudo-terminal: lines, pauses, broken bytes, a cable pulled and put back."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.scanner.profile import Port
from desk_app.scanner.serial_port import THREAD_NAME, Line, PortState, SerialListener, line_of, list_ports

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are the other systems' serial cables")

CARD = "093085001234||Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ|12082021"


class Cable:
    """A scanner's end of a cable, plugged in under one name as long as it lasts."""

    def __init__(self, name: Path) -> None:
        self.name = name
        self.scanner = -1
        self.plug_in()

    def plug_in(self) -> None:
        self.scanner, computer = os.openpty()
        self.name.unlink(missing_ok=True)
        self.name.symlink_to(os.ttyname(computer))
        os.close(computer)

    def pull(self) -> None:
        os.close(self.scanner)
        self.scanner = -1
        self.name.unlink()

    def send(self, raw: bytes) -> None:
        os.write(self.scanner, raw)


class Desk:
    """Whoever listens."""

    def __init__(self, cable: Cable) -> None:
        self.lines: list[Line] = []
        self.states: list[str] = []
        self.threads: set[str] = set()
        self.listener = SerialListener(Port(name=str(cable.name), baud=115200), self._on_line, self._on_state)
        self.listener.start()

    def _on_line(self, line: Line) -> None:
        self.threads.add(threading.current_thread().name)
        self.lines.append(line)

    def _on_state(self, state: PortState) -> None:
        self.states.append(state.state)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "ttySCANNER")
    yield made
    if made.scanner >= 0:
        os.close(made.scanner)


@pytest.fixture
def heard(cable: Cable) -> Iterator[Desk]:
    made = Desk(cable)
    wait(lambda: made.states == ["open"])
    yield made
    made.listener.stop()
    assert THREAD_NAME not in {thread.name for thread in threading.enumerate()}


def wait(condition: Callable[[], bool], patience_s: float = 8.0) -> None:
    last = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < last, "it did not come"
        time.sleep(0.01)


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b""])
def test_a_line_is_one_scan_whatever_ends_it(cable: Cable, heard: Desk, end: bytes) -> None:
    cable.send(CARD.encode() + end)
    wait(lambda: bool(heard.lines))
    assert heard.lines == [Line(text=CARD)]
    assert heard.threads == {THREAD_NAME}


def test_two_scans_in_one_breath_are_two(cable: Cable, heard: Desk) -> None:
    cable.send(b"first\r\nsecond\r\n")
    wait(lambda: len(heard.lines) == 2)
    assert [line.text for line in heard.lines] == ["first", "second"]


def test_a_letter_split_between_two_reads_is_whole(cable: Cable, heard: Desk) -> None:
    raw = CARD.encode()
    cut = raw.index("ễ".encode()) + 1
    cable.send(raw[:cut])
    time.sleep(0.02)
    cable.send(raw[cut:] + b"\r")
    wait(lambda: bool(heard.lines))
    assert heard.lines == [Line(text=CARD)]


def test_bytes_that_are_no_utf8_are_told_and_not_guessed(cable: Cable, heard: Desk) -> None:
    cable.send("Nguyễn".encode("cp1258", "replace") + b"\xe2\x28\r")
    wait(lambda: bool(heard.lines))
    assert not heard.lines[0].is_utf8
    assert line_of("Nguyễn".encode()).is_utf8


def test_a_pulled_cable_is_noticed_and_put_back_it_is_read_again(cable: Cable, heard: Desk) -> None:
    cable.pull()
    wait(lambda: heard.states == ["open", "gone"])
    cable.plug_in()
    wait(lambda: heard.states == ["open", "gone", "open"])
    cable.send(b"again\r")
    wait(lambda: bool(heard.lines))
    assert heard.lines == [Line(text="again")]


def test_an_endless_stream_without_a_line_end_does_not_fill_the_memory(cable: Cable, heard: Desk) -> None:
    for _ in range(40):
        cable.send(b"x" * 200)
    time.sleep(0.3)
    cable.send(b"\rafter\r")
    wait(lambda: any(line.text == "after" for line in heard.lines))
    assert all(len(line.text) <= 5_000 for line in heard.lines)


def test_a_port_that_is_not_there_is_told_and_stopping_is_quick(tmp_path: Path) -> None:
    states: list[PortState] = []
    listener = SerialListener(Port(name=str(tmp_path / "none")), lambda _: None, states.append)
    listener.start()
    wait(lambda: [state.state for state in states] == ["gone"])
    before = time.monotonic()
    listener.stop()
    assert time.monotonic() - before < 0.3


def test_the_ports_of_this_computer_have_names() -> None:
    assert all(port.name for port in list_ports())
