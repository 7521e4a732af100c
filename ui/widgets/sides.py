"""Two parts side by side; one below the other where the window is narrow, or its text large."""

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.widgets.parts import grown

_WAYS = QBoxLayout.Direction


class Sides(QBoxLayout):
    """Lays out two parts that share the width as ``shares`` say."""

    def __init__(self, left: QWidget | QLayout, right: QWidget | QLayout, shares: tuple[int, int] = (1, 1)) -> None:
        super().__init__(_WAYS.LeftToRight)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(grown(10))
        for part, share in zip((left, right), shares, strict=True):
            if isinstance(part, QLayout):
                self.addLayout(part, share)
            else:
                self.addWidget(part, share)

    def be_narrow(self, *, narrow: bool) -> None:
        """Set the parts below each other, or side by side again."""
        self.setDirection(_WAYS.TopToBottom if narrow else _WAYS.LeftToRight)
