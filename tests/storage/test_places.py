import sys
from pathlib import Path

import pytest

from desk_app.kernel.errors import Refused
from desk_app.storage.places import require_local

MOUNTS = """\
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sda1 /media/lan/KINGSTON vfat rw 0 0
/dev/sdb1 /media/lan/O\\040cung ext4 rw 0 0
/dev/sdb2 /srv ext4 rw 0 0
//nas/share /mnt/nas cifs rw 0 0
systemd-1 /mnt/auto autofs rw 0 0
nas:/export /mnt/auto nfs4 rw 0 0
/dev/sdb2 /mnt/nas/local ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows itself says what a drive is")


@pytest.fixture
def computer(tmp_path: Path) -> tuple[Path, Path]:
    """Give the mounts and the device folder of a computer with a stick in it."""
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    for disk, removable in (("nvme0n1", "0"), ("sda", "1"), ("sdb", "0")):
        (tmp_path / "sys" / "block" / disk).mkdir(parents=True)
        (tmp_path / "sys" / "block" / disk / "removable").write_text(removable + "\n")
    return mounts, tmp_path / "sys"


def kind_of(folder: str | Path, computer: tuple[Path, Path]) -> str:
    mounts, sysfs = computer
    try:
        require_local(Path(folder), mounts=mounts, sysfs=sysfs)
    except Refused as refused:
        return refused.code.removeprefix("storage.")
    return "local"


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/lan/.local/share/mot-cua", "local"),
        ("/media/lan/KINGSTON", "removable_place"),
        ("/media/lan/KINGSTON/desk", "removable_place"),
        ("/media/lan/KINGSTON2", "local"),
        ("/media/lan/O cung/desk", "local"),
        ("/mnt/nas", "network_place"),
        ("/mnt/nas/desk", "network_place"),
        ("/mnt/nas/local/desk", "local"),
        ("/mnt/auto/desk", "network_place"),
        ("/run/user/1000/gvfs/smb-share", "network_place"),
        ("/srv/desk", "local"),
    ],
)
def test_the_longest_and_latest_mount_point_says_what_a_folder_stands_on(
    computer: tuple[Path, Path], folder: str, kind: str
) -> None:
    assert kind_of(folder, computer) == kind


def test_a_link_on_the_own_disk_does_not_hide_where_it_leads(computer: tuple[Path, Path], tmp_path: Path) -> None:
    link = tmp_path / "data"
    link.symlink_to("/mnt/nas/share")
    assert kind_of(link / "desk", computer) == "network_place"


def test_this_computer_s_own_disk_is_allowed_also_for_a_folder_not_made_yet(tmp_path: Path) -> None:
    require_local(tmp_path)
    require_local(tmp_path / "not" / "made" / "yet")
    require_local(Path("relative"))


def test_a_refusal_says_what_to_choose_instead(computer: tuple[Path, Path]) -> None:
    mounts, sysfs = computer
    with pytest.raises(Refused) as caught:
        require_local(Path("/mnt/nas"), mounts=mounts, sysfs=sysfs)
    assert "ổ mạng" in caught.value.message
    assert "ổ đĩa của máy này" in caught.value.hint
