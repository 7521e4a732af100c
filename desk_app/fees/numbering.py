"""The number of a payment, ``PT-261123-1001``, and the code by which its slip is scanned.

Desk ``k`` gives out k001 to k999 of the day, as it does with dossier codes: two desks never give out one number.
The code in the QR holds digits and dashes only, so that no Vietnamese input method garbles it.
"""

import re
from datetime import date

from desk_app.kernel.errors import Refused

_LAST = 999
_BLOCK = 1000
_CODE = re.compile(r"8-(\d{6})-(\d{4,6})-(\d{2})", re.ASCII)
_NUMBER = re.compile(r"PT-\d{6}-\d{4,6}", re.ASCII)


def series_of(on: date) -> str:
    """Return what every number of a day begins with."""
    return f"PT-{on:%y%m%d}-"


def following(highest: int | None, desk_number: int, on: date) -> str:
    """Return the number after ``highest``, the desk's first when there is none; raise ``Refused`` after its last."""
    first, last = block_of(desk_number)
    number = first if highest is None else highest + 1
    if number > last:
        raise Refused(
            "fees.numbers_used_up",
            f"Quầy này đã dùng hết {_LAST} số phiếu thu của ngày {on:%d/%m/%Y}.",
            "Chưa ghi gì. Hãy thu ở quầy khác của cơ quan, hoặc thu vào ngày mai.",
        )
    return f"{series_of(on)}{number}"


def block_of(desk_number: int) -> tuple[int, int]:
    """Return the first and the last number that a desk gives out on one day."""
    return desk_number * _BLOCK + 1, desk_number * _BLOCK + _LAST


def scan_text(number: str) -> str:
    """Return the text of a payment slip's QR: ``8-261123-1001-42``."""
    stem = f"8-{number.removeprefix('PT-')}"
    return f"{stem}-{_check_digits(stem)}"


def number_in(text: str) -> str:
    """Return the payment number that a scanned or typed text names; empty when it names none, or was misread."""
    plain = text.strip().upper()
    if _NUMBER.fullmatch(plain):
        return plain
    code = _CODE.fullmatch(plain)
    if code is None or code[3] != _check_digits(plain.rpartition("-")[0]):
        return ""
    return f"PT-{code[1]}-{code[2]}"


def _check_digits(text: str) -> str:
    """Return the two digits of ISO 7064 MOD 97-10 over the digits of ``text``: they find every swap of two digits."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return f"{98 - int(digits) * 100 % 97:02d}"
