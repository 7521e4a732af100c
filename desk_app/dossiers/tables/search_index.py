"""The index of folded names: rows are numbered by recency, so the newest hits come first without sorting.

The newest names stand in ``new_names`` until there are enough of them to be put into the index together: an index page
costs as much for one name as for many, and a citizen waits for each registration. ``detail = none`` and prefixes of
every length keep a common start such as "nguyen" as fast as a rare one.
"""

from collections.abc import Sequence

from desk_app.storage.engine import Database

NEW_NAMES = 64
"""How many names wait to be indexed together."""

KEEP = "INSERT INTO new_names (row, words) VALUES (?, ?)"
INDEX_ALL = (
    "INSERT INTO dossier_search (rowid, words) SELECT row, words FROM new_names",
    "DELETE FROM new_names",
)
_WAITING = "new_names"
KEEP_WORD = "INSERT OR IGNORE INTO name_words VALUES (?)"


def keep(db: Database, row: int, words: str) -> None:
    """Let a dossier be found by its folded names."""
    waiting = db.recall.ask(_WAITING, _count_new, db) + 1
    db.conn.execute(KEEP, (row, words))
    if waiting >= NEW_NAMES:
        _index(db)
        waiting = 0
    db.recall.put(_WAITING, waiting)


def forget(db: Database, row: int) -> None:
    """Take a dossier out of what can be found."""
    db.recall.forget(_WAITING)
    if db.conn.execute("DELETE FROM new_names WHERE row = ?", (row,)).rowcount == 0:
        db.conn.execute("DELETE FROM dossier_search WHERE rowid = ?", (row,))


def rows_with(db: Database, groups: Sequence[Sequence[str]], limit: int) -> list[int]:
    """Return the newest rows that have, of each group, one word or more; a word that ends in ``*`` is a beginning."""
    query = " AND ".join("(" + " OR ".join(_quoted(word) for word in group) + ")" for group in groups)
    found = db.conn.execute(
        "SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid DESC LIMIT ?", (query, limit)
    )
    rows = [row[0] for row in found.fetchall()]
    new = [row for row, words in _new_names(db) if _has_all(words, groups)]
    return sorted(rows + new, reverse=True)[:limit] if new else rows


def vocabulary(db: Database) -> tuple[str, ...]:
    """Return every word known from names."""
    known = {row[0] for row in db.conn.execute("SELECT word FROM name_words").fetchall()}
    known.update(word for _, words in _new_names(db) for word in words.split())
    return tuple(sorted(known))


def _index(db: Database) -> None:
    for word in sorted({word for _, words in _new_names(db) for word in words.split()}):
        db.conn.execute(KEEP_WORD, (word,))
    for sql in INDEX_ALL:
        db.conn.execute(sql)


def _count_new(db: Database) -> int:
    return int(db.conn.execute("SELECT count(*) FROM new_names").fetchone()[0])


def _new_names(db: Database) -> list[tuple[int, str]]:
    return [(row, words) for row, words in db.conn.execute("SELECT row, words FROM new_names").fetchall()]


def _has_all(words: str, groups: Sequence[Sequence[str]]) -> bool:
    own = words.split()
    return all(any(_fits(word, own) for word in group) for group in groups)


def _fits(word: str, own: Sequence[str]) -> bool:
    if word.endswith("*"):
        return any(each.startswith(word[:-1]) for each in own)
    return word in own


def _quoted(word: str) -> str:
    return f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"'
