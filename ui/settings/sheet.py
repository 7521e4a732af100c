"""A sheet that opens in place and asks for several things at once: Enter keeps them, Esc does not."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_app.kernel.translations import _
from ui.settings.file_input import FileInput
from ui.settings.inputs import Input
from ui.widgets.asking import Asking
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, row

_COLUMN = 280
_MOST_COLUMNS = 3


class Sheet(Asking):
    """Asks ``inputs``, laid out in as many columns as there is room for; ``run`` keeps the answers."""

    def __init__(self, inputs: Sequence[Input], run: Callable[[], None], *, words: str, note: str = "") -> None:
        super().__init__(run, words)
        self._columns = 0
        self.inputs = {each.name: each for each in inputs}
        self._asked = list(self.inputs)
        self.title = label("", "strong", wrap=True)
        self._note = label(note, "small", wrap=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        self._grid.setHorizontalSpacing(grown(12))
        self._grid.setVerticalSpacing(grown(6))
        self._foot = row(self._note, self.do_button, button(_("Bỏ"), self.put_away, key="Esc", kind="quiet"))
        self._foot.setStretch(0, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for each in inputs:
            if isinstance(each, Field | FileInput):
                each.entered.connect(self.do)
        self._lay_out(1)
        self.hide()

    def text(self, name: str) -> str:
        """Return the answer of that name."""
        return self.inputs[name].text

    def ask_only(self, names: Collection[str]) -> None:
        """Ask only what is named; the other inputs keep what they hold, unseen."""
        self._asked = [name for name in self.inputs if name in names]
        for name, each in self.inputs.items():
            if isinstance(each, QWidget):
                each.setVisible(name in names)
        self._lay_out(self._columns, anew=True)

    def note(self, words: str) -> None:
        """Say something beside the button."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def open(self, title: str, values: Mapping[str, str] | None = None) -> None:
        """Show the sheet with these answers to begin with, the focus on the first."""
        self.title.setText(title)
        for name, each in self.inputs.items():
            each.put((values or {}).get(name, ""))
            each.refuse(None)
        if not self.isVisible():
            self._back = self.window().focusWidget()
        self.do_button.setEnabled(True)
        self.show()
        first = next(iter(self.inputs.values()), None)
        if first is None:
            self.do_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            first.take_focus()

    def answer(self, name: str) -> Input | None:
        """Return the input of that name."""
        return self.inputs.get(name)

    def do(self) -> None:
        """Hand the answers on, once; what was wrong before is judged anew."""
        for each in self.inputs.values():
            each.refuse(None)
        super().do()

    def put_away(self) -> None:
        """Close the sheet and give the focus back; what was typed is forgotten."""
        for each in self.inputs.values():
            each.put("")
        super().put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out in more columns where there is room for them."""
        super().resizeEvent(event)
        self._lay_out(max(1, min(_MOST_COLUMNS, event.size().width() // grown(_COLUMN))))

    def _lay_out(self, columns: int, *, anew: bool = False) -> None:
        if columns == self._columns and not anew:
            return
        while self._grid.count():
            self._grid.takeAt(0)
        for place in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self._grid.addWidget(self.title, 0, 0, 1, columns)
        for place, name in enumerate(self._asked):
            each = self.inputs[name]
            assert isinstance(each, QWidget)
            self._grid.addWidget(each, 1 + place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(self._foot, 2 + len(self.inputs), 0, 1, columns)
        self._columns = columns
