"""The call display: the window for the hall's television, with the number that is called in the largest letters."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.citizen.big_words import BigWords, ground
from ui.citizen.call_board import CallBoard, CallShown
from ui.citizen.slogan_face import SloganFace
from ui.citizen.waiting_band import WaitingBand
from ui.citizen.words import _
from ui.widgets import colours

_SIZE, _SMALLEST = (1280, 720), (400, 400)
_ROWS = 5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

FLASH_MS = 700
"""How long the ground of a new call stays light, then plain: under one flash a second, three being the most allowed."""

_FLASHES = 3


class CallDisplay(QWidget):
    """Shows what ``CallBoard`` holds; draws the eye to a new call by a calm change of its ground.

    In the minutes of the slogans one of them stands large in the middle, until a call is new.
    """

    put_away = Signal()

    def __init__(self, office_name: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        shown = colours.present()
        self.setWindowTitle(_("Màn hình gọi số"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setObjectName("hall")
        ground(self, shown.paper)
        self._plain, self._light = shown.paper, shown.accent_soft
        self.office = BigWords(0.045, shown.rail_ink, bold=True, align=_LEFT)
        self.office.put(office_name)
        self.day = BigWords(0.035, shown.rail_ink, align=_RIGHT, wrap=False)
        self.clock = BigWords(0.07, "#ffffff", bold=True, align=_RIGHT, wrap=False)
        self.over = BigWords(0.07, shown.soft_ink)
        self.number = BigWords(0.5, shown.accent_deep, bold=True, wrap=False)
        self.counter = BigWords(0.13, shown.ink, bold=True)
        self.before = tuple(self._row(shown.ink) for place in range(_ROWS))
        self.waiting = WaitingBand()
        self.slogan = BigWords(0.05, shown.rail_ink, bold=True)
        self.face = SloganFace()
        self._stack = QStackedWidget()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._called = QWidget()
        self._lay_out(shown.rail, shown.ground, shown.soft_ink)
        self._flashes = QTimer(self)
        self._flashes.setInterval(FLASH_MS)
        self._flashes.timeout.connect(self._on_flash)
        self._left = 0
        self.put(CallBoard())

    @property
    def is_light(self) -> bool:
        """Tell whether the ground of the newest call is light just now."""
        return self._left % 2 == 1

    def put(self, board: CallBoard) -> None:
        """Show who is called, who was called before, and how many wait."""
        newest = board.newest
        for part in (self.over, self.number):
            part.setVisible(newest is not None)
        self.over.put(_("Mời số"))
        self.number.put(newest.number if newest else "")
        words = _("đến {counter}").format(counter=newest.counter) if newest else _("Mời quý vị lấy số và chờ gọi")
        self.counter.put(words)
        for (number, counter), call in zip(self.before, _padded(board.before), strict=True):
            number.put(call.number if call else "")
            counter.put(call.counter if call else "")
        self.waiting.put(board.lines)
        self.face.put_calls([call for call in (newest, *board.before) if call is not None])

    @property
    def shows_large_slogan(self) -> bool:
        """Tell whether a slogan stands in the middle now."""
        return self._stack.currentIndex() == 1

    def show_large_slogan(self, words: str) -> None:
        """Let a slogan stand large in the middle; empty brings the calls back."""
        self._stack.setCurrentIndex(1 if words else 0)
        if words:
            self.face.slogan.put(words)

    def tick(self, now: datetime) -> None:
        """Follow the clock."""
        self.clock.put(f"{now:%H:%M}")
        self.day.put(f"{_weekday(now)}, {now:%d/%m/%Y}")

    def show_slogan(self, words: str) -> None:
        """Put one slogan at the foot."""
        self.slogan.put(words)

    def flash(self) -> None:
        """Draw the eye to the newest call, calmly, a few times."""
        self._left = 2 * _FLASHES
        self._on_flash()
        self._flashes.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that somebody put the window away."""
        self._flashes.stop()
        self.put_away.emit()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set earlier calls below the newest on a screen that stands upright."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        upright = event.size().height() > event.size().width()
        self._middle.setDirection(ways.TopToBottom if upright else ways.LeftToRight)

    def _on_flash(self) -> None:
        self._left -= 1
        ground(self._called, self._light if self.is_light else self._plain)
        if self._left <= 0:
            self._flashes.stop()

    def _row(self, ink: str) -> tuple[BigWords, BigWords]:
        return (
            BigWords(0.075, ink, bold=True, align=_LEFT, wrap=False),
            BigWords(0.05, ink, align=_RIGHT, wrap=False),
        )

    def _lay_out(self, rail: str, pale: str, soft_ink: str) -> None:
        top, foot, side = QWidget(), QWidget(), QWidget()
        for part, colour in ((top, rail), (foot, rail), (side, pale), (self._called, self._plain)):
            ground(part, colour)
        head = QHBoxLayout(top)
        head.setContentsMargins(24, 4, 24, 4)
        for words, stretch in ((self.office, 60), (self.day, 26), (self.clock, 14)):
            head.addWidget(words, stretch)
        QHBoxLayout(foot).addWidget(self.slogan)
        called = QVBoxLayout(self._called)
        for words, stretch in ((self.over, 14), (self.number, 56), (self.counter, 24)):
            called.addWidget(words, stretch)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._called, 62)
        self._middle.addWidget(self._side(side, soft_ink), 38)
        calls = QWidget()
        inside = QVBoxLayout(calls)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._middle, 66)
        inside.addWidget(self.waiting, 15)
        inside.addWidget(foot, 9)
        for face in (calls, self.face):
            self._stack.addWidget(face)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top, 10)
        layout.addWidget(self._stack, 90)

    def _side(self, side: QWidget, soft_ink: str) -> QWidget:
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 10, 24, 10)
        title = BigWords(0.045, soft_ink, align=_LEFT)
        title.put(_("Vừa gọi"))
        column.addWidget(title, 1)
        for number, counter in self.before:
            line = QHBoxLayout()
            line.addWidget(number, 1)
            line.addWidget(counter, 1)
            column.addLayout(line, 2)
        return side


def _padded(calls: Sequence[CallShown]) -> list[CallShown | None]:
    return [*calls, *([None] * (_ROWS - len(calls)))]


def _weekday(now: datetime) -> str:
    names = (_("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ nhật"))
    return names[now.weekday()]
