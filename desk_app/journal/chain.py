"""The hash chain of a desk: each entry seals the one before it, so no byte changes unseen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType

from desk_app.journal.entry import Entry
from desk_app.kernel.records import canonical

START = bytes(32)


@dataclass(frozen=True, kw_only=True)
class Break:
    """A place where the chain does not hold, and what is wrong there."""

    desk: str
    epoch: int
    seq: int
    what: str


def digest_of(entry: Entry) -> bytes:
    """Return the SHA-256 over the previous digest, the header as canonical JSON, and the body."""
    return sha256(entry.previous + canonical(entry[:9]) + b"\n" + entry.body).digest()


def sealed(entry: Entry) -> Entry:
    """Return ``entry`` with its digest filled in."""
    return Entry(*entry[:-1], digest=digest_of(entry))


def breaks(
    entries: Iterable[Entry], *, after: Mapping[tuple[str, int], tuple[int, bytes]] = MappingProxyType({})
) -> Iterator[Break]:
    """Yield every place where entries, given by desk, epoch and seq, do not follow one another unchanged.

    ``after`` holds the seq and digest of the entry before the first one given, for chains of which only the end is given.
    """
    place: tuple[str, int] | None = None
    expected, previous = 1, START
    for entry in entries:
        if (entry.desk, entry.epoch) != place:
            place = (entry.desk, entry.epoch)
            seq, previous = after.get(place, (0, START))
            expected = seq + 1
        wrong = _wrong_with(entry, expected, previous)
        if wrong:
            yield Break(desk=entry.desk, epoch=entry.epoch, seq=entry.seq, what=wrong)
        expected, previous = entry.seq + 1, entry.digest


def _wrong_with(entry: Entry, expected: int, previous: bytes) -> str:
    if entry.seq != expected:
        return f"thiếu bút toán {expected} đến {entry.seq - 1}" if entry.seq > expected else "số thứ tự lặp lại"
    if digest_of(entry) != entry.digest:
        return "nội dung đã bị sửa"
    return "" if entry.previous == previous else "không nối với bút toán trước"
