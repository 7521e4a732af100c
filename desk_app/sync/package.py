"""Opening any file of sync: only a trusted desk's, only as it was signed; and writing small ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desk_app.journal.slices import snapshot
from desk_app.kernel.records import changed
from desk_app.sync import rejections
from desk_app.sync.container import Parts, cover_of, read_container, require_payload
from desk_app.sync.cover import ENTRIES, KIND_WORDS, Cover
from desk_app.sync.keys import identities, own_keys
from desk_app.sync.pipes import open_into
from desk_app.sync.room import Sync
from desk_app.sync.sealing import SUFFIX, Package, Sealing, new_cover
from desk_app.sync.trust import TrustedDesk, require_signer
from desk_app.sync.whole_file import disk_trouble

__all__ = ["SUFFIX", "Opened", "Package", "open_package", "read_cover", "write_package"]

LARGEST_CONTENT = 64 * 1024 * 1024
# Nothing that people write shrinks more than this; what swells more is meant to fill a disk.
_MOST_SWELLING = 1000
_LITTLE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An archive whose writer is trusted and whose payload is the one that was signed; ``writer`` is None for our own."""

    file: BinaryIO
    parts: Parts
    writer: TrustedDesk | None
    identities: tuple[str, ...]

    @property
    def cover(self) -> Cover:
        """Return the signed cover."""
        return self.parts.cover

    def open_into(self, take: Callable[[bytes], None]) -> None:
        """Give the opened payload to ``take``, piece by piece; see ``pipes.open_into``."""
        open_into(self.file, self.parts, self.identities, take)

    def content(self, limit: int = LARGEST_CONTENT) -> bytes:
        """Return the opened payload; raise ``TooBig`` beyond ``limit`` bytes."""
        if self.cover.size > limit:
            raise rejections.TooBig(file=self.parts.name, what=f"{self.cover.size} byte")
        held = bytearray()
        self.open_into(held.extend)
        return bytes(held)


def read_cover(file: Path) -> Cover:
    """Return what a file says it is, its shape and signature checked; whether its writer is trusted is not asked."""
    with disk_trouble(file):
        return cover_of(file)


def write_package(
    room: Sync,
    *,
    by: str,
    folder: Path,
    kind: str,
    payload: bytes,
    to: Sequence[TrustedDesk],
    about: Mapping[str, str] | None = None,
) -> Package:
    """Write any small content (reference data, an acknowledgement) as a file that only ``to`` can open."""
    keys, db = own_keys(room, by=by), room.journal.reading()
    with snapshot(db):
        cover = new_cover(room, db, keys, kind=kind, to=to)
        cover = changed(cover, size=len(payload), about=dict(about or {}))
        sealing = Sealing(room=room, keys=keys, to=to, folder=folder)
        return sealing.write(db, cover, (payload,), finish=lambda digest, _size: changed(cover, payload=digest))


@contextmanager
def open_package(room: Sync, file: Path, *, kind: str = ENTRIES) -> Iterator[Opened]:
    """Give a file that is whole, of this ``kind``, written by a desk that is trusted, unchanged since it was signed.

    Raises what ``rejections`` names, ``DeviceTrouble`` when the medium fails.
    """
    with disk_trouble(file), file.open("rb") as stream:
        parts = read_container(stream, file.name)
        _require_sizes(parts)
        db = room.journal.reading()
        writer = require_signer(db, parts.cover, parts.signer, own=room.journal.desk_id, office=room.card.office_code)
        if parts.cover.kind != kind:
            words = [KIND_WORDS.get(each, each) for each in (parts.cover.kind, kind)]
            raise rejections.OtherKind(file=file.name, found=words[0], wanted=words[1])
        require_payload(stream, parts)
        yield Opened(file=stream, parts=parts, writer=writer, identities=identities(db))


def _require_sizes(parts: Parts) -> None:
    if parts.cover.size > parts.payload_bytes * _MOST_SWELLING + _LITTLE:
        raise rejections.TooBig(file=parts.name, what=f"tờ bìa ghi {parts.cover.size} byte khi mở ra")
