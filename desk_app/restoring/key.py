"""The key of a copy: where it may be found, and what to do where it is not."""

from desk_app.home_card import read_card
from desk_app.kernel.errors import Damaged, DeskError, Refused
from desk_app.storage.key_store import kept_key
from desk_app.sync.escrow import read_recovery_file
from desk_app.sync.recovery import RecoveryKey
from desk_app.upkeep.copies import Copy


def key_of(copy: Copy, *, password: str = "", recovery: RecoveryKey | None = None) -> bytes:
    """Return the raw key that opens a copy: by the office's recovery key where it is at hand, else from where the desk kept it.

    Raises ``Damaged`` where no key is found, saying how to come by it, and ``Refused`` for a wrong password or recovery key.
    """
    if recovery is not None:
        return _by_recovery(copy, recovery)
    card = read_card(copy.home)
    try:
        return kept_key(place=card.key, file=copy.home.key, name=card.desk_id, password=password)
    except Damaged as error:
        raise _no_key(copy, error) from error


def where_key_is(copy: Copy) -> str:
    """Return in words where the key of a copy is, and what to do so that it is not lost with the computer."""
    told = {
        "keyring": "Khóa mở bản sao ở kho khóa của máy này.",
        "password": "Khóa nằm cạnh bản sao, mở bằng mật khẩu dữ liệu của máy.",
        "file": "Dữ liệu tập dượt: khóa để ngay cạnh bản sao.",
    }[copy.card.key]
    if copy.card.recovery:
        return f"{told} Mất máy thì mở bằng tờ khóa dự phòng của cơ quan."
    if copy.card.key == "keyring":
        return f"{told} MẤT MÁY LÀ KHÔNG MỞ ĐƯỢC: hãy lập khóa dự phòng («desk sync recovery make») rồi sao lưu lại."
    return told


def _by_recovery(copy: Copy, recovery: RecoveryKey) -> bytes:
    if not copy.home.recovery.is_file():
        raise Refused(
            "upkeep.no_recovery",
            "Bản sao này lập khi cơ quan chưa có khóa dự phòng.",
            "Chưa đổi gì. Hãy mở bằng khóa của máy: bỏ --recovery-stdin.",
        )
    found = read_recovery_file(copy.home.recovery).opened(recovery.identity).database_key
    if not found:
        raise Refused("upkeep.no_recovery", "Tệp khóa gửi giữ cạnh bản sao không có khóa dữ liệu.", "Chưa đổi gì.")
    return bytes.fromhex(found)


def _no_key(copy: Copy, error: DeskError) -> Damaged:
    paper = "gõ tờ khóa dự phòng vào đầu vào chuẩn cùng --recovery-stdin" if copy.card.recovery else ""
    machine = "làm ngay trên máy cũ, đúng người dùng" if copy.card.key == "keyring" else "tìm lại tệp desk.key"
    return Damaged(
        "upkeep.no_key",
        f"Chưa có khóa của bản sao này. {error.message}",
        f"Hãy {' hoặc '.join(filter(None, (paper, machine)))}.",
    )
