"""The index of folded names: rows are numbered by recency, so the newest hits come first without sorting.

``detail = none`` and prefixes of every length keep a common start such as "nguyen" as fast as a rare one.
"""

from collections.abc import Sequence

from desk_app.storage.engine import Database


def keep(db: Database, row: int, words: str) -> None:
    """Put a dossier's folded names into the index, and each word into the vocabulary."""
    db.conn.execute("INSERT INTO dossier_search (rowid, words) VALUES (?, ?)", (row, words))
    for word in set(words.split()):
        db.conn.execute("INSERT OR IGNORE INTO name_words VALUES (?)", (word,))


def forget(db: Database, row: int) -> None:
    """Take a dossier out of the index."""
    db.conn.execute("DELETE FROM dossier_search WHERE rowid = ?", (row,))


def rows_with(db: Database, groups: Sequence[Sequence[str]], limit: int) -> list[int]:
    """Return the newest rows that have, of each group, one word or more; a word that ends in ``*`` is a beginning."""
    query = " AND ".join("(" + " OR ".join(_quoted(word) for word in group) + ")" for group in groups)
    found = db.conn.execute(
        "SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid DESC LIMIT ?", (query, limit)
    )
    return [row[0] for row in found.fetchall()]


def vocabulary(db: Database) -> tuple[str, ...]:
    """Return every word known from names."""
    return tuple(row[0] for row in db.conn.execute("SELECT word FROM name_words").fetchall())


def _quoted(word: str) -> str:
    return f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"'
