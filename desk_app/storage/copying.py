"""Copying a database while it is written: through SQLite alone, for a copy of its files is no backup."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desk_app.kernel.errors import Damaged, DeskError
from desk_app.storage.engine import Database, SqliteError, open_copy, open_database
from desk_app.storage.media import read_back, sync_file

# In steps of SQLite's own machine: some ten thousand a second, so that a person who cancels need not wait.
_STEPS = 20_000
_LONGEST = 100
Watch = Callable[[], None]


def copy_database(source: Path, key: bytes, target: Path, watch: Watch = lambda: None) -> None:
    """Write what is committed in ``source`` to ``target``, which must not exist, and prove it readable; on the medium afterwards.

    ``watch`` is called now and then; what it raises ends the copying. Raises ``Damaged`` for a copy that cannot be read back, and
    ``SqliteError``. The caller removes a ``target`` that was not finished.
    """
    with closing(open_database(source, key)) as db:
        _watched(db, watch, lambda: db.conn.execute("VACUUM INTO ?", [str(target)]))
    sync_file(target)
    read_back(target)
    found = damages_of_copy(target, key, watch)
    if found:
        raise Damaged(
            "storage.backup", "Bản sao lưu vừa ghi không đọc lại được.", "Hãy kiểm tra ổ đĩa rồi sao lưu lại."
        )


def damages_of_copy(file: Path, key: bytes, watch: Watch = lambda: None) -> tuple[str, ...]:
    """Return what SQLite finds wrong with a copy, in its own words; nothing when it is sound.

    Raises ``Damaged`` when the key does not open it at all.
    """
    found: list[str] = []
    with closing(open_copy(file, key)) as db:
        _watched(db, watch, lambda: found.extend(str(row[0]) for row in db.conn.execute("PRAGMA quick_check")))
    return tuple(words for words in found if words != "ok")


def brief(found: str) -> str:
    """Return the first thing that SQLite names, in one line: it may name a thousand pages."""
    named = [line for line in found.splitlines() if not line.startswith("***")]
    return named[0][:_LONGEST] if named else ""


def _watched(db: Database, watch: Watch, work: Callable[[], object]) -> None:
    """Do ``work`` in SQLite and call ``watch`` meanwhile; what it raises comes out here, not SQLite's word for it."""
    stopped: list[DeskError | KeyboardInterrupt] = []

    def look() -> int:
        try:
            watch()
        except (DeskError, KeyboardInterrupt) as error:
            stopped.append(error)
        return len(stopped)

    db.conn.set_progress_handler(look, _STEPS)
    try:
        work()
    except SqliteError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        db.conn.set_progress_handler(None, 0)
