"""python-escpos, loaded when the first paper is printed, and kept from leaving traces.

Its import takes 0,3 s, sets up the root logger and leaves a temporary folder behind; its devices log through the root
logger.
"""

import logging
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desk_app.kernel.errors import InvalidInput

DEFAULT_PROFILE = "default"
_loading = threading.Lock()


def printer_classes() -> Any:
    """Return python-escpos' module of printers: ``Dummy``, ``File``, ``Serial``, ``Usb``, ``Win32Raw``."""
    with _loading, quiet(), _own_temporary_folder():
        import escpos.printer
    return escpos.printer


def profile_names() -> tuple[str, ...]:
    """Return the names of the printer models that python-escpos knows, for the settings page."""
    return tuple(sorted(_profiles()))


def profile_width(profile: str) -> int | None:
    """Return how many dots the model ``profile`` prints on a line, or None when that is not known."""
    if profile in ("", DEFAULT_PROFILE):
        return None
    known = _profiles().get(profile)
    if known is None:
        raise InvalidInput("printer.profile", f"Không có kiểu máy in «{profile}».", "Chọn kiểu máy trong danh sách.")
    pixels = known["media"]["width"].get("pixels")
    return pixels if isinstance(pixels, int) else None


@contextmanager
def quiet() -> Iterator[None]:
    """Take away, at the end, whatever handlers the library put on the root logger meanwhile."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        yield
    finally:
        for handler in [handler for handler in root.handlers if handler not in before]:
            root.removeHandler(handler)
        root.setLevel(level)


@contextmanager
def _own_temporary_folder() -> Iterator[None]:
    """Let ``mkdtemp`` work in a folder that is removed at the end."""
    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = usual


def _profiles() -> dict[str, Any]:
    printer_classes()
    from escpos.capabilities import CAPABILITIES

    profiles: dict[str, Any] = CAPABILITIES["profiles"]
    return profiles
