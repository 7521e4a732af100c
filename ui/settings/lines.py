"""Facts as lines: what each is called, and what it is."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from ui.widgets.parts import grown, label, panel


def lines(pairs: Iterable[tuple[str, str]], title: str = "") -> QFrame:
    """Return a panel with one line for each pair; long values go on in the next line."""
    frame, layout = panel(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(grown(16))
    grid.setVerticalSpacing(grown(5))
    for place, (name, value) in enumerate(pairs):
        shown = label(value, wrap=True)
        shown.setAccessibleName(f"{name}: {value}")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(name, "label"), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, place, 1)
    grid.setColumnStretch(1, 1)
    layout.addLayout(grid)
    return frame
