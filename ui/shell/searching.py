"""Between the search box in the header and the page that shows the hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.dossiers.find.page import FindPage

if TYPE_CHECKING:
    from ui.shell.workspace import Workspace


class Searching(QObject):
    """Hands on what is typed, walks the hits with ↓ and ↑, opens one with Enter."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        header = workspace.header
        header.typed.connect(self._on_typed)
        header.entered.connect(self._on_entered)
        header.moved.connect(lambda step: self._page().walk(step))

    def _on_typed(self, text: str) -> None:
        if self._workspace.front is self._page():
            self._page().look_for(text)
        else:
            self._workspace.go("find", text)

    def _on_entered(self, text: str) -> None:
        if self._workspace.front is not self._page():
            self._workspace.go("find", text)
        self._page().enter()

    def _page(self) -> FindPage:
        page = self._workspace.page("find")
        if not isinstance(page, FindPage):
            raise TypeError("the page «find» must answer the search box")
        return page
