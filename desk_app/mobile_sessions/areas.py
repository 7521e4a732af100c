"""The hamlet as people type it, brought to one spelling: ``KV3``, ``kv. 3`` and ``KHU VUC 3`` are ``Khu vực 3``."""

import re

from desk_app.kernel.texts import checked_line, folded, lowered, one_line

_LONGEST = 80
_KINDS = (
    ("Khu vực", ("khu vuc", "kv")),
    ("Tổ dân phố", ("to dan pho", "tdp")),
    ("Khu phố", ("khu pho", "kp")),
    ("Ấp", ("ap",)),
    ("Khóm", ("khom",)),
    ("Thôn", ("thon",)),
    ("Xóm", ("xom",)),
    ("Bản", ("ban",)),
    ("Buôn", ("buon",)),
    ("Tổ", ("to",)),
)
_NUMBERED = re.compile(
    rf"({'|'.join(alias for _words, aliases in _KINDS for alias in aliases)})\s*(?:so\s*)?0*(\d{{1,3}})\s*([a-z]?)"
)
_WORDS = {alias: words for words, aliases in _KINDS for alias in aliases}
# With its marks: «áp dụng», «tổ trưởng» and «ban chỉ đạo» are no hamlets.
_NAMED = re.compile(r"(ấp|khu vực|khu phố|tổ dân phố|khóm|thôn|xóm|buôn|làng)\s+\S")


def area_of(text: str) -> str:
    """Return the area in one spelling where it is numbered, else the clean text with its first letter a capital."""
    line = one_line(text)
    numbered = _NUMBERED.fullmatch(folded(line))
    if numbered is not None:
        return f"{_WORDS[numbered[1]]} {numbered[2]}{numbered[3].upper()}"
    return line[:1].upper() + line[1:]


def looks_like_area(text: str) -> bool:
    """Tell whether a text begins as the name of a hamlet does."""
    plain = folded(text)
    return _NUMBERED.fullmatch(plain) is not None or _NAMED.match(lowered(text)) is not None


def area_in(address: str) -> str:
    """Return the area that an address names in one of its parts; empty when none does."""
    parts = (part.strip() for part in address.split(","))
    return next((area_of(part) for part in parts if part and looks_like_area(part)), "")


def checked_area(text: str, *, field: str = "area") -> str:
    """Return the area in one spelling; raise ``InvalidInput`` when there is none."""
    return area_of(checked_line(text, field=field, label="Địa bàn", longest=_LONGEST, required=True))
