"""Sticks, shared folders, other disks: what their errors mean in words, and how a new name on them becomes durable."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.kernel.errors import DeviceTrouble
from desk_app.storage.faults import DISK_FULL

_AT_ONCE = 1 << 20


@contextmanager
def disk_trouble(place: Path, *, room: str) -> Iterator[None]:
    """Say in words what a full, read-only, missing or failing disk means; ``room`` begins the codes of the last two."""
    try:
        yield
    except OSError as error:
        raise trouble_of(error, place, room=room) from error


def trouble_of(error: OSError, place: Path, *, room: str) -> DeviceTrouble:
    """Return what an error of the system at ``place`` means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return full(place)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return DeviceTrouble(
            "storage.read_only",
            f"Không ghi được vào «{place}».",
            "Không có gì ghi dở. Hãy gạt khóa chống ghi của thẻ nhớ, hoặc chọn nơi khác.",
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return missing(place, room=room)
    return failing(place, room=room)


def full(place: Path) -> DeviceTrouble:
    """Return what to say when nothing more fits at ``place``."""
    return DeviceTrouble(
        DISK_FULL, f"«{place}» đã đầy.", "Không có gì ghi dở. Hãy xóa bớt tệp ở đó hoặc chọn nơi khác rồi làm lại."
    )


def missing(place: Path, *, room: str) -> DeviceTrouble:
    """Return what to say when ``place`` is not there."""
    return DeviceTrouble(f"{room}.no_place", f"Không thấy «{place}».", "Hãy cắm lại thẻ nhớ hoặc xem lại đường dẫn.")


def failing(place: Path, *, room: str) -> DeviceTrouble:
    """Return what to say when ``place`` cannot be read or written."""
    return DeviceTrouble(
        f"{room}.io",
        f"«{place}» báo lỗi khi đọc hoặc ghi.",
        "Dữ liệu của máy vẫn nguyên. Hãy cắm lại, hoặc đổi thẻ nhớ.",
    )


def sync_file(file: Path) -> None:
    """Have a written file on the medium before this returns."""
    with file.open("rb+") as out:
        os.fsync(out.fileno())


def sync_folder(folder: Path) -> None:
    """Make a new name durable; on Windows a folder cannot be opened, and its journal does this."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_back(file: Path) -> None:
    """Have the system read a file anew from the medium, where it can be asked to: its memory would always agree.

    From end to end, so that who then looks here and there in it does not wait for the medium each time.
    """
    if not hasattr(os, "posix_fadvise"):
        return
    with file.open("rb", buffering=0) as written:
        os.posix_fadvise(written.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while written.read(_AT_ONCE):
            pass
