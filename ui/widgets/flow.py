"""A row of controls that goes on in a second line where the window is too narrow for one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.widgets.parts import grown

_GAP = 8


class Flow(QWidget):
    """Holds the parts in their order; None is the gap that grows, and where the line breaks first."""

    def __init__(self, parts: Sequence[QWidget | None]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._lines: tuple[tuple[QWidget | None, ...], ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(grown(6))
        # The lines must not keep the window as wide as they are: they break.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._arrange((self._parts,))

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest part and the height of the lines as they stand."""
        widths = [part.sizeHint().width() for part in self._parts if part is not None and not part.isHidden()]
        return QSize(max(widths, default=0), self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line anew."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Break the line anew also when a part is shown, hidden or says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        lines = ((self._parts),) if self._width(self._parts) <= self.width() else tuple(self._broken())
        if lines != self._lines:
            self._arrange(lines)

    def _broken(self) -> list[tuple[QWidget | None, ...]]:
        """Return the parts in lines that fit, a new one after each gap."""
        lines: list[tuple[QWidget | None, ...]] = []
        line: tuple[QWidget | None, ...] = ()
        for part in self._parts:
            if part is None or (line and self._width((*line, part)) > self.width()):
                lines.append(line)
                line = ()
            if part is not None:
                line = (*line, part)
        return [(*each, None) for each in (*lines, line) if each]

    def _width(self, parts: Sequence[QWidget | None]) -> int:
        shown = [part.sizeHint().width() for part in parts if part is not None and not part.isHidden()]
        return sum(shown) + grown(_GAP) * max(len(shown) - 1, 0)

    def _arrange(self, lines: tuple[tuple[QWidget | None, ...], ...]) -> None:
        self._lines = lines
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.layout()) is not None:
                old.deleteLater()
        for line in lines:
            made = QHBoxLayout()
            made.setSpacing(grown(_GAP))
            self._layout.addLayout(made)
            for part in line:
                if part is None:
                    made.addStretch(1)
                else:
                    made.addWidget(part)
