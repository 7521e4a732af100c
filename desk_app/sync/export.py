"""Writing a bundle: every entry that its receivers have not acknowledged yet, so that a lost stick costs nothing."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from desk_app.dossiers.tables.queries import count_by_status
from desk_app.journal.chain import START
from desk_app.journal.folding import FoldRegistry
from desk_app.journal.slices import digest_at, list_heads, rows_from, snapshot
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import changed
from desk_app.storage.engine import Database
from desk_app.sync.chains import desks_of
from desk_app.sync.cover import ENTRIES, Cover, Slice
from desk_app.sync.keys import own_keys
from desk_app.sync.lines import lines_of
from desk_app.sync.room import EXCHANGE, Sync
from desk_app.sync.sealing import Package, Sealing, new_cover
from desk_app.sync.tables import carried
from desk_app.sync.trust import TrustedDesk, hubs, trusted_named

Starts = Mapping[tuple[str, int], int]
Watch = Callable[[int, int], None]
_MOST_BYTES = 10**15
_KIND = itemgetter(7)
_KIND_AND_VERSION = itemgetter(7, 8)


@dataclass(frozen=True, kw_only=True)
class Exported:
    """A bundle that stands whole on its medium, read back and proved."""

    file: Path
    cover: Cover
    size: int

    @property
    def bundle(self) -> str:
        """Return the bundle's id."""
        return self.cover.bundle

    @property
    def entries(self) -> int:
        """Return how many entries it holds."""
        return self.cover.entries


def export(
    room: Sync,
    *,
    by: str,
    folder: Path,
    to: str = "",
    desks: Collection[str] | None = None,
    whole: bool = False,
    watch: Watch | None = None,
) -> Exported:
    """Write what one receiver (``to``), or every hub, has not acknowledged; ``whole``: everything.

    ``desks`` limits whose chains travel; to a desk that is no hub, only those of its office and our own. Raises ``Refused`` when
    there is nothing new, ``NotFound`` for an unknown receiver, ``DeviceTrouble`` when the medium fails.
    """
    room.require(by, EXCHANGE)
    receivers = (receiver_named(room, to),) if to else hubs(room)
    starts = {} if whole else acknowledged_starts(room.journal.reading(), receivers)
    if to and desks is None and receivers[0].role == "desk":
        desks = desks_of(room, receivers[0].office_code) - {receivers[0].desk} | {room.journal.desk_id}
    return export_from(room, by=by, folder=folder, starts=starts, to=receivers, desks=desks, watch=watch)


def export_from(
    room: Sync,
    *,
    by: str,
    folder: Path,
    starts: Starts,
    to: Sequence[TrustedDesk],
    desks: Collection[str] | None = None,
    watch: Watch | None = None,
) -> Exported:
    """Write what lies beyond ``starts`` (the last seq that is known over there, by desk and epoch) for ``to``.

    A single receiver's own chains are left out unless ``desks`` names them: it wrote them itself.
    """
    keys, db = own_keys(room, by=by), room.journal.reading()
    with snapshot(db):
        own = {to[0].desk} if len(to) == 1 and desks is None else set()
        slices = _slices(db, starts, desks, own)
        if not slices:
            raise Refused("sync.nothing_new", "Không có bút toán mới để gửi.", "Mọi bút toán đã được báo nhận.")
        cover = changed(
            new_cover(room, db, keys, kind=ENTRIES, to=to),
            entries=sum(each.count for each in slices),
            slices=slices,
            states=count_by_status(db),
        )
        lines = _Lines(db, cover, watch)
        sealing = Sealing(room=room, keys=keys, to=to, folder=folder, watch=lines.watch_reading)
        made = sealing.write(db, _widest(cover, room.journal.registry), lines.pieces(), finish=lines.counted)
    _note(room, made)
    return Exported(file=made.file, cover=made.cover, size=made.size)


def acknowledged_starts(db: Database, receivers: Sequence[TrustedDesk]) -> dict[tuple[str, int], int]:
    """Return up to where every one of ``receivers`` holds each chain, by what they acknowledged."""
    known = [{(each.desk, each.epoch): each.seq for each in carried.acknowledged_by(db, of.desk)} for of in receivers]
    if not known:
        return {}
    chains = set.intersection(*(set(each) for each in known))
    return {chain: min(each[chain] for each in known) for chain in chains}


def receiver_named(room: Sync, desk: str) -> TrustedDesk:
    """Return the trusted desk of that id, or of the id's beginning; raise ``NotFound`` or, taken back, ``Refused``."""
    found = trusted_named(room, desk)
    if found.revoked_at is not None:
        raise Refused("sync.revoked_receiver", f"Máy {found.label} đã bị thu hồi khóa.", "Chưa ghi gì.")
    return found


def _slices(
    db: Database, starts: Starts, desks: Collection[str] | None, left_out: Collection[str]
) -> tuple[Slice, ...]:
    """Return the slices beyond ``starts``, by desk and epoch."""
    slices = []
    for desk, epoch, last, digest in list_heads(db):
        first = starts.get((desk, epoch), 0) + 1
        if first > last or desk in left_out or (desks is not None and desk not in desks):
            continue
        previous = digest_at(db, desk, epoch, first - 1) or START
        slices.append(
            Slice(desk=desk, epoch=epoch, first=first, last=last, previous=previous.hex(), digest=digest.hex())
        )
    return tuple(slices)


def _widest(cover: Cover, registry: FoldRegistry) -> Cover:
    """Return a cover that takes at least the room of the one that will be known when all entries are written."""
    kinds = registry.kinds()
    return changed(cover, size=_MOST_BYTES, kinds=dict.fromkeys(kinds, cover.entries), versions=kinds)


class _Lines:
    """The entries of a bundle on their way out, counted as they go."""

    def __init__(self, db: Database, cover: Cover, watch: Watch | None) -> None:
        self._db = db
        self._cover = cover
        self._watch = watch
        self._kinds: Counter[str] = Counter()
        self._versions: set[tuple[str, int]] = set()
        self._done = 0
        self._size = 0
        self._read = 0

    def pieces(self) -> Iterator[bytes]:
        for at in self._cover.slices:
            for rows in rows_from(self._db, at.desk, at.epoch, at.first, at.last):
                self._kinds.update(map(_KIND, rows))
                self._versions.update(map(_KIND_AND_VERSION, rows))
                self._done += len(rows)
                self._tell(self._done)
                yield lines_of(rows)

    def counted(self, digest: str, size: int) -> Cover:
        """Return the cover with what was counted."""
        self._size = size
        versions: dict[str, int] = {}
        for kind, version in sorted(self._versions):
            versions[kind] = version
        kinds = dict(sorted(self._kinds.items()))
        return changed(self._cover, payload=digest, size=size, kinds=kinds, versions=versions)

    def watch_reading(self, size: int) -> None:
        """Say how far the file is read back: the second half of the work."""
        self._read += size
        self._tell(self._cover.entries + self._cover.entries * self._read // max(1, self._size))

    def _tell(self, done: int) -> None:
        if self._watch is not None:
            self._watch(done, 2 * self._cover.entries)


def _note(room: Sync, made: Package) -> None:
    def note(db: Database) -> None:
        carried.put_sent(
            db,
            bundle=made.cover.bundle,
            at=made.cover.written_at,
            file=made.file.name,
            receivers=made.cover.to,
            entries=made.cover.entries,
            size=made.size,
        )

    room.journal.store.transact(note)
