"""The office's recovery key: made once, kept on paper only, able to open every bundle and the escrowed keys of every desk."""

import base64
from datetime import datetime

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import WireError, from_json
from desk_app.kernel.time_source import spoken_moment
from desk_app.printing.blocks import Block, Field, Paper, QrCode, Rule, Signatures, Signer, Text, Title
from desk_app.sync import spelling
from desk_app.sync.enrolment import name_recovery
from desk_app.sync.key_pair import SecretKeys, identity_of, new_secret, recipient_of
from desk_app.sync.keys import own_keys
from desk_app.sync.room import KEYS, Sync
from desk_app.sync.tables import trust as tables


class RecoveryKey:
    """A recovery key while it is on its way to paper: nowhere else is it kept."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    @property
    def words(self) -> str:
        """Return the key as 14 groups of a word and a number."""
        return spelling.secret_words(self._secret)

    @property
    def identity(self) -> str:
        """Return the key as the age tool reads it: ``AGE-SECRET-KEY-1…``."""
        return identity_of(self._secret)

    @property
    def public(self) -> str:
        """Return the public half, ``age1…``."""
        return recipient_of(self.identity)

    @property
    def fingerprint(self) -> str:
        """Return six groups by which the paper is told from an older one."""
        return spelling.fingerprint(self.public)


def new_recovery() -> RecoveryKey:
    """Return a fresh key; put it on paper before it is named."""
    return RecoveryKey(new_secret())


def recovery_from(words: str) -> RecoveryKey:
    """Return the key that stands on the paper; raise ``InvalidInput`` saying which group is wrong."""
    return RecoveryKey(spelling.secret_of(words))


def name_new_recovery(room: Sync, *, by: str, key: RecoveryKey, command_id: str) -> Written:
    """Seal every bundle to ``key`` from now on, and this desk's own keys as well; what went before stays with the older one."""
    room.require(by, KEYS)
    own_keys(room, by=by)

    def decide(writing: Writing) -> None:
        name_recovery(room, writing, key.public)

    return room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)


def recovery_paper(room: Sync, key: RecoveryKey, at: datetime) -> Paper:
    """Return the paper to print and lock away; it is drawn straight, and never enters the print queue."""
    agency = room.office.present_book().get_agency()
    groups = [f"{number}. {group}" for number, group in enumerate(key.words.split(), 1)]
    rows = [groups[first : first + 4] for first in range(0, len(groups), 4)]
    blocks: tuple[Block, ...] = (
        Text(text=agency.name, bold=True, align="center"),
        Title(text="KHÓA DỰ PHÒNG CỦA CƠ QUAN", subtitle=f"Lập lúc {spoken_moment(at)}"),
        Text(
            text="Ai giữ tờ này mở được mọi gói dữ liệu của cơ quan. Cho vào phong bì niêm phong, cất trong két.",
            bold=True,
        ),
        *(Text(text="   ".join(row), size="large", align="center") for row in rows),
        QrCode(payload=key.identity, caption="Khóa age, cho chương trình «age»"),
        Field(label="Nhận biết tờ này", value=key.fingerprint),
        Field(label="Nửa công khai", value=key.public),
        Rule(),
        Text(text="Chương trình không giữ bản nào của khóa này. Mất tờ này thì phải lập khóa mới.", size="small"),
        Signatures(left=Signer(role="NGƯỜI LẬP"), right=Signer(role="NGƯỜI CẤT GIỮ")),
    )
    return Paper(kind="recovery_key", code=key.fingerprint.split()[0], title="Khóa dự phòng", blocks=blocks, page="A4")


def is_named(room: Sync, key: RecoveryKey) -> bool:
    """Tell whether ``key`` is the one that this desk seals to now."""
    return tables.recovery_of(room.journal.reading(), room.journal.desk_id) == key.public


def open_escrow(room: Sync, key: RecoveryKey, desk: str) -> SecretKeys:
    """Return the newest keys of a desk that are sealed to ``key``; raise ``NotFound`` without any, ``Refused`` for another key."""
    import pyrage

    found = tables.list_escrows(room.journal.reading(), desk)
    if not found:
        raise NotFound("sync.no_escrow", f"Sổ nhật ký ở đây không có khóa gửi giữ của máy {desk}.", "Xem lại mã máy.")
    sealed = next((each for _, recovery, each in found if recovery == key.public), None)
    if sealed is None:
        raise Refused(
            "sync.other_recovery", "Khóa của máy này gửi giữ dưới một khóa dự phòng khác.", "Tìm tờ giấy đúng."
        )
    try:
        raw = pyrage.decrypt(base64.b64decode(sealed), [pyrage.x25519.Identity.from_str(key.identity)])
        return from_json(raw, SecretKeys)
    except (pyrage.DecryptError, ValueError, WireError):
        raise InvalidInput("escrow", "Khóa gửi giữ bị hỏng.", "Hãy ghi danh lại máy với khóa mới.") from None


def restore_keys(room: Sync, *, by: str, key: RecoveryKey, command_id: str) -> Written:
    """Give this desk its own keys back from the escrow in the journal, where they were lost."""
    room.require(by, KEYS)
    lost = open_escrow(room, key, room.journal.desk_id)

    def decide(writing: Writing) -> None:
        if any(each.generation == lost.generation for each in tables.list_secret_keys(writing.db)):
            raise Refused("sync.keys_here", "Máy này vẫn còn khóa của mình.", "Không đổi gì.")
        tables.put_secret_keys(writing.db, lost)
        name_recovery(room, writing, key.public)

    return room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)
