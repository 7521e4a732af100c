"""Telling a scanner from a person by the time between keys.

A scanner presses a key every 1 to 15 ms, a very fast typist every 60; two keys of a person may come closer when fingers
roll, four in a row never do.
"""

from dataclasses import dataclass
from typing import Literal

QUICK_MS = 30
CALM_MS = 120
SURE = 4
WHOLE_WITHOUT_END = 8

Verdict = Literal["scan", "typing"]


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One key that typed something: what it typed here, and what it would have typed on an American keyboard."""

    text: str
    on_us: str = ""


class Burst:
    """Letters that followed each other so quickly that they may be a scan; times are milliseconds of one clock."""

    def __init__(self) -> None:
        self._letters: list[Letter] = []
        self._last_ms = 0.0
        self.was_edited = False

    @property
    def is_empty(self) -> bool:
        """Tell whether no letter is held."""
        return not self._letters

    @property
    def is_sure(self) -> bool:
        """Tell whether no person can have typed this; such a burst may pause a little longer."""
        return len(self._letters) >= SURE

    @property
    def patience_ms(self) -> int:
        """Return how long the next key may take and still belong to these."""
        return CALM_MS if self.is_sure else QUICK_MS

    @property
    def text(self) -> str:
        """Return what the letters say."""
        return "".join(letter.text for letter in self._letters)

    @property
    def by_keys(self) -> str:
        """Return what the same keys say on an American keyboard; empty where the keys are not known."""
        if not any(letter.on_us for letter in self._letters):
            return ""
        return "".join(letter.on_us or letter.text for letter in self._letters)

    def follows(self, at_ms: float) -> bool:
        """Tell whether a key at that moment belongs to the letters before it."""
        return not self.is_empty and at_ms - self._last_ms <= self.patience_ms

    def add(self, letter: Letter, at_ms: float) -> None:
        """Take one more letter."""
        self._letters.append(letter)
        self._last_ms = at_ms

    def take_back(self, at_ms: float) -> None:
        """Forget the last letter: an input method pressed Backspace in order to write another."""
        self._letters.pop()
        self._last_ms = at_ms
        self.was_edited = True

    def judged(self, *, keys_are_known: bool) -> Verdict:
        """Return what letters are after which nothing came, not even Enter.

        Where keys are known, letters that come from none are an input method's shorthand being written out.
        """
        from_keys = sum(bool(letter.on_us) for letter in self._letters)
        if keys_are_known and from_keys * 2 < len(self._letters):
            return "typing"
        return "scan" if len(self._letters) >= WHOLE_WITHOUT_END else "typing"
