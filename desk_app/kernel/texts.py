"""Vietnamese text: one form in, one way to search, one way to sort.

Every text that enters the desk is NFC. Searching ignores case and marks, đ included. Sorting follows the Vietnamese alphabet
(a ă â b c d đ …) and, within equal letters, the tones in the order ngang, huyền, hỏi, ngã, sắc, nặng.
"""

import re
import unicodedata
from functools import cache

from desk_app.kernel.errors import InvalidInput

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SHAPES = "\u0302\u0306\u031b"
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_FORBIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Me", "So", "Sk", "Zl", "Zp"})
# What nearly every line consists of: composed letters, digits, common punctuation. Nothing of it needs a closer look.
_PLAIN = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ .,;:()/'+@&%-]*")
_FORMAT_MARKS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\u00ad"))


def nfc(text: str) -> str:
    """Return ``text`` in the composed form that screens, printers and the index agree on."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_nfc(text: str) -> bool:
    """Tell whether ``text`` is already composed."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def one_line(text: str) -> str:
    """Return ``text`` composed, without invisible marks, each run of white space a single space."""
    if _is_plain(text):
        return text
    return _SPACES.sub(" ", nfc(text).translate(_FORMAT_MARKS)).strip()


def checked_line(text: str, *, field: str, label: str, longest: int, required: bool = False) -> str:
    """Return one clean line for ``field``; raise ``InvalidInput`` naming ``label`` when it is empty, too long or not text."""
    if not text and not required:
        return text
    is_plain = _is_plain(text)
    line = text if is_plain else one_line(text)
    if required and not line:
        raise InvalidInput(field, f"{label}: chưa có nội dung.", "Hãy điền mục này.")
    if len(line) > longest:
        raise InvalidInput(field, f"{label}: dài {len(line)} ký tự, tối đa {longest}.", "Hãy rút ngắn.")
    if is_plain:
        return line
    stranger = next((letter for letter in line if unicodedata.category(letter) in _FORBIDDEN), None)
    if stranger is not None:
        raise InvalidInput(
            field,
            f"{label}: có ký tự không in được (U+{ord(stranger):04X}).",
            "Chỉ dùng chữ, số và dấu câu thường.",
        )
    return line


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and "  " not in text and text[:1] != " " and text[-1:] != " "


def _bare(letter: str) -> str:
    # Ð, the Icelandic letter, stands for Đ in much old Vietnamese data: on screen they are the same.
    if letter in "đĐðÐ":
        return "d"
    marks_apart = unicodedata.normalize("NFD", letter)
    return "".join(part for part in marks_apart if not unicodedata.combining(part)).lower()


_BARE = {
    code: _bare(chr(code))
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0x300, 0x370))
}


def folded(text: str) -> str:
    """Return ``text`` as it is searched: lower case, no marks, đ as d, words parted by single spaces."""
    return _NOT_WORD.sub(" ", text.translate(_BARE)).strip()


def lowered(text: str) -> str:
    """Return ``text`` in lower case with its marks kept: what tells an exact hit from a folded one."""
    return one_line(text).lower()


def collation_key(text: str) -> str:
    """Return a string whose plain order is the Vietnamese order of ``text``: letters first, then tones, then capitals."""
    composed = nfc(text)
    return f"{composed.translate(_LETTER_PLACES)}\x01{composed.translate(_TONE_PLACES)}\x01{composed.swapcase()}"


class _Places(dict[int, str]):
    """One part of every letter's place, worked out when the letter is first met."""

    def __init__(self, part: int) -> None:
        super().__init__()
        self._part = part

    def __missing__(self, code: int) -> str:
        self[code] = _place(chr(code))[self._part]
        return self[code]


_LETTER_PLACES = _Places(0)
_TONE_PLACES = _Places(1)


@cache
def _place(letter: str) -> tuple[str, str]:
    """Return a letter's place in the alphabet and that of its tone."""
    parts = unicodedata.normalize("NFD", letter)
    shaped = unicodedata.normalize("NFC", parts[0].lower() + "".join(p for p in parts[1:] if p in _SHAPES))
    place = _ALPHABET.find(shaped)
    tone = str(1 + max((_TONES.find(part) for part in parts[1:]), default=-1))
    return chr(0x100 + place) if place >= 0 else chr(min(ord(shaped[0]), 0xFF)), tone


def quantity(value: int) -> str:
    """Return a whole number the Vietnamese way, as in ``1.285``."""
    return f"{value:,}".replace(",", ".")


def dong(value: int) -> str:
    """Return an amount of money in đồng, as in ``8.000 đ``."""
    return f"{quantity(value)} đ"


def no_formula(text: str) -> str:
    """Return ``text`` so that no spreadsheet that reads it from a plain file takes it for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
