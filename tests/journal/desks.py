"""Desks for tests: a real encrypted file each, copied from one that was made once."""

import itertools
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desk_app.journal import tables
from desk_app.journal.entry import Entry
from desk_app.journal.fact import Fact
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.journal import Journal
from desk_app.journal.write_door import Seat, Written
from desk_app.kernel.ids import IdMaker
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import VIETNAM, FixedTime, TimeSource
from desk_app.storage.engine import Database
from desk_app.storage.migrations import upgrade
from desk_app.storage.store import Store
from tests.journal import notebook

KEY = bytes(range(32))
MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=VIETNAM)


def opened(folder: Path, *, desk: str = "a", epoch: int = 1, time: TimeSource | None = None) -> "TestDesk":
    """Open the desk in ``folder``; ``open_new`` or ``migrate`` has made it."""
    clock = time or FixedTime(MORNING)
    journal = Journal(
        store=Store(Home(folder), KEY),
        seat=Seat(desk=desk, epoch=epoch),
        registry=notebook.registry(),
        time=clock,
        ids=IdMaker(),
        authorise=notebook.authorise,
    )
    return TestDesk(folder=folder, journal=journal, time=clock)


def migrate(folder: Path) -> None:
    """Make the tables of the journal and of the notebook."""
    store = Store(Home(folder), KEY)
    with store.writing() as db:
        upgrade(db, (tables.migrations, notebook.migrations), back_up=lambda: None)
    store.close()


@dataclass(kw_only=True)
class TestDesk:
    """One desk and what tests ask of it."""

    __test__ = False

    folder: Path
    journal: Journal
    time: TimeSource

    @property
    def name(self) -> str:
        return self.journal.desk_id

    @property
    def db(self) -> Database:
        return self.journal.reading()

    def add(self, subject: str, *facts: Fact, by: str = "lan", command_id: str = "") -> Written:
        command, decide = command_id or self.journal.new_id(), notebook.adding(subject, *facts)
        return self.journal.write(by=by, permission="", command_id=command, decide=decide)

    def write(self, subject: str, words: str) -> Entry:
        return self.add(subject, notebook.Written(words=words, on_day=MORNING.date())).entries[0]

    def entries(self) -> tuple[Entry, ...]:
        return tuple(tables.every_entry(self.db))

    def tables(self) -> dict[str, list[tuple[object, ...]]]:
        return table_contents(self.db, self.journal.registry)

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        """Return the content of all tables, the journal's own included: what a refusal must leave as it was."""
        own = ("entries", "parked_entries", "adopted_clock", "fold_revisions", "alarms")
        return self.tables() | {name: tables.content(self.db, name) for name in own}

    def put_clock(self, at: datetime) -> None:
        assert isinstance(self.time, FixedTime)
        self.time.put(at)

    def advance(self, **step: float) -> None:
        assert isinstance(self.time, FixedTime)
        self.time.advance(timedelta(**step))

    def close(self) -> None:
        self.journal.store.close()


class Office:
    """Opens as many desks as a test wants, and closes them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()
        self._open: list[TestDesk] = []
        self._template = folder / "template"
        self._template.mkdir(parents=True)
        migrate(self._template)

    def desk(self, name: str, *, epoch: int = 1) -> TestDesk:
        """Open an empty desk of that name."""
        return self._open_in(self._copy_of(self._template), name, epoch)

    def clone(self, desk: TestDesk, *, epoch: int | None = None) -> TestDesk:
        """Open a copy of a desk's folder as it is on disk: the same desk twice."""
        desk.journal.store.checkpoint()
        return self._open_in(self._copy_of(desk.folder), desk.name, epoch or desk.journal.seat.epoch)

    def reopen(self, desk: TestDesk, *, epoch: int) -> TestDesk:
        """Open a closed desk again, its clock as it was."""
        self._open.remove(desk)
        return self._open_in(desk.folder, desk.name, epoch, desk.time)

    def close(self) -> None:
        for desk in self._open:
            desk.close()
        self._open.clear()

    def _open_in(self, folder: Path, name: str, epoch: int, time: TimeSource | None = None) -> TestDesk:
        desk = opened(folder, desk=name, epoch=epoch, time=time)
        self._open.append(desk)
        return desk

    def _copy_of(self, folder: Path) -> Path:
        copy = self._folder / f"{next(self._numbers)}"
        copy.mkdir()
        for file in folder.glob("desk.db*"):
            shutil.copyfile(file, copy / file.name)
        return copy
