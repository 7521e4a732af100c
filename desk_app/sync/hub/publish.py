"""Keeping a copy of journal and tables in PostgreSQL: for analysts, and for offices with hundreds of desks.

Only what is new travels, by COPY, in one transaction: a publication that is interrupted leaves the copy as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from desk_app.journal.entry import Entry
from desk_app.journal.slices import ChainHead, digest_at, list_heads, snapshot
from desk_app.kernel.errors import Conflict, DeviceTrouble, Refused
from desk_app.kernel.records import Record
from desk_app.storage.engine import Database
from desk_app.sync.hub.tables import folded, postgresql
from desk_app.sync.hub.tables.folded import FoldedTable, Run
from desk_app.sync.room import Sync

if TYPE_CHECKING:
    from psycopg import Connection

PUBLISH = "hub.publish"
Watch = Callable[[int, int], None]
_WATCHED_EVERY = 2_000


class Published(Record):
    """What a publication brought: new entries, the tables that changed, and how many rows were copied."""

    entries: int
    tables: tuple[str, ...]
    rows: int


def publish(room: Sync, *, by: str, url: str, watch: Watch | None = None) -> Published:
    """Bring the copy at ``url`` (``postgresql://…``) up to this moment; a second time changes nothing.

    Raises ``Refused`` without the driver, ``DeviceTrouble`` when the server is out of reach or fails, ``Conflict`` when the copy
    is another hub's; ``watch(done, total)`` counts entries, and what it raises ends the publication. Then nothing has changed.
    """
    room.require(by, PUBLISH)
    psycopg = driver()
    db = room.journal.reading()
    try:
        with psycopg.connect(url) as pg, snapshot(db):
            return _Publication(room, db, pg, watch).run()
    except psycopg.Error as error:
        raise DeviceTrouble(
            "hub.postgresql",
            f"PostgreSQL báo lỗi: {str(error).splitlines()[0] if str(error) else type(error).__name__}",
            "Bản sao vẫn như trước. Xem lại địa chỉ, mật khẩu, ổ đĩa của máy chủ.",
        ) from error


def driver() -> Any:
    """Return the PostgreSQL driver; raise ``Refused`` where it is not installed: a counter needs none."""
    try:
        import psycopg
    except ImportError:
        raise Refused(
            "hub.no_driver", "Máy này chưa cài thư viện PostgreSQL.", "Cài bằng: pip install «mot-cua[hub]»."
        ) from None
    return psycopg


class _Publication:
    """One transaction there, one moment here."""

    def __init__(self, room: Sync, db: Database, pg: Connection[Any], watch: Watch | None) -> None:
        self._room = room
        self._db = db
        self._pg = pg
        self._watch = watch

    def run(self) -> Published:
        postgresql.prepare(self._pg)
        heads = list_heads(self._db)
        runs = self._runs(heads)
        entries = postgresql.add_entries(self._pg, self._entries(runs))
        for head in heads:
            postgresql.put_chain(self._pg, (head.desk, head.epoch, head.seq, head.digest))
        touched = self._touched(runs)
        changed, rows = [], 0
        for table in folded.list_tables(self._db, self._room.journal.registry):
            count = self._bring(table, touched.get(table.fold, set()))
            if count is not None:
                changed.append(table.name)
                rows += count
        return Published(entries=entries, tables=tuple(changed), rows=rows)

    def _runs(self, heads: tuple[ChainHead, ...]) -> list[Run]:
        """Return what is not published of each chain; raise ``Conflict`` where the copy holds something else."""
        there, runs = postgresql.chains(self._pg), []
        for head in heads:
            seq, digest = there.pop((head.desk, head.epoch), (0, b""))
            if seq and digest_at(self._db, head.desk, head.epoch, seq) != digest:
                raise _foreign()
            if seq < head.seq:
                runs.append((head.desk, head.epoch, seq + 1, head.seq))
        if there:
            raise _foreign()
        return runs

    def _entries(self, runs: list[Run]) -> Iterator[Entry]:
        done, total = 0, sum(last - first + 1 for _desk, _epoch, first, last in runs)
        for run in runs:
            for entry in folded.entries_between(self._db, run):
                if self._watch is not None and done % _WATCHED_EVERY == 0:
                    self._watch(done, total)
                done += 1
                yield entry

    def _touched(self, runs: list[Run]) -> dict[str, set[str]]:
        """Return the subjects of each fold that new entries are about."""
        found: dict[str, set[str]] = {}
        for kind, subject in folded.subjects_between(self._db, runs):
            found.setdefault(self._room.journal.registry.fold_of(kind).name, set()).add(subject)
        return found

    def _bring(self, table: FoldedTable, touched: set[str]) -> int | None:
        """Bring one table up to now and return how many rows were copied; None when there was nothing to do."""
        before = postgresql.table_state(self._pg, table)
        if before is not None and table.subject:
            return self._bring_subjects(table, touched)
        now = "" if table.subject else folded.digest_of(folded.all_rows(self._db, table))
        if before is None:
            postgresql.make_table(self._pg, table)
        elif before == now:
            return None
        else:
            postgresql.empty_table(self._pg, table)
        count = postgresql.add_rows(self._pg, table, folded.all_rows(self._db, table))
        postgresql.put_table_state(self._pg, table, now)
        return count

    def _bring_subjects(self, table: FoldedTable, touched: set[str]) -> int | None:
        subjects = sorted(each.removeprefix(table.prefix) for each in touched)
        if not subjects:
            return None
        postgresql.remove_subjects(self._pg, table, subjects)
        return postgresql.add_rows(self._pg, table, folded.rows_of(self._db, table, subjects))


def _foreign() -> Conflict:
    return Conflict(
        "hub.foreign_copy",
        "Bản sao PostgreSQL này không phải của tuyến trên đang mở.",
        "Chưa ghi gì. Hãy xem lại địa chỉ; nếu dữ liệu đã phục hồi từ bản cũ, xóa lược đồ mot_cua rồi làm lại.",
    )
