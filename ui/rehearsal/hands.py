"""Hands on the keyboard of a real window, and eyes on what it shows."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_LOOK_EVERY_MS = 20
_PATIENCE_S = 60.0


class Waited(AssertionError):
    """What was waited for did not come."""


class Hands:
    """Types into whatever has the focus, as a person does; nothing is called behind the window's back."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        # Keys that stand for actions reach an active window only; without a window manager nobody else makes it so.
        window.activateWindow()

    def type(self, text: str) -> None:
        """Type a text, letter by letter; any letter of Vietnamese is one key."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focus(), key)

    def press(self, keys: str) -> None:
        """Press keys by their name, as in ``F2`` or ``Ctrl+Return``."""
        QTest.keySequence(self._focus(), QKeySequence(keys))

    def scan(self, text: str) -> None:
        """Let a scanner that types say a text, with Enter: its keys reach the window as the system hands them over."""
        window = self._window.windowHandle()
        none = Qt.KeyboardModifier.NoModifier
        for letter in f"{text}\r":
            code = int(Qt.Key.Key_Return) if letter == "\r" else ord(letter.upper()) if letter.isascii() else 0
            for pressed in (True, False):
                QTest.simulateEvent(window, pressed, code, none, letter, False)

    def wait_for(self, condition: Callable[[], bool], what: str, patience_s: float = _PATIENCE_S) -> None:
        """Let the window work until ``condition`` holds; raise ``Waited`` with ``what`` when it does not."""
        last = time.monotonic() + patience_s
        while not condition():
            if time.monotonic() > last:
                raise Waited(what)
            self.rest(_LOOK_EVERY_MS)

    def rest(self, ms: int) -> None:
        """Let the window work for a while."""
        rest(ms)

    def picture(self, file: Path) -> Path:
        """Save what the window shows now."""
        self.rest(60)
        if not self._window.grab().save(str(file)):
            raise OSError(f"the picture {file} could not be written")
        return file

    def _focus(self) -> QWidget:
        return self._window.focusWidget() or self._window


def rest(ms: int) -> None:
    """Let all windows work for a while; one that is to be deleted is gone then."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
