"""One registration, durable on the disk, against an append with fdatasync and against bare SQL writing the same rows."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk_app.dossiers.register import register
from desk_app.dossiers.tables import search_index
from desk_app.kernel.paths import Home
from desk_app.kernel.texts import folded
from desk_app.storage.engine import Database, open_database
from desk_app.storage.key_store import kept_key
from tests.bench.figures import Figure, in_turns, median
from tests.bench.invented import Crowd
from tests.desks import RehearsalDesk, form, rehearsal_desk

_ROUNDS = 1_500
_APPENDED_BYTES = 4_096
_TABLES = ("dossiers", "dossier_legs", "papers", "print_jobs")

Rows = list[tuple[str, tuple[Any, ...]]]


def measured(folder: Path) -> list[Figure]:
    """Return the two figures of a registration."""
    with rehearsal_desk(folder / "ours") as ours:
        rows = _rows_of_registrations(folder, _ROUNDS)
        with rehearsal_desk(folder / "bare") as empty:
            home = empty.home
        bare = _bare(home)
        typed = [form(each.name) for each in Crowd(_ROUNDS, seed=2).people()]
        log = os.open(folder / "append", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        block = os.urandom(_APPENDED_BYTES)
        try:
            ours_us, bare_us, append_us = in_turns(
                _ROUNDS,
                lambda turn: register(ours.dossiers, by=ours.admin, form=typed[turn], command_id=ours.journal.new_id()),
                lambda turn: _write(bare, rows[turn]),
                lambda _: _append(log, block),
            )
        finally:
            os.close(log)
            bare.close()
    return [
        Figure(
            name="registration, durable / append 4 KiB + fdatasync",
            ours=median(ours_us),
            raw=median(append_us),
            target=3.0,
        ),
        Figure(
            name="registration / bare SQL, same rows, same engine",
            ours=median(ours_us),
            raw=median(bare_us),
            target=1.3,
        ),
    ]


def _bare(home: Home) -> Database:
    return open_database(home.database, kept_key(place="file", file=home.key, name=""))


def _rows_of_registrations(folder: Path, rounds: int) -> list[Rows]:
    """Register ``rounds`` dossiers at another desk and return the very rows that each of them wrote, table by table."""
    with rehearsal_desk(folder / "sample") as sample:
        people = Crowd(rounds, seed=1).people()
        ids = [
            register(sample.dossiers, by=sample.admin, form=form(each.name), command_id=sample.journal.new_id()).subject
            for each in people
        ]
        found = [_rows(sample, id_) for id_ in ids]
    for rows in found[search_index.NEW_NAMES - 1 :: search_index.NEW_NAMES]:
        rows += [(sql, ()) for sql in search_index.INDEX_ALL]
    return found


def _rows(desk: RehearsalDesk, dossier: str) -> Rows:
    db = desk.journal.reading()
    command = db.execute("SELECT command_id FROM entries WHERE subject = ?", (dossier,)).fetchone()[0]
    paper = db.execute(
        "SELECT subject FROM entries WHERE command_id = ? AND kind = 'paper.issued'", (command,)
    ).fetchone()[0]
    found: Rows = [_insert(db, "entries", "command_id = ?", command, row) for row in (0, 1)]
    found += [_insert(db, "dossiers", "id = ?", dossier, 0), _insert(db, "dossier_legs", "dossier = ?", dossier, 0)]
    row, name = db.execute("SELECT local_row, name FROM dossiers WHERE id = ?", (dossier,)).fetchone()
    words = folded(name)
    found.append((search_index.KEEP, (row, words)))
    found += [_insert(db, "papers", "id = ?", paper, 0), _insert(db, "print_jobs", "paper_id = ?", paper, 0)]
    return found


def _insert(db: Database, table: str, where: str, value: str, place: int) -> tuple[str, tuple[Any, ...]]:
    cursor = db.execute(f"SELECT * FROM {table} WHERE {where}", (value,))
    columns = [each[0] for each in cursor.description]
    row = cursor.fetchall()[place]
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", tuple(row)


def _append(log: int, block: bytes) -> None:
    os.write(log, block)
    os.fdatasync(log)


def _write(db: Database, rows: Rows) -> None:
    execute: Callable[..., object] = db.conn.execute
    execute("BEGIN IMMEDIATE")
    for sql, values in rows:
        execute(sql, values)
    execute("COMMIT")
