"""What a laptop is given: who it is, its keys, people and their passwords, and the entries it needs; sealed by a passphrase."""

import base64
from datetime import datetime
from pathlib import Path

from desk_app.journal.entry import Entry
from desk_app.kernel.errors import BundleRejected, InvalidInput
from desk_app.kernel.records import Record, WireError, canonical, from_json
from desk_app.kernel.texts import nfc
from desk_app.sync.key_pair import PublicKeys, SecretKeys
from desk_app.sync.whole_file import disk_trouble, write_whole

SUFFIX = ".mangdi"
FORMAT = 1
SHORTEST_PASSPHRASE = 12
_LARGEST = 512 * 1024 * 1024


class CarriedEntry(Record):
    """A journal entry as it stands; bytes are base64."""

    desk: str
    epoch: int
    seq: int
    command_id: str
    clock: int
    actor: str
    subject: str
    kind: str
    version: int
    body: str
    previous: str
    digest: str


class PackedPassword(Record):
    """By what a person proves themselves on the laptop: the same password as at home; hashes only."""

    account: str
    password_hash: str
    pin_hash: str | None
    set_at: datetime


class AwayPack(Record):
    """Everything a laptop needs; ``home`` is the desk that prepared it, with its public keys."""

    format: int
    laptop: str
    desk_number: int
    office_code: str
    rehearsal: bool
    keys: SecretKeys
    receipt_key: str
    home: str
    home_number: int
    home_name: str
    home_keys: PublicKeys
    session: str
    prepared_at: datetime
    passwords: tuple[PackedPassword, ...]
    entries: tuple[CarriedEntry, ...]


def packed(entry: Entry) -> CarriedEntry:
    """Return an entry as a pack holds it."""
    return CarriedEntry(
        desk=entry.desk,
        epoch=entry.epoch,
        seq=entry.seq,
        command_id=entry.command_id,
        clock=entry.clock,
        actor=entry.actor,
        subject=entry.subject,
        kind=entry.kind,
        version=entry.version,
        body=_text(entry.body),
        previous=_text(entry.previous),
        digest=_text(entry.digest),
    )


def unpacked(entry: CarriedEntry) -> Entry:
    """Return the entry that a pack holds."""
    header = (getattr(entry, name) for name in Entry._fields[:9])
    return Entry(*header, *(base64.b64decode(each) for each in (entry.body, entry.previous, entry.digest)))


def checked_passphrase(passphrase: str) -> str:
    """Return a passphrase composed, so that two keyboards mean one; raise ``InvalidInput`` for fewer than 12 characters."""
    if len(nfc(passphrase)) < SHORTEST_PASSPHRASE:
        raise InvalidInput(
            "passphrase",
            f"Mật khẩu gói cần từ {SHORTEST_PASSPHRASE} ký tự.",
            "Đặt một câu dễ nhớ, nói riêng cho người mở.",
        )
    return nfc(passphrase)


def write_pack(file: Path, pack: AwayPack, passphrase: str) -> None:
    """Write a pack sealed by ``passphrase`` (age, scrypt), compressed, whole or not at all.

    Raises ``InvalidInput`` for a passphrase of fewer than 12 characters, ``DeviceTrouble`` when the medium fails.
    """
    import pyrage
    import zstandard

    sealed = pyrage.passphrase.encrypt(zstandard.compress(canonical(pack)), checked_passphrase(passphrase))
    write_whole(
        file.parent, file.name, lambda out: out.write(sealed), lambda written, _size: _prove(written.read(), sealed)
    )


def read_pack(file: Path, passphrase: str) -> AwayPack:
    """Return what a pack holds; raise ``BundleRejected`` for a wrong passphrase, another file, a newer program's pack."""
    import pyrage
    import zstandard

    with disk_trouble(file):
        raw = file.read_bytes()
    try:
        opened = pyrage.passphrase.decrypt(raw, nfc(passphrase))
        plain = zstandard.ZstdDecompressor().decompress(opened, max_output_size=_LARGEST)
    except (pyrage.DecryptError, zstandard.ZstdError):
        raise BundleRejected(
            "away.locked",
            f"Không mở được gói «{file.name}».",
            "Gõ lại mật khẩu gói; vẫn không được thì gói đã hỏng, làm gói mới.",
        ) from None
    try:
        return from_json(plain, AwayPack)
    except WireError:
        raise BundleRejected(
            "away.newer",
            f"Gói «{file.name}» do chương trình khác đời viết.",
            "Cài cùng một đời chương trình ở hai máy.",
        ) from None


def _prove(written: bytes, sealed: bytes) -> None:
    if written != sealed:
        raise OSError("the medium gave back something else")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
