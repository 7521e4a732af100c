"""The fonts shipped with the program, and the proof that a text can be printed with them.

A letter that a font lacks would come out as nothing at all, without an error: a name printed wrong on an official
paper. Therefore every text is checked against the font's own table of characters before it is drawn.
"""

import struct
from collections.abc import Iterator
from functools import cache

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.paths import resource
from desk_app.kernel.texts import nfc

SANS = "NotoSans-Regular"
SANS_BOLD = "NotoSans-Bold"
SERIF = "LiberationSerif-Regular"
SERIF_BOLD = "LiberationSerif-Bold"
SERIF_ITALIC = "LiberationSerif-Italic"
SERIF_BOLD_ITALIC = "LiberationSerif-BoldItalic"
EVERY_FONT = (SANS, SANS_BOLD, SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC)

SPACES = str.maketrans("\t\r\n", "   ")
"""Turns what parts words without having a picture into plain spaces."""

_UNICODE = {(3, 1), (3, 10), (0, 3), (0, 4)}


def font_file(name: str) -> str:
    """Return the path of the font called ``name``."""
    return str(resource("fonts", f"{name}.ttf"))


@cache
def covered(name: str) -> frozenset[str]:
    """Return every character the font called ``name`` has a picture of."""
    raw = resource("fonts", f"{name}.ttf").read_bytes()
    return frozenset(character for start in _subtables(raw) for character in _mapped(raw, start))


def printable(text: str, name: str) -> str:
    """Return ``text`` composed (NFC); raise ``InvalidInput`` when the font ``name`` lacks a character of it."""
    composed = nfc(text)
    if covered(name).issuperset(composed):
        return composed
    stranger = next(character for character in composed if character not in covered(name))
    raise InvalidInput(
        "printing.text",
        f"Không in được ký tự U+{ord(stranger):04X} trong «{composed[:40]}».",
        "Sửa lại chữ này: chỉ dùng chữ, số và dấu câu thường.",
    )


def _subtables(raw: bytes) -> Iterator[int]:
    """Yield where the font's tables from Unicode to glyphs start (OpenType, table ``cmap``)."""
    count = struct.unpack_from(">H", raw, 4)[0]
    tables = (struct.unpack_from(">4sIII", raw, 12 + 16 * place) for place in range(count))
    cmap = next(start for tag, _, start, _ in tables if tag == b"cmap")
    for place in range(struct.unpack_from(">H", raw, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", raw, cmap + 4 + 8 * place)
        if (platform, encoding) in _UNICODE:
            yield cmap + offset


def _mapped(raw: bytes, start: int) -> Iterator[str]:
    kind = struct.unpack_from(">H", raw, start)[0]
    if kind == 4:
        yield from _segments(raw, start)
    elif kind == 12:
        for place in range(struct.unpack_from(">I", raw, start + 12)[0]):
            first, last, _ = struct.unpack_from(">III", raw, start + 16 + 12 * place)
            yield from map(chr, range(first, last + 1))


def _segments(raw: bytes, start: int) -> Iterator[str]:
    """Yield the characters of a format 4 table: runs of codes, each with a shift or with its own list of glyphs."""
    count = struct.unpack_from(">H", raw, start + 6)[0] // 2
    row = f">{count}H"
    lasts = struct.unpack_from(row, raw, start + 14)
    firsts, shifts, lists = (struct.unpack_from(row, raw, start + 16 + 2 * count * place) for place in (1, 2, 3))
    for place, (first, last, shift, glyphs) in enumerate(zip(firsts, lasts, shifts, lists, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + shift & 0xFFFF
            if glyphs:
                where = start + 16 + 6 * count + 2 * place + glyphs + 2 * (code - first)
                glyph = struct.unpack_from(">H", raw, where)[0]
            if glyph:
                yield chr(code)
