"""One copy in the making: everything under a passing name first, proved there, named last."""

import filecmp
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex
from zlib import crc32

from desk_app.attachments.tables import list_keys
from desk_app.journal import tables as journal_tables
from desk_app.kernel.paths import Home
from desk_app.kernel.records import canonical
from desk_app.storage import media
from desk_app.upkeep import tables
from desk_app.upkeep.copies import CARD, PART, POOL, Copy
from desk_app.upkeep.place import interrupted_at
from desk_app.upkeep.proving import heads_of, prove_content
from desk_app.upkeep.records import FORMAT, CopyCard, StoredFile
from desk_app.upkeep.room import Upkeep

Watch = Callable[[int, int], None]
_LOOKED_AT_EVERY_DAYS = 30


def make_copy(room: Upkeep, folder: Path, watch: Watch) -> tuple[Copy, int]:
    """Make a copy in ``folder`` and return it, with how many sealed files this desk itself has no more.

    Raises ``OSError`` and ``DeskError`` with nothing left behind.
    """
    return _Copying(room, folder, watch).make()


class _Copying:
    """One copy in the making."""

    def __init__(self, room: Upkeep, folder: Path, watch: Watch) -> None:
        self._room = room
        self._folder = folder
        self._watch = watch
        self._now = room.journal.time.now()
        self._part = folder / f"{self._now:%Y%m%d-%H%M%S}{PART}-{token_hex(4)}"
        self._done = 0
        self._whole = 2 * room.home.database.stat().st_size

    def make(self) -> tuple[Copy, int]:
        """Return the copy under its own name, proved, and how many sealed files were not there to be copied."""
        self._part.mkdir(mode=0o700)
        try:
            with interrupted_at(self._folder.parent):
                return self._written()
        except BaseException:
            shutil.rmtree(self._part, ignore_errors=True)
            raise

    def _written(self) -> tuple[Copy, int]:
        self._room.journal.store.back_up_to(self._part / "desk.db", watch=self._look)
        card, missing = self._described()
        _write(self._part / CARD, canonical(card) + b"\n")
        self._copy_small_files()
        media.sync_folder(self._part)
        prove_content(Copy(folder=self._part, card=card), self._room.journal.store.key)
        # The last moment to stop: under its own name it is a copy.
        self._watch(self._whole, self._whole)
        named = self._named()
        self._part.rename(named)
        media.sync_folder(self._folder)
        return Copy(folder=named, card=card), missing

    def _look(self) -> None:
        written = sum(each.stat().st_size for each in self._part.glob("desk.db*") if each.is_file())
        self._watch(min(self._done + written, self._whole), self._whole)

    def _described(self) -> tuple[CopyCard, int]:
        """Return the copy's card, with the sealed files that its keys open put beside it."""
        room, file = self._room, self._part / "desk.db"
        with tables.copy_opened(file, room.journal.store.key) as db:
            wanted = sorted({key.file for key in list_keys(db)})
            entries, dossiers, heads = journal_tables.count_entries(db), tables.count_dossiers(db), heads_of(db)
        stored = tuple(each for each in map(self._stored, wanted) if each is not None)
        card = CopyCard(
            format=FORMAT,
            desk_id=room.card.desk_id,
            office_code=room.card.office_code,
            desk_number=room.card.desk_number,
            epoch=room.card.epoch,
            made_at=self._now,
            bytes=file.stat().st_size,
            entries=entries,
            dossiers=dossiers,
            heads=heads,
            attachments=stored,
            key=room.card.key,
            recovery=room.home.recovery.is_file(),
        )
        return card, len(wanted) - len(stored)

    def _stored(self, name: str) -> StoredFile | None:
        """Put a sealed file into the common folder unless it is there; None where this desk itself has it no more."""
        pool, source = self._folder / POOL, self._room.home.attachments / name
        if not source.is_file():
            return None
        size = source.stat().st_size
        there = pool / name
        if not there.is_file() or there.stat().st_size != size or not self._is_sound(source, there):
            pool.mkdir(mode=0o700, exist_ok=True)
            _copy_file(source, there)
        self._done += size
        self._whole += size
        self._look()
        return StoredFile(name=name, bytes=size)

    def _is_sound(self, source: Path, there: Path) -> bool:
        """Tell whether a sealed file on the medium is still what it was; each is looked at on one day of thirty."""
        if (crc32(there.name.encode()) - self._now.toordinal()) % _LOOKED_AT_EVERY_DAYS:
            return True
        return filecmp.cmp(source, there, shallow=False)

    def _copy_small_files(self) -> None:
        """Put beside the database what a restore needs: the card, the key as it is kept here, the office's own forms."""
        home, copy = self._room.home, Home(self._part)
        _copy_file(home.card, copy.card)
        for source, target in ((home.key, copy.key), (home.recovery, copy.recovery)):
            if source.is_file():
                _copy_file(source, target)
        if home.own_forms.is_dir():
            copy.own_forms.mkdir()
            for form in sorted(each for each in home.own_forms.iterdir() if each.is_file()):
                _copy_file(form, copy.own_forms / form.name)

    def _named(self) -> Path:
        """Return the copy's own name: its moment, with a number behind it where the clock stood still."""
        stem = f"{self._now:%Y%m%d-%H%M%S}"
        named, number = self._folder / stem, 2
        while named.exists():
            named, number = self._folder / f"{stem}-{number}", number + 1
        return named


def _copy_file(source: Path, target: Path) -> None:
    """Copy a file, whole and on the medium, or not at all."""
    part = target.with_name(target.name + PART)
    try:
        shutil.copyfile(source, part)
        media.sync_file(part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _write(file: Path, content: bytes) -> None:
    with file.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
