"""QR codes as rows of modules, for dots and for vectors alike."""

from functools import lru_cache
from typing import Literal

from desk_app.kernel.errors import InvalidInput

Level = Literal["L", "M"]

QUIET_ZONE = 4
_MASK = 2
_LONGEST = 500


@lru_cache(maxsize=64)
def modules(payload: str, level: Level = "M") -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code (no quiet zone), true where black; at most 500 letters.

    Level M outlives a stain on a slip; the same text at level L has fewer and therefore larger modules.
    """
    if not payload or len(payload) > _LONGEST:
        raise InvalidInput("printing.qr", f"Mã QR cần từ 1 đến {_LONGEST} ký tự.", "Rút ngắn nội dung mã QR.")
    from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
    from qrcode.main import QRCode

    # A fixed mask: readers take any, and choosing among the eight costs six times as much as the code itself.
    correction = ERROR_CORRECT_L if level == "L" else ERROR_CORRECT_M
    code = QRCode(error_correction=correction, border=0, mask_pattern=_MASK)
    code.add_data(payload.encode())
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())
