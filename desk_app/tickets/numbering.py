"""The number on a ticket, how it is said aloud, and the code by which its slip is scanned.

Desk 1 gives out A001 to A999 in a day, desk ``k`` ``Ak001`` to ``Ak999``: two desks never give out one number.
The code holds digits and dashes only, so that no Vietnamese input method garbles it.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.kernel.errors import Refused

_MOST_A_DAY = 999
_BLOCK = 1000
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_NAMES_OF_LETTERS = (
    *("A", "bê", "xê", "dê", "e", "gờ", "hát", "ca", "lờ", "mờ"),
    *("nờ", "pê", "quy", "rờ", "sờ", "tê", "u", "vê", "ích", "i dài"),
)
_LETTER_NAMES = dict(zip("ABCDEGHKLMNPQRSTUVXY", _NAMES_OF_LETTERS, strict=True))
_CODE = re.compile(r"7-(\d{6})-(\d{2})-(\d{4,6})-(\d{2})", re.ASCII)
_NUMBER = re.compile(r"([A-Z])-?(\d{1,6})", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Which ticket a scanned or typed text names: its day, its number; ``is_sound``: the check digits agree."""

    day: date
    number: str
    is_sound: bool = True


def number_text(letter: str, number: int) -> str:
    """Return the number as it stands on the slip: ``A001``."""
    return f"{letter}{number:03d}"


def spoken_number(number: str) -> str:
    """Return a number as it is called out: ``A không không một``."""
    return " ".join((_LETTER_NAMES.get(number[:1], number[:1]), *(_DIGITS[int(digit)] for digit in number[1:])))


def first_and_last(desk_number: int) -> tuple[int, int]:
    """Return the first and the last number that a desk gives out in one line on one day."""
    base = 0 if desk_number == 1 else desk_number * _BLOCK
    return base + 1, base + _MOST_A_DAY


def series_of(day: date, letter: str) -> str:
    """Return the name under which one line's numbers of a day are one series."""
    return f"ticket-{day:%y%m%d}-{letter}"


def following(highest: int | None, desk_number: int) -> int:
    """Return the number after ``highest``, the desk's first when there is none; raise ``Refused`` after its last."""
    first, last = first_and_last(desk_number)
    number = first if highest is None else highest + 1
    if number > last:
        raise Refused(
            "tickets.numbers_used_up",
            f"Lĩnh vực này đã phát đủ {_MOST_A_DAY} số hôm nay.",
            "Hãy lấy số ở lĩnh vực khác, hoặc ở máy khác của cơ quan.",
        )
    return number


def scan_text(day: date, letter: str, number: int) -> str:
    """Return the text of a slip's QR: ``7-261123-01-0001-83``."""
    stem = f"7-{day:%y%m%d}-{ord(letter) - 64:02d}-{number:04d}"
    return f"{stem}-{_check_digits(stem)}"


def looks_like_ticket(text: str) -> bool:
    """Tell whether a scanned text is the code of a ticket's slip, ours or a misread one."""
    return _CODE.fullmatch(text.strip()) is not None


def named(text: str, today: date) -> Named | None:
    """Return which ticket a slip's code, or a number of today like ``a1`` or ``A001``, names; None for anything else."""
    plain = text.strip().upper()
    code, number = _CODE.fullmatch(plain), _NUMBER.fullmatch(plain)
    if code is None and number is not None:
        return Named(day=today, number=number_text(number[1], int(number[2])))
    day = _day_of(code[1]) if code is not None else None
    if code is None or day is None or not 1 <= int(code[2]) <= 26:
        return None
    sound = code[4] == _check_digits(plain.rpartition("-")[0])
    return Named(day=day, number=number_text(chr(64 + int(code[2])), int(code[3])), is_sound=sound)


def _day_of(digits: str) -> date | None:
    try:
        # Only the day counts; a moment of a day has no offset to lose.
        return datetime.strptime(digits, "%y%m%d").date()  # noqa: DTZ007 - as above
    except ValueError:
        return None


def _check_digits(text: str) -> str:
    """Return the two digits of ISO 7064 MOD 97-10 over the digits of ``text``: they find every swap of two digits."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return f"{98 - int(digits) * 100 % 97:02d}"
