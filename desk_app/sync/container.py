"""The archive that every file of sync is: an uncompressed tar of cover, payload and signature, with one spelling only.

Each byte of it is fixed, signed, or hashed by what is signed; so a changed one anywhere is seen.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Protocol

from desk_app.kernel.records import WireError, canonical, from_json
from desk_app.sync import rejections, ssh_signature
from desk_app.sync.cover import FORMAT, NAMESPACE, OLDEST_FORMAT, Cover, Kept

COVER, SIGNATURE = "cover.json", "cover.json.sig"
# Sticks formatted as FAT32 hold no larger file.
LARGEST = 4 * 1024**3 - 1
LARGEST_COVER = 4 * 1024**2
LARGEST_SIGNATURE = 4096
_BLOCK = 512
_END = bytes(2 * _BLOCK)
_READ = 1024 * 1024


class Sink(Protocol):
    """Where a payload is written."""

    def write(self, raw: bytes, /) -> int:
        """Take the next bytes."""
        ...


@dataclass(frozen=True, kw_only=True)
class Parts:
    """An archive of the right shape, its cover signed by ``signer``; nothing is known of its payload yet."""

    name: str
    cover: Cover
    signer: str
    payload_at: int
    payload_bytes: int


class _Hashing:
    """Passes a payload on, counting and hashing it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._hash = sha256()
        self.count = 0

    def write(self, raw: bytes) -> int:
        self._hash.update(raw)
        self.count += len(raw)
        return self._out.write(raw)

    def flush(self) -> None:
        self._out.flush()

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()


def write_container(
    out: BinaryIO,
    widest: Cover,
    fill: Callable[[Sink], None],
    finish: Callable[[str], Cover],
    sign: Callable[[bytes], bytes],
) -> Cover:
    """Write an archive to ``out`` while ``fill`` gives its payload; return the cover as it was signed.

    What the cover counts is known at the end only. Room for the ``widest`` it can be is kept free until then; ``finish`` is
    given the payload's digest, and the cover it returns is filled up with blanks.
    """
    room = len(canonical(widest))
    payload_at = _BLOCK + _padded(room) + _BLOCK
    out.seek(payload_at)
    hashing = _Hashing(out)
    fill(hashing)
    final = finish(hashing.digest)
    raw = canonical(final).ljust(room)
    if len(raw) != room:
        raise ValueError("the cover outgrew its room")
    signature = sign(raw)
    out.write(_padding(hashing.count))
    out.write(_header(SIGNATURE, len(signature)) + signature + _padding(len(signature)) + _END)
    out.seek(0)
    out.write(_header(COVER, len(raw)) + raw + _padding(len(raw)) + _header(final.member, hashing.count))
    return final


def read_container(file: BinaryIO, name: str) -> Parts:
    """Return the parts of an archive after checking its shape and that its cover is the one that was signed.

    Raises what ``rejections`` names; reads the payload not at all.
    """
    total = file.seek(0, os.SEEK_END)
    if total > LARGEST:
        raise rejections.TooBig(file=name, what="trên 4 GB")
    file.seek(0)
    raw = _member(file, name, total, COVER, LARGEST_COVER)
    member, payload_bytes = _payload_header(file, name)
    payload_at = file.tell()
    if payload_at + _padded(payload_bytes) > total:
        raise rejections.Truncated(file=name)
    file.seek(payload_at + payload_bytes)
    _require_blank(file, name, payload_bytes)
    signature = _member(file, name, total, SIGNATURE, LARGEST_SIGNATURE)
    _require_end(file, name, total)
    signer = ssh_signature.signer_of(raw, signature, NAMESPACE)
    if signer is None:
        raise rejections.CoverChanged(file=name)
    cover = _cover(raw, name)
    if cover.member != member:
        raise rejections.ArchiveChanged(file=name)
    return Parts(name=name, cover=cover, signer=signer, payload_at=payload_at, payload_bytes=payload_bytes)


