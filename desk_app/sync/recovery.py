"""The office's recovery key: made once, kept on paper only, able to open every bundle and the escrowed keys of every desk."""

from pathlib import Path

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, Refused
from desk_app.kernel.records import Record
from desk_app.sync.escrow import Escrow, find_escrow, keep_recovery_file, name_recovery, read_recovery_file
from desk_app.sync.keys import own_keys
from desk_app.sync.recovery_key import RecoveryKey, new_recovery, recovery_from
from desk_app.sync.recovery_paper import recovery_paper
from desk_app.sync.room import KEYS, Sync
from desk_app.sync.tables import trust as tables
from desk_app.sync.whole_file import write_whole

__all__ = [
    "Drill",
    "RecoveryKey",
    "drill",
    "is_named",
    "make_recovery",
    "name_new_recovery",
    "new_recovery",
    "open_escrow",
    "recovery_from",
    "recovery_paper",
    "restore_keys",
]


def make_recovery(room: Sync, *, by: str, file: Path, command_id: str) -> RecoveryKey:
    """Make a key, draw its paper into ``file`` (a PDF) and only then seal to it; return it.

    Raises ``Conflict`` where the file stands already: it may be the paper in use.
    """
    # Drawing takes half a second to load; whoever only looks at this room does not wait for it.
    from desk_app.printing.pdf import paper_pdf

    room.require(by, KEYS)
    if file.exists():
        raise Conflict("sync.file_exists", f"Đã có tệp {file}.", "Chọn tên khác: có thể đó là tờ khóa đang dùng.")
    key = new_recovery()
    drawn = paper_pdf(recovery_paper(room, key, room.journal.time.now()))
    write_whole(file.parent, file.name, lambda out: out.write(drawn), lambda _file, _size: None)
    name_new_recovery(room, by=by, key=key, command_id=command_id)
    return key


def name_new_recovery(room: Sync, *, by: str, key: RecoveryKey, command_id: str) -> Written:
    """Seal every bundle to ``key`` from now on, and this desk's own keys as well; what went before stays with the older one."""
    room.require(by, KEYS)
    own_keys(room, by=by)

    def decide(writing: Writing) -> None:
        name_recovery(room, writing, key.public)

    written = room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)
    keep_recovery_file(room)
    return written


class Drill(Record):
    """What a paper would do today: ``named``, this desk seals to it now; ``opens``, it gives database and keys back."""

    public: str
    fingerprint: str
    named: bool
    opens: bool


def drill(room: Sync, *, by: str, key: RecoveryKey) -> Drill:
    """Try a paper without changing anything but a missing ``desk.recovery``, which is written again."""
    room.require(by, KEYS)
    opens = False
    if is_named(room, key) and keep_recovery_file(room):
        found = read_recovery_file(room.home.recovery).opened(key.identity)
        opens = found.database_key == room.journal.store.key.hex() and found.keys == own_keys(room, by=by)
    return Drill(public=key.public, fingerprint=key.fingerprint, named=is_named(room, key), opens=opens)


def is_named(room: Sync, key: RecoveryKey) -> bool:
    """Tell whether ``key`` is the one that this desk seals to now."""
    return tables.recovery_of(room.journal.reading(), room.journal.desk_id) == key.public


def open_escrow(room: Sync, key: RecoveryKey, desk: str) -> Escrow:
    """Return a desk's newest secrets under ``key``; raise ``NotFound`` without any, ``Refused`` where another key seals them."""
    return find_escrow(room.journal.reading(), desk, key.public).opened(key.identity)


def restore_keys(room: Sync, *, by: str, key: RecoveryKey, command_id: str) -> Written:
    """Give this desk its own keys back from the escrow in the journal, where they were lost."""
    room.require(by, KEYS)
    lost = open_escrow(room, key, room.journal.desk_id).keys

    def decide(writing: Writing) -> None:
        if any(each.generation == lost.generation for each in tables.list_secret_keys(writing.db)):
            raise Refused("sync.keys_here", "Máy này vẫn còn khóa của mình.", "Không đổi gì.")
        tables.put_secret_keys(writing.db, lost)
        name_recovery(room, writing, key.public)

    written = room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)
    keep_recovery_file(room)
    return written
