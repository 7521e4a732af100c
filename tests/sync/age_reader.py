"""A second reader of age files (age-encryption.org/v1, X25519), written from its specification; shares no code with the product."""

import base64
import hmac
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_CHUNK = 64 * 1024 + 16


def secret_of(identity: str) -> bytes:
    """Return the 32 bytes of ``AGE-SECRET-KEY-1…``; the check letters are trusted."""
    values = [_LETTERS.index(letter) for letter in identity.strip().lower().rpartition("1")[2]][:-6]
    bits = "".join(f"{value:05b}" for value in values)
    return bytes(int(bits[place : place + 8], 2) for place in range(0, 256, 8))


def opened(file: bytes, identity: str) -> bytes:
    """Return what an age file holds; raise ``ValueError`` when this identity does not open it, or a byte is wrong."""
    header, stanzas, mac, rest = _header(file)
    file_key = _file_key(stanzas, identity)
    if not hmac.compare_digest(hmac.digest(_derived(file_key, b"", b"header"), header, sha256), mac):
        raise ValueError("the header was changed")
    nonce, sealed = rest[:16], rest[16:]
    cipher, plain = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")), b""
    chunks = [sealed[place : place + _CHUNK] for place in range(0, len(sealed), _CHUNK)]
    for number, chunk in enumerate(chunks):
        last = number == len(chunks) - 1
        plain += cipher.decrypt(number.to_bytes(11, "big") + bytes([last]), chunk, None)
    return plain


def _header(file: bytes) -> tuple[bytes, list[tuple[list[str], bytes]], bytes, bytes]:
    place = file.index(b"\n--- ") + 1
    end = file.index(b"\n", place)
    lines = file[:place].decode("ascii").splitlines()
    if lines[0] != "age-encryption.org/v1":
        raise ValueError("not an age file")
    stanzas: list[tuple[list[str], bytes]] = []
    body = ""
    for line in lines[1:]:
        if line.startswith("-> "):
            stanzas.append((line[3:].split(" "), b""))
            body = ""
        else:
            body += line
            if len(line) < 64:
                stanzas[-1] = (stanzas[-1][0], _unpadded(body))
    return file[: place + 3], stanzas, _unpadded(file[place + 4 : end].decode("ascii")), file[end + 1 :]


def _file_key(stanzas: list[tuple[list[str], bytes]], identity: str) -> bytes:
    secret = X25519PrivateKey.from_private_bytes(secret_of(identity))
    own = secret.public_key().public_bytes_raw()
    for arguments, body in stanzas:
        if arguments[0] != "X25519":
            continue
        share = _unpadded(arguments[1])
        shared = secret.exchange(X25519PublicKey.from_public_bytes(share))
        key = _derived(shared, share + own, b"age-encryption.org/v1/X25519")
        try:
            return ChaCha20Poly1305(key).decrypt(bytes(12), body, None)
        except InvalidTag:
            continue  # another receiver's stanza
    raise ValueError("not sealed to this identity")


def _derived(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt or None, info=info).derive(secret)


def _unpadded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))
