"""The way of one opened bundle into the journal: all of it proved first, then taken step by step."""

from collections.abc import Callable

from desk_app.dossiers.facts import Registered
from desk_app.journal import tables as journal_tables
from desk_app.journal.entry import Entry
from desk_app.journal.merge import Fork, Merged, merge, require_readable
from desk_app.journal.slices import digest_at
from desk_app.sync import rejections
from desk_app.sync.cover import Slice
from desk_app.sync.imported import ChainVerdict, Imported
from desk_app.sync.lines import LineReader
from desk_app.sync.package import Opened
from desk_app.sync.parked import park_file
from desk_app.sync.room import Sync
from desk_app.sync.trial import trial_copy

LARGEST_STEP = 2_000
LARGEST_STEP_BYTES = 4 * 1024 * 1024
_WATCHED_EVERY = 2000

Watch = Callable[[int, int], None]
Each = Callable[[Entry], None]
"""Hears of every entry that is new here, proved and readable, once."""


class Taking:
    """One bundle on its way into the journal."""

    def __init__(
        self, room: Sync, opened: Opened, *, dry_run: bool, watch: Watch | None, each: Each | None = None
    ) -> None:
        self._room = room
        self._opened = opened
        self._cover = opened.cover
        self._dry_run = dry_run
        self._watch = watch
        self._each = each
        self._db = room.journal.reading()
        self._heads: dict[tuple[str, int], tuple[int, bytes]] = {}
        self._kinds: dict[str, int] = {}
        self._changed: set[str] = set()
        self._merged: list[Merged] = []
        self._step: list[Entry] = []
        self._step_bytes = 0
        self._read_count = 0
        self._passes = 1
        self._take: Callable[[list[Entry]], Merged] = room.journal.rehearse if dry_run else room.journal.merge

    def run(self) -> Imported:
        """Take what is new, or in a dry run find out what that would do; raises what ``import_bundle`` raises."""
        self._require_sums()
        self._require_known_kinds()
        # Every slice is looked at, whatever the first one says.
        if any([self._is_new(each) for each in self._cover.slices]):  # noqa: C419
            if self._cover.entries <= LARGEST_STEP and self._cover.size <= LARGEST_STEP_BYTES:
                # Small enough to be held until all of it is proved.
                self._read(self._collect)
                self._take_step()
            else:
                self._passes = 2
                self._read(self._count)
                if self._dry_run:
                    self._try_steps()
                else:
                    self._take_steps()
        return self._result()

    def _take_steps(self) -> None:
        self._read(self._take_some)
        self._take_step()

    def _try_steps(self) -> None:
        """Take everything in a copy: only so is it known what a large bundle would contradict."""
        journal = self._room.journal
        with trial_copy(self._room, lambda: self._tell(self._read_count)) as store:
            self._take = lambda step: merge(store, journal.registry, step, now=journal.time.now(), own=journal.desk_id)
            self._take_steps()

    def _require_sums(self) -> None:
        slices = self._cover.slices
        if any(each.first > each.last for each in slices) or sum(each.count for each in slices) != self._cover.entries:
            raise rejections.BadCounts(file=self._opened.parts.name, what="các đoạn không cộng thành tổng")

    def _require_known_kinds(self) -> None:
        knows = self._room.journal.registry.knows
        newer = sorted(kind for kind, version in self._cover.versions.items() if not knows(kind, version))
        if newer:
            if not self._dry_run:
                park_file(self._room, self._opened)
            raise rejections.Newer(file=self._opened.parts.name, what=f"bút toán loại {newer[0]}")

    def _is_new(self, at: Slice) -> bool:
        """Tell whether a slice holds anything new; raise ``Fork`` where it does not fit what is here."""
        head = journal_tables.head(self._db, at.desk, at.epoch)
        self._heads[at.desk, at.epoch] = (head.seq, head.digest)
        for seq, digest in ((at.first - 1, at.previous), (at.last, at.digest)):
            here = digest_at(self._db, at.desk, at.epoch, seq)
            if here is not None and here.hex() != digest:
                raise Fork(_named(at, seq)) if seq else rejections.BadChain(desk=at.desk)
        return at.last > head.seq

    def _read(self, give: Callable[[Entry], None]) -> None:
        """Read all entries from the file, proved one by one, and give the new ones."""
        self._opened.file.seek(0)
        reader = LineReader(self._opened.parts, lambda entry, at: self._sift(entry, at, give))
        self._opened.open_into(reader.take)
        reader.end()

    def _sift(self, entry: Entry, at: Slice, give: Callable[[Entry], None]) -> None:
        self._read_count += 1
        if self._read_count % _WATCHED_EVERY == 0:
            self._tell(self._read_count)
        seq, digest = self._heads[at.desk, at.epoch]
        if entry.seq > seq:
            give(entry)
        elif entry.seq == seq and entry.digest != digest:
            raise Fork(entry)

    def _tell(self, done: int) -> None:
        if self._watch is not None:
            self._watch(done, self._passes * self._cover.entries)

    def _count(self, entry: Entry) -> None:
        # What cannot be read must be known before the first step is taken.
        require_readable(self._room.journal.registry, entry)
        self._kinds[entry.kind] = self._kinds.get(entry.kind, 0) + 1
        if self._each is not None:
            self._each(entry)

    def _collect(self, entry: Entry) -> None:
        self._count(entry)
        self._step.append(entry)

    def _take_some(self, entry: Entry) -> None:
        self._step.append(entry)
        self._step_bytes += len(entry.body)
        if len(self._step) == LARGEST_STEP or self._step_bytes > LARGEST_STEP_BYTES:
            self._take_step()

    def _take_step(self) -> None:
        merged = self._take(self._step)
        self._merged.append(merged)
        self._changed |= merged.changed
        self._step, self._step_bytes = [], 0

    def _result(self) -> Imported:
        chains = tuple(map(self._verdict, self._cover.slices))
        writer, cover = self._opened.writer, self._cover
        return Imported(
            bundle=cover.bundle,
            file=self._opened.parts.name,
            writer=cover.desk,
            writer_label=writer.label if writer else "máy này",
            written_at=cover.written_at,
            dry_run=self._dry_run,
            entries=cover.entries,
            taken=sum(each.taken for each in chains),
            known=sum(each.known for each in chains),
            ahead=sum(each.ahead for each in chains),
            by_kind=dict(sorted(self._kinds.items())),
            new_dossiers=self._kinds.get(Registered.KIND, 0),
            new_findings=sum(each.findings for each in self._merged),
            gaps=self._merged[-1].gaps if self._merged else journal_tables.list_gaps(self._db),
            chains=chains,
            changed=tuple(sorted(self._changed)),
        )

    def _verdict(self, at: Slice) -> ChainVerdict:
        seq, _ = self._heads[at.desk, at.epoch]
        ahead = at.count if at.first > seq + 1 else 0
        taken = 0 if ahead else max(0, at.last - max(seq, at.first - 1))
        return ChainVerdict(
            desk=at.desk,
            epoch=at.epoch,
            first=at.first,
            last=at.last,
            taken=taken,
            known=at.count - taken - ahead,
            ahead=ahead,
        )


def _named(at: Slice, seq: int) -> Entry:
    """Return an entry of which nothing but the name is known."""
    return Entry(at.desk, at.epoch, seq, "", 0, "", "", "", 0, b"", b"", b"")
