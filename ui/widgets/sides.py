"""A list and what it tells about one of its lines, side by side; one below the other where there is little room."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.widgets.parts import grown

_WAYS = QBoxLayout.Direction


class Sides(QBoxLayout):
    """Lays out two parts that share the width as ``shares`` say."""

    def __init__(self, left: QWidget, right: QWidget, shares: tuple[int, int]) -> None:
        super().__init__(_WAYS.LeftToRight)
        self.setSpacing(grown(10))
        for part, share in zip((left, right), shares, strict=True):
            self.addWidget(part, share)

    def be_narrow(self, *, narrow: bool) -> None:
        """Set the parts below each other, or side by side again."""
        self.setDirection(_WAYS.TopToBottom if narrow else _WAYS.LeftToRight)
