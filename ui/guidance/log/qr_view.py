"""A QR code drawn as large as its place, to be read by a telephone held before the screen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.kernel.translations import _
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.parts import grown

_QUIET = 4
_LEAST_PX = 150

Modules = tuple[tuple[bool, ...], ...]


class QrView(QWidget):
    """Shows a code in whole pixels a module, black on white whatever the contrast: readers need both."""

    def __init__(self) -> None:
        super().__init__()
        self._modules: Modules = ()
        self.setAccessibleName(_("Mã QR của tin hướng dẫn"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, modules: Modules) -> None:
        """Show another code; none where ``modules`` is empty."""
        self._modules = modules
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Ask for enough that a telephone makes the code out."""
        return QSize(grown(_LEAST_PX), grown(_LEAST_PX))

    def sizeHint(self) -> QSize:
        """Ask for no more than that; the code grows into what room there is."""
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the code in the middle."""
        if not self._modules:
            return
        count = len(self._modules) + 2 * _QUIET
        size = max(1, min(self.width(), self.height()) // count)
        left, top = (self.width() - size * count) // 2, (self.height() - size * count) // 2
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.fillRect(self.rect(), QColor(drawn(COLOURS.focus)))
            painter.fillRect(self.rect().adjusted(2, 2, -2, -2), QColor(drawn(COLOURS.paper)))
        painter.fillRect(left, top, size * count, size * count, QColor("white"))
        for row, line in enumerate(self._modules, start=_QUIET):
            for column, is_black in enumerate(line, start=_QUIET):
                if is_black:
                    painter.fillRect(QRectF(left + column * size, top + row * size, size, size), QColor("black"))
        painter.end()
