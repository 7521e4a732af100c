"""At large text a page is higher than the window: what has the keyboard is kept in sight."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.widgets.asking import Asking
from ui.widgets.parts import grown


class InSight(QObject):
    """Scrolls ``area`` to whatever in it gets the keyboard; to a whole strip where it is part of one.

    ``around`` pixels of what stands above and below are shown too.
    """

    def __init__(self, area: QScrollArea, *, around: int = 20) -> None:
        super().__init__(area)
        self._area, self._around = area, around
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._area.isAncestorOf(new):
            return
        whole = self._whole(new)
        # Once its place is known: a strip has just been opened.
        QTimer.singleShot(0, whole, lambda: self._area.ensureWidgetVisible(whole, 0, grown(self._around)))

    def _whole(self, part: QWidget) -> QWidget:
        """Return the strip around ``part``, or ``part`` itself."""
        around: QWidget | None = part
        while around is not None and around is not self._area:
            if isinstance(around, Asking):
                return around
            around = around.parentWidget()
        return part
