"""Whether another program has a database open."""

import sys
from contextlib import closing
from pathlib import Path

import sqlcipher3

from desk_app.kernel.errors import Conflict
from desk_app.storage.engine import SqliteError, primary_code

# Where SQLite locks a file: every open connection to a WAL database holds a shared lock on these bytes.
_FIRST_SHARED_BYTE, _SHARED_BYTES = 0x40000002, 510


def require_alone(path: Path, key: bytes) -> None:
    """Raise ``Conflict`` while any connection to ``path`` is open, of this program or another.

    SQLite gives the whole file to one connection only when nobody else has it open. Raises ``SqliteError`` for a file that
    cannot be read.
    """
    with closing(sqlcipher3.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        except SqliteError as error:
            if primary_code(error) not in (sqlcipher3.SQLITE_BUSY, sqlcipher3.SQLITE_LOCKED):
                raise
            raise _open_elsewhere() from error


def require_unlocked(path: Path) -> None:
    """Raise ``Conflict`` while another program has ``path`` open, without so much as opening it as a database.

    On Windows an open file cannot be moved, which is what the caller is about to do: nothing is asked there.
    """
    if sys.platform == "win32" or not path.exists():
        return
    import fcntl

    with path.open("rb+") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_BYTES, _FIRST_SHARED_BYTE)
        except OSError as error:
            raise _open_elsewhere() from error


def _open_elsewhere() -> Conflict:
    return Conflict(
        "storage.open_elsewhere",
        "Một chương trình khác đang mở thư mục dữ liệu này.",
        "Chưa đổi gì. Hãy đóng cửa sổ Một cửa và các lệnh đang chạy, rồi làm lại.",
    )
