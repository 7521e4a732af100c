"""The rail on the left: one button a page, with its key."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.shell.pages import PageEntry
from ui.widgets import glyphs
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label

_WIDTH, _NARROW_WIDTH = 168, 50


class Rail(QWidget):
    """Says ``chosen`` with a page's key and an empty subject."""

    chosen = Signal(str, str)
    lock_requested = Signal()
    keys_requested = Signal()

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._is_narrow = False
        self._all: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._titles: dict[str, str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, grown(10), 0, grown(10))
        layout.setSpacing(2)
        for entry in entries:
            layout.addWidget(self._page_button(entry))
        layout.addStretch(1)
        for words, keys, glyph, signal in (
            ("Phím tắt", "F1", "keys", self.keys_requested),
            ("Khóa", "Ctrl+L", "lock", self.lock_requested),
        ):
            button = _button(words, keys, glyph)
            button.clicked.connect(signal)
            self._all.append(button)
            layout.addWidget(button)
        self.be_narrow(False)

    def be_narrow(self, narrow: bool) -> None:
        """Show only the drawings where there is little room; their words stay for the ear and the pointer."""
        self._is_narrow = narrow
        self.setFixedWidth(grown(_NARROW_WIDTH if narrow else _WIDTH))
        for button in self._all:
            button.setText("" if narrow else f" {button.accessibleName()}")
            for key in button.findChildren(QLabel):
                key.setVisible(not narrow)

    def mark(self, key: str) -> None:
        """Show which page is in front; none when it has no button."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)

    def count(self, key: str, number: int) -> None:
        """Show a number beside a page's title; 0 shows none."""
        if key in self._buttons:
            title = self._titles[key]
            self._buttons[key].setAccessibleName(f"{title} ({number})" if number else title)
            self.be_narrow(self._is_narrow)

    def _page_button(self, entry: PageEntry) -> QPushButton:
        made = _button(entry.title, entry.shortcut, entry.glyph)
        made.setCheckable(True)
        made.clicked.connect(lambda: self.chosen.emit(entry.key, ""))
        self._group.addButton(made)
        self._buttons[entry.key] = made
        self._titles[entry.key] = entry.title
        self._all.append(made)
        return made


def _button(words: str, keys: str, glyph: str) -> QPushButton:
    made = QPushButton(f" {words}")
    made.setProperty("kind", "rail")
    made.setIcon(glyphs.icon(glyph, COLOURS.rail_ink, grown(18)))
    made.setIconSize(QSize(grown(18), grown(18)))
    made.setAccessibleName(words)
    made.setToolTip(f"{words} ({keys})")
    key = label(keys, "small")
    key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    beside = QVBoxLayout(made)
    beside.setContentsMargins(0, 0, grown(8), 0)
    beside.addWidget(key, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
