"""What the writer has read already, and nobody has changed since."""

from collections.abc import Callable, Hashable
from typing import Any, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class Recall:
    """Answers kept from one write to the next, so that the same question is not put to the disk each time.

    They hold until another connection has committed anything (SQLite's ``data_version`` tells). Who changes, through this
    one, what an answer was read from says so with ``put`` or ``forget``.
    """

    __slots__ = ("_answers", "_connection", "_version", "is_open")

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._answers: dict[Hashable, Any] = {}
        self._version = -1
        self.is_open = False

    def open(self) -> None:
        """Keep answers from now on; to be called inside a write transaction, when nobody else can change them."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._answers.clear()
            self._version = version
        self.is_open = True

    def close(self) -> None:
        """Answer nothing from memory until it is opened again."""
        self.is_open = False

    def drop(self) -> None:
        """Close and forget everything: the transaction was taken back."""
        self._answers.clear()
        self.is_open = False

    def ask(self, key: Hashable, question: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """Return the answer to ``key``: as it is known, else what ``question`` returns; always that while closed."""
        if not self.is_open:
            return question(*args, **named)
        answers = self._answers
        if key not in answers:
            answers[key] = question(*args, **named)
        answer: T = answers[key]
        return answer

    def put(self, key: Hashable, answer: object) -> None:
        """Say what the answer to ``key`` is from now on."""
        self._answers[key] = answer

    def forget(self, key: Hashable) -> None:
        """Say that the answer to ``key`` may be another now."""
        self._answers.pop(key, None)

    def forget_all(self) -> None:
        """Say that any answer may be another now."""
        self._answers.clear()
