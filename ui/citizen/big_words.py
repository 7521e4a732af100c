"""Words that are as large as their place allows: a screen is read from across a hall, whatever its size."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme

_SMALLEST_PX = 12
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_FOUND_WITHIN_PX = 1


class BigWords(QLabel):
    """A label whose letters fill it: up to ``share`` of the window's height, smaller where the words need more lines."""

    def __init__(
        self, share: float, colour: str, *, bold: bool = False, align: Qt.AlignmentFlag = _MIDDLE, wrap: bool = True
    ) -> None:
        super().__init__()
        self._share = share
        self._align = align
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        self.setWordWrap(wrap)
        self.setMinimumSize(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.colour(colour)

    def colour(self, colour: str) -> None:
        """Write in ``colour`` from now on."""
        self.setStyleSheet(f"color: {colour}; background: transparent;")

    def put(self, words: str) -> None:
        """Show ``words``, as large as they can be."""
        if words != self.text():
            self.setText(words)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the letters anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Find, by halving, the largest letters with which the words stay inside."""
        fits, too_large = _SMALLEST_PX, max(_SMALLEST_PX + 1, round(self.window().height() * self._share) + 1)
        while too_large - fits > _FOUND_WITHIN_PX:
            tried = (fits + too_large) // 2
            if self._holds(tried):
                fits = tried
            else:
                too_large = tried
        self.setFont(sized(fits, bold=self._bold))
        self._balance(fits)

    def _balance(self, size_px: int) -> None:
        """Narrow the lines as far as their number stays the same: no last word stands alone."""
        if not self.wordWrap() or not self._align & Qt.AlignmentFlag.AlignHCenter:
            return
        height, narrow, wide = self._needs(size_px, self.width()).height(), 1, self.width()
        while wide - narrow > _FOUND_WITHIN_PX:
            tried = (narrow + wide) // 2
            needed = self._needs(size_px, tried)
            if needed.height() <= height and needed.width() <= tried:
                wide = tried
            else:
                narrow = tried
        beside = (self.width() - wide) // 2
        self.setContentsMargins(beside, 0, self.width() - wide - beside, 0)

    def _holds(self, size_px: int) -> bool:
        needed = self._needs(size_px, self.width())
        return needed.height() <= self.height() and needed.width() <= self.width()

    def _needs(self, size_px: int, width: int) -> QSize:
        """Return the room that the words take in lines of ``width``; a word too long for it makes it wider."""
        metrics = QFontMetrics(sized(size_px, bold=self._bold))
        flags = int(self._align.value) | (int(Qt.TextFlag.TextWordWrap.value) if self.wordWrap() else 0)
        needed = metrics.boundingRect(QRect(0, 0, width, 100_000), flags, self.text())
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(max(needed.width(), widest), needed.height())


def sized(size_px: int, *, bold: bool = False) -> QFont:
    """Return the program's letters at ``size_px`` pixels, whatever the text size of the officer's window."""
    made = QFont(theme.FONT)
    made.setPixelSize(max(1, size_px))
    made.setBold(bold)
    return made


def ground(widget: QWidget, colour: str) -> None:
    """Let ``widget``, and nothing in it, stand on ``colour``."""
    name = widget.objectName() or f"ground{id(widget)}"
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setStyleSheet(f"QWidget#{name} {{ background: {colour}; }}")
