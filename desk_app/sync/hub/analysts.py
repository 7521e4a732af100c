"""Files for analysts: the figures of many desks as Parquet or CSV, and nobody's name in them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from desk_app.journal.slices import snapshot
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import Record
from desk_app.sync.hub.publish import PUBLISH
from desk_app.sync.hub.tables import folded
from desk_app.sync.hub.tables.folded import ColumnOf, FoldedTable, Row
from desk_app.sync.room import Sync
from desk_app.sync.whole_file import disk_trouble

Format = Literal["parquet", "csv"]
Watch = Callable[[int, int], None]
_BATCH = 10_000
# Only what is named here goes out: a column that a later version adds stays at home until somebody names it.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "office_desks": ("desk", "code", "name"),
    "procedure_versions": ("code", "desk", "valid_from", "valid_to", "name", "field"),
    "procedure_ends": ("code", "desk", "last_on"),
    "dossiers": (
        *("id", "desk", "procedure", "field", "status", "received_at", "due_at", "result_at", "handed_at", "ended_at"),
        *("channel", "return_by"),
    ),
    "dossier_legs": ("dossier", "place", "agency", "due_at", "received_at", "done_at"),
    "on_the_spot": ("dossier", "settle_day", "begun_at", "appraised_at", "approved_at", "returned_at"),
    "fee_moves": ("dossier", "kind", "procedure", "field", "amount", "way", "day", "desk"),
    "tickets": ("id", "desk", "day", "field", "state", "taken_at", "first_called_at", "begun_at", "ended_at"),
    "ratings": ("desk", "question", "procedure", "field", "level", "rated_on"),
    "return_parcels": ("id", "dossier", "state", "posted_at"),
    "writing_cases": ("id", "desk", "organisation", "area", "outcome", "minutes", "written_at", "void"),
    "outreach": ("id", "desk", "on_day", "kind", "count"),
}


class WrittenTable(Record):
    """One file: the table it holds and how many rows."""

    table: str
    file: str
    rows: int


def write_files(
    room: Sync, *, by: str, folder: Path, format_: Format = "parquet", watch: Watch | None = None
) -> tuple[WrittenTable, ...]:
    """Write one file a table into ``folder``, all of one moment, and return them.

    Raises ``Refused`` where Parquet's library is missing, ``DeviceTrouble`` when the medium fails. What ``watch(done, total)``,
    which counts tables, raises ends the work: files that stand are whole.
    """
    room.require(by, PUBLISH)
    db = room.journal.reading()
    written = []
    with disk_trouble(folder), snapshot(db):
        folder.mkdir(parents=True, exist_ok=True)
        tables = [each for each in folded.list_tables(db, room.journal.registry) if each.name in _COLUMNS]
        for place, table in enumerate(tables):
            if watch is not None:
                watch(place, len(tables))
            shown = _shown(table)
            file = folder / f"{table.name}.{format_}"
            part = file.with_name(f"{file.name}.part")
            write = _parquet if format_ == "parquet" else _csv
            try:
                rows = write(part, shown.columns, folded.all_rows(db, shown))
                part.replace(file)
            finally:
                part.unlink(missing_ok=True)
            written.append(WrittenTable(table=table.name, file=str(file), rows=rows))
    return tuple(written)


def _shown(table: FoldedTable) -> FoldedTable:
    named = {column.name: column for column in table.columns}
    return table._replace(columns=tuple(named[name] for name in _COLUMNS[table.name] if name in named))


def _csv(file: Path, columns: Sequence[ColumnOf], rows: Iterator[Row]) -> int:
    count = 0
    # With a mark at its beginning, so that Excel reads Vietnamese letters.
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([column.name for column in columns])
        for row in rows:
            writer.writerow(row)
            count += 1
    return count


def _parquet(file: Path, columns: Sequence[ColumnOf], rows: Iterator[Row]) -> int:
    pyarrow, parquet = _arrow()
    types = {"INTEGER": pyarrow.int64(), "REAL": pyarrow.float64(), "BLOB": pyarrow.binary()}
    schema = pyarrow.schema([(column.name, types.get(column.type, pyarrow.string())) for column in columns])
    count = 0
    with parquet.ParquetWriter(file, schema, compression="zstd") as out:
        for some in _batches(rows):
            arrays = [
                pyarrow.array(list(values), field.type)
                for values, field in zip(zip(*some, strict=True), schema, strict=True)
            ]
            out.write_batch(pyarrow.record_batch(arrays, schema=schema))
            count += len(some)
    return count


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    some: list[Row] = []
    for row in rows:
        some.append(row)
        if len(some) == _BATCH:
            yield some
            some = []
    if some:
        yield some


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise Refused(
            "hub.no_parquet", "Máy này chưa cài thư viện Parquet.", "Dùng csv, hoặc cài «mot-cua[hub]»."
        ) from None
    return pyarrow, parquet
