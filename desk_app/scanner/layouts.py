"""The Vietnamese keyboard layout (TCVN 5712, "vn" on Linux): its number row types letters and tones instead of digits."""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

_PLAIN = dict(zip("1234567890=[]", "ăâêô\u0300\u0309\u0303\u0301\u0323đ₫ươ", strict=True))
_SHIFTED = dict(zip("!@#$){}", "ĂÂÊÔĐƯƠ", strict=True))
_TYPED = str.maketrans({**_PLAIN, **_SHIFTED})
_MEANT = {typed: meant for meant, typed in {**_PLAIN, **_SHIFTED}.items()}
_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_DOT_BELOW = "\u0323"


@dataclass(frozen=True, kw_only=True)
class Meant:
    """What was meant by a text that came through a layout; not ``is_sure`` when composing it has mixed up its order."""

    text: str
    is_sure: bool = True


def typed_on_vn(text: str) -> str:
    """Return what an American scanner's ``text`` becomes on the Vietnamese layout, mark by mark, not composed."""
    return text.translate(_TYPED)


def meant_on_vn(text: str, *, composed: bool) -> Meant:
    """Return what was meant by a text that came through the Vietnamese layout; ``composed`` says that it is NFC by now."""
    apart = "".join(_tones_apart(letter) for letter in text)
    meant = "".join(_MEANT.get(letter, letter) for letter in apart)
    # Composing sorts a dot below before all other tones, or behind one that melts into its letter (ć): 89 and 98 then
    # look the same.
    swapped = any(
        one != other and _DOT_BELOW in (one, other) and {one, other} <= _TONES for one, other in pairwise(apart)
    )
    return Meant(text=meant, is_sure=not (swapped and composed))


def has_signs_of_vn(text: str) -> bool:
    """Tell whether a text holds letters or tones that this layout types in place of digits and brackets."""
    return any(part in _MEANT for letter in text for part in _tones_apart(letter))


def _tones_apart(letter: str) -> str:
    """Return a letter with its shape (â, ư) and behind it the tones it carries."""
    apart = unicodedata.normalize("NFD", letter)
    base, marks = apart[0], apart[1:]
    shaped = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in _TONES))
    return shaped + "".join(mark for mark in marks if mark in _TONES)
