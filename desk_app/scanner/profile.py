"""What this desk knows of its scanner: the serial port, what is garbled on the way, and how the last test went."""

from datetime import datetime
from typing import Literal

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record, changed

Layout = Literal["us", "vn"]
InputMethod = Literal["", "telex", "vni"]
Verdict = Literal["untested", "good", "limited"]

BAUDS = (9600, 19200, 38400, 57600, 115200)
_LONGEST_FIX = 12
_LONGEST_PORT = 200


class Profile(Record):
    """How texts arrive from this desk's scanner.

    ``layout`` is the keyboard layout they pass through; ``swaps`` are pairs of what comes and what was meant, where the
    layout is neither American nor Vietnamese. ``keeps_marks`` is False for a scanner that sends no Vietnamese letters:
    whatever mark then stands in a text was put there by ``input_method``.
    """

    layout: Layout = "us"
    swaps: tuple[tuple[str, str], ...] = ()
    keeps_marks: bool = True
    input_method: InputMethod = ""


class Port(Record):
    """A scanner's serial (COM) port; an empty ``name`` means that none is used. ``baud`` is in bits a second."""

    name: str = ""
    baud: int = 9600


class ScannerSettings(Record):
    """Everything kept about the scanner of one desk; ``findings`` are the codes of what the last test showed."""

    port: Port = Port()
    prefix: str = ""
    suffix: str = ""
    profile: Profile = Profile()
    verdict: Verdict = "untested"
    findings: tuple[str, ...] = ()
    tested_at: datetime | None = None


def checked_settings(settings: ScannerSettings) -> ScannerSettings:
    """Return ``settings`` with a clean port; raise ``InvalidInput`` naming the field that cannot be right."""
    name = settings.port.name.strip()
    if len(name) > _LONGEST_PORT:
        raise InvalidInput("scanner.port", "Tên cổng quá dài.", "Ghi như COM3 hoặc /dev/ttyACM0.")
    if settings.port.baud not in BAUDS:
        raise InvalidInput(
            "scanner.baud", f"Tốc độ {settings.port.baud} không dùng được.", "Thường là 9600 hoặc 115200."
        )
    for field, label in (("prefix", "Phần thêm trước mã"), ("suffix", "Phần thêm sau mã")):
        if len(getattr(settings, field)) > _LONGEST_FIX:
            raise InvalidInput(
                f"scanner.{field}", f"{label}: dài quá {_LONGEST_FIX} ký tự.", "Hãy xem sổ tay máy quét."
            )
    return changed(settings, port=changed(settings.port, name=name))
