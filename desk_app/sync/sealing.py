"""Writing any file of sync: sealed to its receivers, signed by this desk, read back before it bears its name."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import BinaryIO

from desk_app.journal.fold_pass import digests_of_references
from desk_app.storage.engine import Database
from desk_app.sync import rejections
from desk_app.sync.container import Sink, read_container, require_payload, write_container
from desk_app.sync.cover import ENTRIES, FORMAT, NAMESPACE, Cover
from desk_app.sync.key_pair import SecretKeys
from desk_app.sync.keys import own_rotations
from desk_app.sync.pipes import open_into, seal_into
from desk_app.sync.room import Sync
from desk_app.sync.tables import carried
from desk_app.sync.tables import trust as trust_tables
from desk_app.sync.trust import TrustedDesk
from desk_app.sync.whole_file import remove_leftovers, write_whole

SUFFIX = ".tar"
_NO_DIGEST = "0" * 64
_NAMES = {ENTRIES: "goi", "acknowledgement": "bao-nhan", "reference": "du-lieu-chung"}


@dataclass(frozen=True, kw_only=True)
class Package:
    """A file that stands whole on its medium."""

    file: Path
    cover: Cover
    size: int


def new_cover(room: Sync, db: Database, keys: SecretKeys, *, kind: str, to: Sequence[TrustedDesk]) -> Cover:
    """Return a cover that says who writes what for whom; sizes and digests still to be filled in."""
    return Cover(
        format=FORMAT,
        kind=kind,
        bundle=room.journal.new_id(),
        before=carried.last_sent(db),
        desk=room.journal.desk_id,
        epoch=room.journal.seat.epoch,
        office=room.card.office_code,
        written_at=room.journal.time.now(),
        program=_program(),
        to=tuple(each.desk for each in to),
        key=keys.public.sign,
        rotations=own_rotations(db, room.journal.desk_id),
        size=0,
        payload=_NO_DIGEST,
        reference=digests_of_references(db, room.journal.registry),
    )


@dataclass(frozen=True, kw_only=True)
class Sealing:
    """Where a file goes, for whom, under which keys; ``watch`` is told of every byte read back."""

    room: Sync
    keys: SecretKeys
    to: Sequence[TrustedDesk]
    folder: Path
    watch: Callable[[int], None] = lambda _size: None

    def write(
        self, db: Database, widest: Cover, pieces: Iterable[bytes], *, finish: Callable[[str, int], Cover]
    ) -> Package:
        """Write a file sealed to the receivers, to this desk itself and to the recovery key, and read it back.

        ``finish`` is given the payload's digest and the size of ``pieces``, and returns the cover. Raises ``DeviceTrouble``
        when the medium fails or holds something else than was written; nothing is left behind then.
        """
        counted = _Counted(pieces)

        def fill(out: BinaryIO) -> Cover:
            def payload(sink: Sink) -> None:
                seal_into(sink, counted, self._recipients(db))

            return write_container(
                out,
                widest,
                payload,
                lambda digest: finish(digest, counted.size),
                lambda raw: self.keys.signed(raw, NAMESPACE),
            )

        file, made = write_whole(
            self.folder,
            file_name(self.room, widest),
            fill,
            lambda written, cover: self._prove(written, cover, counted),
        )
        remove_leftovers(self.folder, _prefix(self.room, widest.kind))
        return Package(file=file, cover=made, size=file.stat().st_size)

    def _recipients(self, db: Database) -> tuple[str, ...]:
        recovery = trust_tables.recovery_of(db, self.room.journal.desk_id)
        return (*(each.present.seal for each in self.to), self.keys.public.seal, *((recovery,) if recovery else ()))

    def _prove(self, written: BinaryIO, cover: Cover, counted: "_Counted") -> None:
        """Raise unless the medium holds what opens to the very bytes that were written."""
        parts = read_container(written, cover.bundle)
        require_payload(written, parts)
        digest = sha256()

        def take(piece: bytes) -> None:
            digest.update(piece)
            self.watch(len(piece))

        open_into(written, parts, (self.keys.seal,), take)
        if parts.cover != cover or digest.digest() != counted.digest:
            raise rejections.PayloadChanged(file=cover.bundle)


def file_name(room: Sync, cover: Cover) -> str:
    """Return a name that tells people whose file it is, of when; two desks never give the same."""
    at = f"{cover.written_at:%Y%m%d-%H%M%S}"
    return f"{_prefix(room, cover.kind)}-{at}-{cover.bundle.replace('-', '')[-8:]}{SUFFIX}"


class _Counted:
    """Passes pieces on, and knows afterwards how many bytes they were and which."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._hash = sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._hash.update(piece)
            self.size += len(piece)
            yield piece

    @property
    def digest(self) -> bytes:
        return self._hash.digest()


def _prefix(room: Sync, kind: str) -> str:
    return f"{_NAMES.get(kind, kind)}-{room.card.office_code}-{room.card.desk_number}-{room.journal.desk_id[-6:]}"


@cache
def _program() -> str:
    try:
        return metadata.version("mot-cua")
    except metadata.PackageNotFoundError:
        return os.environ.get("MOT_CUA_VERSION", "")
