"""Encrypted files beside the database, each under a key of its own that the caller keeps.

Who erases the key has erased the file: every copy of it, wherever it lies.
"""

import errno
import os
import secrets
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk_app.kernel.errors import Damaged, DeviceTrouble
from desk_app.storage.faults import DISK_FULL
from desk_app.storage.media import sync_folder
from desk_app.storage.sealing import KEY_BYTES, sealed, unsealed

_PART = ".part"
# Whoever is still writing a file is not robbed of it: what is older was left by a program that ended in the middle.
_LEFT_AFTER_S = 3600
# Windows would otherwise put line ends of its own into the file.
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """A file that stands on the disk: its name within the folder, and the key that opens it."""

    name: str
    key: bytes


class SealedFiles:
    """The sealed files of one folder, which is made with the first of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def seal(self, content: Iterable[bytes], *, owner: str) -> Sealed:
        """Write ``content`` under a new random name, whole and on the disk when this returns; nothing of it otherwise.

        Raises ``DeviceTrouble`` for a full or failing disk, and whatever ``content`` raises.
        """
        name, key = secrets.token_hex(16), secrets.token_bytes(KEY_BYTES)
        part = self._folder / (name + _PART)
        try:
            with _disk_trouble():
                self._folder.mkdir(mode=0o700, exist_ok=True)
                self._write(part, sealed(content, key, owner))
                part.rename(self._folder / name)
                sync_folder(self._folder)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return Sealed(name=name, key=key)

    def content(self, name: str, key: bytes, *, owner: str) -> Iterator[bytes]:
        """Yield the content chunk by chunk, each proved genuine before it is given; raise ``Damaged`` otherwise."""
        try:
            file = (self._folder / name).open("rb")
        except FileNotFoundError:
            raise Damaged(
                "storage.sealed_missing",
                "Tệp bản chụp không còn trong thư mục dữ liệu.",
                "Hồ sơ vẫn nguyên. Hãy khôi phục thư mục «attachments» từ bản sao lưu, hoặc chụp lại giấy tờ.",
            ) from None
        with file:
            yield from unsealed(file, key, owner)

    def remove(self, name: str) -> None:
        """Delete a file; one that is gone already is no trouble."""
        with _disk_trouble():
            (self._folder / name).unlink(missing_ok=True)

    def has(self, name: str) -> bool:
        """Tell whether the file is there, whatever is in it."""
        return (self._folder / name).is_file()

    def list_strays(self, known: Collection[str]) -> tuple[str, ...]:
        """Return the files that nobody knows, half-written ones among them, and that nobody can be writing any more."""
        oldest = time.time() - _LEFT_AFTER_S
        names = sorted(each.name for each in self._folder.iterdir()) if self._folder.is_dir() else []
        return tuple(each for each in names if each not in known and _changed_at_s(self._folder / each) < oldest)

    def _write(self, part: Path, blocks: Iterable[bytes]) -> None:
        with os.fdopen(os.open(part, _NEW_FILE, 0o600), "wb") as out:
            for block in blocks:
                out.write(block)
            out.flush()
            os.fsync(out.fileno())


def _changed_at_s(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        # Finished or removed by another program since it was listed.
        return float("inf")


@contextmanager
def _disk_trouble() -> Iterator[None]:
    """Say what a full or failing disk means; errors of who gives the content must not be ``OSError``."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DeviceTrouble(
                DISK_FULL,
                "Ổ đĩa đã đầy: bản chụp chưa được lưu.",
                "Không có gì bị lưu dở. Hãy dọn ổ đĩa rồi thêm lại.",
            ) from error
        raise DeviceTrouble(
            "storage.io",
            "Ổ đĩa báo lỗi khi đọc hoặc ghi bản chụp.",
            "Việc đã lưu vẫn còn. Hãy kiểm tra ổ đĩa và quyền ghi của thư mục dữ liệu.",
        ) from error
