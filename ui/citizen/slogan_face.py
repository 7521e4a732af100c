"""The call display in the minutes of the slogans: one sentence, large and calm, and below it the numbers called."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.citizen.big_words import BigWords, ground
from ui.citizen.call_board import CallShown
from ui.citizen.words import _
from ui.widgets import colours

_CELLS = 3


class SloganFace(QWidget):
    """A sentence over a band of numbers; the newest call stands first in it."""

    def __init__(self) -> None:
        super().__init__()
        shown = colours.present()
        ground(self, shown.paper)
        self.slogan = BigWords(0.17, shown.accent_deep, bold=True)
        self.title = BigWords(0.035, shown.soft_ink)
        self.cells = tuple(
            (BigWords(0.085, shown.ink, bold=True), BigWords(0.04, shown.soft_ink)) for _place in range(_CELLS)
        )
        band = QWidget()
        ground(band, shown.ground)
        row = QHBoxLayout(band)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(32)
        row.addWidget(self.title, 2)
        for number, counter in self.cells:
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(number, 6)
            cell.addWidget(counter, 4)
            row.addLayout(cell, 3)
        inside = QVBoxLayout()
        inside.setContentsMargins(48, 24, 48, 24)
        inside.addWidget(self.slogan)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 74)
        layout.addWidget(band, 16)
        self.slogan.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.put_calls(())

    def put_calls(self, calls: Sequence[CallShown]) -> None:
        """Show the newest calls, the newest first."""
        self.title.put(_("Vừa gọi") if calls else _("Chưa gọi số nào"))
        for place, (number, counter) in enumerate(self.cells):
            call = calls[place] if place < len(calls) else None
            number.put(call.number if call else "")
            counter.put(call.counter if call else "")
