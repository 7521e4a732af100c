"""Which slogan stands where and when: the turn of the sentences, the minutes of the schedule, what is noted of it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from desk_app.signage.schedule import Window
from ui.citizen.customer_state import SLOGAN_S
from ui.citizen.play_log import Note, PlayLog
from ui.citizen.words import _

CALL_S = 25
"""How long a new call keeps the middle of the display before the slogan comes back."""


class Signs:
    """Knows the slogans and the schedule of the day, and keeps a log for the hall's display and the counter's screen."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self.slogans: tuple[str, ...] = ()
        self._windows: tuple[Window, ...] = ()
        self._calls_until_s = 0.0
        self._hall, self._counter = PlayLog(_("Màn hình gọi số"), new_id), PlayLog(_("Màn hình ở quầy"), new_id)

    def dress(self, slogans: Sequence[str], windows: Sequence[Window]) -> None:
        """Show these slogans in these windows from now on."""
        self.slogans, self._windows = tuple(slogans), tuple(windows)

    def called(self, now_s: float) -> None:
        """Leave the middle of the display to a new call for a while."""
        self._calls_until_s = now_s + CALL_S

    def is_time(self, at: datetime) -> bool:
        """Tell whether the schedule asks for slogans at ``at``."""
        return any(each.holds(at) for each in self._windows)

    def turn(self, now_s: float) -> str:
        """Return the sentence whose turn it is, empty without any."""
        return self.slogans[int(now_s // SLOGAN_S) % len(self.slogans)] if self.slogans else ""

    def large(self, at: datetime, now_s: float) -> str:
        """Return what stands large on the display, empty while calls do."""
        return self.turn(now_s) if now_s >= self._calls_until_s and self.is_time(at) else ""

    def note(self, at: datetime, *, hall: str, counter: str) -> tuple[Note, ...]:
        """Take what stands on either screen (empty: no slogan); return what is to be kept."""
        is_time = self.is_time(at)
        return (
            *self._hall.tick(hall if is_time else "", at),
            *self._counter.tick(counter if is_time else "", at),
        )

    def stop(self) -> tuple[Note, ...]:
        """Return what is to be kept as the screens go dark."""
        return (*self._hall.stop(), *self._counter.stop())
