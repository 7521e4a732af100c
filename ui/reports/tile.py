"""A figure in large on the overview; it leads to what it counts."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desk_app.reports.figure import Figure
from ui.reports.overview import Tile
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, shape

WIDTH = 176


class TileButton(QPushButton):
    """Its number, its words, and what it was before; with a drawn warning where it wants attention."""

    def __init__(self, tile: Tile, line: str, opened: Callable[[Figure], None]) -> None:
        super().__init__()
        self.tile = tile
        self.setProperty("kind", "tile")
        self.setAutoDefault(False)
        self.setMinimumWidth(grown(WIDTH))
        self.setProperty("low", True)
        spoken = f"{line}, {tile.words}: {tile.number}, {tile.remark}"
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.clicked.connect(lambda: opened(tile.figure))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(tile.words, "strong"))
        words.addWidget(label(tile.remark, "small"))
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grown(10), grown(4), grown(8), grown(4))
        layout.setSpacing(grown(8))
        layout.addWidget(label(tile.number, "figure"))
        layout.addLayout(words, 1)
        if tile.alarms:
            layout.addWidget(shape("late", COLOURS.danger, 18), 0, Qt.AlignmentFlag.AlignTop)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the figure at Enter too, as everywhere on this page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
