"""Entries as lines of a bundle: one JSON array each, canonical; what the chain tells anyway is left out.

``[desk,epoch,seq,command_id,clock,actor,subject,kind,version,body]``: the first nine are the header that the digest covers.
"""

from collections.abc import Callable, Iterable
from typing import Annotated

import msgspec

from desk_app.journal.chain import digest_of
from desk_app.journal.entry import Entry
from desk_app.journal.slices import Unsealed
from desk_app.sync import rejections
from desk_app.sync.container import Parts
from desk_app.sync.cover import Slice

LONGEST_LINE = 4 * 1024 * 1024
_Whole = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(tuple[str, _Whole, _Whole, str, _Whole, str, str, str, _Whole, msgspec.Raw])


def lines_of(rows: Iterable[Unsealed]) -> bytes:
    """Return entries as lines, each with its end."""
    return _encoder.encode_lines([(*row[:9], msgspec.Raw(row[9])) for row in rows])


class LineReader:
    """Takes an opened payload piece by piece and gives its entries, sealed again and held against the cover's slices.

    Raises ``BadContent``, ``BadCounts`` or ``BadChain`` at the first line that is not what the cover says.
    """

    def __init__(self, parts: Parts, give: Callable[[Entry, Slice], None]) -> None:
        self._parts = parts
        self._give = give
        self._rest = b""
        self._left = iter(parts.cover.slices)
        self._slice: Slice | None = None
        self._expected = 0
        self._previous = b""
        self._kinds: dict[str, int] = {}

    def take(self, piece: bytes) -> None:
        """Read the lines that end in ``piece``."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        if len(self._rest) > LONGEST_LINE:
            raise rejections.BadContent(file=self._parts.name, what="có dòng dài quá mức")
        for line in lines:
            self._read(line)

    def end(self) -> None:
        """Raise unless every slice came to its end."""
        if self._rest or self._slice is not None or next(self._left, None) is not None:
            raise rejections.BadCounts(file=self._parts.name, what="thiếu bút toán")
        if self._kinds != self._parts.cover.kinds:
            raise rejections.BadCounts(file=self._parts.name, what="số bút toán từng loại")

    def _read(self, line: bytes) -> None:
        try:
            *header, body = _decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise rejections.BadContent(file=self._parts.name, what="có dòng không phải bút toán") from None
        at = self._slice or self._next_slice()
        if (header[0], header[1], header[2]) != (at.desk, at.epoch, self._expected):
            raise rejections.BadCounts(
                file=self._parts.name, what=f"không thấy bút toán {self._expected} của {at.desk}"
            )
        bare = Entry._make((*header, bytes(body), self._previous, b""))
        entry = bare._replace(digest=digest_of(bare))
        if entry.version > self._parts.cover.versions.get(entry.kind, 0):
            raise rejections.BadCounts(file=self._parts.name, what=f"tờ bìa không kể loại «{entry.kind}»")
        self._kinds[entry.kind] = self._kinds.get(entry.kind, 0) + 1
        self._previous = entry.digest
        self._expected += 1
        if entry.seq == at.last:
            self._close(at, entry)
        self._give(entry, at)

    def _next_slice(self) -> Slice:
        at = next(self._left, None)
        if at is None:
            raise rejections.BadCounts(file=self._parts.name, what="thừa bút toán")
        self._slice, self._expected, self._previous = at, at.first, bytes.fromhex(at.previous)
        return at

    def _close(self, at: Slice, entry: Entry) -> None:
        if entry.digest.hex() != at.digest:
            raise rejections.BadChain(desk=at.desk)
        self._slice = None
