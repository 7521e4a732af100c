"""Finding a procedure by three letters: marks optional, initials, the office's nickname, digits of the code."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.texts import collation_key, folded, lowered

_EXACT, _WITH_MARKS, _WITHOUT_MARKS, _INITIALS, _SOME_INITIALS, _CODE = range(6)
_FEWEST_LETTERS = 3


class _Typed(NamedTuple):
    text: str
    words: tuple[str, ...]
    bare: str
    bare_words: tuple[str, ...]
    digits: str


class _Named(NamedTuple):
    words: tuple[str, ...]
    bare: str
    bare_words: tuple[str, ...]
    initials: str
    nickname: str
    digits: str
    order: str


def matches(procedures: Iterable[Procedure], text: str, used: Mapping[str, int]) -> tuple[Procedure, ...]:
    """Return the procedures that ``text`` may mean: exact ones first, and within one kind of hit the most used first.

    ``used`` maps a code to how often the office used it. Without any text all procedures are returned.
    """
    line = lowered(text)
    bare = folded(line)
    typed = _Typed(line, tuple(line.split()), bare, tuple(bare.split()), line.replace(".", ""))
    found = []
    for procedure in procedures:
        named = _named(procedure.code, procedure.name, procedure.short)
        fit = _fit(typed, named) if bare else (_EXACT, 0)
        if fit is not None:
            tier, strangeness = fit
            found.append(((tier, -used.get(procedure.code, 0), strangeness, named.order, procedure.code), procedure))
    return tuple(procedure for _, procedure in sorted(found, key=lambda each: each[0]))


@lru_cache(maxsize=4096)
def _named(code: str, name: str, short: str) -> _Named:
    bare = folded(name)
    words = tuple(bare.split())
    return _Named(
        words=tuple(lowered(name).split()),
        bare=bare,
        bare_words=words,
        initials="".join(word[0] for word in words),
        nickname=folded(short),
        digits=code.replace(".", ""),
        order=collation_key(name),
    )


def _fit(typed: _Typed, named: _Named) -> tuple[int, int] | None:
    """Return the tier of a hit and, within it, how much of the name was not typed; None when it is none."""
    left_over = len(named.bare_words) - len(typed.bare_words)
    if typed.bare in (named.nickname, named.bare) or typed.digits == named.digits:
        return _EXACT, 0
    if _begin_words(typed.words, named.words):
        return (_WITHOUT_MARKS if typed.text.isascii() else _WITH_MARKS), left_over
    if _begin_words(typed.bare_words, named.bare_words):
        return _WITHOUT_MARKS, left_over
    letters = typed.bare
    if letters.isalpha() and len(letters) > 1 and letters in named.initials:
        return _INITIALS, len(named.initials) - len(letters)
    if letters.isalpha() and len(letters) >= _FEWEST_LETTERS and _in_turn(letters, named.initials):
        return _SOME_INITIALS, len(named.initials) - len(letters)
    if typed.digits.isdigit() and len(typed.digits) >= _FEWEST_LETTERS and typed.digits in named.digits:
        return _CODE, named.digits.index(typed.digits)
    return None


def _begin_words(typed: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in typed)


def _in_turn(letters: str, initials: str) -> bool:
    """Tell whether ``letters`` occur in turn among ``initials``, the first of both being the same: dks in dkks."""
    rest = iter(initials)
    return letters[0] == initials[:1] and all(letter in rest for letter in letters)
