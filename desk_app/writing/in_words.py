"""Numbers, amounts and days as official papers spell them: «một trăm linh năm nghìn đồng»."""

from datetime import date

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
# What a unit is called after «mươi»: hai mươi mốt, hai mươi tư, hai mươi lăm.
_AFTER_TENS = {**dict(enumerate(_DIGITS)), 1: "mốt", 4: "tư", 5: "lăm"}
_SCALES = ("", "nghìn", "triệu")
_BILLION = 10**9
_APRIL = 4


def number_in_words(value: int) -> str:
    """Return a whole number in Vietnamese words; a negative one begins with «âm»."""
    if value < 0:
        return f"âm {number_in_words(-value)}"
    if value == 0:
        return _DIGITS[0]
    above, below = divmod(value, _BILLION)
    rest = _below_a_billion(below, whole=above == 0)
    if not above:
        return rest
    return f"{number_in_words(above)} tỷ {rest}".strip()


def amount_in_words(dong: int) -> str:
    """Return an amount of money as it is written by hand: ``500000`` → «năm trăm nghìn đồng»."""
    return f"{number_in_words(dong)} đồng"


def day_in_words(on: date) -> str:
    """Return a day as declarations spell it: «ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu»."""
    month = "tư" if on.month == _APRIL else number_in_words(on.month)
    return f"ngày {number_in_words(on.day)} tháng {month} năm {number_in_words(on.year)}"


def capitals(text: str) -> str:
    """Return ``text`` in Vietnamese capitals, as names stand in declarations."""
    return text.upper()


def sentence(text: str) -> str:
    """Return ``text`` with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def _below_a_billion(value: int, *, whole: bool) -> str:
    """Return nine digits in words; those of the groups that are nothing are left out, «không trăm» is not."""
    words: list[str] = []
    for scale in (2, 1, 0):
        group = value // 1000**scale % 1000
        if group:
            first = whole and not words
            words += [_group(group, first=first), _SCALES[scale]]
    return " ".join(filter(None, words))


def _group(value: int, *, first: bool) -> str:
    hundreds, below = divmod(value, 100)
    words = [] if first and not hundreds else [_DIGITS[hundreds], "trăm"]
    tens, units = divmod(below, 10)
    if not tens:
        after_hundreds = ["linh"] if words and units else []
        return " ".join([*words, *after_hundreds, *([_DIGITS[units]] if units else [])])
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if units:
        words.append("lăm" if tens == 1 and units == 5 else _DIGITS[units] if tens == 1 else _AFTER_TENS[units])
    return " ".join(words)
