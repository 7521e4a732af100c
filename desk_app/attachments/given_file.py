"""The file that an officer gives: what it really is, whether it may be kept, and its content without metadata."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.attachments import jpeg, png
from desk_app.attachments.facts import MediaType
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import quantity

MEGABYTE = 1024 * 1024
_PIECE = 256 * 1024
_HEAD_BYTES = 8

Watch = Callable[[int, int], None]
"""Told how many bytes of how many have been read; what it raises ends the work."""


class GivenFile:
    """A file on this computer that is only read; it stays as it is."""

    def __init__(self, file: Path, *, most_bytes: int) -> None:
        """Look at the file; raise ``InvalidInput`` when it is not there, empty, too large or of no kind that is kept."""
        self._file = file
        with _readable(file):
            if not file.is_file():
                raise _missing(file)
            self.size = file.stat().st_size
            with file.open("rb") as opened:
                self.media_type = _media_type(opened.read(_HEAD_BYTES))
        if self.size > most_bytes:
            raise InvalidInput(
                "file",
                f"Tệp lớn {quantity(-(-self.size // MEGABYTE))} MB, quá mức {quantity(most_bytes // MEGABYTE)} MB.",
                "Hãy quét lại ở 150–200 dpi, hoặc tách tệp.",
            )

    def content(self, watch: Watch) -> Iterator[bytes]:
        """Yield what is kept of the file; raise ``InvalidInput`` where a picture breaks off."""
        with _readable(self._file), self._file.open("rb", buffering=0) as raw:
            source = io.BufferedReader(_Watched(raw, self.size, watch), _PIECE)
            if self.media_type == "image/jpeg":
                yield from jpeg.without_metadata(source)
            elif self.media_type == "image/png":
                yield from png.without_metadata(source)
            else:
                while piece := source.read(_PIECE):
                    yield piece


class _Watched(io.RawIOBase):
    """Reads a file and tells how far it is; no more than the file held at first, however it grows meanwhile."""

    def __init__(self, raw: io.FileIO, size: int, watch: Watch) -> None:
        super().__init__()
        self._raw, self._size, self._watch, self._done = raw, size, watch, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        piece = self._raw.read(min(len(buffer), self._size - self._done)) or b""
        buffer[: len(piece)] = piece
        self._done += len(piece)
        self._watch(self._done, self._size)
        return len(piece)


def _media_type(head: bytes) -> MediaType:
    """Return what the file is by how it begins, whatever it is called."""
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head == png.SIGNATURE:
        return "image/png"
    raise InvalidInput(
        "file",
        "Tệp này trống." if not head else "Tệp này không phải PDF, JPEG hay PNG, dù tên có đuôi gì.",
        "Hãy quét lại giấy tờ ra một trong ba dạng ấy.",
    )


def _missing(file: Path) -> InvalidInput:
    return InvalidInput("file", f"Không thấy tệp «{file}».", "Hãy xem lại đường dẫn.")


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    """Say in words why the file cannot be read: a stick was pulled, another program holds it."""
    try:
        yield
    except OSError as error:
        raise InvalidInput(
            "file",
            f"Không đọc được tệp {file.name}.",
            "Hãy đóng chương trình đang mở tệp, xem USB còn cắm không, rồi thử lại.",
        ) from error
