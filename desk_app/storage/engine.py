"""Our own SQLite, encrypted, under sqlite-utils.

sqlite-utils takes ``pysqlite3`` where it finds it. Handing it SQLCipher under that name before it is first imported
is the only way in which all of it works encrypted: a connection passed in breaks its ``alter=True`` and its error
handling.
"""

import sys
from pathlib import Path

import sqlcipher3
import sqlcipher3.dbapi2

from desk_app.kernel.errors import Damaged
from desk_app.storage.recall import Recall

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from sqlite_utils import Database as _Database  # noqa: E402  (must come after the two lines above)
from sqlite_utils import utils as _utils  # noqa: E402

if getattr(_utils, "sqlite3") is not sqlcipher3:  # noqa: B009 - sqlite_utils does not export the name
    raise ImportError("sqlite_utils was imported before desk_app.storage.engine: it would write unencrypted files")

__all__ = ["KEY_BYTES", "Database", "SqliteError", "open_aside", "open_copy", "open_database", "primary_code"]

# 3.7.0 to 3.51.2 can corrupt a WAL file when two connections reset it at once.
OLDEST_SAFE_SQLITE = (3, 51, 3)
KEY_BYTES = 32

SqliteError = sqlcipher3.Error

_PRAGMAS = (
    # SQLCipher writes its own lines to stderr otherwise; what they say comes back as an error anyway.
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA foreign_keys = ON",
    # Without it, INSERT OR REPLACE deletes rows past the triggers that forbid it.
    "PRAGMA recursive_triggers = ON",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)

_PRAGMAS_OF_COPY = (_PRAGMAS[0], "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON")


class Database(_Database):
    """One connection, with what it has read and still knows."""

    def __init__(self, connection: sqlcipher3.Connection) -> None:
        super().__init__(connection, recursive_triggers=False, execute_plugins=False, strict=True)
        self.recall = Recall(connection)


def open_aside() -> Database:
    """Return an empty database in memory, for tables that are thrown away."""
    return Database(sqlcipher3.connect(":memory:"))


def primary_code(error: Exception) -> int:
    """Return SQLite's result code without its finer shades; 0 for an error that SQLite itself did not raise."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def open_database(path: Path, key: bytes, *, read_only: bool = False) -> Database:
    """Return a connection to ``path``, made if it is missing, with every pragma this product relies on.

    Raises ``Damaged`` when the file is not a database that this 32-byte key opens; ``SqliteError`` when the disk
    refuses, for ``Store`` to translate.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("SQLCipher would take a key of another length for a password")
    if sqlcipher3.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise Damaged(
            "storage.engine",
            f"SQLite {sqlcipher3.sqlite_version} có lỗi có thể làm hỏng dữ liệu.",
            "Hãy cài lại chương trình.",
        )
    connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=256)
    _unlock(connection, key, _PRAGMAS)
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return Database(connection)


def open_copy(path: Path, key: bytes) -> Database:
    """Return a connection that reads a file nobody writes, wherever it stands: nothing is laid beside it, not even a lock.

    Raises ``Damaged`` and ``SqliteError`` as ``open_database`` does.
    """
    where = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlcipher3.connect(where, uri=True, isolation_level=None, check_same_thread=False)
    _unlock(connection, key, _PRAGMAS_OF_COPY)
    return Database(connection)


def _unlock(connection: sqlcipher3.Connection, key: bytes, pragmas: tuple[str, ...]) -> None:
    """Give a connection its key and pragmas; closed, and ``Damaged``, when the key does not open the file."""
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        for pragma in pragmas:
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlcipher3.DatabaseError as error:
        connection.close()
        if primary_code(error) not in (sqlcipher3.SQLITE_NOTADB, sqlcipher3.SQLITE_CORRUPT):
            raise
        raise Damaged(
            "storage.key",
            "Không mở được cơ sở dữ liệu: sai khóa hoặc tệp đã hỏng.",
            "Tệp vẫn nguyên. Hãy kiểm tra khóa, hoặc khôi phục từ bản sao lưu.",
        ) from None
