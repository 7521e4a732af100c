"""SQLite's errors, translated once, at the border, into what a person must know."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3

from desk_app.kernel.errors import Conflict, Damaged, DeskError, DeviceTrouble
from desk_app.storage.engine import SqliteError, primary_code

DISK_FULL = "storage.full"


@contextmanager
def translating() -> Iterator[None]:
    """Turn SQLite's errors inside the block into ``DeskError`` where a person can do something about them."""
    try:
        yield
    except SqliteError as error:
        known = translated(error)
        if known is None:
            raise
        raise known from error


def known_trouble(error: Exception) -> DeskError | None:
    """Return what a person must know of any error; None unless it is SQLite's and they can do something about it."""
    return translated(error) if isinstance(error, SqliteError) else None


def translated(error: SqliteError) -> DeskError | None:
    """Return what a person must know of ``error``; None when it is a bug of ours."""
    code = primary_code(error)
    if code == sqlcipher3.SQLITE_FULL:
        return DeviceTrouble(
            DISK_FULL,
            "Ổ đĩa đã đầy: lần lưu này chưa được ghi.",
            "Việc đã lưu trước đó vẫn còn. Hãy dọn ổ đĩa rồi lưu lại.",
        )
    if code in (sqlcipher3.SQLITE_BUSY, sqlcipher3.SQLITE_LOCKED):
        return Conflict("storage.busy", "Cơ sở dữ liệu đang bận vì một chương trình khác.", "Chưa ghi gì. Hãy thử lại.")
    if code in (sqlcipher3.SQLITE_CORRUPT, sqlcipher3.SQLITE_NOTADB):
        return Damaged(
            "storage.damaged", "Tệp dữ liệu bị hỏng.", "Đừng ghi thêm. Hãy chạy kiểm tra và khôi phục từ bản sao lưu."
        )
    if code == sqlcipher3.SQLITE_READONLY:
        return DeviceTrouble(
            "storage.read_only", "Không ghi được vào thư mục dữ liệu.", "Hãy kiểm tra quyền ghi của thư mục."
        )
    if code in (sqlcipher3.SQLITE_IOERR, sqlcipher3.SQLITE_CANTOPEN):
        return DeviceTrouble(
            "storage.io",
            "Ổ đĩa báo lỗi khi đọc hoặc ghi.",
            "Việc đã lưu vẫn còn. Hãy kiểm tra ổ đĩa, sao lưu ngay khi có thể.",
        )
    return None
