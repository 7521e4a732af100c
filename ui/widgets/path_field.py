"""A field for the place of a file or a folder: typed, or picked."""

from typing import Literal

from PySide6.QtWidgets import QBoxLayout, QFileDialog

from desk_app.kernel.translations import _
from ui.widgets.field import Field
from ui.widgets.parts import button, row


class PathField(Field):
    """A line of text with a button that lets the person look for the place; ``pattern`` is what the picker shows of files."""

    def __init__(
        self, name: str, title: str, *, kind: Literal["folder", "file", "save"] = "folder", pattern: str = ""
    ) -> None:
        super().__init__(name, title)
        self._kind, self._pattern = kind, pattern
        self.pick_button = button(_("Chọn…"), self.pick)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        place = layout.indexOf(self.edit)
        layout.removeWidget(self.edit)
        beside = row(self.edit, self.pick_button)
        beside.setStretch(0, 1)
        layout.insertLayout(place, beside)

    def pick(self) -> None:
        """Let the person look for the place; what is typed stays when they leave without one."""
        if self._kind == "folder":
            found = QFileDialog.getExistingDirectory(self, _("Chọn thư mục"), self.text)
        elif self._kind == "save":
            found, _chosen = QFileDialog.getSaveFileName(self, _("Ghi vào tệp"), self.text, self._pattern)
        else:
            found, _chosen = QFileDialog.getOpenFileName(self, _("Chọn tệp"), self.text, self._pattern)
        if found:
            self.put(found)
            self.edited.emit(self.text)
        self.take_focus()
