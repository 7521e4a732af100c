"""The code on an invitation by which its line is opened: digits and dashes only, so that no input method garbles it.

It is made of the line's id, so that every desk makes the same one, and tells nothing of the person.
"""

import re
from hashlib import sha256

_DIGITS = 12
_TEXT = re.compile(r"8-(\d{6})-(\d{6})-(\d{2})", re.ASCII)


def code_of(line: str) -> str:
    """Return the twelve digits that stand for a line."""
    return f"{int.from_bytes(sha256(line.encode()).digest()[:8]) % 10**_DIGITS:0{_DIGITS}d}"


def invitation_text(line: str) -> str:
    """Return the text of an invitation's QR: ``8-123456-789012-83``."""
    code = code_of(line)
    stem = f"8-{code[:6]}-{code[6:]}"
    return f"{stem}-{_check_digits(stem)}"


def looks_like_invitation(text: str) -> bool:
    """Tell whether a scanned text is the code of an invitation, ours or a misread one."""
    return _TEXT.fullmatch(text.strip()) is not None


def scanned_code(text: str) -> str:
    """Return the twelve digits of a scanned invitation; empty for anything else, and for one that was misread."""
    found = _TEXT.fullmatch(text.strip())
    if found is None or found[3] != _check_digits(text.strip().rpartition("-")[0]):
        return ""
    return found[1] + found[2]


def _check_digits(text: str) -> str:
    """Return the two digits of ISO 7064 MOD 97-10 over the digits of ``text``: they find every swap of two digits."""
    digits = "".join(letter for letter in text if letter.isdigit())
    return f"{98 - int(digits) * 100 % 97:02d}"
