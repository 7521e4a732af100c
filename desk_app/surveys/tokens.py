"""The number on a rating slip: it proves one answer for one hand-over, and tells nobody whose.

Sixteen digits: twelve made from the seal of the dossier's first entry, three by which the office's key proves them, one
check digit. Every desk that knows the dossier makes the same twelve, so its slip and the screen never both count; nobody
gets from them to a dossier without the journal itself.
"""

import hmac
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["genuine", "forged", "misread", "other"]

_NUMBER, _MARK = 12, 3
_LENGTH = _NUMBER + _MARK + 1
_GROUP = 4


@dataclass(frozen=True, kw_only=True)
class ReadToken:
    """What a scanned or typed text is as a slip's number; ``number`` are its first twelve digits, empty when it is none.

    ``forged`` may also be the slip of a desk with another key.
    """

    number: str
    verdict: Verdict


def rating_number(dossier: str, seal: bytes) -> str:
    """Return the twelve digits by which one dossier's hand-over is rated; ``seal`` is its first entry's digest."""
    return _digits(seal, f"rating/{dossier}", _NUMBER)


def token_of(number: str, key: bytes) -> str:
    """Return the sixteen digits that are printed."""
    proved = number + _digits(key, f"rating-mark/{number}", _MARK)
    return proved + _check_digit(proved)


def read_token(text: str, key: bytes | tuple[bytes, ...]) -> ReadToken:
    """Return which slip a text names, and whether its digits prove it genuine under one of the office's keys."""
    digits = text.replace("-", "").replace(" ", "").strip()
    if len(digits) != _LENGTH or not (digits.isascii() and digits.isdigit()):
        return ReadToken(number="", verdict="other")
    number, mark = digits[:_NUMBER], digits[_NUMBER:-1]
    if digits[-1] != _check_digit(digits[:-1]):
        return ReadToken(number=number, verdict="misread")
    keys = (key,) if isinstance(key, bytes) else key
    genuine = any(hmac.compare_digest(mark, _digits(each, f"rating-mark/{number}", _MARK)) for each in keys)
    return ReadToken(number=number, verdict="genuine" if genuine else "forged")


def spoken_token(digits: str) -> str:
    """Return a slip's number in groups of four, as it is printed and typed."""
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def _digits(key: bytes, text: str, count: int) -> str:
    sealed = hmac.new(key, text.encode(), "sha256").digest()
    return f"{int.from_bytes(sealed[:8]) % 10**count:0{count}d}"


def _check_digit(digits: str) -> str:
    """Return the Luhn digit."""
    values = [int(each) for each in reversed(digits)]
    doubled = [2 * value for value in values[::2]]
    return str(-sum(value // 10 + value % 10 for value in (*doubled, *values[1::2])) % 10)
