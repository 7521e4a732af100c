"""One field's key on the kiosk, as large as the screen allows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from desk_app.kernel.translations import _
from ui import theme
from ui.tickets.state import TakeKey
from ui.widgets.parts import label

_SCREEN = QSize(1366, 768)


def scale_of(size: QSize) -> float:
    """Return how much larger than a common small screen ``size`` is, by its tighter side; never below a half."""
    return max(0.5, min(size.width() / _SCREEN.width(), size.height() / _SCREEN.height()))


def lettered(size_px: float, *, bold: bool = True) -> QFont:
    """Return the program's font at ``size_px`` pixels of the screen, apart from the officer's text size."""
    made = theme.font(bold=bold)
    made.setPixelSize(max(round(size_px), 8))
    return made


class KioskKey(QPushButton):
    """One field's key, for a finger: letter, name, how many wait; 1 to 9 on a keyboard do the same."""

    def __init__(self, key: TakeKey) -> None:
        super().__init__()
        self.field = key.field
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._letter = label(key.letter)
        self._letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = label(key.field, wrap=True)
        self._waiting = label("", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._waiting)
        words.addStretch(1)
        self._inside = QGridLayout(self)
        self._inside.addWidget(self._letter, 0, 0)
        self._inside.addLayout(words, 0, 1)
        self._inside.setColumnStretch(1, 1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.put(key)

    def put(self, key: TakeKey) -> None:
        """Show how many wait."""
        self._waiting.setText(key.waiting)
        self.setAccessibleName(_("Lấy số {field}").format(field=key.field))
        self.setAccessibleDescription(key.waiting)

    def fit(self, scale: float) -> None:
        """Grow with the screen: 1 is a small laptop's."""
        self.setStyleSheet(f"QPushButton {{ min-height: {round(72 * scale)}px; padding: 0; border-width: 2px; }}")
        self._letter.setFont(lettered(48 * scale))
        self._letter.setFixedWidth(round(60 * scale))
        self._name.setFont(lettered(24 * scale))
        self._waiting.setFont(lettered(19 * scale, bold=False))
        self._inside.setContentsMargins(*[round(each * scale) for each in (16, 6, 16, 6)])
        self._inside.setHorizontalSpacing(round(16 * scale))
