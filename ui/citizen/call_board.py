"""What the call display knows: who is called, who was called before, how many wait. Numbers and counters only."""

from dataclasses import dataclass
from datetime import datetime

_REMEMBERED = 5
_NEWS_S = 20


@dataclass(frozen=True, kw_only=True)
class CallShown:
    """One call: the number as printed and as spoken, the counter, when it was called last."""

    number: str
    spoken: str
    counter: str
    called_at: datetime


@dataclass(frozen=True, kw_only=True)
class LineShown:
    """One line of people: its letter, its field, how many wait."""

    letter: str
    field: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Board:
    """What the queue says now: calls in hand, the newest first; the lines by letter; the desk's own clock."""

    calls: tuple[CallShown, ...]
    lines: tuple[LineShown, ...]
    now: datetime


class CallBoard:
    """Remembers the last calls, and tells which of them are news."""

    def __init__(self) -> None:
        self.newest: CallShown | None = None
        self.before: tuple[CallShown, ...] = ()
        self.lines: tuple[LineShown, ...] = ()
        self._seen: tuple[CallShown, ...] = ()

    def take(self, board: Board) -> tuple[CallShown, ...]:
        """Take what the queue says now; return the calls that were not known yet, oldest first.

        A call that is older than some seconds, as when the display is opened in the middle of the day, is no news.
        """
        known = {(each.number, each.called_at) for each in self._seen}
        fresh = [each for each in board.calls if (each.number, each.called_at) not in known]
        numbers = {each.number for each in board.calls}
        today = [
            each for each in self._seen if each.called_at.date() == board.now.date() and each.number not in numbers
        ]
        in_hand = board.calls[0] if board.calls else None
        self.newest, self.lines = in_hand, board.lines
        every = sorted((*board.calls, *today), key=lambda each: each.called_at, reverse=True)
        # One more than is shown: the newest of them may be on top.
        self._seen = tuple(every[: max(_REMEMBERED + 1, len(board.calls))])
        self.before = tuple(each for each in self._seen if each != in_hand)[:_REMEMBERED]
        return tuple(each for each in reversed(fresh) if (board.now - each.called_at).total_seconds() < _NEWS_S)
