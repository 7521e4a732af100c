"""A desk's secrets under the office's recovery key: in the journal, from where the hub has them too, and in a file beside the data.

Either opens with the paper alone, and with the standard age tool: the day the key store is reset, nothing else is at hand.
"""

import base64
from pathlib import Path
from typing import Literal

from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import NotFound, Refused
from desk_app.kernel.records import Record, WireError, canonical, from_json
from desk_app.office.tables import RECEIPT_KEY, list_secrets
from desk_app.storage.engine import Database
from desk_app.sync import rejections
from desk_app.sync.facts import KeysEscrowed, RecoveryNamed, keys_subject
from desk_app.sync.key_pair import SecretKeys, recipient_of
from desk_app.sync.room import Sync
from desk_app.sync.tables import trust as tables
from desk_app.sync.whole_file import disk_trouble, write_whole

_LARGEST_FILE = 64 * 1024
RecoveryStanding = Literal["none", "no_file", "kept"]
"""No recovery key was ever named; one was, but this desk's escrow is not beside its data; all is as it should be."""


class Escrow(SecretKeys):
    """What the recovery key gives back: the desk's keys, its database's raw key and the office's receipt keys, in hexadecimal.

    The last two are empty in an escrow of an older program; of receipt keys the present one stands first.
    """

    database_key: str = ""
    receipt_keys: tuple[str, ...] = ()

    @property
    def keys(self) -> SecretKeys:
        """Return the desk's own keys alone."""
        return SecretKeys(generation=self.generation, sign=self.sign, seal=self.seal)


class RecoveryFile(Record):
    """An escrow as it lies beside the data; ``recovery`` is the public half of the key that opens ``sealed`` (age, base64)."""

    desk: str
    generation: int
    recovery: str
    sealed: str

    def opened(self, identity: str) -> Escrow:
        """Return what ``identity`` (``AGE-SECRET-KEY-1…``) opens.

        Raises ``Refused`` for another key, ``BundleRejected`` for a spoilt file.
        """
        import pyrage

        if self.recovery != recipient_of(identity):
            raise _other_key()
        try:
            raw = pyrage.decrypt(
                base64.b64decode(self.sealed, validate=True), [pyrage.x25519.Identity.from_str(identity)]
            )
            found = from_json(raw, Escrow)
        except (pyrage.DecryptError, ValueError, WireError):
            raise rejections.BadEscrow(desk=self.desk) from None
        if found.generation != self.generation:
            raise rejections.BadEscrow(desk=self.desk)
        return found


def escrow(room: Sync, writing: Writing, keys: SecretKeys, recovery: str) -> None:
    """Put ``keys``, with what else the desk could not do without, into the journal, sealed to the recovery key."""
    import pyrage

    secret = Escrow(
        generation=keys.generation,
        sign=keys.sign,
        seal=keys.seal,
        database_key=room.journal.store.key.hex(),
        receipt_keys=tuple(each.hex() for each in list_secrets(writing.db, RECEIPT_KEY)),
    )
    sealed = pyrage.encrypt(canonical(secret), [pyrage.x25519.Recipient.from_str(recovery)])
    fact = KeysEscrowed(generation=keys.generation, recovery=recovery, sealed=base64.b64encode(sealed).decode())
    writing.add(f"sync-escrow:{room.journal.desk_id}:{keys.generation}", fact)


def name_recovery(room: Sync, writing: Writing, recovery: str) -> None:
    """Seal to a recovery key from now on, and put this desk's own keys under it."""
    fact = RecoveryNamed(seal=recovery, named_at=writing.now)
    writing.add(keys_subject(room.journal.desk_id), fact)
    for keys in tables.list_secret_keys(writing.db):
        escrow(room, writing, keys, recovery)


def find_escrow(db: Database, desk: str, recovery: str = "") -> RecoveryFile:
    """Return a desk's newest escrow, under ``recovery`` where it is named.

    Raises ``NotFound`` without any, ``Refused`` where there are only others.
    """
    found = tables.list_escrows(db, desk)
    if not found:
        raise NotFound("sync.no_escrow", f"Sổ nhật ký ở đây không có khóa gửi giữ của máy {desk}.", "Xem lại mã máy.")
    for generation, under, sealed in found:
        if recovery in ("", under):
            return RecoveryFile(desk=desk, generation=generation, recovery=under, sealed=sealed)
    raise _other_key()


def keep_recovery_file(room: Sync) -> bool:
    """Write this desk's newest escrow beside its data where that is not what stands there; False without a recovery key."""
    db, own = room.journal.reading(), room.journal.desk_id
    recovery = tables.recovery_of(db, own)
    if not recovery:
        return False
    if not has_recovery_file(room):
        write_recovery_file(find_escrow(db, own, recovery), room.home.recovery)
    return True


def has_recovery_file(room: Sync) -> bool:
    """Tell whether this desk's newest escrow lies beside its data as it should."""
    db, own = room.journal.reading(), room.journal.desk_id
    recovery = tables.recovery_of(db, own)
    try:
        return bool(recovery) and room.home.recovery.read_bytes() == canonical(find_escrow(db, own, recovery))
    except (OSError, NotFound, Refused):
        return False


def recovery_standing(room: Sync) -> RecoveryStanding:
    """Return whether the data here would open again after their key was lost."""
    if not tables.recovery_of(room.journal.reading(), room.journal.desk_id):
        return "none"
    return "kept" if has_recovery_file(room) else "no_file"


def write_recovery_file(what: RecoveryFile, file: Path) -> Path:
    """Write an escrow to ``file``; raise ``DeviceTrouble`` when the medium fails, and leave what stood there."""
    content = canonical(what)
    return write_whole(file.parent, file.name, lambda out: out.write(content), lambda _file, _size: None)[0]


def read_recovery_file(file: Path) -> RecoveryFile:
    """Return the escrow in a file; raise ``BundleRejected`` for a file that is none, ``DeviceTrouble`` for none at all."""
    with disk_trouble(file), file.open("rb") as stream:
        raw = stream.read(_LARGEST_FILE + 1)
    try:
        return from_json(raw[:_LARGEST_FILE], RecoveryFile)
    except WireError:
        raise rejections.BadEscrow(desk=file.name) from None


def _other_key() -> Refused:
    return Refused(
        "sync.other_recovery",
        "Khóa của máy này gửi giữ dưới một khóa dự phòng khác.",
        "Chưa đổi gì. Tìm đúng tờ giấy: sáu nhóm nhận biết in ở cuối tờ.",
    )
