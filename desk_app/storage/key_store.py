"""The database's raw key: in the operating system's key store, wrapped by a password, or, in a rehearsal, in a file."""

import base64
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Literal

from desk_app.kernel.errors import Conflict, Damaged, DeviceTrouble, Refused
from desk_app.kernel.records import Record, canonical, from_json
from desk_app.kernel.texts import nfc
from desk_app.storage.engine import KEY_BYTES

KeyPlace = Literal["keyring", "password", "file"]

WRONG_PASSWORD = "storage.wrong_password"

_SERVICE = "mot-cua"


class WrappedKey(Record):
    """The raw key under a password: argon2id makes the wrapping key, AES-256-GCM wraps."""

    salt: str
    nonce: str
    wrapped: str


def new_key(*, place: KeyPlace, file: Path, name: str, password: str = "") -> bytes:
    """Make a database's key, keep it in ``place`` under ``name`` (or in ``file``), and return it.

    Raises ``Conflict`` when a key is kept there already: whoever overwrites a key loses the data under it.
    """
    key = secrets.token_bytes(KEY_BYTES)
    if place == "keyring":
        with _keyring() as keyring:
            if keyring.get_password(_SERVICE, name) is not None:
                raise _kept_already()
            keyring.set_password(_SERVICE, name, key.hex())
    else:
        _write_private(file, _wrap(key, password) if place == "password" else key.hex().encode())
    return key


def kept_key(*, place: KeyPlace, file: Path, name: str, password: str = "") -> bytes:
    """Return the key kept in ``place``.

    Raises ``Damaged`` when it is gone or spoilt, and ``Refused`` when the password is wrong.
    """
    kept = _from_keyring(name) if place == "keyring" else _from_file(file)
    try:
        key = _unwrap(kept, password) if place == "password" else bytes.fromhex(kept.decode())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise Damaged("storage.key_damaged", "Khóa của dữ liệu này đã hỏng.", "Hãy dùng khóa dự phòng.")
    return key


def keep_again(key: bytes, *, place: KeyPlace, file: Path, name: str, password: str = "") -> None:
    """Keep ``key`` in ``place``, over whatever stands there: only for a key that was just proved to open the database.

    Raises ``Refused`` without a password where one must wrap it, ``DeviceTrouble`` where the key store does not open.
    """
    if place == "keyring":
        with _keyring() as keyring:
            keyring.set_password(_SERVICE, name, key.hex())
        return
    part = file.with_name(f"{file.name}.part")
    content = _wrap(key, password) if place == "password" else key.hex().encode()
    part.unlink(missing_ok=True)
    _write_private(part, content)
    part.replace(file)


def forget_key(*, place: KeyPlace, name: str) -> None:
    """Take a key back out of the system's key store: of a data folder that was never finished; one in a file went with it."""
    if place != "keyring":
        return
    with _keyring() as keyring:
        if keyring.get_password(_SERVICE, name) is not None:
            keyring.delete_password(_SERVICE, name)


def has_keyring() -> bool:
    """Tell whether the operating system offers a key store that really keeps secrets."""
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring

    backend = keyring.get_keyring()
    return not isinstance(backend, NoKeyring) and backend.priority >= 1


@contextmanager
def _keyring() -> Iterator[ModuleType]:
    import keyring
    from keyring.errors import KeyringError

    try:
        yield keyring
    except KeyringError as error:
        raise DeviceTrouble(
            "storage.keyring",
            "Kho khóa của hệ điều hành không mở.",
            "Dữ liệu vẫn nguyên. Hãy đăng nhập lại vào máy, mở kho khóa rồi thử lại.",
        ) from error


def _from_keyring(name: str) -> bytes:
    with _keyring() as keyring:
        found: str | None = keyring.get_password(_SERVICE, name)
    if found is None:
        raise Damaged(
            "storage.key_missing",
            "Kho khóa của hệ điều hành không còn khóa của dữ liệu này.",
            "Hãy đăng nhập đúng người dùng của máy, hoặc dùng khóa dự phòng.",
        )
    return found.encode()


def _from_file(file: Path) -> bytes:
    if not file.exists():
        raise Damaged(
            "storage.key_missing", "Không thấy tệp khóa của dữ liệu này.", "Hãy trả lại tệp desk.key đúng chỗ."
        )
    return file.read_bytes()


def _kept_already() -> Conflict:
    return Conflict(
        "storage.key_exists", "Ở đây đã có khóa của một cơ sở dữ liệu.", "Chưa ghi gì. Hãy chọn thư mục khác."
    )


def _wrap(key: bytes, password: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not password:
        raise Refused(
            "storage.password_needed",
            "Máy này không có kho khóa, cần một mật khẩu để bảo vệ dữ liệu.",
            "Đặt mật khẩu qua DESK_KEY_PASSWORD hoặc --password-stdin.",
        )
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_wrapping_key(password, salt)).encrypt(nonce, key, _SERVICE.encode())
    return canonical(WrappedKey(salt=_text(salt), nonce=_text(nonce), wrapped=_text(wrapped)))


def _unwrap(kept: bytes, password: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    parts = from_json(kept, WrappedKey)
    cipher = AESGCM(_wrapping_key(password, _raw(parts.salt)))
    try:
        return cipher.decrypt(_raw(parts.nonce), _raw(parts.wrapped), _SERVICE.encode())
    except InvalidTag:
        raise Refused(
            WRONG_PASSWORD, "Sai mật khẩu mở dữ liệu.", "Dữ liệu vẫn nguyên. Hãy nhập lại mật khẩu."
        ) from None


def _wrapping_key(password: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        nfc(password).encode(), salt, time_cost=3, memory_cost=65536, parallelism=1, hash_len=KEY_BYTES, type=Type.ID
    )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _write_private(file: Path, content: bytes) -> None:
    """Write ``file`` readable by its owner alone, on the disk before this returns."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise _kept_already() from None
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
