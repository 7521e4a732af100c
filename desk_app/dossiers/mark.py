"""The mark in a receipt's QR by which any desk of the office proves, offline, that the receipt is genuine.

The QR holds ``<dossier code>-<mark>``: capitals, digits, dots and dashes only, so that no input method garbles it.
The mark is nine digits of an HMAC-SHA-256 under the office's own key, and one check digit over all digits, which tells
a misread from a forgery. A receipt made out anew after a correction bears the mark of its edition, so the old paper in
the citizen's hand still proves genuine and tells that it was replaced.
"""

import hmac
from dataclasses import dataclass
from string import ascii_uppercase, digits
from typing import Literal

from desk_app.dossiers.numbering import CODE

_DIGITS = 9
_VALUES = {letter: value for value, letter in enumerate(digits + ascii_uppercase)}
_DOUBLED = {letter: sum(divmod(2 * value, 10)) for letter, value in _VALUES.items()}
_MOST_EDITIONS = 20

Keys = bytes | tuple[bytes, ...]
Verdict = Literal["genuine", "forged", "misread", "unmarked", "other"]


@dataclass(frozen=True, kw_only=True)
class ScannedReceipt:
    """What a scanned text is as a receipt; ``code`` is empty when it is none.

    ``edition`` says which of the dossier's receipts a genuine one is: 1 the first; 0 where the mark does not tell.
    """

    code: str
    verdict: Verdict
    edition: int = 0


def receipt_text(code: str, key: bytes, *, edition: int = 1) -> str:
    """Return the text of a receipt's QR; ``edition`` counts the receipts made out for the dossier."""
    mark = _mark(code, key, min(edition, _MOST_EDITIONS))
    return f"{code}-{mark}{_check_digit(code + mark)}"


def scanned_receipt(text: str, key: Keys) -> ScannedReceipt:
    """Return which dossier a scanned or typed text names, and whether its mark proves the receipt genuine.

    ``key`` may be several: the office's present one, and those it had before its desks knew of each other.
    """
    plain = text.strip().upper()
    if CODE.match(plain):
        return ScannedReceipt(code=plain, verdict="unmarked")
    code, _, mark = plain.rpartition("-")
    if not CODE.match(code) or not mark.isdigit() or len(mark) != _DIGITS + 1:
        return ScannedReceipt(code="", verdict="other")
    if mark[-1] != _check_digit(code + mark[:-1]):
        return ScannedReceipt(code=code, verdict="misread")
    for one in (key,) if isinstance(key, bytes) else key:
        for edition in range(1, _MOST_EDITIONS + 1):
            if hmac.compare_digest(mark[:-1], _mark(code, one, edition)):
                return ScannedReceipt(code=code, verdict="genuine", edition=edition)
    return ScannedReceipt(code=code, verdict="forged")


def _mark(code: str, key: bytes, edition: int) -> str:
    text = code if edition == 1 else f"{code}/{edition}"
    sealed = int.from_bytes(hmac.digest(key, text.encode(), "sha256")[:8])
    return f"{sealed % 10**_DIGITS:0{_DIGITS}d}"


def _check_digit(text: str) -> str:
    """Return the Luhn digit over the digits of ``text``, letters counted by their place in the alphabet."""
    letters = "".join(filter(_VALUES.__contains__, text))
    doubled, plain = letters[::-2], letters[-2::-2]
    return str(-(sum(map(_DOUBLED.__getitem__, doubled)) + sum(map(_VALUES.__getitem__, plain))) % 10)
