"""Thermal printers on the network: our own transport, which never reports a false success.

A socket that swallowed all bytes proves nothing. So the printer is asked before the job whether it can print, and after
the job it is asked once more in order: that answer comes only when the job before it was consumed.
"""

import select
import socket
import time
from contextlib import closing
from dataclasses import dataclass

from desk_app.printing import status_bytes
from desk_app.printing.outcome import Outcome
from desk_app.printing.status_bytes import Replies, Reply

_CHUNK_BYTES = 4096
_HUNG_UP = "Máy in ngắt kết nối giữa chừng. Có thể đã in một phần: kiểm tra giấy."
_STALLED = "Máy in không nhận tiếp dữ liệu. Có thể đã in một phần: kiểm tra giấy."
_SILENT = "Đã gửi hết nhưng máy in không trả lời. Kiểm tra giấy."
_RAN_OUT = "Hết giấy trong lúc in. Kiểm tra giấy."


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long to wait, in seconds: to connect, for a status, while nothing moves, for the last answer, to hang up."""

    connect_s: float = 2.0
    status_s: float = 1.5
    stall_s: float = 10.0
    answer_s: float = 15.0
    hang_up_s: float = 1.0
    slowest_bytes_per_s: int = 4000


class _Gone(Exception):
    """The printer hung up or the network failed."""


class _NoPrinter(Exception):
    """Whoever is there sends the question back: no answer of it may be believed."""


def send_to_network(host: str, port: int, job: bytes, patience: Patience | None = None) -> Outcome:
    """Print ``job`` on the printer at ``host:port``; return what is known of it, whatever the device does."""
    patience = patience or Patience()
    try:
        line = socket.create_connection((host, port), timeout=patience.connect_s)
    except OSError:
        return Outcome(state="offline", reason=status_bytes.OFF)
    with closing(line):
        line.setblocking(False)
        return _Conversation(line, patience).carry_out(job)


class _Conversation:
    """One connection: status, job, answer, good-bye."""

    def __init__(self, line: socket.socket, patience: Patience) -> None:
        self._line = line
        self._patience = patience
        self._sorter = Replies()
        self._replies: list[Reply] = []
        self._heard = b""
        self._printing = False
        self._sent = 0

    def carry_out(self, job: bytes) -> Outcome:
        try:
            refusal, remark = self._readiness()
            if refusal:
                return Outcome(state="offline", reason=refusal)
            return self._print(job, remark)
        except _NoPrinter:
            return Outcome(state="failed", reason=status_bytes.NO_PRINTER)
        except _Gone:
            if self._sent:
                return Outcome(state="unconfirmed", reason=_HUNG_UP, bytes_sent=self._sent)
            return Outcome(state="offline", reason=status_bytes.BUSY)
        finally:
            self._hang_up()

    def _readiness(self) -> tuple[str, str]:
        """Return why the printer cannot print now, or else a remark; a printer that does not answer may still print."""
        online = self._ask(status_bytes.ASK_ONLINE)
        if online is None:
            return "", ""
        if status_bytes.is_offline(online):
            why = self._ask(status_bytes.ASK_WHY_OFFLINE)
            return (status_bytes.IN_TROUBLE if why is None else status_bytes.why_offline(why)), ""
        paper = self._ask(status_bytes.ASK_PAPER)
        if paper is not None and status_bytes.is_paper_out(paper):
            return status_bytes.NO_PAPER, ""
        return "", status_bytes.NEAR_END if paper is not None and status_bytes.is_near_end(paper) else ""

    def _ask(self, question: bytes) -> int | None:
        self._replies.clear()
        self._heard = b""
        self._push(question, time.monotonic() + self._patience.status_s)
        answer = self._await("live", self._patience.status_s)
        if question in self._heard:
            raise _NoPrinter
        return answer

    def _print(self, job: bytes, remark: str) -> Outcome:
        self._printing = True
        slow_s = len(job) / self._patience.slowest_bytes_per_s
        deadline = time.monotonic() + self._patience.stall_s + slow_s
        for start in range(0, len(job), _CHUNK_BYTES):
            chunk = job[start : start + _CHUNK_BYTES]
            taken = self._push(chunk, min(deadline, time.monotonic() + self._patience.stall_s))
            if taken < len(chunk):
                return Outcome(state="unconfirmed", reason=_STALLED, bytes_sent=self._sent)
        self._printing = False
        self._replies.clear()
        self._push(status_bytes.ASK_AT_THE_END, time.monotonic() + self._patience.stall_s)
        end = self._await("end", self._patience.answer_s + slow_s)
        if end is None:
            return Outcome(state="unconfirmed", reason=_SILENT, bytes_sent=self._sent)
        if status_bytes.ended_without_paper(end):
            return Outcome(state="unconfirmed", reason=_RAN_OUT, bytes_sent=self._sent)
        return Outcome(state="confirmed", reason=remark, bytes_sent=self._sent)

    def _push(self, data: bytes, deadline: float) -> int:
        """Send ``data`` until ``deadline``, reading all the while; return how many bytes were taken."""
        taken = 0
        while taken < len(data) and (left := deadline - time.monotonic()) > 0:
            readable, writable, _ = select.select([self._line], [self._line], [], left)
            if readable:
                self._read()
            if writable:
                try:
                    some = self._line.send(data[taken:])
                except BlockingIOError:
                    continue
                except OSError as error:
                    raise _Gone from error
                taken += some
                self._sent += some if self._printing else 0
        return taken

    def _await(self, kind: str, wait_s: float) -> int | None:
        deadline = time.monotonic() + wait_s
        while True:
            for reply in self._replies:
                if reply.kind == kind:
                    return reply.value
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._line], [], [], left)[0]:
                return None
            self._read()

    def _read(self) -> None:
        try:
            raw = self._line.recv(_CHUNK_BYTES)
        except BlockingIOError:
            return
        except OSError as error:
            raise _Gone from error
        if not raw:
            raise _Gone
        self._heard = (self._heard + raw)[-_CHUNK_BYTES:]
        self._replies += self._sorter.sorted(raw)

    def _hang_up(self) -> None:
        """Read what is left, say that nothing more comes, read to the end: an unread byte resets the connection."""
        deadline = time.monotonic() + self._patience.hang_up_s
        try:
            self._line.shutdown(socket.SHUT_WR)
            while (left := deadline - time.monotonic()) > 0 and select.select([self._line], [], [], left)[0]:
                if not self._line.recv(_CHUNK_BYTES):
                    return
        except OSError:
            return
