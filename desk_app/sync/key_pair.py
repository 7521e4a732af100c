"""The two keys of a desk: one signs what it sends (Ed25519), the other opens what is sent to it (age, X25519)."""

import secrets

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.sync import bech32, spelling, ssh_signature

_SECRET_PREFIX, _PUBLIC_PREFIX = "age-secret-key-", "age"
_KEY_BYTES = 32


class PublicKeys(Record):
    """What everybody may know: ``sign`` as OpenSSH writes it, ``seal`` as age does."""

    sign: str
    seal: str

    @property
    def fingerprint(self) -> str:
        """Return six groups to compare over the telephone."""
        return spelling.fingerprint(self.sign, self.seal)


class SecretKeys(Record):
    """What only the desk itself knows: the Ed25519 seed in hexadecimal, the age identity; rotation raises ``generation``."""

    generation: int
    sign: str
    seal: str

    @property
    def public(self) -> PublicKeys:
        """Return the public halves."""
        return PublicKeys(sign=ssh_signature.public_line(bytes.fromhex(self.sign)), seal=recipient_of(self.seal))

    def signed(self, message: bytes, namespace: str) -> bytes:
        """Return the signature file of ``message``."""
        return ssh_signature.signed(message, bytes.fromhex(self.sign), namespace)


def new_keys(generation: int) -> SecretKeys:
    """Return fresh keys from the operating system's source of chance."""
    return SecretKeys(generation=generation, sign=secrets.token_hex(_KEY_BYTES), seal=identity_of(new_secret()))


def new_secret() -> bytes:
    """Return the 32 bytes of a fresh age identity."""
    return secrets.token_bytes(_KEY_BYTES)


def identity_of(secret: bytes) -> str:
    """Return an age identity as the age tool reads it: ``AGE-SECRET-KEY-1…``."""
    return bech32.encoded(_SECRET_PREFIX, secret).upper()


def secret_of_identity(text: str) -> bytes | None:
    """Return the 32 bytes of a scanned ``AGE-SECRET-KEY-1…``; None for anything else."""
    try:
        secret = bech32.decoded(_SECRET_PREFIX, text)
    except ValueError:
        return None
    return secret if len(secret) == _KEY_BYTES else None


def recipient_of(identity: str) -> str:
    """Return the public half of an age identity: ``age1…``."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    secret = X25519PrivateKey.from_private_bytes(bech32.decoded(_SECRET_PREFIX, identity))
    return bech32.encoded(_PUBLIC_PREFIX, secret.public_key().public_bytes_raw())


def checked_keys(keys: PublicKeys) -> PublicKeys:
    """Return ``keys``; raise ``InvalidInput`` when one of them is none."""
    try:
        right = len(bech32.decoded(_PUBLIC_PREFIX, keys.seal)) == _KEY_BYTES and ssh_signature.is_public_line(keys.sign)
    except ValueError:
        right = False
    if not right:
        raise InvalidInput("keys", "Khóa trong tệp không đúng dạng.", "Hãy xin lại tệp từ máy gửi.")
    return keys
