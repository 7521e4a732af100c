"""The journal as rooms receive it: write through the door, read on this thread, verify, fold again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desk_app.journal import tables
from desk_app.journal.carry import carry
from desk_app.journal.chain import Break, breaks
from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.fold_pass import fold_all, table_contents
from desk_app.journal.folding import FoldRegistry
from desk_app.journal.merge import Merged, merge, rehearse
from desk_app.journal.write_door import Authorise, Seat, WriteDoor, Writing, Written
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.time_source import TimeSource
from desk_app.storage.engine import Database
from desk_app.storage.store import Store

_WATCHED_EVERY = 100


@dataclass(frozen=True, kw_only=True)
class Verified:
    """The verdict on all chains: how many entries were read, and every place where one does not hold."""

    entries: int
    breaks: tuple[Break, ...]


class Journal:
    """One desk's journal over its store."""

    def __init__(
        self, *, store: Store, seat: Seat, registry: FoldRegistry, time: TimeSource, ids: IdMaker, authorise: Authorise
    ) -> None:
        self.store = store
        self.seat = seat
        self.registry = registry
        self.time = time
        self.ids = ids
        self._door = WriteDoor(store=store, seat=seat, registry=registry, time=time, ids=ids, authorise=authorise)

    @property
    def desk_id(self) -> str:
        """Return under which id this computer's entries stand in the journal."""
        return self.seat.desk

    def write(self, *, by: str, permission: str, command_id: str, decide: Callable[[Writing], None]) -> Written:
        """Carry out one command through the write door; see ``WriteDoor.write``."""
        return self._door.write(by=by, permission=permission, command_id=command_id, decide=decide)

    def new_id(self) -> str:
        """Return a fresh id: for a form's command id, made when the form opens."""
        return self.ids.new(self.time.now())

    def reading(self) -> Database:
        """Return this thread's connection for reading."""
        return self.store.reading()

    def history(self, subject: str) -> tuple[Recorded, ...]:
        """Return everything that was ever written about ``subject``, in clock order."""
        return tuple(self.registry.read(entry) for entry in tables.history(self.reading(), subject))

    def merge(self, entries: Iterable[Entry]) -> Merged:
        """Take over entries of other desks; see ``merge.merge``."""
        return merge(self.store, self.registry, entries, now=self.time.now(), own=self.seat.desk)

    def carry(self, entries: Iterable[Entry], watch: Callable[[int, int], None] | None = None) -> int:
        """Keep entries of other desks out of their chain and fold them; see ``carry.carry``."""
        return carry(self.store, self.registry, entries, watch)

    def rehearse(self, entries: Iterable[Entry]) -> Merged:
        """Return what ``merge`` would do, and change nothing; see ``merge.rehearse``."""
        return rehearse(self.store, self.registry, entries, now=self.time.now(), own=self.seat.desk)

    def verify(self, watch: Callable[[int], None] = lambda _count: None) -> Verified:
        """Read every chain from its first entry and say where one does not hold.

        ``watch`` is told how many entries are read, now and then; what it raises ends the reading.
        """
        count = 0

        def counted() -> Iterable[Entry]:
            nonlocal count
            for entry in tables.every_entry(self.reading()):
                count += 1
                if count % _WATCHED_EVERY == 0:
                    watch(count)
                yield entry

        found = tuple(breaks(counted()))
        return Verified(entries=count, breaks=found)

    def refold(self) -> tuple[str, ...]:
        """Fold all tables again from the journal; return the names of those that had not agreed with it."""
        with self.store.writing() as db:
            before = table_contents(db, self.registry)
            fold_all(db, self.registry)
            after = table_contents(db, self.registry)
        return tuple(name for name in after if before[name] != after[name])
