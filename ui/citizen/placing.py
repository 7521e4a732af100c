"""Where a citizen's window stands: full on a screen of its own where there is one, else a window beside the officer's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_names() -> tuple[str, ...]:
    """Return the names of the screens that are connected now."""
    return tuple(screen.name() for screen in QGuiApplication.screens())


def chosen(names: Sequence[str], *, officers: str, wanted: str, last: bool) -> str:
    """Return the name of the screen to fill, empty for none: never the officer's own.

    ``wanted`` where it is connected; else the second screen, or with ``last`` the last one.
    """
    others = [name for name in names if name != officers]
    if wanted in others:
        return wanted
    return (others[-1] if last else others[0]) if others else ""


def place(window: QWidget, name: str, *, takes_keys: bool) -> None:
    """Fill the screen called ``name`` with ``window``; show it as a window of its own where ``name`` is empty.

    On a screen of its own it takes no keyboard: a citizen's touch must not carry the officer's typing away. As a window
    it does where ``takes_keys`` allows it.
    """
    found: QScreen | None = next((each for each in QGuiApplication.screens() if name and each.name() == name), None)
    window.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, found is not None or not takes_keys)
    if found is not None:
        window.setGeometry(found.geometry())
    # Not showFullScreen(): that would ask for the keyboard.
    window.setWindowState(Qt.WindowState.WindowFullScreen if found is not None else Qt.WindowState.WindowNoState)
    window.show()
