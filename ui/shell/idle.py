"""The idle lock: a window that nobody uses goes back to the sign-in, with the half-typed page kept behind it."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_LOOK_EVERY_MS = 5_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleLock(QObject):
    """Watches the input of one window; says ``ran_out`` when there was none for the office's minutes."""

    ran_out = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = 0
        self._last_s = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, window: QWindow) -> None:
        """Take input to ``window`` as a sign of life."""
        window.installEventFilter(self)

    def start(self, minutes: int) -> None:
        """Begin to count anew, with ``minutes`` until the lock."""
        self._minutes = minutes
        self._last_s = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Count no longer: nobody is signed in."""
        self._timer.stop()

    def look(self, ahead_s: float = 0.0) -> None:
        """Lock if the time has run out; ``ahead_s`` looks that far ahead."""
        # Imported late: nothing of the rooms is needed for the first paint.
        from desk_app.accounts.idle_lock import is_locked

        if self._timer.isActive() and is_locked(time.monotonic() + ahead_s - self._last_s, self._minutes):
            self.stop()
            self.ran_out.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the moment of any input and let it pass."""
        if event.type() in _SIGNS_OF_LIFE:
            self._last_s = time.monotonic()
        return False
