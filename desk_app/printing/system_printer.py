"""A5/A4 papers on the printers that the operating system knows: ``lp`` on Linux, the print verb on Windows."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from desk_app.printing.blocks import PageSize
from desk_app.printing.outcome import Outcome

_TIMEOUT_S = 30
_KEEP_S = 600
_PREFIX = "mot-cua-print-"
_HANDED_OVER = "Đã giao cho máy in của hệ thống. Kiểm tra giấy."


def send_to_system(pdf: bytes, *, printer: str, page: PageSize) -> Outcome:
    """Hand a PDF to the system printer called ``printer`` (empty: the default one); at best unconfirmed."""
    if sys.platform == "win32":
        return _by_print_verb(pdf, printer)
    return _by_lp(pdf, printer, page)


def _by_lp(pdf: bytes, printer: str, page: PageSize) -> Outcome:
    command = ["lp", "-s", "-o", f"media={page}", *(["-d", printer] if printer else [])]
    try:
        # On its standard input: a paper with somebody's name on it never lies around as a file.
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=_TIMEOUT_S, check=False)
    except FileNotFoundError:
        return Outcome(state="failed", reason="Máy này chưa có dịch vụ in (lp).")
    except (OSError, subprocess.TimeoutExpired):
        return Outcome(state="unconfirmed", reason="Dịch vụ in không trả lời. Kiểm tra giấy.")
    if done.returncode != 0:
        return Outcome(
            state="offline", reason="Hệ thống không nhận lệnh in. Kiểm tra tên máy in và máy in có bật không."
        )
    return Outcome(state="unconfirmed", reason=_HANDED_OVER, bytes_sent=len(pdf))


def _by_print_verb(pdf: bytes, printer: str) -> Outcome:
    """Let the program that shows PDF files print it; it reads the file some time later, so a later call removes it."""
    folder = Path(tempfile.gettempdir())
    _remove_older(folder)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".pdf", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(pdf)
    verb, arguments = ("printto", f'"{printer}"') if printer else ("print", "")
    try:
        os.startfile(name, verb, arguments)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        Path(name).unlink(missing_ok=True)
        return Outcome(state="failed", reason="Máy này chưa có chương trình in được tệp PDF.")
    # Removed even when nothing more is printed today; the next print looks again for what a closed program left.
    later = threading.Timer(_KEEP_S + 1, _remove_older, (folder,))
    later.daemon = True
    later.start()
    return Outcome(state="unconfirmed", reason=_HANDED_OVER, bytes_sent=len(pdf))


def _remove_older(folder: Path) -> None:
    for left_over in folder.glob(f"{_PREFIX}*.pdf"):
        try:
            if time.time() - left_over.stat().st_mtime > _KEEP_S:
                left_over.unlink()
        except OSError:
            # Still being read; the next call tries again.
            continue
