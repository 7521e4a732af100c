"""Taking over entries of other desks, in any order, any number of times, whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desk_app.journal import tables
from desk_app.journal.chain import digest_of
from desk_app.journal.clock import is_too_far_ahead
from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import fold_entry
from desk_app.journal.folding import EntryFold, FoldRegistry
from desk_app.kernel.errors import BundleRejected
from desk_app.kernel.records import WireError
from desk_app.kernel.time_source import milliseconds
from desk_app.storage.engine import Database
from desk_app.storage.store import Store

LARGEST_STEP = 20_000


@dataclass(frozen=True, kw_only=True)
class Merged:
    """What a merge did: entries taken, known already, and parked because earlier ones are missing.

    ``gaps`` holds ``(desk, epoch, first, last)`` of every missing run; ``changed`` the names of the folds touched;
    ``findings`` how many more contradictions there are than before.
    """

    taken: int
    known: int
    parked: int
    gaps: tuple[tuple[str, int, int, int], ...]
    changed: frozenset[str]
    findings: int


def merge(store: Store, registry: FoldRegistry, entries: Iterable[Entry], *, now: datetime, own: str = "") -> Merged:
    """Take over ``entries`` in one transaction and fold what they touch.

    Raises ``BundleRejected`` for a changed entry, for one that does not fit its chain, and for a fork: the same name with
    another content, as a cloned or wrongly restored desk makes it. Raises ``Refused`` for facts of a newer program.
    Then nothing is taken; a fork also leaves an alarm. An entry of ``own``, this very desk, that it does not hold is
    taken with an alarm: the folder was restored or copied.
    """
    ordered = sorted(entries, key=lambda entry: entry[:3])
    if len(ordered) > LARGEST_STEP:
        raise BundleRejected("journal.too_many", f"Mỗi lần chỉ nhận tối đa {LARGEST_STEP} bút toán.", "Hãy chia nhỏ.")
    try:
        with store.writing() as db:
            return _Taking(db, registry, now, own).take(ordered)
    except Fork as fork:
        with store.writing() as db:
            tables.raise_alarm(db, milliseconds(now), "fork", fork.desk, fork.message)
            if fork.parked:
                # Nobody can tell which of the two is true; what is parked would only stop every later merge.
                tables.drop_parked(db, fork.desk, fork.epoch)
        raise


def rehearse(store: Store, registry: FoldRegistry, entries: Iterable[Entry], *, now: datetime, own: str = "") -> Merged:
    """Return what ``merge`` would do, and leave everything as it is; raises what it would raise, without an alarm."""
    ordered = sorted(entries, key=lambda entry: entry[:3])
    try:
        with store.writing() as db:
            raise _Rehearsed(_Taking(db, registry, now, own).take(ordered))
    except _Rehearsed as done:
        return done.merged


class _Rehearsed(Exception):
    """Carries the outcome out of the transaction that is rolled back."""

    def __init__(self, merged: Merged) -> None:
        super().__init__()
        self.merged = merged


class Fork(BundleRejected):
    """Two different entries bear the same name; ``parked`` when one of them had not been taken yet."""

    def __init__(self, entry: Entry, *, parked: bool = False) -> None:
        super().__init__(
            "journal.fork",
            f"Máy {entry.desk} có hai bút toán khác nhau cùng số {entry.seq}: dữ liệu máy đó đã bị sao chép hoặc phục hồi sai.",
            "Chưa nhận gì. Hãy liên hệ người quản trị trước khi nhận tiếp từ máy này.",
        )
        self.desk = entry.desk
        self.epoch = entry.epoch
        self.parked = parked


class _Taking:
    """One transaction's work. Chains are taken one after the other, each in the order of its numbers."""

    def __init__(self, db: Database, registry: FoldRegistry, now: datetime, own: str) -> None:
        self._db = db
        self._registry = registry
        self._now = now
        self._own = own
        self._taken: list[Entry] = []
        self._known = 0
        self._parked = 0
        self._clock = 0
        self._chain: tuple[str, int] | None = None
        self._head = tables.Head(0, b"", 0)
        self._waiting = False

    def take(self, ordered: list[Entry]) -> Merged:
        before = tables.count_findings(self._db)
        for entry in ordered:
            self._check(entry)
            self._place(entry)
        if self._clock:
            tables.adopt_clock(self._db, self._clock)
        changed = self._fold(self._carried_before())
        return Merged(
            taken=len(self._taken),
            known=self._known,
            parked=self._parked,
            gaps=tables.list_gaps(self._db),
            changed=changed,
            findings=tables.count_findings(self._db) - before,
        )

    def _check(self, entry: Entry) -> None:
        if digest_of(entry) != entry.digest:
            raise _broken(entry, "nội dung đã bị sửa")
        require_readable(self._registry, entry)

    def _place(self, entry: Entry) -> None:
        self._turn_to(entry.desk, entry.epoch)
        if entry.seq > self._head.seq + 1:
            self._park(entry)
        elif entry.seq <= self._head.seq:
            self._compare(entry, tables.find_entry(self._db, *entry[:3]), parked=False)
        elif entry.previous != self._head.digest:
            raise _broken(entry, "không nối với bút toán trước") if self._head.seq == 0 else Fork(entry)
        else:
            self._append(entry)
            if self._waiting:
                self._unpark_after(entry)

    def _turn_to(self, desk: str, epoch: int) -> None:
        """Know where a chain ends, and whether anything of it waits, asking once for each chain."""
        if self._chain != (desk, epoch):
            self._chain = (desk, epoch)
            self._head = tables.head(self._db, desk, epoch)
            self._waiting = tables.has_parked(self._db, desk, epoch)

    def _park(self, entry: Entry) -> None:
        waiting = tables.next_parked(self._db, *entry[:3])
        if waiting is None:
            tables.park(self._db, entry)
            self._parked += 1
            self._waiting = True
        else:
            self._compare(entry, waiting, parked=True)

    def _compare(self, entry: Entry, here: Entry | None, *, parked: bool) -> None:
        if here is None or here.digest != entry.digest:
            raise Fork(entry, parked=parked)
        self._known += 1

    def _append(self, entry: Entry) -> None:
        tables.append(self._db, entry)
        self._taken.append(entry)
        self._head = tables.Head(entry.seq, entry.digest, entry.clock)
        if entry.desk == self._own:
            self._alarm(
                "restored", entry, "Máy này nhận lại bút toán của chính mình: dữ liệu đã được phục hồi hoặc sao chép."
            )
        if is_too_far_ahead(entry.clock, self._now):
            words = f"Đồng hồ máy {entry.desk} chạy trước hơn 24 giờ: hãy kiểm tra ngày giờ của máy đó."
            self._alarm("clock", entry, words)
        else:
            self._clock = max(self._clock, entry.clock)

    def _alarm(self, kind: str, entry: Entry, words: str) -> None:
        tables.raise_alarm(self._db, milliseconds(self._now), kind, entry.desk, words)

    def _unpark_after(self, entry: Entry) -> None:
        last = entry
        while (following := tables.next_parked(self._db, last.desk, last.epoch, last.seq + 1)) is not None:
            if following.previous != last.digest:
                raise Fork(following, parked=True)
            tables.unpark(self._db, following)
            self._append(following)
            last = following

    def _carried_before(self) -> frozenset[str]:
        """Return the names of entries that were carried along and have come in their chain now: they are folded already."""
        carried = tables.drop_carried(self._db) if self._taken else ()
        digests = {entry[:3]: entry.digest for entry in self._taken}
        for entry in carried:
            if digests.get(entry[:3], entry.digest) != entry.digest:
                raise Fork(entry)
        return frozenset(entry.name for entry in carried)

    def _fold(self, folded: frozenset[str]) -> frozenset[str]:
        """Fold each touched subject once, and each log entry by itself; ``folded`` entries change nothing."""
        pending: dict[tuple[str, str], Entry] = {}
        for entry in self._taken:
            if folded and entry.name in folded:
                continue
            fold = self._registry.fold_of(entry.kind)
            pending[(fold.name, entry.name if isinstance(fold, EntryFold) else entry.subject)] = entry
        return frozenset(fold_entry(self._db, self._registry, pending[key]) for key in sorted(pending))


def require_readable(registry: FoldRegistry, entry: Entry) -> None:
    """Raise ``BundleRejected`` for a body that is none of its kind, ``Refused`` for a kind that only a newer program knows."""
    try:
        registry.read(entry)
    except WireError as error:
        raise _broken(entry, f"nội dung không đúng mẫu «{entry.kind}»") from error


def _broken(entry: Entry, what: str) -> BundleRejected:
    return BundleRejected(
        "journal.broken",
        f"Bút toán {entry.seq} của máy {entry.desk}: {what}.",
        "Chưa nhận gì. Hãy xin lại tệp từ máy gửi.",
    )
