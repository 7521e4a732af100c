"""The line above the message bar while long work is under way: what it is, how far, and the key that stops it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desk_app.kernel.translations import _
from ui.shell.progress import LongWork
from ui.widgets.parts import button, grown, label

_STEPS = 1000
_NARROW = 1_000
_TITLE_SHARE = 0.4


class LongStrip(QWidget):
    """Shows the long work under way, none at all when there is none; ``stop`` is called by its button."""

    def __init__(self, stop: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("long")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._run_stop = stop
        self._title = label("", "strong")
        self._words = label("", "soft", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Việc đang làm"))
        self._share = label("", "strong")
        self._share.setMinimumWidth(grown(48))
        self.stop_button = button(_("Dừng"), self._on_stop, key="Esc")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grown(14), grown(4), grown(14), grown(4))
        layout.setSpacing(grown(10))
        for part, stretch in (
            (self._title, 0),
            (self._bar, 0),
            (self._share, 0),
            (self._words, 1),
            (self.stop_button, 0),
        ):
            layout.addWidget(part, stretch)
        self.hide()

    @property
    def text(self) -> str:
        """Return what the strip says now: title, share and words."""
        return " ".join(part.text() for part in (self._title, self._share, self._words) if part.text())

    def put(self, work: LongWork | None) -> None:
        """Show how far ``work`` is; None takes the strip away."""
        if work is None:
            self.hide()
            return
        if not self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, work.title))
        self.show()
        known = work.total > 0
        self._bar.setFixedSize(grown(220 if self.width() > grown(_NARROW) else 100), grown(14))
        self._bar.setRange(0, _STEPS if known else 0)
        self._bar.setValue(_STEPS * min(work.done, work.total) // work.total if known else 0)
        self._share.setText(f"{100 * min(work.done, work.total) // work.total} %" if known else "")
        most = round(self.width() * _TITLE_SHARE)
        elided = self._title.fontMetrics().elidedText(work.title, Qt.TextElideMode.ElideRight, most)
        self._title.setText(elided)
        self._title.setToolTip(work.title)
        self._words.setText(_("Đang dừng…") if work.stopping else work.words)
        self.stop_button.setEnabled(not work.stopping)

    def _on_stop(self) -> None:
        self._run_stop()
