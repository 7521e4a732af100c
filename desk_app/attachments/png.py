"""A PNG without the texts, times and camera data that programs write into it."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from desk_app.attachments.jpeg import broken_off

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Beside the parts that every decoder must understand (a capital first letter), those that say how colours are meant.
_COLOURS = frozenset({b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"pHYs", b"cICP"})
_PIECE = 64 * 1024
_CHECKSUM_BYTES = 4


def without_metadata(source: BinaryIO) -> Iterator[bytes]:
    """Yield the picture in pieces, up to its end; raise ``InvalidInput`` where it breaks off or is no PNG."""
    if source.read(len(SIGNATURE)) != SIGNATURE:
        raise broken_off()
    yield SIGNATURE
    kind = b""
    while kind != b"IEND":
        head = source.read(8)
        if len(head) != 8:
            raise broken_off()
        length, kind = struct.unpack(">I4s", head)
        is_kept = kind[:1].isupper() or kind in _COLOURS
        if is_kept:
            yield head
        for piece in _pieces(source, length + _CHECKSUM_BYTES):
            if is_kept:
                yield piece


def _pieces(source: BinaryIO, count: int) -> Iterator[bytes]:
    while count:
        piece = source.read(min(count, _PIECE))
        if not piece:
            raise broken_off()
        count -= len(piece)
        yield piece
