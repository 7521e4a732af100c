"""Between the search box in the header and the page that shows the hits."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.dossiers.find.page import FindPage
from ui.shell.header import Header
from ui.shell.page import Page


class Searching(QObject):
    """Hands on what is typed, walks the hits with ↓ and ↑, opens one with Enter.

    ``page`` makes or returns the page that searches, ``front`` says which page is seen, ``show`` brings it to the front
    with a text to look for.
    """

    def __init__(
        self, header: Header, page: Callable[[], Page], front: Callable[[], Page | None], show: Callable[[str], None]
    ) -> None:
        super().__init__(header)
        self._make = page
        self._front = front
        self._show = show
        header.typed.connect(self._on_typed)
        header.entered.connect(self._on_entered)
        header.moved.connect(lambda step: self._page().walk(step))

    def _on_typed(self, text: str) -> None:
        if self._front() is self._page():
            self._page().look_for(text)
        else:
            self._show(text)

    def _on_entered(self, text: str) -> None:
        if self._front() is not self._page():
            self._show(text)
        self._page().enter()

    def _page(self) -> FindPage:
        page = self._make()
        if not isinstance(page, FindPage):
            raise TypeError("the page «find» must answer the search box")
        return page
