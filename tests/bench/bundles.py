"""Bundles against the raw limits of the same run: a dump through zstd, INSERT … SELECT, decoding, a bare read of the chain."""

import shutil
import subprocess
import sys
from pathlib import Path

from desk_app.journal import tables as journal_tables
from desk_app.storage.engine import Database, open_database
from desk_app.storage.key_store import kept_key
from desk_app.sync.importing import import_bundle
from desk_app.sync.lines import LineReader
from desk_app.sync.package import open_package
from tests.bench.figures import Figure, median, microseconds
from tests.bench.journals import fill_journal
from tests.desks import RehearsalDesk, opened
from tests.sync.carrying import HUB, SyncOffice, enrol, send, sync_office, take

ENTRIES = 40_000
_LARGE = 200_000
_TURNS = 3
_BYTES_AN_ENTRY = 160
_MEMORY_MB = 64
# What an import writes: the entry itself, and what folding it makes.
_WRITTEN = ("entries", "dossiers", "dossier_legs", "papers")


def measured(folder: Path) -> list[Figure]:
    """Return the figures of exporting, importing, taking again, verifying, and of memory."""
    with sync_office(folder / "bundles") as office:
        hub, desk = office.desk(HUB), office.desk(1)
        enrol(desk, hub, office.stick)
        fill_journal(desk, ENTRIES)
        return [*_export(office, desk), *_import(office, desk, hub), _chain(desk), _memory(folder)]


def _export(office: SyncOffice, desk: RehearsalDesk) -> list[Figure]:
    plain = _plain_copy(desk, office.folder / "plain.db")
    dumped = office.folder / "dump.zst"
    line = f"sqlite3 {plain} .dump | zstd -3 -q -f -o {dumped}"
    ours, raw, sizes = [], [], []
    for _ in range(_TURNS):
        ours.append(microseconds(lambda: sizes.append(send(desk, office.stick, whole=True))))
        raw.append(microseconds(lambda: subprocess.run(line, shell=True, check=True)))
    made = sizes[-1]
    name = f"bundle of {ENTRIES:,} entries".replace(",", ".")
    return [
        Figure(name=f"{name}, read back / .dump | zstd -3", ours=median(ours), raw=median(raw), target=2.0),
        Figure(name=f"{name}, an entry", ours=made.size / made.entries, raw=_BYTES_AN_ENTRY, target=1.0, unit="bytes"),
    ]


def _import(office: SyncOffice, desk: RehearsalDesk, hub: RehearsalDesk) -> list[Figure]:
    file = send(desk, office.stick, whole=True).file
    bare = office.copied(hub, "bare")
    ours = microseconds(lambda: import_bundle(hub.sync, by=hub.admin, file=file))
    key = kept_key(place="file", file=hub.home.key, name="")
    target = open_database(bare / "desk.db", kept_key(place="file", file=bare / "desk.key", name=""))
    target.conn.execute(f"ATTACH DATABASE '{hub.home.database}' AS filled KEY \"x'{key.hex()}'\"")
    raw = microseconds(lambda: _insert_all(target))
    target.close()
    again = [microseconds(lambda: import_bundle(hub.sync, by=hub.admin, file=file)) for _ in range(_TURNS)]
    decoding = [microseconds(lambda: _decode(hub, file)) for _ in range(_TURNS)]
    return [
        Figure(name="taking a bundle / INSERT … SELECT of the same rows", ours=ours, raw=raw, target=16.0),
        Figure(name="taking a known bundle / decoding it", ours=median(again), raw=median(decoding), target=1.2),
    ]


def _chain(desk: RehearsalDesk) -> Figure:
    db = desk.journal.reading()
    ours = [microseconds(desk.journal.verify) for _ in range(_TURNS)]
    raw = [microseconds(lambda: sum(1 for _ in journal_tables.every_entry(db))) for _ in range(_TURNS)]
    return Figure(name="verifying the chain / a bare read of it", ours=median(ours), raw=median(raw), target=2.5)


def _memory(folder: Path) -> Figure:
    """Return what writing and taking a large bundle adds to a process of its own."""
    line = [sys.executable, "-m", "tests.bench.bundles", str(folder / "large"), str(_LARGE)]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    shutil.rmtree(folder / "large")
    name = f"memory for writing and taking {_LARGE:,} entries".replace(",", ".")
    return Figure(name=name, ours=float(done.stdout), raw=_MEMORY_MB, target=1.0, unit="MB")


def fill(folder: Path, entries: int) -> None:
    """Make a hub and a desk with a long journal."""
    with sync_office(folder) as office:
        hub, desk = office.desk(HUB), office.desk(1)
        enrol(desk, hub, office.stick)
        fill_journal(desk, entries)


def memory_added_mb(folder: Path) -> float:
    """Return by how much a bundle of everything raises this process's peak memory; call it once, in a fresh process."""
    hub, desk = opened(folder / f"desk-{HUB}"), opened(folder / "desk-1")
    try:
        # All the code is loaded, and every connection has its cache, before anything is measured.
        take(desk, send(hub, folder, to=desk.journal.desk_id).file)
        before = _peak_mb()
        take(hub, send(desk, folder).file)
        return max(0.1, _peak_mb() - before)
    finally:
        hub.close()
        desk.close()


def _peak_mb() -> float:
    """Return this program's own peak; what getrusage says includes that of who started it."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _plain_copy(desk: RehearsalDesk, file: Path) -> Path:
    """Return a copy of the journal that the sqlite3 tool can read."""
    file.unlink(missing_ok=True)
    db = open_database(desk.home.database, kept_key(place="file", file=desk.home.key, name=""))
    db.conn.execute(f"ATTACH DATABASE '{file}' AS plain KEY ''")
    db.conn.execute("CREATE TABLE plain.entries AS SELECT * FROM entries")
    db.conn.execute("DETACH DATABASE plain")
    db.close()
    return file


def _insert_all(db: Database) -> None:
    db.conn.execute("BEGIN IMMEDIATE")
    for table in _WRITTEN:
        db.conn.execute(f"INSERT OR IGNORE INTO {table} SELECT * FROM filled.{table}")
    db.conn.execute("COMMIT")


def _decode(hub: RehearsalDesk, file: Path) -> None:
    with open_package(hub.sync, file) as opened:
        reader = LineReader(opened.parts, lambda _entry, _at: None)
        opened.open_into(reader.take)
        reader.end()


if __name__ == "__main__":
    place, count = Path(sys.argv[1]), int(sys.argv[2])
    if "--fill" in sys.argv:
        fill(place, count)
    else:
        # What fills the journal must not count.
        subprocess.run([sys.executable, "-m", "tests.bench.bundles", str(place), str(count), "--fill"], check=True)
        print(memory_added_mb(place))
