"""A strip that opens in place to ask the little a move needs: Enter does it, Esc does not. No dialog."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_app.kernel.translations import _
from ui.widgets.asking import Asking
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, row

Choices = Sequence[tuple[str, str]]


class Strip(Asking):
    """Asks for texts, and for one of some choices first if there are any (``box`` names them); calls ``run`` at Enter."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        run: Callable[[], None],
        *,
        words: str,
        choices: Choices = (),
        box: str = "",
    ) -> None:
        super().__init__(run, words)
        self._choices = tuple(choices)
        self.fields = {field.name: field for field in fields}
        self._box_title = box or _("Ai nhận")
        self.box = ChoiceBox(self._box_title)
        self.box.setParent(self)
        self.box.setVisible(bool(choices))
        for _key, shown in self._choices:
            self.box.addItem(shown)
        self.title = label(title, "strong", wrap=True)
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
        layout, whole = QGridLayout(self), len(self.fields) + 2
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.setHorizontalSpacing(grown(10))
        layout.addWidget(self.title, 0, 0, 1, whole)
        if self._choices:
            layout.addWidget(self._labelled_box(), 1, 0, Qt.AlignmentFlag.AlignTop)
        for place, field in enumerate(self.fields.values(), start=1):
            layout.addWidget(field, 1, place, Qt.AlignmentFlag.AlignTop)
            layout.setColumnStretch(place, 1)
            field.entered.connect(self.do)
        give_up = button(_("Bỏ"), self.put_away, key="Esc", kind="quiet")
        layout.addLayout(row(None, self.do_button, give_up), 2, 0, 1, whole)

    def _labelled_box(self) -> QWidget:
        made = QWidget()
        layout = QGridLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(self._box_title, "label"), 0, 0)
        layout.addWidget(self.box, 1, 0)
        return made
