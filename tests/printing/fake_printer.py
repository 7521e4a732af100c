"""Thermal printers as real TCP servers on loopback, well-behaved and otherwise.

In a test: ``with fake_printer("normal") as printer: … printer.port, printer.jobs()``. As a process:
``python -m tests.printing.fake_printer --port 0 --mode normal --to DIR`` prints its port and writes each job to DIR.
"""

import argparse
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, get_args

Mode = Literal[
    "normal", "no-paper", "near-end", "cover-open", "silent", "refused", "black-hole", "closes-at-once",
    "resets-mid-job", "stalls", "slow", "late-status", "unsolicited", "echo", "no-answer", "paper-runs-out",
]  # fmt: skip
MODES: tuple[Mode, ...] = get_args(Mode)

ONLINE, OFFLINE = 0x12, 0x1A
COVER_OPEN, PAPER_END_STOP = 0x16, 0x32
PAPER_HERE, PAPER_NEAR_END, PAPER_OUT = 0x12, 0x1E, 0x7E
UNASKED = b"\x10\x00\x00\x0f"
_SLOW_BYTES_PER_S = 20_000
_SLOW_BUFFER = 4096
_MID_JOB = 8192
_LATE_S = 0.4


class FakePrinter:
    """One printer; ``mode`` is how it behaves, ``answer_s`` how long it thinks before the last answer."""

    def __init__(self, mode: Mode, *, port: int = 0, folder: Path | None = None, answer_s: float = 0.0) -> None:
        self.mode = mode
        self._folder = folder
        self._answer_s = answer_s
        self._jobs: list[bytes] = []
        self._stopping = threading.Event()
        self._server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if mode in ("slow", "stalls", "black-hole", "resets-mid-job"):
            # A small window, so that what the sender believes sent and what was taken differ as little as can be.
            self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SLOW_BUFFER)
        self._server.bind(("127.0.0.1", port))
        self.port: int = self._server.getsockname()[1]
        if mode == "refused":
            self._server.close()
        else:
            self._server.listen(8)
        self._threads = [threading.Thread(target=self._serve, name="fake-printer")]

    def start(self) -> None:
        """Begin to accept connections."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Switch the printer off and wait for its threads."""
        self._stopping.set()
        with suppress(OSError):
            self._server.close()
        for thread in self._threads:
            thread.join(10)

    def jobs(self) -> list[bytes]:
        """Return what was printed, one entry a connection, status questions left out."""
        return list(self._jobs)

    def _serve(self) -> None:
        if self.mode == "refused":
            return
        self._server.settimeout(0.05)
        while not self._stopping.is_set():
            try:
                line, _ = self._server.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            with line:
                _Talk(self, line, self._stopping, self._answer_s).run()

    def printed(self, job: bytes) -> None:
        """Keep a job; what only asked for the status is none."""
        if not job:
            return
        self._jobs.append(job)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._folder.joinpath(f"job-{len(self._jobs):03}.bin").write_bytes(job)


class _Talk:
    """One connection to the printer."""

    def __init__(self, printer: FakePrinter, line: socket.socket, stopping: threading.Event, answer_s: float) -> None:
        self._printer = printer
        self._mode = printer.mode
        self._line = line
        self._stopping = stopping
        self._answer_s = answer_s
        self._left = b""
        self._job = bytearray()

    def run(self) -> None:
        if self._mode == "closes-at-once":
            return
        if self._mode == "black-hole":
            self._stopping.wait()
            return
        with suppress(OSError):
            self._listen()
        self._printer.printed(bytes(self._job) + self._left)

    def _listen(self) -> None:
        self._line.settimeout(0.05)
        while not self._stopping.is_set():
            try:
                raw = self._line.recv(4096)
            except TimeoutError:
                continue
            if not raw:
                return
            if self._mode == "slow":
                time.sleep(len(raw) / _SLOW_BYTES_PER_S)
            if self._mode == "echo":
                self._line.sendall(raw)
            self._take(raw)
            if self._misbehaves():
                return

    def _misbehaves(self) -> bool:
        """Do what a broken printer does in the middle of a job; tell whether the connection ends with it."""
        if len(self._job) + len(self._left) < _MID_JOB:
            return False
        if self._mode == "resets-mid-job":
            # Lingering for no time makes the close a reset.
            self._line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return True
        if self._mode == "stalls":
            self._stopping.wait()
            return True
        return False

    def _take(self, raw: bytes) -> None:
        """Carry out every command that has come whole; dots that look like questions are stepped over."""
        self._left += raw
        while length := _command_length(self._left):
            command, self._left = self._left[:length], self._left[length:]
            if command.startswith(b"\x10\x04"):
                self._answer_live(command[2])
            elif command.startswith(b"\x1dr"):
                self._answer_end()
            else:
                self._job += command
                if self._mode == "unsolicited":
                    self._line.sendall(UNASKED)

    def _answer_end(self) -> None:
        if self._mode in ("silent", "echo", "no-answer"):
            return
        time.sleep(self._answer_s)
        self._line.sendall(b"\x0c" if self._mode == "paper-runs-out" else b"\x00")

    def _answer_live(self, question: int) -> None:
        if self._mode in ("silent", "echo"):
            return
        if self._mode == "late-status":
            time.sleep(_LATE_S)
        if self._mode == "unsolicited":
            self._line.sendall(UNASKED)
        self._line.sendall(bytes([self._status(question)]))

    def _status(self, question: int) -> int:
        if question == 1:
            return OFFLINE if self._mode in ("cover-open", "no-paper") else ONLINE
        if question == 2:
            return COVER_OPEN if self._mode == "cover-open" else PAPER_END_STOP
        return {"no-paper": PAPER_OUT, "near-end": PAPER_NEAR_END}.get(self._mode, PAPER_HERE)


def _command_length(data: bytes) -> int:
    """Return how many bytes the first command takes; 0 while it has not come whole."""
    if data.startswith(b"\x1dv0"):
        if len(data) < 8:
            return 0
        length = 8 + int.from_bytes(data[4:6], "little") * int.from_bytes(data[6:8], "little")
    elif data[:1] in (b"\x10", b"\x1d", b"\x1b"):
        length = 4 if data[:3] in (b"\x1dVA", b"\x1dVB") else 2 if data[:2] == b"\x1b@" else 3
    else:
        length = 1
    return length if 0 < length <= len(data) else 0


@contextmanager
def fake_printer(mode: Mode, *, folder: Path | None = None, answer_s: float = 0.0) -> Iterator[FakePrinter]:
    """Give a printer that is on while the block runs."""
    printer = FakePrinter(mode, folder=folder, answer_s=answer_s)
    printer.start()
    try:
        yield printer
    finally:
        printer.stop()


def main() -> None:
    """Run one printer as a process until its standard input ends or it is terminated."""
    options = argparse.ArgumentParser()
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--mode", choices=MODES, default="normal")
    options.add_argument("--to", type=Path)
    chosen = options.parse_args()
    printer = FakePrinter(chosen.mode, port=chosen.port, folder=chosen.to)
    sys.stdout.write(f"{printer.port}\n")
    sys.stdout.flush()
    printer.start()
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        printer.stop()


if __name__ == "__main__":
    main()
