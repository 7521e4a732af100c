"""The way back into data whose key is gone: the key store was reset, the password is forgotten, ``desk.key`` is lost.

Nobody can sign in here, for accounts stand in the data: who holds the paper may. That it was used stays visible at the desk.
"""

from contextlib import closing
from pathlib import Path

from desk_app.accounts.secret_rules import checked_password
from desk_app.home_card import HomeCard, read_card, write_card
from desk_app.journal import tables as journal_tables
from desk_app.kernel.errors import Damaged, NotFound, Refused
from desk_app.kernel.paths import Home
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import SystemTime, TimeSource, milliseconds
from desk_app.storage.engine import open_database
from desk_app.storage.key_store import KeyPlace, has_keyring, keep_again
from desk_app.storage.store import Store
from desk_app.sync.escrow import RecoveryFile, read_recovery_file
from desk_app.sync.recovery_key import RecoveryKey
from desk_app.sync.rejections import BadEscrow


def use_recovery(
    home: Home, *, key: RecoveryKey, file: Path | None = None, password: str = "", time: TimeSource | None = None
) -> HomeCard:
    """Give a data folder its key back from ``file`` (by default ``desk.recovery`` in it) and return its card.

    ``password`` wraps the key from now on where the system keeps none. Raises ``NotFound`` without the file, ``Refused`` for
    another recovery key, another desk's file or a missing password, ``InvalidInput`` for an unfit one, ``Damaged`` when the key
    does not open the data. Nothing is changed then.
    """
    card = read_card(home)
    kept = _file_of(home, file)
    if kept.desk != card.desk_id:
        raise Refused(
            "sync.other_desk",
            f"Tệp khóa gửi giữ này là của máy {kept.desk}.",
            "Chưa đổi gì. Tìm tệp của chính máy này.",
        )
    raw = bytes.fromhex(kept.opened(key.identity).database_key)
    if not raw:
        # Sealed by an older program, which did not think of it.
        raise BadEscrow(desk=card.desk_id)
    _require_opening(home, raw)
    card = changed(card, key=key_place_again(card))
    if card.key == "password" and password:
        checked_password(password, "")
    keep_again(raw, place=card.key, file=home.key, name=card.desk_id, password=password)
    write_card(home, card)
    _leave_trace(home, raw, time or SystemTime())
    return card


def key_place_again(card: HomeCard) -> KeyPlace:
    """Return where the key will be kept: where it was, or under a password where the system no longer has a key store."""
    return "password" if card.key == "keyring" and not has_keyring() else card.key


def _file_of(home: Home, file: Path | None) -> RecoveryFile:
    place = file or home.recovery
    if not place.is_file():
        raise NotFound(
            "sync.no_recovery_file",
            f"Không thấy tệp khóa gửi giữ «{place}».",
            "Xin tuyến trên hoặc quầy khác ghi lại: «desk sync recovery file», rồi chép vào thư mục dữ liệu.",
        )
    return read_recovery_file(place)


def _require_opening(home: Home, raw: bytes) -> None:
    """Raise ``Damaged`` unless the key opens the database that lies there: only then may another key be replaced."""
    if not home.database.is_file() or home.database.stat().st_size == 0:
        raise Damaged(
            "desk.no_database",
            f"Thư mục {home.folder} không còn tệp dữ liệu desk.db.",
            "Chưa đổi gì. Hãy phục hồi từ bản sao lưu trước.",
        )
    with closing(open_database(home.database, raw, read_only=True)):
        pass


def _leave_trace(home: Home, raw: bytes, time: TimeSource) -> None:
    words = "Dữ liệu đã được mở lại bằng tờ khóa dự phòng."
    store = Store(home, raw)
    try:
        at = milliseconds(time.now())
        store.transact(lambda db: journal_tables.raise_alarm(db, at, "recovery", "", words))
    finally:
        store.close()
