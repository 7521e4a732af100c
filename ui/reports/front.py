"""The views of the page, one in front; some are opened over another and lead back to the very same figure."""

import shiboken6
from PySide6.QtWidgets import QWidget

from ui.reports.stack import Stack


class Front(Stack):
    """Keeps which view lies below the one in front, and where its keyboard stood."""

    def __init__(self, *views: QWidget) -> None:
        super().__init__()
        self._below: tuple[QWidget, QWidget | None] | None = None
        for view in views:
            self.addWidget(view)

    @property
    def is_over(self) -> bool:
        """Tell whether the view in front lies over another."""
        return self._below is not None

    def show_view(self, view: QWidget) -> None:
        """Put a view in front that lies over none."""
        self._below = None
        self.setCurrentWidget(view)

    def bring(self, view: QWidget) -> None:
        """Put a view in front, or below the one that lies over all."""
        if self._below is None:
            self.setCurrentWidget(view)
        else:
            self._below = (view, None)

    def uncover(self) -> None:
        """Take away what lies over another view; the keyboard stays where it is."""
        if self._below is not None:
            self.show_view(self._below[0])

    def open_over(self, view: QWidget) -> None:
        """Put a view over the one in front, unless it lies there already."""
        if self._below is None:
            self._below = (self._in_front(), self.window().focusWidget())
        self.setCurrentWidget(view)

    def go_back(self) -> None:
        """Go back to what lies below, with the keyboard where it was."""
        if self._below is not None:
            view, focus = self._below
            self.show_view(view)
            # A figure that was counted anew meanwhile is another widget.
            (focus if focus is not None and shiboken6.isValid(focus) else view).setFocus()

    def _in_front(self) -> QWidget:
        front = self.currentWidget()
        assert front is not None
        return front
