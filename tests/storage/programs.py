"""Second programs over the same file: ``python -m tests.storage.programs <what> <folder> <key> …``."""

import subprocess
import sys
import time
from pathlib import Path

from desk_app.kernel.paths import Home
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations, upgrade
from desk_app.storage.store import Store

ROOT = Path(__file__).resolve().parents[2]
ROWS_OF_THE_SLOW_STEP = 50_000

slow = Migrations("slow")


@slow()
def m001_people(db: Database) -> None:
    db.execute("CREATE TABLE IF NOT EXISTS people (name TEXT NOT NULL UNIQUE) STRICT")


@slow()
def m002_many_rows(db: Database) -> None:
    db.execute("CREATE TABLE many (number INTEGER NOT NULL) STRICT")
    for number in range(ROWS_OF_THE_SLOW_STEP):
        db.execute("INSERT INTO many VALUES (?)", (number,))
        if str(number) in sys.argv[4:]:
            _say("waiting to be killed")
            time.sleep(60)


@slow()
def m003_last(db: Database) -> None:
    db.execute("ALTER TABLE many ADD COLUMN note TEXT")


def start(what: str, home: Home, key: bytes, *more: str) -> "subprocess.Popen[str]":
    """Start ``what`` in a process of its own; its lines come through ``stdout``."""
    command = [sys.executable, "-m", "tests.storage.programs", what, str(home.folder), key.hex(), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def write(store: Store, first: str, count: str) -> None:
    """Write names, one durable transaction each, and say each one after it stands."""
    for number in range(int(first), int(first) + int(count)):
        with store.writing() as db:
            db.execute("INSERT INTO people VALUES (?)", (f"Người {number}",))
        _say(str(number))


def bring_up(store: Store) -> None:
    """Bring the file up; a number given beside is the row of the slow step at which to wait for the end."""
    with store.writing() as db:
        done = upgrade(db, [slow], back_up=lambda: store.back_up_to(Path(f"{store.path}.old")))
    _say(f"upgraded {len(done)}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    what, folder, key, *more = sys.argv[1:]
    opened = Store(Home(Path(folder)), bytes.fromhex(key))
    if what == "write":
        write(opened, *more)
    else:
        bring_up(opened)
    opened.close()
