"""UTF-8 that a scanner or a driver took for a Western code page, as in ``Nguyá»…n`` for ``Nguyễn``."""

import re
from typing import Literal

Encoding = Literal["cp1252", "latin-1", "cp437"]

ENCODINGS: tuple[Encoding, ...] = ("cp1252", "latin-1", "cp437")
# A no-break space (byte A0) is often typed as a plain one, or cut off at the end; behind these bytes only A0 can stand.
_LOST_A0 = re.compile(rb"(?<=[\xc3-\xc6])(?: |\Z)|(?<=\xe1[\xba\xbb]) |(?<=\xe1) (?=[\x80-\xbf])")


def _letters(encoding: Encoding) -> str:
    """Return the 256 letters of a code page; what it leaves open becomes a control letter, as Windows does it."""
    return "".join(_letter(byte, encoding) for byte in range(256))


def _letter(byte: int, encoding: Encoding) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


_LETTERS: dict[Encoding, str] = {each: _letters(each) for each in ENCODINGS}
_BYTES: dict[Encoding, dict[str, int]] = {
    each: {letter: byte for byte, letter in enumerate(letters)} for each, letters in _LETTERS.items()
}


def misread(text: str, encoding: Encoding) -> str:
    """Return what ``text`` looks like once its UTF-8 was taken for ``encoding``."""
    return "".join(_LETTERS[encoding][byte] for byte in text.encode())


def read_again(text: str) -> str | None:
    """Return UTF-8 put right again that was taken for another code page; None when the text was not."""
    if text.isascii():
        return None
    for encoding in ENCODINGS:
        places = [_BYTES[encoding].get(letter) for letter in text]
        if None in places:
            continue
        try:
            found = _LOST_A0.sub(b"\xa0", bytes(place for place in places if place is not None)).decode()
        except UnicodeDecodeError:
            continue
        return found
    return None
