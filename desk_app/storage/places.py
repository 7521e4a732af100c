"""Where a database may stand: on a disk of this computer, never on a network share or a stick.

SQLite's locks and its write-ahead log cannot be trusted on either.
"""

import ctypes
import os
import re
import sys
from pathlib import Path

from desk_app.kernel.errors import Refused

_NETWORK = (
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "davfs", "vboxsf"),
    *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.vmhgfs-fuse"),
)
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4


def require_local(folder: Path, *, mounts: Path = Path("/proc/self/mounts"), sysfs: Path = Path("/sys")) -> None:
    """Raise ``Refused`` when ``folder`` stands on a network share or on removable media."""
    # A link on this disk may lead to another one.
    real = folder.resolve()
    kind = _windows_kind(real) if sys.platform == "win32" else _linux_kind(real, mounts, sysfs)
    if kind == "network":
        raise Refused(
            "storage.network_place",
            "Thư mục dữ liệu nằm trên ổ mạng: dữ liệu có thể hỏng.",
            "Hãy chọn thư mục trên ổ đĩa của máy này.",
        )
    if kind == "removable":
        raise Refused(
            "storage.removable_place",
            "Thư mục dữ liệu nằm trên thẻ nhớ hoặc USB: rút ra là hỏng.",
            "Hãy chọn thư mục trên ổ đĩa của máy này; USB chỉ dùng để sao lưu và chuyển dữ liệu.",
        )


def _linux_kind(folder: Path, mounts: Path, sysfs: Path) -> str:
    """Return ``network``, ``removable`` or ``local`` of the longest mount point that holds ``folder``."""
    device, kind, longest = "", "", -1
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        name, point, file_system = line.split(" ")[:3]
        # An octal escape stands for a blank in a mount point's name.
        point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)
        # Of two on one mount point (an automounter and what it mounted), the later lies on top.
        if folder.is_relative_to(point) and len(point) >= longest:
            device, kind, longest = name, file_system, len(point)
    if kind in _NETWORK:
        return "network"
    disk = re.sub(r"p?\d+$", "", os.path.basename(device))  # noqa: PTH119 - a device's name, not a file to open
    flag = sysfs / "block" / disk / "removable"
    return "removable" if disk and flag.exists() and flag.read_text().strip() == "1" else "local"


def _windows_kind(folder: Path) -> str:
    kernel32 = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows only
    kind = kernel32.GetDriveTypeW(folder.anchor)
    return {_WINDOWS_REMOVABLE: "removable", _WINDOWS_REMOTE: "network"}.get(kind, "local")
