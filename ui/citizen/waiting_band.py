"""How many wait in each line: the letter and the number large, the field small below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.citizen.big_words import BigWords
from ui.citizen.call_board import LineShown
from ui.citizen.words import _
from ui.widgets import colours

_MOST = 8


class WaitingBand(QWidget):
    """A cell for each line that anybody waits in; where there are too many, those with the most people."""

    def __init__(self) -> None:
        super().__init__()
        shown = colours.present()
        self.title = BigWords(0.042, shown.soft_ink)
        self.cells = tuple(_Cell() for place in range(_MOST))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 4)
        layout.setSpacing(10)
        layout.addWidget(self.title, 3)
        for cell in self.cells:
            layout.addWidget(cell, 4)
        self.put(())

    def put(self, lines: Sequence[LineShown]) -> None:
        """Show the lines that anybody waits in."""
        busy = sorted((each for each in lines if each.count), key=lambda each: -each.count)[:_MOST]
        in_order = sorted(busy, key=lambda each: each.letter)
        self.title.put(_("Đang chờ") if busy else _("Không có ai đang chờ"))
        for place, cell in enumerate(self.cells):
            cell.setVisible(place < len(in_order))
            if place < len(in_order):
                cell.put(in_order[place])


class _Cell(QWidget):
    def __init__(self) -> None:
        super().__init__()
        shown = colours.present()
        self.count = BigWords(0.055, shown.accent_deep, bold=True, wrap=False)
        self.field = BigWords(0.026, shown.ink, align=Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.count, 5)
        layout.addWidget(self.field, 5)

    def put(self, line: LineShown) -> None:
        self.count.put(f"{line.letter}: {line.count}")
        self.field.put(line.field)
