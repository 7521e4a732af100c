"""A JPEG without what a camera writes into it: where it was taken, when, by which telephone.

Only what is needed to draw the picture is kept. Of the EXIF data one thing is: which way up it was held.
"""

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from desk_app.kernel.errors import InvalidInput

_SOI, _EOI, _SOS = b"\xff\xd8", 0xD9, 0xDA
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_APPLICATION = range(0xE0, 0xF0)
_EXIF, _COMMENT = 0xE1, 0xFE
# What decoders need of the application's segments: sizes, the colour profile, how colours are written.
_KEPT = {0xE0: b"JF", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ORIENTATION, _SHORT = 0x0112, 3
_PIECE = 64 * 1024


def without_metadata(source: BinaryIO) -> Iterator[bytes]:
    """Yield the picture in pieces, up to its end mark; raise ``InvalidInput`` where it breaks off or is no JPEG."""
    stream = _Stream(source)
    if stream.take(2) != _SOI:
        raise broken_off()
    yield _SOI
    while True:
        marker = stream.marker()
        if marker == _EOI:
            yield b"\xff\xd9"
            return
        if marker in _STANDALONE:
            yield bytes((0xFF, marker))
            continue
        length = stream.take(2)
        body = stream.take(max(struct.unpack(">H", length)[0] - 2, 0))
        yield _kept(marker, length, body)
        if marker == _SOS:
            yield from stream.scan()


def broken_off() -> InvalidInput:
    """Return what is said of a picture that is not whole."""
    return InvalidInput("file", "Ảnh bị hỏng hoặc chưa chép hết.", "Hãy chép lại tệp, hoặc quét lại giấy tờ.")


def _kept(marker: int, length: bytes, body: bytes) -> bytes:
    """Return a segment as it is kept: whole, as the bare orientation, or not at all."""
    if marker == _EXIF:
        return _bare_exif(_orientation(body))
    if marker == _COMMENT or (marker in _APPLICATION and not body.startswith(_KEPT.get(marker, b"\xff\xff"))):
        return b""
    return bytes((0xFF, marker)) + length + body


def _orientation(body: bytes) -> int:
    """Return how the picture must be turned, 1 to 8 as EXIF counts; 1, not at all, where nothing is said."""
    if body[:6] != b"Exif\0\0":
        return 1
    tiff = body[6:]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        at = struct.unpack_from(f"{order}I", tiff, 4)[0]
        for place in range(struct.unpack_from(f"{order}H", tiff, at)[0]):
            tag, kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, at + 2 + 12 * place)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _bare_exif(orientation: int) -> bytes:
    """Return an EXIF segment that says the orientation and nothing else; nothing for a picture that stands upright."""
    if orientation == 1:
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    body = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


class _Stream:
    """Reads a file in pieces, and gives back what it took too much."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._held = b""

    def take(self, count: int) -> bytes:
        while len(self._held) < count:
            self._more()
        taken, self._held = self._held[:count], self._held[count:]
        return taken

    def marker(self) -> int:
        """Return the marker that must stand here; any number of FF may stand before it."""
        if self.take(1) != b"\xff":
            raise broken_off()
        found = b"\xff"
        while found == b"\xff":
            found = self.take(1)
        return found[0]

    def scan(self) -> Iterator[bytes]:
        """Yield the drawn data up to the next marker, which stays."""
        while True:
            found = _MARKER_IN_SCAN.search(self._held)
            # A last FF may be half a marker.
            end = found.start() if found else len(self._held) - self._held.endswith(b"\xff")
            piece, self._held = self._held[:end], self._held[end:]
            if piece:
                yield piece
            if found:
                return
            self._more()

    def _more(self) -> None:
        piece = self._source.read(_PIECE)
        if not piece:
            raise broken_off()
        self._held += piece
