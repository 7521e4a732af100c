"""The rail on the left: one button a page, with its key."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.shell.pages import PageEntry, group_of
from ui.theme import font
from ui.widgets import glyphs
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label

# So wide that the longest title stands whole beside the longest key, «Ctrl+F12».
_WIDTH, _NARROW_WIDTH = 188, 50
# The drawing, the paddings and the gap before the key.
_BESIDE_WORDS = 56
_BUTTON_PX, _LOWEST_PX = 40, 22
_SPACING = 2
_DIVIDER = "rail-line"


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
        self._buttons: dict[str, QPushButton] = {}
        self._titles: dict[str, str] = {}
        layout = _column(self)
        layout.setContentsMargins(0, grown(8), 0, grown(8))
        # The window may be lower than all buttons at their full height: then they move together.
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._area, self._inside = _scrolled()
        pages = _column(self._inside)
        for place, entry in enumerate(entries):
            if place and group_of(entry.key) != group_of(entries[place - 1].key):
                pages.addWidget(_divider())
            pages.addWidget(self._page_button(entry))
        pages.addStretch(1)
        layout.addWidget(self._area, 1)
        for words, keys, glyph, signal in (
            (_("Phím tắt"), "F1", "keys", self.keys_requested),
            (_("Khóa"), "Ctrl+L", "lock", self.lock_requested),
        ):
            button = _button(self, words, keys, glyph)
            button.clicked.connect(signal)
            self._all.append(button)
            layout.addWidget(button)
        self.be_narrow(False)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the pages, top to bottom."""
        return tuple(self._buttons)

    def be_narrow(self, narrow: bool) -> None:
        """Show only the drawings where there is little room; their words stay for the ear and the pointer."""
        self._is_narrow = narrow
        self.setFixedWidth(grown(_NARROW_WIDTH if narrow else _WIDTH))
        for button in self._all:
            keys = button.findChildren(QLabel)
            taken = sum(key.sizeHint().width() for key in keys) + grown(_BESIDE_WORDS)
            words = QFontMetrics(font(bold=True)).elidedText(
                button.accessibleName(), Qt.TextElideMode.ElideRight, self.width() - taken
            )
            button.setText("" if narrow else f" {words}")
            for key in keys:
                key.setVisible(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons move together where they would not all fit, then let the pages scroll."""
        super().resizeEvent(event)
        dividers = len(self._inside.findChildren(QFrame, _DIVIDER, Qt.FindChildOption.FindDirectChildrenOnly))
        around = 2 * grown(8) + dividers * (grown(7) + _SPACING) + _SPACING * (len(self._all) + 1)
        share = (event.size().height() - around) // len(self._all)
        for button in self._all:
            button.setFixedHeight(max(grown(_LOWEST_PX), min(grown(_BUTTON_PX), share)))

    def minimumSizeHint(self) -> QSize:
        """Ask for no height: see ``resizeEvent``."""
        return QSize(self.width(), 0)

    def mark(self, key: str) -> None:
        """Show which page is in front; none when it has no button. Tab stops at that one, arrows lead to the others."""
        stop = key if key in self._buttons else next(iter(self._buttons), "")
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            policies = Qt.FocusPolicy
            button.setFocusPolicy(policies.StrongFocus if name == stop else policies.ClickFocus)
            if name == key:
                self._area.ensureWidgetVisible(button, 0, grown(_LOWEST_PX))

    def walk(self, button: QPushButton, step: int) -> None:
        """Move the keyboard from ``button`` to the one above (-1) or below (1)."""
        following = self._all[(self._all.index(button) + step) % len(self._all)]
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._inside.isAncestorOf(following):
            self._area.ensureWidgetVisible(following, 0, grown(_LOWEST_PX))

    def count(self, key: str, number: int) -> None:
        """Show a number beside a page's title; 0 shows none."""
        if key in self._buttons:
            title = self._titles[key]
            self._buttons[key].setAccessibleName(f"{title} ({number})" if number else title)
            self.be_narrow(self._is_narrow)

    def _on_clicked(self, button: QPushButton, key: str) -> None:
        # The click has checked it; which page is in front is for ``mark`` to say.
        button.setChecked(not button.isChecked())
        self.chosen.emit(key, "")

    def _page_button(self, entry: PageEntry) -> QPushButton:
        made = _button(self, entry.title, entry.shortcut, entry.glyph)
        made.setCheckable(True)
        made.clicked.connect(lambda: self._on_clicked(made, entry.key))
        self._buttons[entry.key] = made
        self._titles[entry.key] = entry.title
        self._all.append(made)
        return made


class _RailButton(QPushButton):
    def __init__(self, rail: Rail, words: str) -> None:
        super().__init__(words)
        self._rail = rail

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the rail with the arrow keys."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._rail.walk(self, step)
        else:
            super().keyPressEvent(event)


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(_SPACING)
    return made


def _scrolled() -> tuple[QScrollArea, QWidget]:
    area, inside = QScrollArea(), QWidget()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    inside.setObjectName("rail")
    area.setWidget(inside)
    return area, inside


def _button(rail: Rail, words: str, keys: str, glyph: str) -> QPushButton:
    made = _RailButton(rail, f" {words}")
    made.setProperty("kind", "rail")
    made.setIcon(glyphs.icon(glyph, COLOURS.rail_ink, grown(18)))
    made.setIconSize(QSize(grown(18), grown(18)))
    made.setAccessibleName(words)
    made.setToolTip(f"{words} ({keys})" if keys else words)
    key = label(keys, "small")
    key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    beside = QVBoxLayout(made)
    beside.setContentsMargins(0, 0, grown(8), 0)
    beside.addWidget(key, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _divider() -> QFrame:
    made = QFrame()
    made.setObjectName(_DIVIDER)
    made.setFixedHeight(grown(7))
    return made
