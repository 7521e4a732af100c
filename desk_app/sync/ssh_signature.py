"""Ed25519 signatures in OpenSSH's own file format (SSHSIG), so that ``ssh-keygen -Y verify`` checks them.

The format is described in OpenSSH's PROTOCOL.sshsig. A signature has one spelling only: another one is no signature.
"""

import base64
import binascii
import struct
from hashlib import sha512

_MAGIC = b"SSHSIG"
_VERSION = struct.pack(">I", 1)
_ALGORITHM = b"ssh-ed25519"
_HASH = b"sha512"
_FIRST, _LAST = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
_WIDTH = 70
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


def public_line(secret: bytes) -> str:
    """Return the public key of a 32-byte Ed25519 seed as OpenSSH writes it: ``ssh-ed25519 AAAA…``."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return _line(Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw())


def signed(message: bytes, secret: bytes, namespace: str) -> bytes:
    """Return the signature file of ``message``; ``namespace`` says what it is for."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(secret)
    raw = key.sign(_to_sign(message, namespace))
    return _armoured(key.public_key().public_bytes_raw(), raw, namespace)


def signer_of(message: bytes, signature: bytes, namespace: str) -> str | None:
    """Return the public key (``ssh-ed25519 AAAA…``) whose signature of ``message`` this is, None when it is nobody's."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    parts = _parts(signature)
    if parts is None or _armoured(*parts, namespace) != signature:
        return None
    try:
        Ed25519PublicKey.from_public_bytes(parts[0]).verify(parts[1], _to_sign(message, namespace))
    except (InvalidSignature, ValueError):
        return None
    return _line(parts[0])


def is_public_line(text: str) -> bool:
    """Tell whether ``text`` is an Ed25519 public key as ``public_line`` writes it."""
    try:
        blob = base64.b64decode(text.removeprefix("ssh-ed25519 "), validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(blob) >= _KEY_BYTES and _line(blob[-_KEY_BYTES:]) == text


def _line(key: bytes) -> str:
    return f"ssh-ed25519 {base64.b64encode(_string(_ALGORITHM) + _string(key)).decode()}"


def _to_sign(message: bytes, namespace: str) -> bytes:
    hashed = sha512(message).digest()
    return _MAGIC + _string(namespace.encode()) + _string(b"") + _string(_HASH) + _string(hashed)


def _armoured(key: bytes, raw: bytes, namespace: str) -> bytes:
    blob = _MAGIC + _VERSION + _string(_string(_ALGORITHM) + _string(key)) + _string(namespace.encode())
    blob += _string(b"") + _string(_HASH) + _string(_string(_ALGORITHM) + _string(raw))
    text = base64.b64encode(blob)
    lines = b"\n".join(text[place : place + _WIDTH] for place in range(0, len(text), _WIDTH))
    return _FIRST + lines + b"\n" + _LAST


def _parts(signature: bytes) -> tuple[bytes, bytes] | None:
    """Return public key and raw signature; what lies between is compared as a whole by who asks."""
    inner = signature.removeprefix(_FIRST).removesuffix(_LAST)
    try:
        blob = base64.b64decode(inner.replace(b"\n", b""), validate=True)
    except (binascii.Error, ValueError):
        return None
    start = len(_MAGIC + _VERSION) + 4 + 4 + len(_ALGORITHM) + 4
    key, raw = blob[start : start + _KEY_BYTES], blob[-_SIGNATURE_BYTES:]
    return (key, raw) if len(key) == _KEY_BYTES and len(raw) == _SIGNATURE_BYTES else None


def _string(raw: bytes) -> bytes:
    return struct.pack(">I", len(raw)) + raw
