"""Compressing and sealing a stream, and opening it again, in a memory that does not grow with it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, cast

from desk_app.sync import rejections
from desk_app.sync.container import Parts, Sink

_LEVEL = 3
_PIECE = 128 * 1024
# A stream that asks for more memory than this to be opened is none of ours.
_LARGEST_WINDOW = 8 * 1024 * 1024


def seal_into(sink: Sink, pieces: Iterable[bytes], recipients: Sequence[str]) -> None:
    """Write ``pieces``, compressed by zstd and sealed to age ``recipients``, to ``sink``."""
    # A tenth of a second at every start of the window otherwise.
    import pyrage

    to = [pyrage.x25519.Recipient.from_str(each) for each in dict.fromkeys(recipients)]
    source, target = _Pulled(_compressed(pieces)), _Pushed(sink.write)
    try:
        pyrage.encrypt_io(source, target, to)
    except (pyrage.EncryptError, OSError):
        # What went wrong on either side comes back in other clothes.
        for failure in (source.failure, target.failure):
            if failure is not None:
                raise failure from None
        raise


def open_into(file: BinaryIO, parts: Parts, identities: Sequence[str], take: Callable[[bytes], None]) -> None:
    """Give the opened payload to ``take``, piece by piece, never more than the cover says.

    Raises ``NotForUs`` when none of ``identities`` opens it, ``PayloadChanged`` when it is no sealed stream, ``Bomb`` when it
    swells beyond the cover's size, and whatever ``take`` raises.
    """
    import pyrage
    import zstandard

    file.seek(parts.payload_at)
    source = _Limited(file, parts.payload_bytes)
    target = _Pushed(_Bounded(take, parts).write)
    opener = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    unpacked = opener.stream_writer(cast(BinaryIO, target), write_size=_PIECE, closefd=False)
    keys = [pyrage.x25519.Identity.from_str(each) for each in identities]
    try:
        pyrage.decrypt_io(source, unpacked, keys)
    except zstandard.ZstdError:
        raise rejections.BadContent(file=parts.name, what="không giải nén được") from None
    except (pyrage.DecryptError, OSError) as error:
        for failure in (source.failure, target.failure):
            if failure is not None:
                raise failure from None
        if "matching keys" in str(error):
            raise rejections.NotForUs(file=parts.name) from None
        raise rejections.PayloadChanged(file=parts.name) from None


def _compressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    import zstandard

    packer = zstandard.ZstdCompressor(level=_LEVEL).compressobj()
    for piece in pieces:
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()


class _Pulled:
    """A file that gives what an iterator yields, and remembers what the iterator raised."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = memoryview(b"")
        self.failure: BaseException | None = None

    def read(self, size: int) -> bytes:
        while not self._held:
            try:
                piece = next(self._pieces, None)
            except BaseException as error:
                self.failure = error
                raise
            if piece is None:
                return b""
            self._held = memoryview(piece)
        given, self._held = self._held[:size], self._held[size:]
        return bytes(given)


class _Limited:
    """The payload's own part of a file; remembers what the medium raised."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._left = size
        self.failure: BaseException | None = None

    def read(self, size: int) -> bytes:
        try:
            raw = self._file.read(min(size, self._left))
        except BaseException as error:
            self.failure = error
            raise
        self._left -= len(raw)
        return raw


class _Pushed:
    """A file that passes on what is written, and remembers what that raised."""

    def __init__(self, write: Callable[[bytes], int]) -> None:
        self._write = write
        self.failure: BaseException | None = None

    def write(self, raw: bytes) -> int:
        try:
            return self._write(raw)
        except BaseException as error:
            self.failure = error
            raise

    def flush(self) -> None:
        """Do nothing: who opened the file flushes it."""


class _Bounded:
    """Passes on no more than the cover says there is."""

    def __init__(self, take: Callable[[bytes], None], parts: Parts) -> None:
        self._take = take
        self._parts = parts
        self._count = 0

    def write(self, raw: bytes) -> int:
        self._count += len(raw)
        if self._count > self._parts.cover.size:
            raise rejections.Bomb(file=self._parts.name)
        self._take(bytes(raw))
        return len(raw)
