"""Which devices of this computer might be printers: offered when a printer is set up, so that nobody looks up numbers."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.printing.printer_settings import Kind

_TIMEOUT_S = 5
_PRINTER_CLASS = 7
_EVERY_WINDOWS_PRINTER = 2 | 4


@dataclass(frozen=True, kw_only=True)
class FoundDevice:
    """A device: how people know it, and what a printer's settings say of it."""

    words: str
    address: str = ""
    usb_vendor: int = 0
    usb_product: int = 0


def found_devices(kind: Kind) -> tuple[FoundDevice, ...]:
    """Return the devices of one kind that are there now; none where the computer cannot tell."""
    match kind:
        case "usb":
            return tuple(_on_usb())
        case "serial":
            return tuple(_on_serial())
        case "file":
            return tuple(
                FoundDevice(words=str(file), address=str(file)) for file in sorted(Path("/dev/usb").glob("lp*"))
            )
        case "windows" | "system":
            names = _windows_printers() if sys.platform == "win32" else _cups_printers() if kind == "system" else ()
            return tuple(FoundDevice(words=name, address=name) for name in names)
        case _:
            return ()


def _on_usb() -> Iterator[FoundDevice]:
    # Without types of its own; where its library is missing it finds nothing and says so by this error.
    core: Any = importlib.import_module("usb.core")
    try:
        for device in core.find(find_all=True):
            if any(part.bInterfaceClass == _PRINTER_CLASS for each in device for part in each):
                number = f"{device.idVendor:04x}:{device.idProduct:04x}"
                yield FoundDevice(words=f"USB {number}", usb_vendor=device.idVendor, usb_product=device.idProduct)
    except (core.NoBackendError, core.USBError):
        return


def _on_serial() -> Iterator[FoundDevice]:
    from serial.tools.list_ports import comports

    for port in sorted(comports(), key=lambda each: each.device):
        yield FoundDevice(words=f"{port.device} – {port.description}", address=port.device)


def _cups_printers() -> tuple[str, ...]:
    try:
        done = subprocess.run(["lpstat", "-e"], capture_output=True, timeout=_TIMEOUT_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(done.stdout.decode("utf-8", "replace").split())


def _windows_printers() -> tuple[str, ...]:
    spooler: Any = importlib.import_module("win32print")
    return tuple(sorted(each[2] for each in spooler.EnumPrinters(_EVERY_WINDOWS_PRINTER)))
