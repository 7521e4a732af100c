"""The one door through which anything is written: permission, entries, folds and jobs in one durable transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from desk_app.journal import tables
from desk_app.journal.chain import sealed
from desk_app.journal.clock import ticked
from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.fold_pass import fold_entry, fold_first
from desk_app.journal.folding import FoldRegistry
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.records import canonical
from desk_app.kernel.time_source import TimeSource
from desk_app.storage.engine import Database
from desk_app.storage.store import Store

Authorise = Callable[[Database, str, str], None]


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Which desk writes, and in which epoch of its life."""

    desk: str
    epoch: int


@dataclass(frozen=True, kw_only=True)
class Written:
    """What a command wrote. ``repeated``: it had been carried out before, and these are the entries of that first time."""

    entries: tuple[Entry, ...]
    repeated: bool
    changed: frozenset[str]

    @property
    def subject(self) -> str:
        """Return the subject of the first entry: what the command was about."""
        return self.entries[0].subject


@dataclass(kw_only=True)
class Writing:
    """The open transaction of one command."""

    db: Database
    now: datetime
    by: str
    command_id: str
    seat: Seat
    _ids: IdMaker
    _registry: FoldRegistry
    _entries: list[Entry] = field(default_factory=list)
    _changed: set[str] = field(default_factory=set)
    _unused_ids: set[str] = field(default_factory=set)

    def new_id(self, *, within: str = "") -> str:
        """Return a fresh time-ordered id; ``<within>/<id>`` for something that belongs to another subject."""
        made = self._ids.new(self.now)
        made = f"{within}/{made}" if within else made
        self._unused_ids.add(made)
        return made

    def add(self, subject: str, fact: Fact) -> Entry:
        """Append a fact about ``subject`` to the journal and bring the tables up to it; return its entry."""
        entry = self._sealed(subject, fact)
        tables.append(self.db, entry)
        if subject in self._unused_ids:
            self._unused_ids.remove(subject)
            changed = fold_first(self.db, self._registry, Recorded(entry, fact))
        else:
            changed = fold_entry(self.db, self._registry, entry)
        self._changed.add(changed)
        self._entries.append(entry)
        return entry

    def _sealed(self, subject: str, fact: Fact) -> Entry:
        seq, previous, clock = tables.head(self.db, self.seat.desk, self.seat.epoch)
        return sealed(
            Entry(
                desk=self.seat.desk,
                epoch=self.seat.epoch,
                seq=seq + 1,
                command_id=self.command_id,
                clock=ticked(clock, self.now),
                actor=self.by,
                subject=subject,
                kind=fact.KIND,
                version=fact.VERSION,
                body=canonical(fact),
                previous=previous,
                digest=b"",
            )
        )

    def written(self) -> Written:
        """Return what was added so far."""
        return Written(entries=tuple(self._entries), repeated=False, changed=frozenset(self._changed))


class WriteDoor:
    """Carries out commands, one at a time, each whole or not at all."""

    def __init__(
        self, *, store: Store, seat: Seat, registry: FoldRegistry, time: TimeSource, ids: IdMaker, authorise: Authorise
    ) -> None:
        self._store = store
        self._seat = seat
        self._registry = registry
        self._time = time
        self._ids = ids
        self._authorise = authorise

    def write(self, *, by: str, permission: str, command_id: str, decide: Callable[[Writing], None]) -> Written:
        """Carry out ``decide`` for ``by`` and return what it wrote, durable on disk.

        A ``command_id`` that was carried out before returns what that wrote, and ``decide`` is not called.
        Raises ``NotAllowed`` without the permission, and whatever ``decide`` raises; then nothing is written.
        """

        def work(db: Database) -> Written:
            db.recall.open()
            written = carried_out(db)
            db.recall.close()
            return written

        def carried_out(db: Database) -> Written:
            self._authorise(db, by, permission)
            earlier = tables.of_command(db, command_id)
            if earlier:
                return Written(entries=earlier, repeated=True, changed=frozenset())
            writing = Writing(
                db=db,
                now=self._time.now(),
                by=by,
                command_id=command_id,
                seat=self._seat,
                _ids=self._ids,
                _registry=self._registry,
            )
            decide(writing)
            return writing.written()

        return self._store.transact(work)
