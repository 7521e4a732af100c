"""Bytes as words and numbers that two people compare over the telephone, or copy from paper: ``lúa-4821 sen-0073 …``.

A group holds 19 bits: one of 64 words (6 bits), told apart also without marks, and a number from 0000 to 8191 (13 bits).
"""

from hashlib import sha256

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded

_LISTED = (
    "lúa tre sen mai đào bưởi cam chanh dừa xoài mít ổi khế mận nhãn vải "
    "sao trăng mây mưa gió sông suối biển núi đồi rừng đồng vườn nhà cửa ghế "
    "bàn đèn bếp nồi chén đĩa muỗng trống đàn kèn nón áo khăn giày bút sách "
    "vở tem thư xe thuyền gà vịt bò trâu ngựa mèo tôm cá ếch ong bướm"
)
WORDS = tuple(_LISTED.split())

_NUMBER_BITS = 13
_GROUP_BITS = 19
_PLACES = {folded(word): place for place, word in enumerate(WORDS)}
_FINGERPRINT_GROUPS = 6
_SECRET_GROUPS = 14
_SECRET_BYTES = 32
_CHECK_BITS = 10


def fingerprint(*parts: str) -> str:
    """Return six groups (114 bits of SHA-256) that stand for ``parts``: equal groups, equal parts."""
    digest = sha256("\n".join(parts).encode()).digest()
    bits = int.from_bytes(digest, "big") >> (256 - _FINGERPRINT_GROUPS * _GROUP_BITS)
    return _spelled(bits, _FINGERPRINT_GROUPS)


def same_groups(typed: str, shown: str) -> bool:
    """Tell whether somebody typed the same groups, with or without marks, capitals and hyphens."""
    return folded(typed).split() == folded(shown).split()


def secret_words(secret: bytes) -> str:
    """Return 32 secret bytes as 14 groups; ten bits of them are a check of the others."""
    value = int.from_bytes(secret, "big") << _CHECK_BITS | _check_of(secret)
    return _spelled(value, _SECRET_GROUPS)


def secret_of(typed: str) -> bytes:
    """Return the 32 bytes that ``secret_words`` spelled; raise ``InvalidInput`` saying which group cannot be right."""
    parts = folded(typed).split()
    if len(parts) != 2 * _SECRET_GROUPS:
        raise _misspelled(f"cần {_SECRET_GROUPS} nhóm chữ và số, đang có {len(parts) / 2:g}")
    value = 0
    for group in range(_SECRET_GROUPS):
        word, number = parts[2 * group : 2 * group + 2]
        if word not in _PLACES or not number.isdigit() or len(number) != 4 or int(number) >> _NUMBER_BITS:
            raise _misspelled(f"nhóm thứ {group + 1} «{word} {number}» không đúng")
        value = value << _GROUP_BITS | _PLACES[word] << _NUMBER_BITS | int(number)
    secret = (value >> _CHECK_BITS).to_bytes(_SECRET_BYTES, "big")
    if value & (1 << _CHECK_BITS) - 1 != _check_of(secret):
        raise _misspelled("các nhóm không khớp với nhau, có chỗ chép nhầm")
    return secret


def _spelled(value: int, groups: int) -> str:
    spelled = []
    for group in reversed(range(groups)):
        bits = value >> group * _GROUP_BITS & (1 << _GROUP_BITS) - 1
        spelled.append(f"{WORDS[bits >> _NUMBER_BITS]}-{bits & (1 << _NUMBER_BITS) - 1:04d}")
    return " ".join(spelled)


def _check_of(secret: bytes) -> int:
    return int.from_bytes(sha256(secret).digest()[:2], "big") >> (16 - _CHECK_BITS)


def _misspelled(what: str) -> InvalidInput:
    return InvalidInput("words", f"Chưa đọc được khóa dự phòng: {what}.", "Hãy chép lại đúng từng nhóm trên giấy.")
