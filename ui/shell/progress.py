"""How far long work is: said on its own thread, shown at the window, stopped by the person who waits."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from desk_app.kernel.errors import Cancelled
from desk_app.kernel.translations import _

_SHOW_EVERY_S = 0.05


@dataclass(frozen=True, kw_only=True)
class LongWork:
    """Long work as the window shows it; a ``total`` of 0 means that nobody knows how much there is."""

    title: str
    done: int = 0
    total: int = 0
    words: str = ""
    stopping: bool = False


class Progress:
    """Given to long work: ``say`` tells how far it is, and is the place at which the work can be stopped."""

    def __init__(self, title: str, show: Callable[[LongWork], None]) -> None:
        self._title = title
        self._show = show
        self._stop = threading.Event()
        self._shown_s = float("-inf")
        self.stand = LongWork(title=title)

    def say(self, done: int, total: int, words: str = "") -> None:
        """Tell that ``done`` of ``total`` pieces are behind; raises ``Cancelled`` once the person wants it stopped.

        It may be called for every piece: the window is told twenty times a second at most.
        """
        if self._stop.is_set():
            raise stopped(self._title)
        now = time.monotonic()
        if done >= total or now - self._shown_s >= _SHOW_EVERY_S:
            self._shown_s = now
            self._show(LongWork(title=self._title, done=done, total=total, words=words))

    @property
    def is_stopping(self) -> bool:
        """Tell whether the person asked to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Let the next ``say`` end the work."""
        self._stop.set()


def stopped(title: str) -> Cancelled:
    """Return what a person is told of long work that they stopped."""
    return Cancelled(
        "window.stopped", _("Đã dừng: {title}.").format(title=title), _("Những gì đã lưu trước đó vẫn nguyên.")
    )
