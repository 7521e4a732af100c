"""One answer of the doctor."""

from typing import Literal

from desk_app.kernel.records import Record

State = Literal["good", "warning", "bad"]

DAMAGE = frozenset({"opens", "file", "chain", "tables", "attachments"})
"""The codes whose ``bad`` means that stored data are damaged."""


class Row(Record):
    """One thing that was looked at: a stable ``code``, how it stands, in words, and what to do where it is not good."""

    code: str
    state: State
    words: str
    hint: str = ""


def good(code: str, words: str) -> Row:
    """Return an answer that asks for nothing."""
    return Row(code=code, state="good", words=words)


def warning(code: str, words: str, hint: str) -> Row:
    """Return an answer that somebody should think of this week."""
    return Row(code=code, state="warning", words=words, hint=hint)


def bad(code: str, words: str, hint: str) -> Row:
    """Return an answer that somebody should act on today."""
    return Row(code=code, state="bad", words=words, hint=hint)
