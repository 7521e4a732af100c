"""Password and PIN hashes: argon2id, 19 MiB, 2 passes, 1 lane; some 40 ms each."""

import base64
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from desk_app.kernel.errors import Damaged
from desk_app.kernel.texts import nfc

_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1, hash_len=32, salt_len=16)


def hashed(secret: str) -> str:
    """Return the argon2id hash of ``secret`` with a fresh salt, as one line of text."""
    return _hasher.hash(_bytes(secret))


def verified(stored: str, secret: str) -> bool:
    """Tell whether ``secret`` is what was hashed; raise ``Damaged`` when ``stored`` cannot be checked."""
    try:
        return _hasher.verify(stored, _bytes(secret))
    except VerifyMismatchError:
        return False
    except (InvalidHashError, VerificationError):
        raise Damaged(
            "accounts.credential",
            "Không kiểm tra được mật khẩu lưu trên máy này.",
            "Hãy thử lại; nếu vẫn vậy, nhờ quản trị đặt lại mật khẩu.",
        ) from None


def needs_rehash(stored: str) -> bool:
    """Tell whether ``stored`` was made with other costs than today's."""
    return _hasher.check_needs_rehash(stored)


def hash_of_nobody() -> str:
    """Return a hash that nothing opens: checking against it takes as long as checking a real one."""
    salt, digest = (base64.b64encode(secrets.token_bytes(size)).rstrip(b"=").decode() for size in (16, 32))
    return f"$argon2id$v=19$m=19456,t=2,p=1${salt}${digest}"


def _bytes(secret: str) -> bytes:
    # Keyboards differ in how they compose Vietnamese letters; a broken surrogate is wrong, not a crash.
    return nfc(secret).encode("utf-8", "surrogatepass")
