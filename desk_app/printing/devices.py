"""Thermal printers on USB, COM ports, Windows queues and device files, through python-escpos.

These roads lead one way: the bytes are handed over and nobody answers. So the best that can be said is "unconfirmed".
Some of them block for ever when the printer is off; each job therefore runs beside a deadline.
"""

import threading
from contextlib import suppress
from typing import Any

from desk_app.printing.escpos_library import printer_classes, quiet
from desk_app.printing.outcome import Outcome
from desk_app.printing.printer_settings import Printer

_CHUNK_BYTES = 4096
_USB_TIMEOUT_MS = 10_000
_DEADLINE_S = 20.0
_SLOWEST_BYTES_PER_S = 700
_SENT = "Máy in loại này không báo lại kết quả. Kiểm tra giấy."
_STUCK = "Máy in không nhận tiếp dữ liệu. Có thể đã in một phần: kiểm tra giấy."
_CLASSES = {"usb": "Usb", "serial": "Serial", "windows": "Win32Raw", "file": "File"}
_MISSING = {
    "usb": "Máy này chưa có thư viện USB (pyusb).",
    "serial": "Máy này chưa có thư viện cổng COM (pyserial).",
    "windows": "Chỉ dùng được trên Windows có pywin32.",
}


def send_to_device(printer: Printer, job: bytes, *, deadline_s: float = _DEADLINE_S) -> Outcome:
    """Hand ``job`` to a local device and return what is known of it; never raises for the device's sake."""
    kind: Any = getattr(printer_classes(), _CLASSES[printer.kind])
    if not kind.is_usable():
        return Outcome(state="failed", reason=_MISSING[printer.kind])
    attempt = _Attempt(kind, printer, job)
    # A daemon: a write that never returns must neither stop the queue nor keep the program from closing.
    thread = threading.Thread(target=attempt.run, name="print-device", daemon=True)
    thread.start()
    thread.join(deadline_s + len(job) / _SLOWEST_BYTES_PER_S)
    if thread.is_alive():
        return Outcome(state="unconfirmed", reason=_STUCK, bytes_sent=attempt.sent)
    return attempt.outcome


class _Attempt:
    """One job on its way to a device."""

    def __init__(self, kind: Any, printer: Printer, job: bytes) -> None:
        self._kind = kind
        self._printer = printer
        self._job = job
        self.sent = 0
        self.outcome = Outcome(state="failed", reason="Máy in không mở được.")

    def run(self) -> None:
        """Open, hand over, close; every fault of the device becomes an outcome."""
        from escpos.exceptions import Error

        faults: tuple[type[BaseException], ...] = (OSError, ValueError, AssertionError, RuntimeError, Error)
        with quiet():
            try:
                device = self._kind(**_arguments(self._printer))
                device.open()
            except faults:
                self.outcome = Outcome(state="offline", reason=f"Không mở được máy in «{self._printer.name}».")
                return
            try:
                self._hand_over(device)
                device.close()
                self.outcome = Outcome(state="unconfirmed", reason=_SENT, bytes_sent=self.sent)
            except faults:
                self.outcome = Outcome(state="unconfirmed", reason=_STUCK, bytes_sent=self.sent)
                with suppress(*faults):
                    device.close()

    def _hand_over(self, device: Any) -> None:
        for start in range(0, len(self._job), _CHUNK_BYTES):
            chunk = self._job[start : start + _CHUNK_BYTES]
            device._raw(chunk)
            self.sent += len(chunk)


def _arguments(printer: Printer) -> dict[str, Any]:
    match printer.kind:
        case "usb":
            return {"idVendor": printer.usb_vendor, "idProduct": printer.usb_product, "timeout": _USB_TIMEOUT_MS}
        case "serial":
            return {"devfile": printer.address, "baudrate": printer.baud}
        case "windows":
            return {"printer_name": printer.address}
        case _:
            return {"devfile": printer.address}
