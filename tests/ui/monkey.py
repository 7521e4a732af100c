"""A tired hand that presses anything: keys, buttons, scans, other people, other window sizes; always the same for one seed."""

from collections.abc import Callable
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.windows import Seat

CARD = "093195004321||Trần Thị Thử|01021995|Nữ|Ấp 2, Hòa Mỹ, Phụng Hiệp, Hậu Giang|25122021"
_LETTERS = "abcdđeêghiklmnoôơpqrstuưvxy 0123456789|-./,"
_MOVES = (
    *("Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Return", "Esc", "Space", "Backspace"),
    *("Home", "End", "PgUp", "PgDown", "Del", "Ctrl+A", "Alt+1", "Alt+2", "Alt+3"),
)
_PAGES = (
    *("F1", "F2", "F2", "F2", "F3", "F4", "F5", "F9", "F10", "F11", "F12"),
    *("Ctrl+F2", "Ctrl+F3", "Ctrl+F5", "Ctrl+F6", "Ctrl+F9", "Ctrl+F10", "Ctrl+F11", "Ctrl+F12"),
    *("Shift+F3", "Shift+F4", "Shift+F8", "Shift+F10", "Shift+F11", "Ctrl+Shift+F9"),
    *("Ctrl+K", "Ctrl+,", "Ctrl+M", "Ctrl+=", "Ctrl+-", "Ctrl+0", "Ctrl+Shift+H"),
)
_SIZES = ((1366, 768), (1024, 640), (1920, 1080))


class Monkey:
    """Works one window; ``what_was_done`` keeps the last actions, to tell how a fault was met."""

    def __init__(self, seat: Seat, seed: int) -> None:
        self._seat = seat
        self._random = Random(seed)
        self._ways: tuple[tuple[int, Callable[[], str]], ...] = (
            (34, self._letters),
            (30, self._move),
            (12, self._page),
            (12, self._page_key),
            (9, self._click),
            (2, self._scan),
            (1, self._resize),
        )
        self.what_was_done: list[str] = []

    def act(self) -> None:
        """Do one thing."""
        weights = [weight for weight, _ in self._ways]
        ((_, way),) = self._random.choices(self._ways, weights)
        self.what_was_done = [*self.what_was_done[-40:], way()]
        QApplication.processEvents()

    def _letters(self) -> str:
        text = "".join(self._random.choices(_LETTERS, k=self._random.randint(1, 4)))
        self._seat.hands.type(text)
        return f"type {text!r}"

    def _move(self) -> str:
        return self._press(self._random.choice(_MOVES))

    def _page(self) -> str:
        return self._press(self._random.choice(_PAGES))

    def _page_key(self) -> str:
        front = self._seat.workspace.front
        keys = [keys for keys, _ in front.key_map if _is_one_key(keys)] if front is not None else []
        return self._press(self._random.choice(keys)) if keys else "nothing"

    def _press(self, keys: str) -> str:
        self._seat.hands.press(keys)
        return keys

    def _click(self) -> str:
        buttons = [each for each in self._seat.window.findChildren(QAbstractButton) if _can_be_clicked(each)]
        if not buttons:
            return "nothing"
        button = self._random.choice(buttons)
        name = button.accessibleName() or button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return f"click «{name}»"

    def _scan(self) -> str:
        self._seat.hands.scan(CARD)
        return "scan a card"

    def _resize(self) -> str:
        size = self._random.choice(_SIZES)
        self._seat.window.resize(*size)
        return f"resize {size}"


def _is_one_key(keys: str) -> bool:
    """Tell a key from words for people, as in «Alt+1 … Alt+9»."""
    sequence = QKeySequence(keys)
    return sequence.count() == 1 and bool(sequence.toString())


def _can_be_clicked(button: QWidget) -> bool:
    return button.isVisible() and button.isEnabled()
