"""Reading a serial (COM) scanner: a thread of its own, whole lines of strict UTF-8, and a new try after every failure."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from desk_app.scanner.profile import Port

_READ_TIMEOUT_S = 0.08
_TRY_AGAIN_S = 1.0
_STOP_WITHIN_S = 0.3
_LONGEST_BYTES = 4_096
THREAD_NAME = "desk-scanner"


@dataclass(frozen=True, kw_only=True)
class PortState:
    """How a port stands: not used, listened to, or gone (cable pulled, used by another program, wrong name)."""

    state: Literal["off", "open", "gone"]
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One scan; ``is_utf8`` is False when the bytes were something else, and ``text`` then holds them letter by letter."""

    text: str
    is_utf8: bool = True


@dataclass(frozen=True, kw_only=True)
class FoundPort:
    """A serial port that this computer has, and what it calls the device on it."""

    name: str
    words: str


def list_ports() -> tuple[FoundPort, ...]:
    """Return this computer's serial ports by name; asking the system takes some hundredths of a second."""
    from serial.tools.list_ports import comports

    found = ((str(each.device), str(each.description or "")) for each in comports())
    return tuple(FoundPort(name=name, words="" if words == "n/a" else words) for name, words in sorted(found))


def line_of(raw: bytes) -> Line:
    """Return one scan out of the bytes of a line."""
    try:
        return Line(text=raw.decode("utf-8"))
    except UnicodeDecodeError:
        return Line(text=raw.decode("latin-1"), is_utf8=False)


class SerialListener:
    """Listens to one port until it is stopped; ``on_line`` and ``on_state`` are called on the listener's own thread.

    A scan ends with CR, LF, or a pause. When the port fails, or is not there yet, it is tried again every second.
    """

    def __init__(self, port: Port, on_line: Callable[[Line], None], on_state: Callable[[PortState], None]) -> None:
        self._port = port
        self._on_line = on_line
        self._on_state = on_state
        self._stopping = threading.Event()
        self._told = PortState(state="off")
        self._thread = threading.Thread(target=self._run, name=THREAD_NAME, daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and free the port, as a rule within a tenth of a second; nothing is called any more."""
        self._stopping.set()
        if self._thread.is_alive():
            # A port that is just being opened may take seconds; its thread then ends by itself.
            self._thread.join(_STOP_WITHIN_S)

    def _run(self) -> None:
        from serial import Serial, SerialException

        faults: tuple[type[BaseException], ...] = (SerialException, OSError, ValueError, TypeError)
        while not self._stopping.is_set():
            device: Any = None
            try:
                device = Serial(self._port.name, self._port.baud, timeout=_READ_TIMEOUT_S, exclusive=True)
                self._tell(PortState(state="open", name=self._port.name))
                self._listen(device)
            except faults:
                # pyserial also raises TypeError where a port vanishes in the middle of a read.
                self._tell(PortState(state="gone", name=self._port.name))
            finally:
                with suppress(*faults):
                    if device is not None:
                        device.close()
            self._stopping.wait(_TRY_AGAIN_S)

    def _listen(self, device: Any) -> None:
        held = b""
        while not self._stopping.is_set():
            came = device.read(max(1, device.in_waiting))
            # A pause ends a scan: some scanners send no line end.
            held = (held + came.replace(b"\r", b"\n")) if came else held + b"\n"
            *whole, held = held.split(b"\n")
            for raw in whole:
                if raw.strip() and not self._stopping.is_set():
                    self._on_line(line_of(raw))
            if len(held) > _LONGEST_BYTES:
                held = b""

    def _tell(self, state: PortState) -> None:
        if state != self._told and not self._stopping.is_set():
            self._told = state
            self._on_state(state)
