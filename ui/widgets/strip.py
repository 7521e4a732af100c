"""A strip that opens in place to ask the little a move needs: Enter does it, Esc does not. No dialog."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.widgets.asking import Asking
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, row

Choices = Sequence[tuple[str, str]]


class Strip(Asking):
    """Asks for texts, and for one of some choices first if there are any (``box`` names them); calls ``run`` at Enter.

    ``per_row`` is how many answers stand side by side at most; 0: all of them.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        run: Callable[[], None],
        *,
        words: str,
        choices: Choices = (),
        box: str = "",
        per_row: int = 0,
    ) -> None:
        super().__init__(run, words)
        self._per_row = per_row
        self._choices = tuple(choices)
        self.fields = {field.name: field for field in fields}
        self._box_title = box or _("Ai nhận")
        self.box = ChoiceBox(self._box_title)
        self.box.setParent(self)
        self.box.setVisible(bool(choices))
        for _key, shown in self._choices:
            self.box.addItem(shown)
        self.title = label(title, "strong", wrap=True)
        boxes = [self._labelled_box()] if self._choices else []
        self._parts: list[QWidget] = [*boxes, *fields]
        self._lay_out()
        self.hide()

    @property
    def choice(self) -> str:
        """Return the key of the choice that stands."""
        return self._choices[self.box.currentIndex()][0] if self._choices else ""

    def offer(self, choices: Choices) -> None:
        """Offer other choices from now on."""
        self._choices = tuple(choices)
        self.box.clear()
        for _key, shown in self._choices:
            self.box.addItem(shown)

    def text(self, name: str) -> str:
        """Return what is typed in the field of that name."""
        return self.fields[name].text

    def open(self, title: str = "") -> None:
        """Show the strip, empty, with the focus where the answer begins."""
        if title:
            self.title.setText(title)
        for field in self.fields.values():
            field.put("")
            field.refuse(None)
        self.box.setCurrentIndex(0)
        self._back = self.window().focusWidget()
        self.do_button.setEnabled(True)
        self.show()
        first = self.box if self._choices else next((field.edit for field in self.fields.values()), self.do_button)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def answer(self, name: str) -> Field | None:
        """Return the field of that name."""
        return self.fields.get(name)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.addWidget(self.title)
        self._rows = tuple(self._row(parts) for parts in self._shared_out())
        for each in self._rows:
            layout.addLayout(each)
        for field in self.fields.values():
            field.entered.connect(self.do)
        give_up = button(_("Bỏ"), self.put_away, key="Esc", kind="quiet")
        layout.addLayout(row(None, self.do_button, give_up))

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest part only: see ``resizeEvent``."""
        return QSize(max((*self._widths(), 0)) + grown(24), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the parts below one another where they have no room side by side, as with large text."""
        super().resizeEvent(event)
        ways, room = QBoxLayout.Direction, event.size().width() - grown(24)
        narrow = any(
            sum(widths) + grown(10) * (len(widths) - 1) > room
            for widths in ([part.minimumSizeHint().width() for part in parts] for parts in self._shared_out())
        )
        for each in self._rows:
            each.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _widths(self) -> list[int]:
        return [part.minimumSizeHint().width() for part in self._parts]

    def _shared_out(self) -> list[list[QWidget]]:
        """Return the answers row by row."""
        step = self._per_row or max(len(self._parts), 1)
        return [self._parts[first : first + step] for first in range(0, len(self._parts), step)]

    def _row(self, parts: Sequence[QWidget]) -> QBoxLayout:
        made = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        made.setSpacing(grown(10))
        for part in parts:
            made.addWidget(part, int(isinstance(part, Field)), Qt.AlignmentFlag.AlignTop)
        return made

    def _labelled_box(self) -> QWidget:
        made = QWidget()
        layout = QGridLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(self._box_title, "label"), 0, 0)
        layout.addWidget(self.box, 1, 0)
        return made