def require_payload(file: BinaryIO, parts: Parts) -> None:
    """Raise ``PayloadChanged`` unless the payload is the very one that the cover was signed for."""
    file.seek(parts.payload_at)
    digest, left = sha256(), parts.payload_bytes
    while left and (raw := file.read(min(left, _READ))):
        digest.update(raw)
        left -= len(raw)
    if left:
        raise rejections.Truncated(file=parts.name)
    if digest.hexdigest() != parts.cover.payload:
        raise rejections.PayloadChanged(file=parts.name)


def cover_of(file: Path) -> Cover:
    """Return the cover of an archive, its shape and signature checked; who signed it is not asked."""
    with file.open("rb") as stream:
        return read_container(stream, file.name).cover


def _cover(raw: bytes, name: str) -> Cover:
    """Return the signed cover; a newer format is told apart from a wrong one."""
    try:
        kept = from_json(raw, Kept)
        if kept.format > FORMAT:
            raise rejections.NewerFormat(file=name, format=kept.format)
        if kept.format < OLDEST_FORMAT:
            raise rejections.Older(file=name)
        cover = from_json(raw, Cover)
    except WireError as error:
        raise rejections.BadContent(file=name, what=f"tờ bìa, mục «{error.field}»") from None
    if canonical(cover) != raw.rstrip(b" "):
        raise rejections.BadContent(file=name, what="tờ bìa không viết theo mẫu chuẩn")
    return cover


def _member(file: BinaryIO, name: str, total: int, member: str, largest: int) -> bytes:
    head = file.read(_BLOCK)
    size = _size_in(head)
    if size is None or head != _header(member, size):
        raise _wrong_head(head, name, member)
    if size > largest:
        raise rejections.TooBig(file=name, what=f"mục {member} {size} byte")
    raw = file.read(size)
    if len(raw) < size or file.tell() + len(_padding(size)) > total:
        raise rejections.Truncated(file=name)
    _require_blank(file, name, size)
    return raw


def _payload_header(file: BinaryIO, name: str) -> tuple[str, int]:
    head = file.read(_BLOCK)
    if len(head) < _BLOCK:
        raise rejections.Truncated(file=name)
    size, member = _size_in(head), head[:100].rstrip(b"\0").decode("ascii", "replace")
    if size is None or not member.isascii() or head != _header(member, size):
        raise rejections.ArchiveChanged(file=name)
    return member, size


def _wrong_head(head: bytes, name: str, member: str) -> rejections.Rejected:
    """Tell what is wrong with bytes that should be a header."""
    if len(head) < _BLOCK and (member != COVER or COVER.encode().startswith(head[: len(COVER)])):
        return rejections.Truncated(file=name)
    if member == COVER and not head.startswith(COVER.encode() + b"\0"):
        return rejections.NotABundle(file=name)
    return rejections.ArchiveChanged(file=name)


def _require_blank(file: BinaryIO, name: str, size: int) -> None:
    expected = _padding(size)
    found = file.read(len(expected))
    if found != expected:
        raise rejections.ArchiveChanged(file=name) if len(found) == len(expected) else rejections.Truncated(file=name)


def _require_end(file: BinaryIO, name: str, total: int) -> None:
    end = file.read(len(_END))
    if end != _END[: len(end)]:
        raise rejections.ArchiveChanged(file=name)
    if len(end) < len(_END):
        raise rejections.Truncated(file=name)
    if file.tell() != total:
        raise rejections.Trailing(file=name)


def _header(member: str, size: int) -> bytes:
    import tarfile

    info = tarfile.TarInfo(member)
    info.size, info.mode = size, 0o644
    return info.tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")


def _size_in(head: bytes) -> int | None:
    """Return the size that a tar header states; None where there is no number."""
    digits = head[124:135]
    return int(digits, 8) if len(digits) == 11 and all(each in b"01234567" for each in digits) else None


def _padding(size: int) -> bytes:
    return bytes(-size % _BLOCK)


def _padded(size: int) -> int:
    return size + -size % _BLOCK
