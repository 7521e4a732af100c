"""What a sheet can ask besides a line of text: a choice, several ticks, lines, a secret."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import nfc
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import grown, label, put_look

Options = Sequence[tuple[str, str]]


class Input(Protocol):
    """Something that holds one answer as text, and shows what is wrong with it."""

    name: str

    @property
    def text(self) -> str:
        """Return the answer."""
        ...

    def put(self, text: str) -> None:
        """Show ``text`` as the answer."""
        ...

    def refuse(self, error: InvalidInput | None) -> None:
        """Show an error below, or take it away."""
        ...

    def take_focus(self) -> None:
        """Put the keyboard into it."""
        ...


def secret(name: str, title: str) -> Field:
    """Return a field that shows dots for letters."""
    made = Field(name, title)
    made.edit.setEchoMode(QLineEdit.EchoMode.Password)
    return made


class Labelled(QWidget):
    """A title above, the trouble below; what stands between them is the subclass's."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.trouble_line = label("", "error", wrap=True)
        self.trouble_line.hide()
        self.inner = QVBoxLayout(self)
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.inner.setSpacing(1)
        self.inner.addWidget(label(title, "label"))

    @property
    def trouble(self) -> str:
        """Return what stands below."""
        return self.trouble_line.text()

    def say(self, error: InvalidInput | None) -> None:
        """Show an error below, or take it away."""
        self.trouble_line.setText(f"{error.message} {error.hint}".strip() if error else "")
        self.trouble_line.setVisible(error is not None)


class Choice(Labelled):
    """One of some choices, each a key and its words; says ``chosen`` when a person picks another."""

    chosen = Signal(str)

    def __init__(self, name: str, title: str, options: Options = ()) -> None:
        super().__init__(name, title)
        self._keys: list[str] = []
        self.box = ChoiceBox(title)
        self.inner.addWidget(self.box)
        self.inner.addWidget(self.trouble_line)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.offer(options)
        self.box.activated.connect(lambda _what: self.chosen.emit(self.text))

    def offer(self, options: Options) -> None:
        """Offer other choices from now on; what was chosen stays where it can."""
        present = self.text
        self._keys = [key for key, _words in options]
        self.box.clear()
        for _key, words in options:
            self.box.addItem(words)
        self.put(present)

    @property
    def text(self) -> str:
        """Return the key of the choice that stands."""
        place = self.box.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else ""

    def put(self, text: str) -> None:
        """Choose the option of that key, else the first."""
        self.box.setCurrentIndex(self._keys.index(text) if text in self._keys else 0)

    def refuse(self, error: InvalidInput | None) -> None:
        """Show an error below, or take it away."""
        self.say(error)
        put_look(self.box, "wrong", error is not None)

    def take_focus(self) -> None:
        """Put the keyboard on the box."""
        self.box.setFocus()


class _LinesEdit(QPlainTextEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the sheet; Enter alone begins a new line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class Lines(Labelled):
    """Several lines of text; Ctrl+Enter keeps the sheet."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__(name, title)
        self.edit = _LinesEdit()
        self.edit.setAccessibleName(title)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(grown(96))
        self.inner.addWidget(self.edit)
        self.inner.addWidget(self.trouble_line)

    @property
    def text(self) -> str:
        """Return what is typed, each line as it stands."""
        return nfc(self.edit.toPlainText())

    def put(self, text: str) -> None:
        """Show these lines."""
        self.edit.setPlainText(text)

    def refuse(self, error: InvalidInput | None) -> None:
        """Show an error below, or take it away."""
        self.say(error)

    def take_focus(self) -> None:
        """Put the keyboard into the text."""
        self.edit.setFocus()


class Ticks(Labelled):
    """Several things that may be ticked at once; the answer is their keys, parted by spaces."""

    changed = Signal()

    def __init__(self, name: str, title: str, options: Options) -> None:
        super().__init__(name, title)
        self.boxes = {key: QCheckBox(words) for key, words in options}
        for box in self.boxes.values():
            self.inner.addWidget(box)
            box.clicked.connect(lambda _what: self.changed.emit())
        self.inner.addWidget(self.trouble_line)
        self.inner.setSpacing(grown(1))

    @property
    def text(self) -> str:
        """Return the keys that are ticked."""
        return " ".join(key for key, box in self.boxes.items() if box.isChecked())

    def put(self, text: str) -> None:
        """Tick these keys and no others."""
        ticked = text.split()
        for key, box in self.boxes.items():
            box.setChecked(key in ticked)

    def refuse(self, error: InvalidInput | None) -> None:
        """Show an error below, or take it away."""
        self.say(error)

    def take_focus(self) -> None:
        """Put the keyboard on the first box."""
        next(iter(self.boxes.values())).setFocus()
