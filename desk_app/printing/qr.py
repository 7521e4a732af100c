"""QR codes as rows of modules, for dots and for vectors alike."""

from functools import lru_cache

from desk_app.kernel.errors import InvalidInput

QUIET_ZONE = 4
_MASK = 2
_LONGEST = 500


@lru_cache(maxsize=64)
def modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code (level M, no quiet zone), true where black; at most 500 letters."""
    if not payload or len(payload) > _LONGEST:
        raise InvalidInput("printing.qr", f"Mã QR cần từ 1 đến {_LONGEST} ký tự.", "Rút ngắn nội dung mã QR.")
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    # A fixed mask: readers take any, and choosing among the eight costs six times as much as the code itself.
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(payload.encode())
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())
