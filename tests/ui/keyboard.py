"""A keyboard as the operating system hands it to the window: a scanner's, or a person's, at an exact pace."""

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest

from tests.ui.windows import Seat

ENTER, TAB, BACK = "\r", "\t", "\b"

CODE = "000.16.32.H49-261123-1001"
"""The first dossier of the rehearsal desk's day."""

CARD = "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"
"""An invented identity card, as a scanner types it."""

_CODES = {ENTER: Qt.Key.Key_Return, TAB: Qt.Key.Key_Tab, BACK: Qt.Key.Key_Backspace}
# Beyond this a person types, and the window works between two keys.
_PERSON_MS = 30


class Keyboard:
    """Presses keys; their moments are exact whatever else the machine is doing meanwhile."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._now_ms = 1_000.0
        seat.workspace.scanning.wedge.moment_ms = self._moment_ms
        # A pressed key lets the window do all that waits; what takes long would part the keys as no scanner does.
        seat.settle()

    def press(self, text: str, *, every_ms: float = 1.0, repeat: bool = False) -> None:
        """Press the keys of ``text``; with ``repeat`` one key is held down."""
        for place, letter in enumerate(text):
            if place:
                self.wait(every_ms)
            code = int(_CODES.get(letter) or (ord(letter.upper()) if letter.isascii() else 0))
            none = Qt.KeyboardModifier.NoModifier
            QTest.simulateEvent(window_of(self._seat), True, code, none, letter, repeat and place > 0)
            if not repeat:
                QTest.simulateEvent(window_of(self._seat), False, code, none, letter, False)

    def wait(self, ms: float) -> None:
        """Press nothing for a while."""
        self._now_ms += ms
        if ms < _PERSON_MS:
            time.sleep(ms / 1000)
        else:
            self._seat.hands.rest(round(ms))

    def _moment_ms(self, _: QKeyEvent) -> float:
        return self._now_ms


def window_of(seat: Seat) -> QWindow:
    """Return the window as the operating system knows it."""
    handle = seat.window.windowHandle()
    assert handle is not None
    return handle


def press(seat: Seat, text: str, *, every_ms: float = 1.0) -> None:
    """Press the keys of ``text`` on a keyboard that was silent before."""
    Keyboard(seat).press(text, every_ms=every_ms)


def calm(seat: Seat) -> None:
    """Wait until nothing is held back any more, and everything that was scanned is made out."""
    seat.hands.rest(200)
    seat.settle()
