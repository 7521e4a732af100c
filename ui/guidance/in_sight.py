"""At large text a page is higher than the window: what has the keyboard is kept in sight."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.widgets.asking import Asking
from ui.widgets.parts import grown

_ROOM_PX = 20


class InSight(QObject):
    """Scrolls ``area`` of ``page`` to whatever gets the focus in it; to a whole strip where it is part of one."""

    def __init__(self, page: QWidget, area: QScrollArea) -> None:
        super().__init__(page)
        self._page, self._area = page, area
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._page.isAncestorOf(new):
            return
        whole = next((each for each in self._page.findChildren(Asking) if each.isAncestorOf(new)), new)
        # Once its place is known: a strip has just been opened.
        QTimer.singleShot(0, whole, lambda: self._area.ensureWidgetVisible(whole, 0, grown(_ROOM_PX)))
