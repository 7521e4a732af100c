"""Giving out numbers at the counter: one large key for each field, priority with its reason."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from desk_app.kernel.translations import _
from desk_app.tickets.facts import Priority
from ui import theme
from ui.tickets.rows import PRIORITY_WORDS
from ui.tickets.state import TakeKey
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.parts import button, grown, label, row

_HEIGHT, _TALLEST = 48, 84


class FieldKey(QPushButton):
    """One field's key: its letter, its name, how many wait there, and the key that does the same."""

    def __init__(self, key: TakeKey, shortcut: str, run: Callable[[str], None]) -> None:
        super().__init__()
        self.field = key.field
        # Said to the style sheet, which would else make every button as flat as a line of text.
        self.setStyleSheet(f"QPushButton {{ min-height: {grown(_HEIGHT)}px; padding: 0; }}")
        self.setMaximumHeight(grown(_TALLEST))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAutoDefault(False)
        self._letter = label(key.letter)
        self._letter.setFont(theme.font(24, bold=True))
        self._letter.setFixedWidth(grown(30))
        self._letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = label(key.field, "strong", wrap=True)
        self._waiting = label("", "soft")
        inside = row(self._letter, spacing=grown(8))
        inside.setContentsMargins(grown(6), grown(3), grown(8), grown(3))
        inside.addWidget(self._name, 1)
        inside.addWidget(self._waiting)
        if shortcut:
            inside.addWidget(label(shortcut, "keycap"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(inside)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: run(self.field))
        self.put(key)

    def put(self, key: TakeKey) -> None:
        """Show how many wait."""
        self._waiting.setText(key.waiting)
        self.setAccessibleName(
            _("Lấy số {letter}: {field}, {waiting}").format(letter=key.letter, field=key.field, waiting=key.waiting)
        )


class TakePanel(QFrame):
    """Calls ``take`` with a field; ``priority`` says with which reason, and is taken back after each number."""

    def __init__(self, take: Callable[[str], None], open_kiosk: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._take = take
        self.keys: dict[str, FieldKey] = {}
        self.has_priority = QCheckBox(_("Ưu tiên  Alt+U"))
        self.has_priority.setAccessibleName(_("Lấy số ưu tiên"))
        self.reason = ChoiceBox(_("Lý do ưu tiên"))
        for words in PRIORITY_WORDS.values():
            self.reason.addItem(words)
        self.has_priority.toggled.connect(self.reason.setEnabled)
        self.reason.setEnabled(False)
        self.kiosk_button = button(_("Mở màn hình lấy số"), open_kiosk, key="Shift+F9", kind="quiet")
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(grown(6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(8), grown(12), grown(8))
        layout.setSpacing(grown(6))
        layout.addWidget(label(_("Lấy số cho người mới đến"), "section"))
        layout.addLayout(row(self.has_priority, self.reason, None))
        layout.addLayout(self._list, 1)
        layout.addLayout(row(self.kiosk_button, None))

    @property
    def priority(self) -> Priority:
        """Return the reason that stands, empty without priority."""
        return tuple(PRIORITY_WORDS)[self.reason.currentIndex()] if self.has_priority.isChecked() else ""

    def put(self, keys: Sequence[TakeKey], *, may_take: bool) -> None:
        """Show the keys of the lines that give out numbers."""
        if [key.field for key in keys] != list(self.keys):
            self._make(keys)
        for key in keys:
            self.keys[key.field].put(key)
        for part in (*self.keys.values(), self.has_priority, self.kiosk_button):
            part.setEnabled(may_take)

    def take_number(self, place: int) -> None:
        """Do as the key in that place, from 0, would; nothing where there is none."""
        fields = list(self.keys)
        if place < len(fields) and self.keys[fields[place]].isEnabled():
            self._take(fields[place])

    def take_back_priority(self) -> None:
        """Untick priority: the next person is somebody else."""
        self.has_priority.setChecked(False)
        self.reason.setCurrentIndex(0)

    def _make(self, keys: Sequence[TakeKey]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.keys = {}
        for place, key in enumerate(keys, start=1):
            made = FieldKey(key, f"Alt+{place}" if place <= 9 else "", self._take)
            self.keys[key.field] = made
            self._list.addWidget(made)
