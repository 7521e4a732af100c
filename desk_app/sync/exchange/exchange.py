"""One look at the exchange folder: what is new here goes in, what is new there is taken."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from desk_app.journal.slices import list_heads
from desk_app.kernel.errors import BundleRejected, NotFound, Refused
from desk_app.sync.exchange import tables
from desk_app.sync.exchange.place import Waiting, checked_folder, members, own_place, waiting
from desk_app.sync.exchange.tables import SeenFile
from desk_app.sync.export import export_from
from desk_app.sync.importing import import_bundle
from desk_app.sync.package import SUFFIX
from desk_app.sync.room import EXCHANGE, Sync
from desk_app.sync.trust import TrustedDesk, list_trusted

MOST_FILES = 40
"""More files of one desk than this are replaced by one that holds everything."""
_SETTLING = "exchange.settling"
_AGAIN_AFTER = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Exchanged:
    """What one look did: entries put in and taken, files that still settle, and files that could not be taken."""

    given: int = 0
    taken: int = 0
    changed: frozenset[str] = frozenset()
    settling: int = 0
    troubles: tuple[SeenFile, ...] = ()


def choose_folder(room: Sync, *, by: str, folder: Path | None) -> Path | None:
    """Exchange through ``folder`` from now on (None: no longer) and return it; raise ``InvalidInput`` where there is none."""
    room.require(by, EXCHANGE)
    place = None if folder is None else checked_folder(folder)
    room.journal.store.transact(lambda db: tables.put_folder(db, place))
    return place


def find_folder(room: Sync) -> Path | None:
    """Return the exchange folder, None when this desk has none."""
    return tables.find_folder(room.journal.reading())


def list_troubles(room: Sync) -> tuple[SeenFile, ...]:
    """Return the files in the folder that could not be taken, with the reason."""
    looked_at = tables.seen(room.journal.reading()).values()
    return tuple(each for each in looked_at if each.code not in ("", _SETTLING))


def peers(room: Sync) -> tuple[TrustedDesk, ...]:
    """Return the other desks of this office whose files are taken and who can open ours."""
    office = room.card.office_code
    return tuple(
        each
        for each in list_trusted(room)
        if each.role == "desk" and each.office_code == office and each.revoked_at is None
    )


def look(room: Sync, *, by: str) -> Exchanged:
    """Put what is new here into the folder and take what is new there.

    A file is taken when it stood the same at two looks: until then another program may be copying it. What cannot be taken is
    noted and tried again when it changes. Raises ``NotFound`` without a folder, ``DeviceTrouble`` when it is out of reach;
    nothing is lost then, and the next look goes on.
    """
    folder = find_folder(room)
    if folder is None:
        raise NotFound("exchange.none", "Chưa chọn thư mục trao đổi.", "Chọn thư mục dùng chung ở trang Gửi nhận.")
    given = _give(room, by, folder)
    taken, changed, settling = _take_all(room, by, folder)
    return Exchanged(
        given=given, taken=taken, changed=frozenset(changed), settling=settling, troubles=list_troubles(room)
    )


def _give(room: Sync, by: str, folder: Path) -> int:
    """Put the chains into our subfolder that no other member puts into theirs; return how many entries were new."""
    receivers, own = peers(room), room.journal.desk_id
    place = own_place(folder, own)
    if not receivers:
        return 0
    named = ",".join(sorted(f"{each.desk}:{each.present.seal}" for each in receivers))
    db = room.journal.reading()
    starts = tables.given(db, named)
    files = sorted(place.glob(f"*{SUFFIX}"))
    if len(files) > MOST_FILES or not files:
        starts = {}
    others = members(folder) - {own}
    desks = {head.desk for head in list_heads(db)} - others
    try:
        written = export_from(room, by=by, folder=place, starts=starts, to=receivers, desks=desks)
    except Refused as nothing:
        if nothing.code != "sync.nothing_new":
            raise
        return 0
    ends = [(each.desk, each.epoch, each.last) for each in written.cover.slices]
    room.journal.store.transact(lambda write: tables.put_given(write, ends, named))
    if not starts:
        _remove(each for each in files if each != written.file)
    return written.entries


def _take_all(room: Sync, by: str, folder: Path) -> tuple[int, set[str], int]:
    known = tables.seen(room.journal.reading())
    there = waiting(folder, room.journal.desk_id)
    _forget(room, known.keys() - {each.name for each in there})
    taken, changed, settling = 0, set[str](), 0
    for each in there:
        before = known.get(each.name)
        if before is None or before.stamp != each.stamp:
            _note(room, each, _SETTLING, "")
            settling += 1
            continue
        if not _is_due(before, room.journal.time.now()):
            continue
        try:
            imported = import_bundle(room, by=by, file=each.file)
        except BundleRejected as error:
            _note(room, each, error.code, f"{error.message} {error.hint}".strip())
            continue
        _note(room, each, "", "")
        taken += imported.taken
        changed.update(imported.changed)
    return taken, changed, settling


def _is_due(file: SeenFile, now: datetime) -> bool:
    """Tell whether a file that stayed as it was is to be opened: it settled, or was refused a while ago.

    What was refused may be taken later: its desk was let in meanwhile, or this program upgraded.
    """
    return file.code == _SETTLING or (bool(file.code) and now - file.at >= _AGAIN_AFTER)


def _note(room: Sync, file: Waiting, code: str, message: str) -> None:
    looked_at = SeenFile(name=file.name, stamp=file.stamp, code=code, message=message, at=room.journal.time.now())
    room.journal.store.transact(lambda db: tables.put_seen(db, looked_at))


def _forget(room: Sync, names: set[str]) -> None:
    if names:
        room.journal.store.transact(lambda db: tables.forget_seen(db, names))


def _remove(files: Iterable[Path]) -> None:
    """Remove what a newer file holds as well; one that somebody is reading on Windows stays, and does no harm."""
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            continue
