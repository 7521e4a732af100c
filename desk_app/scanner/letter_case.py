"""Capitals and small letters of a name as scanned: whether they make sense, and what Caps Lock did to them.

Caps Lock turns about the letters that have a key. Marked letters come by other ways: some scanners' are turned about as well,
some are not, so that a name arrives half in capitals.
"""

import re
from collections.abc import Callable, Iterator

_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouy]|[^\x00-\x7f]", re.IGNORECASE)


def is_even(text: str) -> bool:
    """Tell whether each word is written like ``Mẫu``, ``MẪU`` or ``mẫu``, and none half in capitals."""
    return all(word in (word.title(), word.upper(), word.lower()) for word in _WORD.findall(text))


def caps_undone(name: str) -> Callable[[str], str] | None:
    """Return what takes Caps Lock off a card's texts; None where the name does not show for certain that it was on."""
    return None if is_even(name) else next(_ways(name), None)


def _ways(name: str) -> Iterator[Callable[[str], str]]:
    for way in (str.swapcase, _with_keys_swapped):
        if way(name).title() == way(name):
            yield way
    if _keys_alone_in_capitals(name):
        yield _with_capitals_at_the_front


def _with_keys_swapped(text: str) -> str:
    return "".join(letter.swapcase() if letter.isascii() else letter for letter in text)


def _keys_alone_in_capitals(text: str) -> bool:
    return all(letter.isupper() is letter.isascii() for letter in text if letter.isalpha())


def _with_capitals_at_the_front(text: str) -> str:
    """Return ``NGUYễN VăN`` as ``Nguyễn Văn``; a text in which marked letters are capitals too is left as it is."""
    return _WORD.sub(_capitalised, text) if _keys_alone_in_capitals(text) else text


def _capitalised(word: re.Match[str]) -> str:
    # What has no vowel is short for something, as in TP. Cần Thơ.
    return word[0].title() if _VOWEL.search(word[0]) else word[0]
