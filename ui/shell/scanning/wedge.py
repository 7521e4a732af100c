"""Scanners that type: their keys are held back from whatever has the focus, a person's keys are let through.

Each letter waits until it is clear whose it is: some 30 ms for a person, who does not notice. So nothing ever has to
be taken out of a field again, and no button, list or shortcut is set off by a scan. The windows themselves are watched,
not every object of the program: a key passes the window that is in front before it reaches a field or a list.
"""

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from desk_app.scanner.scancodes import System
from ui.shell.scanning.burst import Burst
from ui.shell.scanning.key_events import is_letter, letter_of, pressed_at_ms
from ui.shell.scanning.thing import Heard

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_SILENT = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_BUSY_MS = 10
_MOST_EXTENSIONS = 3
_SYSTEMS: dict[str, System] = {"windows": "windows", "xcb": "x11", "wayland": "x11"}


class Wedge(QObject):
    """Says ``heard`` with a whole scan; listens only while ``is_on`` says so. ``moment_ms`` tells when a key was pressed."""

    heard = Signal(object)

    def __init__(self, parent: QObject, is_on: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_on = is_on
        self.moment_ms: Callable[[QKeyEvent], float] = pressed_at_ms
        self._system: System = _SYSTEMS.get(QGuiApplication.platformName().split("-")[0], "other")
        self._burst = Burst()
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._taken: set[int] = set()
        self._letting_go = False
        # Keys that already wait in the system's queue are delivered first: a busy moment must not split a scan.
        self._last_chance = QTimer(self)
        self._last_chance.setSingleShot(True)
        self._last_chance.setInterval(0)
        self._last_chance.timeout.connect(self._settle)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setTimerType(Qt.TimerType.PreciseTimer)
        self._patience.timeout.connect(self._on_quiet)
        self._waiting_since_s = 0.0
        self._extensions = 0
        self._app = QGuiApplication.instance()
        if isinstance(self._app, QGuiApplication):
            self._app.focusWindowChanged.connect(self.watch)
            for window in self._app.allWindows():
                self.watch(window)

    def watch(self, window: QWindow | None) -> None:
        """Listen to the keys of a window; asked for all that are there, and for each that comes to the front."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def stop(self) -> None:
        """Let go of what is held and listen no more."""
        self._let_go()
        if isinstance(self._app, QGuiApplication):
            self._app.focusWindowChanged.disconnect(self.watch)
            for window in self._app.allWindows():
                window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back keys that may be a scanner's."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._let_go()
            return False
        # What the program sends to itself comes from no keyboard.
        if self._letting_go or not isinstance(event, QKeyEvent) or not event.spontaneous():
            return False
        if not isinstance(watched, QWindow):
            return False
        if kind == QEvent.Type.ShortcutOverride and self._burst.is_sure and self._burst.follows(self.moment_ms(event)):
            # Asked before any shortcut is tried: Enter at the end of a scan must not press the page's own Enter.
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress:
            return self._is_on() and self._on_press(watched, event)
        return kind == QEvent.Type.KeyRelease and self._on_release(watched, event)

    def _on_press(self, window: QWindow, event: QKeyEvent) -> bool:
        key, at_ms = event.key(), self.moment_ms(event)
        if key in _SILENT:
            return False
        follows = self._burst.follows(at_ms)
        if self._burst.is_sure and follows:
            if key in _ENDS:
                self._taken.add(key)
                self._finish(ended=True)
                return True
            if key == Qt.Key.Key_Backspace:
                self._burst.take_back(at_ms)
                self._hold(window, event)
                return True
        if event.isAutoRepeat() or not is_letter(event):
            self._let_go()
            return False
        if not follows:
            self._let_go()
        self._burst.add(letter_of(event, self._system), at_ms)
        self._hold(window, event)
        return True

    def _on_release(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in self._taken:
            self._taken.discard(event.key())
            return True
        if any(held.key() == event.key() and held.type() == QEvent.Type.KeyPress for _, held in self._held):
            self._held.append((window, event.clone()))
            return True
        return False

    def _hold(self, window: QWindow, event: QKeyEvent) -> None:
        self._held.append((window, event.clone()))
        self._extensions = 0
        self._wait()

    def _wait(self) -> None:
        self._last_chance.stop()
        self._waiting_since_s = time.monotonic()
        self._patience.start(self._burst.patience_ms)

    def _on_quiet(self) -> None:
        """Wait once more where the window itself was busy: the scanner's next keys were not even looked at meanwhile."""
        late_ms = (time.monotonic() - self._waiting_since_s) * 1000 - self._patience.interval()
        if late_ms > _BUSY_MS and self._extensions < _MOST_EXTENSIONS:
            self._extensions += 1
            self._wait()
        else:
            self._last_chance.start()

    def _settle(self) -> None:
        """Decide what the letters were, now that no more follow."""
        if self._burst.judged(keys_are_known=self._system != "other") == "scan":
            self._finish(ended=False)
        else:
            self._let_go()

    def _finish(self, *, ended: bool) -> None:
        burst = self._burst
        # The last keys of the scan may still be down: their releases belong to nobody.
        self._taken |= {held.key() for _, held in self._held} - self._released()
        self._forget()
        self.heard.emit(
            Heard(text=burst.text, by_keys=burst.by_keys, source="keys", ended=ended, was_edited=burst.was_edited)
        )

    def _released(self) -> set[int]:
        return {held.key() for _, held in self._held if held.type() == QEvent.Type.KeyRelease}

    def _let_go(self) -> None:
        """Let the held keys through, in their order: a person pressed them."""
        held = self._held
        self._forget()
        self._letting_go = True
        try:
            for window, event in held:
                if shiboken6.isValid(window):
                    QApplication.sendEvent(window, event)
        finally:
            self._letting_go = False

    def _forget(self) -> None:
        self._patience.stop()
        self._last_chance.stop()
        self._held = []
        self._burst = Burst()
