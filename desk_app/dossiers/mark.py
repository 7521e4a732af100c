"""The mark in a receipt's QR by which any desk of the office proves, offline, that the receipt is genuine.

The QR holds ``<dossier code>-<mark>``: capitals, digits, dots and dashes only, so that no input method garbles it.
The mark is nine digits of an HMAC-SHA-256 under the office's own key, and one check digit over all digits, which tells
a misread from a forgery.
"""

import hmac
from dataclasses import dataclass
from typing import Literal

from desk_app.dossiers.numbering import CODE

_DIGITS = 9

Verdict = Literal["genuine", "forged", "misread", "unmarked", "other"]


@dataclass(frozen=True, kw_only=True)
class ScannedReceipt:
    """What a scanned text is as a receipt; ``code`` is empty when it is none."""

    code: str
    verdict: Verdict


def receipt_text(code: str, key: bytes) -> str:
    """Return the text of a receipt's QR."""
    mark = _mark(code, key)
    return f"{code}-{mark}{_check_digit(code + mark)}"


def scanned_receipt(text: str, key: bytes) -> ScannedReceipt:
    """Return which dossier a scanned or typed text names, and whether its mark proves the receipt genuine."""
    plain = text.strip().upper()
    if CODE.match(plain):
        return ScannedReceipt(code=plain, verdict="unmarked")
    code, _, mark = plain.rpartition("-")
    if not CODE.match(code) or not mark.isdigit() or len(mark) != _DIGITS + 1:
        return ScannedReceipt(code="", verdict="other")
    if mark[-1] != _check_digit(code + mark[:-1]):
        return ScannedReceipt(code=code, verdict="misread")
    genuine = hmac.compare_digest(mark[:-1], _mark(code, key))
    return ScannedReceipt(code=code, verdict="genuine" if genuine else "forged")


def _mark(code: str, key: bytes) -> str:
    sealed = int.from_bytes(hmac.digest(key, code.encode(), "sha256")[:8])
    return f"{sealed % 10**_DIGITS:0{_DIGITS}d}"


def _check_digit(text: str) -> str:
    """Return the Luhn digit over the digits of ``text``, letters counted by their place in the alphabet."""
    total = 0
    for place, letter in enumerate(reversed([each for each in text if each.isalnum()])):
        value = int(letter, 36) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return str(-total % 10)
