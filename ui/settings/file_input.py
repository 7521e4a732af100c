"""The place of a file, typed or picked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.settings.inputs import Labelled
from ui.widgets.parts import button, put_look, row


class FileInput(Labelled):
    """A file's place, typed or picked; says ``entered`` at Enter. ``pattern`` is what the picker shows, as Qt writes it."""

    entered = Signal()

    def __init__(self, name: str, title: str, pattern: str, *, save_as: str = "") -> None:
        super().__init__(name, title)
        self._pattern, self._save_as = pattern, save_as
        self.edit = QLineEdit()
        self.edit.setAccessibleName(title)
        self.edit.returnPressed.connect(self.entered)
        self.inner.addLayout(row(self.edit, button(_("Chọn tệp…"), self.pick)))
        self.inner.addWidget(self.trouble_line)

    @property
    def text(self) -> str:
        """Return the file's place."""
        return self.edit.text().strip()

    def put(self, text: str) -> None:
        """Show a file's place."""
        self.edit.setText(text)

    def refuse(self, error: InvalidInput | None) -> None:
        """Show an error below, or take it away."""
        self.say(error)
        put_look(self.edit, "wrong", error is not None)

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self.edit.setFocus()

    def pick(self) -> None:
        """Let the person look for the file."""
        if self._save_as:
            name, _pattern = QFileDialog.getSaveFileName(self, _("Ghi vào tệp"), self._save_as, self._pattern)
        else:
            name, _pattern = QFileDialog.getOpenFileName(self, _("Chọn tệp"), self.text, self._pattern)
        if name:
            self.put(name)
            self.edit.setFocus()
