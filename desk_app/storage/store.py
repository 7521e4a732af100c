"""One writer and a reader per thread over the desk's database file."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from desk_app.kernel.errors import DeviceTrouble
from desk_app.kernel.paths import Home
from desk_app.storage.copying import copy_database
from desk_app.storage.engine import Database, open_database
from desk_app.storage.faults import DISK_FULL, translating
from desk_app.storage.media import sync_folder

T = TypeVar("T")

BALLAST_BYTES = 2_000_000


class Store:
    """The open database. Writers of this program queue on a lock, writers of other programs on SQLite's own."""

    def __init__(self, home: Home, key: bytes) -> None:
        self._home = home
        self._key = key
        self._lock = threading.RLock()
        self._local = threading.local()
        self._readers: list[Database] = []
        with translating():
            self._writer = open_database(home.database, key)
        self._keep_ballast()

    @property
    def path(self) -> Path:
        """Return the database file."""
        return self._home.database

    @property
    def key(self) -> bytes:
        """Return the database's raw key: to be sealed to the office's recovery key, and for nothing else."""
        return self._key

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Give the writer inside one durable transaction: committed at the end, rolled back by any error."""
        with self._lock, translating():
            db = self._writer
            db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.conn.execute("COMMIT")
            except BaseException:
                db.recall.drop()
                if db.conn.in_transaction:
                    db.conn.execute("ROLLBACK")
                raise

    def transact(self, work: Callable[[Database], T]) -> T:
        """Return what ``work`` returns, done in one transaction.

        A full disk gives up the ballast and calls ``work`` once more.
        """
        try:
            with self.writing() as db:
                return work(db)
        except DeviceTrouble as error:
            if error.code != DISK_FULL or not self._give_up_ballast():
                raise
        with self.writing() as db:
            return work(db)

    def reading(self) -> Database:
        """Return this thread's own connection, which cannot write."""
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            with translating():
                db = open_database(self.path, self._key, read_only=True)
            self._local.db = db
            self._readers.append(db)
        return db

    def checkpoint(self) -> None:
        """Move what the write-ahead log holds into the file, as far as readers allow; for idle moments."""
        with self._lock, translating():
            self._writer.conn.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def damages(self) -> tuple[str, ...]:
        """Return what SQLite finds wrong with the file and its references, in its own words; nothing when it is sound."""
        with translating():
            db = self.reading()
            found = [str(row[0]) for row in db.execute("PRAGMA quick_check").fetchall()]
            found += [f"{row[0]}: {row[2]}" for row in db.execute("PRAGMA foreign_key_check").fetchall()]
        return tuple(words for words in found if words != "ok")

    def back_up_to(self, file: Path, *, watch: Callable[[], None] = lambda: None) -> None:
        """Write a consistent copy of the database to ``file``, encrypted with the same key, whole or not at all.

        Writers go on meanwhile; inside ``writing`` the copy holds what was committed before. ``watch`` is called now and then;
        what it raises ends the copying. Raises ``Damaged`` when the copy cannot be read back.
        """
        part = file.with_name(file.name + ".part")
        part.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with translating():
                copy_database(self.path, self._key, part, watch)
            part.replace(file)
            sync_folder(file.parent)
        finally:
            part.unlink(missing_ok=True)

    def close(self) -> None:
        """Put the write-ahead log away and close every connection."""
        with self._lock:
            for reader in self._readers:
                reader.close()
            self._readers.clear()
            self._local = threading.local()
            # The last connection to close moves the write-ahead log into the file and removes it.
            self._writer.close()

    def _keep_ballast(self) -> None:
        if not self._home.ballast.exists():
            try:
                self._home.ballast.write_bytes(b"\0" * BALLAST_BYTES)
            except OSError:
                self._home.ballast.unlink(missing_ok=True)

    def _give_up_ballast(self) -> bool:
        had_any = self._home.ballast.exists()
        self._home.ballast.unlink(missing_ok=True)
        return had_any
