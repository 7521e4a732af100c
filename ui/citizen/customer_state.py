"""What the customer's screen shows and when: one plain object that is told what happened and what the clock says.

Nothing personal ever enters it but what ``Happenings`` has shortened: initials, last digits, a dossier's code.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desk_app.surveys.commands import Rating
from desk_app.surveys.rules import Level, Reason

SLOGAN_S, CALLED_S, REGISTERED_S, RATING_S, REASONS_S, THANKS_S = 12, 30, 60, 40, 15, 5


class Kind(Enum):
    """What the screen is busy with."""

    SLOGAN = "slogan"
    CALLED = "called"
    REGISTERED = "registered"
    RATING = "rating"
    REASONS = "reasons"
    THANKS = "thanks"
    SORRY = "sorry"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One time the question is put: its id, the dossier's id and code, and the account that handed over."""

    id: str
    dossier: str
    code: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer to be written, in the session of ``by``."""

    by: str
    rating: Rating


@dataclass(frozen=True, kw_only=True)
class Showing:
    """What stands on the screen until ``until_s`` on the clock; 0 stands until something happens."""

    kind: Kind = Kind.SLOGAN
    big: str = ""
    under: str = ""
    small: str = ""
    until_s: float = 0.0
    asking: Asking | None = None
    level: Level | None = None
    reasons: tuple[Reason, ...] = ()


class CustomerState:
    """Moves from one showing to the next; times are seconds on a clock that never goes back."""

    def __init__(self) -> None:
        self.showing = Showing()
        self._slogans: tuple[str, ...] = ()
        self._place = -1
        self._waiting: Showing | None = None
        self._locked = False
        self._next_slogan(0.0)

    def take_slogans(self, slogans: Sequence[str], now_s: float) -> None:
        """Show these slogans from now on."""
        if tuple(slogans) != self._slogans:
            self._slogans, self._place = tuple(slogans), -1
            if self.showing.kind is Kind.SLOGAN:
                self._next_slogan(now_s)

    def lock(self, now_s: float) -> Answer | None:
        """Show slogans only, until ``unlock``: nobody works at the counter; return what was left as ``finish`` does."""
        left = self.finish(now_s)
        self._locked, self._waiting = True, None
        self._next_slogan(now_s)
        return left

    def unlock(self) -> None:
        """Show again what happens at the counter."""
        self._locked = False

    def called(self, number: str, counter: str, now_s: float) -> None:
        """Show who is called; after the answer, where a citizen is being asked."""
        self._begin(Showing(kind=Kind.CALLED, big=number, under=counter, until_s=now_s + CALLED_S), now_s)

    def registered(self, code: str, due: str, whose: str, now_s: float) -> None:
        """Show the code and the due date of a dossier just saved."""
        made = Showing(kind=Kind.REGISTERED, big=code, under=due, small=whose, until_s=now_s + REGISTERED_S)
        self._begin(made, now_s)

    def ask(self, asking: Asking, now_s: float) -> Answer | None:
        """Put the question; one that stands already gives way, and is returned as ``finish`` does."""
        if self._locked:
            return None
        left = self.finish(now_s)
        self.showing = Showing(kind=Kind.RATING, small=asking.code, until_s=now_s + RATING_S, asking=asking)
        return left

    def answer(self, level: Level, now_s: float) -> Answer | None:
        """Take the answer and return it to be written; ask on what it was about."""
        if self.showing.kind is not Kind.RATING:
            return None
        self.showing = replace(self.showing, kind=Kind.REASONS, level=level, until_s=now_s + REASONS_S)
        return _answer_of(self.showing)

    def toggle(self, reason: Reason, now_s: float) -> None:
        """Add a reason, or take it away again; there is as much time as before for the next."""
        if self.showing.kind is Kind.REASONS:
            had = self.showing.reasons
            reasons = tuple(each for each in had if each != reason) if reason in had else (*had, reason)
            self.showing = replace(self.showing, reasons=reasons, until_s=now_s + REASONS_S)

    def finish(self, now_s: float) -> Answer | None:
        """End the asking, with thanks where there was an answer; return the answer anew when reasons were added."""
        shown = self.showing
        if shown.kind not in (Kind.RATING, Kind.REASONS):
            return None
        if shown.kind is Kind.REASONS:
            self.showing = Showing(kind=Kind.THANKS, until_s=now_s + THANKS_S)
        else:
            self._go_on(now_s)
        return _answer_of(shown) if shown.reasons else None

    def tick(self, now_s: float) -> Answer | None:
        """Follow the clock; return an answer whose reasons were left without a last press."""
        if not 0 < self.showing.until_s <= now_s:
            return None
        if self.showing.kind in (Kind.RATING, Kind.REASONS):
            return self.finish(now_s)
        self._go_on(now_s)
        return None

    def fail(self, now_s: float) -> None:
        """Say that the answer could not be written; nothing is said of why."""
        self.showing = Showing(kind=Kind.SORRY, until_s=now_s + THANKS_S)

    def _begin(self, showing: Showing, now_s: float) -> None:
        if self._locked:
            return
        if self.showing.kind in (Kind.RATING, Kind.REASONS):
            self._waiting = replace(showing, until_s=showing.until_s - now_s)
        else:
            self.showing = showing

    def _go_on(self, now_s: float) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.showing = replace(waiting, until_s=waiting.until_s + now_s)
        else:
            self._next_slogan(now_s)

    def _next_slogan(self, now_s: float) -> None:
        self._place = (self._place + 1) % len(self._slogans) if self._slogans else -1
        words = self._slogans[self._place] if self._slogans else ""
        self.showing = Showing(big=words, until_s=now_s + SLOGAN_S)


def _answer_of(showing: Showing) -> Answer | None:
    asking = showing.asking
    if asking is None or showing.level is None:
        return None
    rating = Rating(
        asking=asking.id,
        dossier=asking.dossier,
        level=showing.level,
        reasons=showing.reasons,
        screen="customer_screen",
    )
    return Answer(by=asking.by, rating=rating)
