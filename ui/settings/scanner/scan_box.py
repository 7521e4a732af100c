"""A field that takes what a scanner types, past input methods, and shows it as it came."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit


class ScanBox(QLineEdit):
    """Says ``entered`` with a line that came no faster than typing: quick ones are taken before they get here."""

    entered = Signal(str)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.returnPressed.connect(self._on_return)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """Answer that no input method is wanted; the attribute of the same name does not reach a line edit."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def _on_return(self) -> None:
        text = self.text()
        self.clear()
        if text.strip():
            self.entered.emit(text)
