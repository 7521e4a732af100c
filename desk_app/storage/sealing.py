"""Sealing a stream of bytes in chunks, so that a large one never stands in memory and no change goes unseen.

AES-256-GCM; a chunk's number is its nonce, since each key seals one stream only. Every chunk is bound to its owner, its
place and whether it is the last: a changed byte, a missing end, a swapped or added chunk are found before its content is
given out.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from desk_app.kernel.errors import Damaged

KEY_BYTES = 32
CHUNK_BYTES = 256 * 1024
_TAG_BYTES = 16
_MAGIC = b"mc-seal1"

_SAFE = "Hồ sơ vẫn nguyên. Hãy khôi phục thư mục «attachments» từ bản sao lưu, hoặc chụp lại giấy tờ."


def sealed(content: Iterable[bytes], key: bytes, owner: str) -> Iterator[bytes]:
    """Yield the sealed form of ``content``, piece by piece; ``key`` must never seal anything else."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher, place = AESGCM(key), 0
    held: bytes | None = None
    yield _MAGIC
    for chunk in _chunks(content):
        if held is not None:
            yield cipher.encrypt(_nonce(place), held, _bound(owner, place, last=False))
            place += 1
        held = chunk
    yield cipher.encrypt(_nonce(place), held or b"", _bound(owner, place, last=True))


def unsealed(file: BinaryIO, key: bytes, owner: str) -> Iterator[bytes]:
    """Yield the content of a sealed file, each chunk proved genuine first; raise ``Damaged``, saying how, otherwise."""
    if file.read(len(_MAGIC)) != _MAGIC:
        raise _changed(1)
    place, block = 0, file.read(CHUNK_BYTES + _TAG_BYTES)
    while True:
        following = file.read(CHUNK_BYTES + _TAG_BYTES)
        yield _chunk(block, key, owner, place, last=not following)
        if not following:
            return
        place, block = place + 1, following


def _chunk(block: bytes, key: bytes, owner: str, place: int, *, last: bool) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(block) < _TAG_BYTES:
        raise _short()
    cipher = AESGCM(key)
    # The other way round is tried for its reason only: a true chunk in the wrong place says what became of the file.
    for said_last in (last, not last):
        try:
            content = cipher.decrypt(_nonce(place), block, _bound(owner, place, last=said_last))
        except InvalidTag:
            continue
        if said_last is last:
            return content
        raise _short() if last else _long()
    raise _changed(place + 1)


def _chunks(content: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in chunks of one size, only the last one shorter; nothing where there is nothing."""
    held = bytearray()
    for piece in content:
        held += piece
        while len(held) >= CHUNK_BYTES:
            yield bytes(held[:CHUNK_BYTES])
            del held[:CHUNK_BYTES]
    if held:
        yield bytes(held)


def _nonce(place: int) -> bytes:
    return place.to_bytes(12, "big")


def _bound(owner: str, place: int, *, last: bool) -> bytes:
    return b"\0".join((_MAGIC, owner.encode(), b"%d" % place, b"last" if last else b"more"))


def _short() -> Damaged:
    return Damaged("storage.sealed_short", "Tệp bản chụp bị cắt cụt: phần cuối không còn.", _SAFE)


def _long() -> Damaged:
    return Damaged("storage.sealed_long", "Tệp bản chụp có thêm phần lạ ở sau.", _SAFE)


def _changed(number: int) -> Damaged:
    return Damaged("storage.sealed_changed", f"Tệp bản chụp bị sửa, bị cắt hoặc hỏng ở đoạn thứ {number}.", _SAFE)
