"""Vietnamese letters, built here from their parts, independently of the program."""

import unicodedata

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
BASES = {"a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"}
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


def toned(base: str, tone: str) -> str:
    return unicodedata.normalize("NFC", base + tone)


# Every precomposed letter beyond ASCII with the bare letter it is searched by: 134 of them.
FOLDED = {
    case(toned(base, tone)): bare
    for case in (str.lower, str.upper)
    for bare, bases in BASES.items()
    for base in bases
    for tone in TONES
    if base + tone != bare
} | {"đ": "d", "Đ": "d"}
