"""The folder itself: which subfolder is whose, which files wait in the others."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.kernel.errors import DeviceTrouble, InvalidInput
from desk_app.sync.package import SUFFIX
from desk_app.sync.whole_file import disk_trouble


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A bundle that another desk put into the folder; ``stamp`` tells whether it changed since it was looked at."""

    name: str
    file: Path
    stamp: str


def checked_folder(folder: Path) -> Path:
    """Return the folder as an absolute path; raise ``InvalidInput`` unless it is one that can be written."""
    place = folder.expanduser().absolute()
    if not place.is_dir():
        raise InvalidInput("folder", f"Không có thư mục {place}.", "Hãy tạo thư mục dùng chung trước, rồi chọn lại.")
    return place


def own_place(folder: Path, desk: str) -> Path:
    """Return this desk's subfolder, made when it is missing; raise ``DeviceTrouble`` where the folder is gone or read-only."""
    place = folder / desk
    if not folder.is_dir():
        # Never made anew: an unmounted share would fill the disk below its mount point unseen.
        raise DeviceTrouble(
            "exchange.gone", f"Không thấy thư mục trao đổi {folder}.", "Kiểm tra mạng hoặc USB; máy sẽ tự gửi tiếp."
        )
    with disk_trouble(place):
        place.mkdir(exist_ok=True)
    return place


def members(folder: Path) -> frozenset[str]:
    """Return the ids of the desks that have a subfolder."""
    with disk_trouble(folder):
        return frozenset(each.name for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))


def waiting(folder: Path, own: str) -> tuple[Waiting, ...]:
    """Return the files in other desks' subfolders, in the order of their names: oldest first for each desk."""
    found = []
    with disk_trouble(folder):
        for member in sorted(members(folder) - {own}):
            for file in sorted((folder / member).glob(f"*{SUFFIX}")):
                about = file.stat()
                stamp = f"{about.st_size} {about.st_mtime_ns}"
                found.append(Waiting(name=f"{member}/{file.name}", file=file, stamp=stamp))
    return tuple(found)
