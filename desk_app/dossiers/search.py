"""Finding a dossier by whatever the citizen can say: code, number, phone, name with or without marks, even mistyped.

Hits come in tiers: exact with marks, exact without, all words with marks, all words without, and typing slips last; within a tier
the newest first.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from desk_app.dossiers.tables import queries, search_index
from desk_app.dossiers.tables.queries import Listed, Narrowing
from desk_app.kernel.phones import ways_kept
from desk_app.kernel.texts import folded, lowered, one_line
from desk_app.storage.engine import Database

_CODE_TAIL = re.compile(r"^(\d{6})-(\d{1,7})$")
_WHOLE_CODE = re.compile(r"^[A-Z0-9]{2,3}(\.[A-Z0-9]{1,3})*(-\d{0,6}(-\d{0,7})?)?$")
_DIGITS = re.compile(r"^[\d\s.+()-]+$")
_RECENT_DAYS = 60
_LOOKED_AT = 4
_FEW = 3
_SHORTEST_SLIP = 3


def found(
    db: Database, text: str, *, office: str, today: date, narrowing: Narrowing, limit: int = 50
) -> tuple[Listed, ...]:
    """Return the dossiers that ``text`` may mean, best first, at most ``limit``; the newest ones when it is empty."""
    query = one_line(text)
    if not query:
        return tuple(queries.newest(db, narrowing, limit))
    hits: dict[str, Listed] = {}
    # Marks and narrowing sort and sift what the index gives, so it is asked for more.
    asked = limit if query.isascii() and narrowing == Narrowing() else limit * _LOOKED_AT
    for each in _candidates(db, query, office, today, asked):
        if narrowing.admits(each):
            hits.setdefault(each.id, each)
        if len(hits) >= limit:
            break
    return tuple(hits.values())


def _candidates(db: Database, query: str, office: str, today: date, limit: int) -> Iterable[Listed]:
    if any(letter.isdigit() for letter in query):
        yield from _by_code(db, query.upper(), office, today, limit)
    digits = "".join(letter for letter in query if letter.isdigit())
    if digits and _DIGITS.match(query):
        yield from queries.by_id_number(db, digits, limit)
        yield from queries.by_phone(db, ways_kept(query), limit)
        return
    words = folded(query).split()
    if words:
        yield from _by_name(db, query, words, limit)


def _by_code(db: Database, query: str, office: str, today: date, limit: int) -> list[Listed]:
    """Return hits of a whole code, of ``261123-1001``, or of the last digits alone as issued in recent days."""
    if "." in query and _WHOLE_CODE.match(query):
        return queries.by_code_start(db, [query], limit)
    if _CODE_TAIL.match(query):
        return queries.by_code_start(db, [f"{office}-{query}"], limit)
    if query.isdigit() and len(query) in (4, 5, 7):
        days = (today - timedelta(days=back) for back in range(_RECENT_DAYS))
        return queries.by_code_start(db, (f"{office}-{on:%y%m%d}-{query}" for on in days), limit)
    return []


def _by_name(db: Database, query: str, words: list[str], limit: int) -> Iterable[Listed]:
    whole = queries.by_whole_name(db, " ".join(words), limit)
    marked = lowered(query)
    yield from (each for each in whole if lowered(each.name) == marked)
    yield from whole
    near = queries.by_rows(db, search_index.rows_with(db, _groups(words), limit))
    if not query.isascii():
        marked_words = marked.split()
        yield from (each for each in near if _has_marked(each, marked_words))
    yield from near
    if len(whole) + len(near) < _FEW:
        yield from _by_slips(db, words, limit)


def _groups(words: list[str]) -> list[list[str]]:
    """Return the words as the index is asked: the last one may be only begun."""
    return [*([word] for word in words[:-1]), [words[-1] + "*"]]


def _has_marked(listed: Listed, marked_words: list[str]) -> bool:
    own = f"{listed.name} {listed.subject_name}".lower().split()
    return all(any(name.startswith(word) for name in own) for word in marked_words)


def _by_slips(db: Database, words: list[str], limit: int) -> list[Listed]:
    """Return hits in which each word may differ by one slip: a letter wrong, missing, doubled, or two swapped."""
    known = search_index.vocabulary(db)
    groups = [[word, *(each for each in known if _one_slip(word, each))] for word in words]
    return queries.by_rows(db, search_index.rows_with(db, groups, limit))


def _one_slip(typed: str, meant: str) -> bool:
    if abs(len(typed) - len(meant)) > 1 or min(len(typed), len(meant)) < _SHORTEST_SLIP or typed == meant:
        return False
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    left, right = typed[start:], meant[start:]
    swapped = left[:2] == right[1::-1] and len(left) > 1 and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]
