"""The session of a helper of the writing table: it ends by itself, and says so some minutes before."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.kernel.translations import _
from ui.shell.message_bar import MessageBar

if TYPE_CHECKING:
    from desk_app.shifts.session_end import SessionEnd

WARNED_BEFORE = timedelta(minutes=5)
_WARNED_S = WARNED_BEFORE.total_seconds()
_LOOK_EVERY_MS = 5_000


class HelperSession(QObject):
    """Counts down by a steady clock, warns ``WARNED_BEFORE`` the end, says ``ran_out`` at the end.

    A lock stops nothing. Who was away when the warning came hears it as they come back, and has its minutes from then on:
    once, so that locking and unlocking gives no time more.
    """

    ran_out = Signal()

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._account = ""
        self._ends_at: datetime | None = None
        self._ends_s = 0.0
        self._is_warned = self._is_away = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def ends_at(self) -> datetime | None:
        """Return the moment at which it ends; None while no helper's session runs."""
        return self._ends_at

    def begin(self, account: str, end: SessionEnd, now: datetime) -> None:
        """Begin a session, or go on with the same helper's as they unlock the window."""
        self._is_away = False
        if self._timer.isActive() and account == self._account:
            self.look()
            return
        self._account, self._ends_at, self._is_warned = account, end.at, False
        self._ends_s = time.monotonic() + (end.at - now).total_seconds()
        self._timer.start()
        shift, plain = (
            _("Hết ca trực, phiên làm việc tự kết thúc lúc {time}."),
            _("Phiên làm việc tự kết thúc lúc {time}."),
        )
        self._messages.say((shift if end.is_shift else plain).format(time=f"{end.at:%H:%M}"), tone="plain")
        self.look()

    def step_away(self) -> None:
        """Keep the warning until somebody is there again: the window is locked."""
        self._is_away = True

    def stop(self) -> None:
        """End it without a word: somebody else is here, or the window closes."""
        self._timer.stop()
        self._account, self._ends_at = "", None

    def look(self, ahead_s: float = 0.0) -> None:
        """Warn, or end it, if the time has come; ``ahead_s`` looks that far ahead."""
        if self._ends_at is None:
            return
        left_s = self._ends_s - time.monotonic() - ahead_s
        if left_s <= _WARNED_S and not self._is_warned and not self._is_away:
            self._warn(left_s)
        elif left_s <= 0:
            self.stop()
            self.ran_out.emit()

    def _warn(self, left_s: float) -> None:
        self._is_warned = True
        late = timedelta(seconds=max(0.0, _WARNED_S - left_s))
        self._ends_s += late.total_seconds()
        if self._ends_at is not None:
            self._ends_at += late
            self._messages.say(
                _("Phiên làm việc tự kết thúc lúc {time}.").format(time=f"{self._ends_at:%H:%M}"),
                _("Hãy in và ghi lượt viết đang dở. Phần đã nhập vẫn được giữ, đăng nhập lại là thấy."),
                tone="warning",
            )
