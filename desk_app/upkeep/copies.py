"""Copies where they lie: one folder each, beside one folder of sealed files that all copies of a desk share.

::

    sao-luu-000.16.32.H49-quay-1-3f9a2c/      of one desk
        20261122-173000/                      one copy: desk.db, desk.json, copy.json, the key's files, forms/
        attachments/                          sealed scans, shared by all copies
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desk_app.home_card import HomeCard
from desk_app.kernel.errors import NotFound
from desk_app.kernel.paths import Home
from desk_app.kernel.records import WireError, from_json
from desk_app.upkeep.records import CopyCard

PART = ".part"
CARD = "copy.json"
POOL = "attachments"


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A copy that stands whole under its name."""

    folder: Path
    card: CopyCard

    @property
    def home(self) -> Home:
        """Return the copy's files under the names they have in a data folder."""
        return Home(self.folder)

    @property
    def pool(self) -> Path:
        """Return the folder of the sealed files of all copies of this desk."""
        return self.folder.parent / POOL


def desk_folder(place: Path, card: HomeCard) -> Path:
    """Return the folder within ``place`` that holds one desk's copies: several desks may share a stick."""
    return place / f"sao-luu-{card.office_code}-quay-{card.desk_number}-{card.desk_id[-6:]}"


def list_copies(place: Path, *, desk_id: str = "") -> tuple[Copy, ...]:
    """Return the copies at ``place``, newest first, of one desk or of all.

    ``place`` may be a copy, one desk's folder of copies, or the folder or stick around those. Raises ``OSError`` where it
    cannot be read; a dying stick shows the copies whose cards can still be read.
    """
    copies, unread = [], []
    for each in _candidates(place):
        try:
            copy = _copy_in(each)
        except OSError as error:
            unread.append(error)
            continue
        if copy is not None and desk_id in ("", copy.card.desk_id):
            copies.append(copy)
    if unread and not copies:
        raise unread[0]
    return tuple(sorted(copies, key=lambda each: (each.card.made_at, each.folder.name), reverse=True))


def copy_named(named: Path) -> Copy:
    """Return the copy that a file or folder names, the newest where it names several; raise ``NotFound`` without any."""
    try:
        copies = list_copies(named.parent if named.is_file() else named)
    except FileNotFoundError:
        copies = ()
    if not copies:
        raise NotFound(
            "upkeep.no_copy",
            f"Không thấy bản sao lưu nào ở «{named}».",
            "Hãy chỉ tệp desk.db của bản sao, thư mục của nó, hoặc thẻ nhớ có thư mục «sao-luu-…».",
        )
    return copies[0]


def remove_folder(folder: Path) -> None:
    """Remove a copy's folder, under a name by which nobody takes it for a copy while that lasts."""
    gone = folder if PART in folder.name else folder.with_name(folder.name + PART)
    if gone != folder:
        folder.rename(gone)
    shutil.rmtree(gone)


def _candidates(place: Path) -> Iterator[Path]:
    yield place
    for below in _folders(place):
        yield below
        if below.name.startswith("sao-luu-"):
            yield from _folders(below)


def _folders(place: Path) -> Iterator[Path]:
    return (each for each in sorted(place.iterdir()) if each.is_dir() and PART not in each.name)


def _copy_in(folder: Path) -> Copy | None:
    """Return the copy that a folder is; None for anything else, a card that cannot be read included."""
    try:
        card = from_json((folder / CARD).read_bytes(), CopyCard)
    except (FileNotFoundError, NotADirectoryError, WireError):
        return None
    return Copy(folder=folder, card=card)
