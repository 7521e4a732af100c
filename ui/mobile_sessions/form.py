"""A form that opens in place and asks for several things in rows: Enter does it, Esc does not."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.widgets.asking import Asking
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, row

_COLUMN_PX = 220
Options = Sequence[tuple[str, str]]


class Choice(QWidget):
    """One choice with its label above; ``key`` is what stands."""

    def __init__(self, name: str, title: str, options: Options = ()) -> None:
        super().__init__()
        self.name = name
        self._keys: list[str] = []
        self.box = ChoiceBox(title)
        self.box.setMinimumContentsLength(8)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(title, "label"))
        layout.addWidget(self.box)
        self.offer(options)

    @property
    def key(self) -> str:
        """Return the key of what stands; empty where there is nothing to choose."""
        at = self.box.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else ""

    def offer(self, options: Options) -> None:
        """Offer these from now on; what stood stays where it is offered again."""
        before = self.key
        self._keys = [key for key, _words in options]
        self.box.clear()
        for _key, words in options:
            self.box.addItem(words)
        if before in self._keys:
            self.box.setCurrentIndex(self._keys.index(before))

    def put(self, key: str) -> None:
        """Choose what has this key."""
        if key in self._keys:
            self.box.setCurrentIndex(self._keys.index(key))


class Form(Asking):
    """Asks for choices and texts by their names, as many beside each other as there is room for."""

    def __init__(self, run: Callable[[], None], words: str, parts: Sequence[Choice | Field]) -> None:
        super().__init__(run, words)
        self._parts = tuple(parts)
        self.fields = {part.name: part for part in parts if isinstance(part, Field)}
        self.choices = {part.name: part for part in parts if isinstance(part, Choice)}
        self.title = label("", "strong", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(grown(10))
        self._grid.setVerticalSpacing(grown(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.setSpacing(grown(6))
        layout.addWidget(self.title)
        layout.addLayout(self._grid)
        layout.addLayout(row(None, self.do_button, button(_("Bỏ"), self.put_away, key="Esc", kind="quiet")))
        for field in self.fields.values():
            field.entered.connect(self.do)
        self._columns = 0
        self._arrange(4)
        self.hide()

    def text(self, name: str) -> str:
        """Return what is typed in the field of that name."""
        return self.fields[name].text

    def key(self, name: str) -> str:
        """Return the key of what stands in the choice of that name."""
        return self.choices[name].key

    def open(self, title: str, **texts: str) -> None:
        """Show the form with these texts, the rest empty, the keyboard on its first part."""
        self.title.setText(title)
        for name, field in self.fields.items():
            field.put(texts.get(name, ""))
            field.refuse(None)
        for name, choice in self.choices.items():
            choice.put(texts.get(name, ""))
        self._back = self.window().focusWidget()
        self.do_button.setEnabled(True)
        self.show()
        first = self._parts[0]
        (first.box if isinstance(first, Choice) else first.edit).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def answer(self, name: str) -> Field | None:
        """Return the field that an error of this dotted name is about."""
        return self.fields.get(name) or self.fields.get(name.removeprefix("person."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many parts beside each other as fit."""
        super().resizeEvent(event)
        self._arrange(max(1, min(4, event.size().width() // grown(_COLUMN_PX))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
