"""What a key event tells: what was typed, by which key, and when."""

import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desk_app.scanner.scancodes import System, us_letter
from ui.shell.scanning.burst import Letter

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
# VK_PACKET: a letter that another program hands over without any key, as input methods do.
_INJECTED = 0xE7


def letter_of(event: QKeyEvent, system: System) -> Letter:
    """Return what a key typed, and what it means on an American keyboard where ``system`` numbers its keys."""
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if system == "windows" and event.nativeVirtualKey() == _INJECTED:
        return Letter(text=event.text())
    return Letter(text=event.text(), on_us=us_letter(event.nativeScanCode(), shifted=shifted, system=system))


def is_letter(event: QKeyEvent) -> bool:
    """Tell whether a key types something; parts of wrongly decoded letters count although they cannot be printed."""
    text, commands = event.text(), event.modifiers() & _COMMANDS
    return text >= " " and text != "\x7f" and commands in (Qt.KeyboardModifier.NoModifier, _ALT_GR)


def pressed_at_ms(event: QKeyEvent) -> float:
    """Return when the key was pressed, by the system's clock where it tells: this program may have been busy since."""
    return float(event.timestamp()) or time.monotonic() * 1000
